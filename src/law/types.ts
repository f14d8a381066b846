/** A date of effect, `YYYY-MM-DD`. */
export type EffectDate = string

/** Where a value stands. The law first, then the ministry's notice, then the ordinance. */
export interface Source {
  /** in Japanese, as an officer would cite it: 介護保険法施行令第38条第1項 */
  text: string
  url?: string
}

/** seen in the source · secondary source · recalled · unverified · decided (our own choice). Shown unless `seen`. */
export type Confidence = 'seen' | 'secondary' | 'recalled' | 'unverified' | 'decided'

export interface DatedEntry<T> {
  /** first day in force, inclusive; in force until the day before the next entry */
  from: EffectDate
  /** last day in force, inclusive: only where a value ends without a successor */
  to?: EffectDate
  value: T
  source: Source
  confidence: Confidence
  /** 仮置き: announced or carried forward, not yet law · 案: proposed. Absent: 確定. Shown wherever the value is */
  status?: 'provisional' | 'draft'
  /** what a reader must know of this entry, in Japanese */
  note?: string
}

/** A legal number with its history, oldest first. One file per parameter; an amendment is one new entry. */
export interface Dated<T> {
  /** `ltci.premium.standard-ratio` */
  id: string
  /** 標準割合, in Japanese, as the page 「制度の数値」 lists it */
  title: string
  /** unit and meaning of the value: `‰ of 基準額` */
  unit: string
  /** what the keys and codes of a value that is an object or a list are called, in Japanese: `{ default: '初期値' }` */
  labels?: Readonly<Record<string, string>>
  history: readonly DatedEntry<T>[]
  /** last day somebody read the source and found it unchanged */
  checkedOn: EffectDate
}

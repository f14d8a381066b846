import {
  CALLERS,
  CHANNELS,
  CONTINUITIES,
  type Code,
  labelOf,
  PROFESSIONS,
  REFERRAL_KINDS,
  RESPONSES,
  TOPICS,
  URGENCIES,
} from '../../../casework/consultations/codes.ts'
import type { ContactFact } from './fact.ts'
import { type CountedFact, MEASURES, type Measure } from './measures.ts'
import { daysOf, formatMonth, type Month } from './month.ts'

/** Raised when a section, a row or a way of counting changes; a snapshot says which it was made by. */
export const DEFINITION = 1

interface Named {
  id: string
  name: string
}

/** What the report calls its rows, and whom the work was for. */
export interface Places {
  month: Month
  /** last day that is counted: the end of the month, or today */
  until: string
  areas: readonly Named[]
  towns: readonly Named[]
  /** the insurer's report by centre; null in the report of one centre */
  centres: readonly Named[] | null
  /** words for journal kinds */
  kinds: Readonly<Record<string, string>>
  /** town → residents aged 65 and over at `until`; null: no register of residents */
  residents: Readonly<Record<string, number>> | null
}

export interface SectionDefinition {
  id: string
  title: string
  note?: string
  measures: readonly Measure[]
  /** rows in which a piece of work counts; empty: not in this section */
  keysOf(fact: CountedFact): readonly string[]
  /** rows that always stand there, in their order; others follow when there is work for them */
  keys(places: Places): readonly string[]
  label(key: string, places: Places): string
  /** whether a report of these places has the section at all; default: it has */
  isIn?(places: Places): boolean
  /** the paper form has it on its one page; else it is on the 別表 */
  isOnForm: boolean
}

const COUNTS = [MEASURES.people, MEASURES.contacts, MEASURES.times] as const
const UNKNOWN = 'unknown'
const NONE: readonly string[] = []

/** A section of 総合相談 by a list of codes. */
const byCode = (
  id: string,
  title: string,
  codes: readonly Code[],
  valuesOf: (contact: ContactFact) => readonly string[],
  more: { blank?: string; note?: string } = {},
): SectionDefinition => ({
  id,
  title,
  note: more.note,
  measures: COUNTS,
  keysOf: ({ contact }) => {
    if (contact === null) return NONE
    const values = valuesOf(contact)
    return values.length === 0 && more.blank ? [UNKNOWN] : values
  },
  keys: () => [...codes.map(({ code }) => code), ...(more.blank ? [UNKNOWN] : [])],
  label: (key) => (key === UNKNOWN ? (more.blank ?? key) : labelOf(codes, key)),
  isOnForm: true,
})

const byPlace = (
  id: string,
  title: string,
  placesOf: (places: Places) => readonly Named[],
  keyOf: (fact: CountedFact) => string | null,
  more: { blank: string; measures?: readonly Measure[]; note?: string; isOnForm: boolean },
): SectionDefinition => ({
  id,
  title,
  note: more.note,
  measures: more.measures ?? COUNTS,
  keysOf: (fact) => (fact.contact === null ? NONE : [keyOf(fact) ?? UNKNOWN]),
  keys: (places) => [...placesOf(places).map((place) => place.id), UNKNOWN],
  label: (key, places) =>
    key === UNKNOWN
      ? more.blank
      : (placesOf(places).find((place) => place.id === key)?.name ?? 'その他の場所'),
  isOnForm: more.isOnForm,
})

const summary: SectionDefinition = {
  id: 'summary',
  title: '総合相談の合計',
  measures: [...COUNTS, MEASURES.minutes, MEASURES.noMinutes],
  keysOf: ({ contact, isOutside }) => (contact === null ? NONE : isOutside ? ['all', 'outside'] : ['all']),
  keys: () => ['all', 'outside'],
  label: (key) => (key === 'all' ? '総合相談' : 'うち開所時間外'),
  isOnForm: true,
}
const officeHours: SectionDefinition = {
  id: 'office-hours',
  title: '開所時間外の割合',
  measures: [MEASURES.outside],
  keysOf: ({ contact }) => (contact === null ? NONE : ['all']),
  keys: () => ['all'],
  label: () => '総合相談に占める割合',
  isOnForm: true,
}
const kinds: SectionDefinition = {
  id: 'kind',
  title: '業務の種類',
  note: '業務記録に書かれたすべての業務。数え方の単位が違うものは、行を分けています。',
  measures: [...COUNTS, MEASURES.attendances, MEASURES.minutes, MEASURES.noMinutes],
  keysOf: ({ kind, unit }) => [`${kind}.${unit}`],
  keys: ({ kinds: known }) => ('consultation' in known ? ['consultation.件'] : []),
  label: (key, { kinds: known }) => {
    const [kind = '', unit] = key.split('.')
    return `${known[kind] ?? kind}（${unit}）`
  },
  isOnForm: true,
}
const minutes: SectionDefinition = {
  id: 'minutes',
  title: '業務と職種ごとの時間',
  measures: [MEASURES.minutes, MEASURES.noMinutes],
  keysOf: ({ kind, profession }) => [`${kind}.${profession}`],
  keys: () => [],
  label: (key, { kinds: known }) => {
    const [kind = '', profession = ''] = key.split('.')
    return `${known[kind] ?? kind}・${labelOf(PROFESSIONS, profession)}`
  },
  isOnForm: true,
}
const days: SectionDefinition = {
  id: 'day',
  title: '日ごとの総合相談',
  measures: [MEASURES.contacts],
  keysOf: ({ contact, day }) => (contact === null ? NONE : [day]),
  keys: ({ month, until }) => daysOf(month, until),
  label: (key) => `${formatMonth(key.slice(0, 7)).replace(/^.*年/, '')}${Number(key.slice(8))}日`,
  isOnForm: false,
}
const centres: SectionDefinition = {
  id: 'centre',
  title: 'センターごとの総合相談',
  note: '相談を受けたセンターで数えます。あとで担当が変わっても動きません。実人数は足し合わせられません。',
  measures: COUNTS,
  keysOf: ({ contact, centreId }) => (contact === null ? NONE : [centreId ?? UNKNOWN]),
  isIn: ({ centres: known }) => known !== null,
  keys: ({ centres: known }) => [...(known ?? []).map(({ id }) => id), UNKNOWN],
  label: (key, { centres: known }) =>
    key === UNKNOWN ? '市が直接受けたもの' : (known?.find(({ id }) => id === key)?.name ?? 'その他の場所'),
  isOnForm: true,
}

/** The monthly report: every section, row and way of counting. Screen, Excel, CSV and paper are all made from this list. */
export const SECTIONS: readonly SectionDefinition[] = [
  summary,
  officeHours,
  byCode('topic', '相談内容', TOPICS, ({ topics }) => [...new Set(topics)], {
    blank: '不明',
    note: '一つの相談に内容がいくつかあるときは、それぞれに1件と数えます。足すと延べ件数より多くなります。',
  }),
  byCode('channel', '相談方法', CHANNELS, ({ channel }) => [channel]),
  byCode('caller', '相談者', CALLERS, ({ caller }) => [caller]),
  byCode('continuity', '新規・継続・再開', CONTINUITIES, ({ continuity }) => [continuity]),
  byCode('urgency', '緊急度', URGENCIES, ({ urgency }) => [urgency]),
  byCode('response', '対応', RESPONSES, ({ responses }) => [...new Set(responses)], { blank: '記録なし' }),
  byCode('referral', '紹介先', REFERRAL_KINDS, ({ referrals }) => referrals),
  byPlace(
    'area',
    '圏域',
    ({ areas }) => areas,
    ({ areaId }) => areaId,
    { blank: '不明', isOnForm: true },
  ),
  kinds,
  minutes,
  centres,
  byPlace(
    'town',
    '町（本人の住所）',
    ({ towns }) => towns,
    ({ townId }) => townId,
    {
      blank: '町の記録なし（氏名不明の方を含む）',
      measures: [...COUNTS, MEASURES.residents, MEASURES.perThousand],
      isOnForm: false,
    },
  ),
  days,
]

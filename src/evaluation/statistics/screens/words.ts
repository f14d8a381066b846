import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { missingLabel, missingWord } from '../figure-words.ts'
import type { Trend } from '../schema.ts'

export type Figure = Trend['items'][number]['total']
type Figures = Omit<Trend['items'][number], 'asOf'>

export const count = (value: number): string => value.toLocaleString('ja-JP')

/** 283 ‰ is 28.3; always one decimal. */
export const percent = (perMille: number): string => (perMille / 10).toFixed(1)

/** 1,234人, or 「不明」 with its reason; never 0 for what is not known. */
export function inWords({ value, missing }: Figure, unit: string): string {
  if (value !== null) return `${count(value)}${unit}`
  return missing ? `${missingLabel(missing)}（${missingWord(missing)}）` : '不明（理由の記載なし）'
}

/** Municipalities whose files we read, by 全国地方公共団体コード; another is shown by its code. */
const names: Record<string, string> = { '372013': '高松市' }
export const municipalityName = (code: string): string => names[code] ?? `市区町村コード ${code}`

const change = (now: Figure, before: Figure): string | null => {
  if (now.value === null || before.value === null) return null
  const by = now.value - before.value
  return by === 0 ? '同じ数' : `${count(Math.abs(by))}人${by > 0 ? '多い' : '少ない'}数`
}

/**
 * What the figures of a day say, in plain Japanese.
 * @param before the survey before it; undefined: there is none
 */
export function sentences(
  name: string,
  asOf: IsoDate,
  figures: Figures,
  before: Trend['items'][number] | undefined,
): { lead: string; more: string } {
  const { aged65, total, aged75, ageingPerMille } = figures
  const rate = ageingPerMille.value === null ? '' : `、人口の${percent(ageingPerMille.value)}％`
  const lead = `${name}の65歳以上は、${formatDate(asOf)}現在、${inWords(aged65, '人')}${rate}です。`
  const difference = before && change(aged65, before.aged65)
  const compared =
    before && difference
      ? `前の調査（${formatDate(before.asOf as IsoDate)}）に比べて、${difference}です。`
      : ''
  return {
    lead,
    more: `総人口は${inWords(total, '人')}、そのうち75歳以上は${inWords(aged75, '人')}です。${compared}`,
  }
}

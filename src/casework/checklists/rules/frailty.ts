import type { FrailtyClass, FrailtyScales } from '../../../law/casework/frailty-cut-points.ts'
import type { DatedEntry, Source } from '../../../law/types.ts'
import { type Explained, explained } from '../../../platform/explanation/index.ts'
import { FRAILTY_LABELS } from '../codes.ts'
import { type Count, countPoints, itemNumbers, type Points } from './points.ts'

export interface Frailty<C extends string> {
  frailty: C | 'undetermined'
  /** total of what is known, and the highest it can be with what is not; equal when nothing is missing */
  min: number
  max: number
}

/**
 * Frailty by the total of all 25 items (FRL-01): research, not law, and never mixed with the judgement of CHK-04.
 * @param study the scale to read; the result carries its citation, which is printed beside it
 * @returns a class only when both ends of the possible total lie in the same one
 * @source Satake et al. 2016; Watanabe et al. 2022
 */
export function frailtyByTotal(
  points: Points,
  scales: DatedEntry<FrailtyScales>,
  study: keyof FrailtyScales = 'satake2016',
): Explained<Frailty<FrailtyClass> & { citation: Source; remark: string }> {
  const scale = scales.value[study]
  const bands = scale.bands.map((band) => ({ name: band.frailty, from: band.fromPoints }))
  const count = countPoints(points, itemNumbers)
  const found = classify(count, bands)
  return explained({ ...found, citation: scale.citation, remark: scale.remark }, [
    { label: '25項目の合計', inputs: { 該当: count.known, 不明: count.unknown }, value: rangeText(found) },
    {
      label: 'フレイルの区分（研究による目安）',
      formula: `${bands.map(({ name, from }) => `${from}点から${FRAILTY_LABELS[name]}`).join('、')}。合計の両端が同じ区分のときだけ示す`,
      value: FRAILTY_LABELS[found.frailty],
      source: scale.citation,
      confidence: scales.confidence,
    },
  ])
}

/**
 * The class in which both ends of a count lie.
 * @param bands lower limits, ascending from 0
 * @throws RangeError when no band begins at or below the count
 */
export function classify<C extends string>(
  { known, unknown }: Count,
  bands: readonly { name: C; from: number }[],
): Frailty<C> {
  const classOf = (points: number) => {
    const band = bands.findLast(({ from }) => from <= points)
    if (!band) throw new RangeError(`no class begins at or below ${points}`)
    return band.name
  }
  const [min, max] = [known, known + unknown]
  const low = classOf(min)
  return { frailty: low === classOf(max) ? low : 'undetermined', min, max }
}

export const rangeText = ({ min, max }: { min: number; max: number }): string =>
  min === max ? String(min) : `${min}～${max}`

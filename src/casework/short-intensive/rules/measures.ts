import type { MeasureCuts } from '../../../law/casework/short-intensive-cuts.ts'
import type { Ratio } from '../../../platform/exact/index.ts'

export type Sex = 'male' | 'female'

export interface Measures {
  sex: Sex
  /** every trial, of both hands */
  gripTenthsKg: readonly number[]
  walkHundredthsSecond: number | null
  /** every trial */
  tugTenthsSecond: readonly number[]
  oneLegTenthsSecond: number | null
  chairStands: number | null
  chairRiseHundredthsSecond: number | null
  sppbPoints: number | null
  calfTenthsCm: number | null
  oralTenthsPerSecond: number | null
}

export const MARKS = {
  gripLow: '握力が低い',
  walkSlow: '歩くのが遅い',
  tugFallRisk: 'TUG: 転倒のおそれ',
  tugUnstable: 'TUG: 運動器不安定症の目安',
  oneLegUnstable: '片足立ち: 運動器不安定症の目安',
  chairStandsFew: 'CS-30: 転倒のおそれ（一つの研究）',
  chairRiseSlow: '5回立ち上がりが遅い',
  sppbLow: 'SPPB が低い',
  calfThin: '下腿が細い',
  oralSlow: '口の動きが遅い',
} as const
export type Mark = keyof typeof MARKS

/** Best of the trials: the strongest grip, the quickest walk round the chair; null without one. */
export const bestOf = (trials: readonly number[], pick: (...all: number[]) => number) =>
  trials.length === 0 ? null : pick(...trials)
/** null where nothing was measured: never a pass */
const met = (value: number | null, is: (value: number) => boolean) => (value === null ? null : is(value))

/** Usual speed in mm a second, exact; null without a time. @param walkMm 5 m */
export const walkSpeed = (hundredths: number | null, walkMm: number): Ratio | null =>
  hundredths === null ? null : { over: walkMm * 100, under: hundredths }

/** Which measures reach the cut that asks for attention; on the cut itself as each source says it. */
export function marksOf(measures: Measures, cuts: MeasureCuts): Record<Mark, boolean | null> {
  const { sex } = measures
  const gripTenthsKg = bestOf(measures.gripTenthsKg, Math.max)
  const tugTenthsSecond = bestOf(measures.tugTenthsSecond, Math.min)
  return {
    gripLow: met(gripTenthsKg, (one) => one < cuts.gripTenthsKg[sex]),
    walkSlow: met(measures.walkHundredthsSecond, (one) => cuts.walkMm * 100 < cuts.walkMmPerSecond * one),
    tugFallRisk: met(tugTenthsSecond, (one) => one >= cuts.tugFallTenthsSecond),
    tugUnstable: met(tugTenthsSecond, (one) => one >= cuts.tugUnstableTenthsSecond),
    oneLegUnstable: met(measures.oneLegTenthsSecond, (one) => one < cuts.oneLegTenthsSecond),
    chairStandsFew: met(measures.chairStands, (one) => one * 10 < cuts.chairStandTenths),
    chairRiseSlow: met(measures.chairRiseHundredthsSecond, (one) => one >= cuts.chairRiseHundredthsSecond),
    sppbLow: met(measures.sppbPoints, (one) => one <= cuts.sppbPoints),
    calfThin: met(measures.calfTenthsCm, (one) => one < cuts.calfTenthsCm[sex]),
    oralSlow: met(measures.oralTenthsPerSecond, (one) => one < cuts.oralTenthsPerSecond),
  }
}

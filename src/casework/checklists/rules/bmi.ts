import type { BodyLimits } from '../../../law/casework/measured-body.ts'
import type { DatedEntry } from '../../../law/types.ts'
import { type Explained, explained, type Step } from '../../../platform/explanation/index.ts'

export interface BmiInput {
  /** 0.01 cm (15600 is 156.00 cm); null: not measured */
  heightHundredthsCm: number | null
  /** 0.01 kg (4500 is 45.00 kg); null: not measured */
  weightHundredthsKg: number | null
}

export interface BmiParameters {
  /** BMI × 10, the item scores below it: 185 */
  limitTenths: DatedEntry<number>
  plausible: DatedEntry<BodyLimits>
}

/** 0.01 kg ÷ (0.01 cm)² → tenths of kg/m². */
const TO_TENTHS = 10_000 * 1000

export type BmiWarning = 'heightImplausible' | 'weightImplausible'

export interface BmiItem {
  /** null: unknown, never 0 */
  point: 0 | 1 | null
  /** BMI × 10, rounded half up, for display only: 18.491… prints as 18.5 and still scores */
  printedBmiTenths: number | null
  warnings: BmiWarning[]
}

/**
 * Item 12 (CHK-02): does the BMI lie below 18.5? Compared in integers and unrounded: 47.36 kg at 160 cm is 18.5 exactly
 * and does not score, while floating point finds 18.499999999999996.
 * BMI × 10 = w × 10⁷ ÷ h² in hundredths, so the test is `w × 10⁷ < limit × h²`; in tenths it is `w × 200000 < 37 × h²`.
 * @returns the point; null with a warning outside the plausible range, null when either is missing
 * @throws RangeError when a measurement is not a whole number of hundredths, zero or more
 * @source 平成27年厚生労働省告示第197号 様式第一（注）; the plausible range and the unrounded test are our decision
 */
export function bmiItem(input: BmiInput, { limitTenths, plausible }: BmiParameters): Explained<BmiItem> {
  const { heightHundredthsCm: h, weightHundredthsKg: w } = input
  for (const measured of [h, w])
    if (measured !== null && !(Number.isSafeInteger(measured) && measured >= 0))
      throw new RangeError(`height and weight must be whole hundredths, got ${measured}`)
  const warnings: BmiWarning[] = []
  if (isOutside(h, plausible.value.heightHundredthsCm)) warnings.push('heightImplausible')
  if (isOutside(w, plausible.value.weightHundredthsKg)) warnings.push('weightImplausible')
  const gate: Step = {
    label: '身長と体重の確認',
    inputs: { '身長（cm）': hundredths(h), '体重（kg）': hundredths(w) },
    value: warnings.length > 0 ? '範囲の外のため使わない' : h === null || w === null ? null : '範囲の中',
    source: plausible.source,
    confidence: plausible.confidence,
  }
  if (h === null || w === null || warnings.length > 0)
    return explained({ point: null, printedBmiTenths: null, warnings }, [gate, pointStep(null, limitTenths)])
  const point = w * TO_TENTHS < limitTenths.value * h * h ? 1 : 0
  const printedBmiTenths = roundedHalfUp(w * TO_TENTHS, h * h)
  return explained({ point, printedBmiTenths, warnings }, [
    gate,
    {
      label: 'BMI（表示）',
      formula: '体重÷身長÷身長、小数第2位を四捨五入',
      value: `${Math.floor(printedBmiTenths / 10)}.${printedBmiTenths % 10}`,
    },
    pointStep(point, limitTenths),
  ])
}

function pointStep(point: 0 | 1 | null, limit: DatedEntry<number>): Step {
  return {
    label: 'No.12の点数',
    formula: '体重×10⁷＜基準×身長²なら1点（丸める前の値、0.01cm・0.01kgの整数、基準はBMIの10倍）',
    inputs: { 基準: limit.value },
    value: point,
    unit: point === null ? '' : '点',
    source: limit.source,
    confidence: limit.confidence,
  }
}

const isOutside = (measured: number | null, { min, max }: { min: number; max: number }) =>
  measured !== null && (measured < min || measured > max)

/** 15600 → `156.00` */
const hundredths = (measured: number | null) =>
  measured === null ? null : `${Math.floor(measured / 100)}.${String(measured % 100).padStart(2, '0')}`

/** Both whole and below 2^51. */
function roundedHalfUp(numerator: number, denominator: number): number {
  const remainder = numerator % denominator
  return (numerator - remainder) / denominator + (2 * remainder >= denominator ? 1 : 0)
}

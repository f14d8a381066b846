import { z } from 'zod'
import type { BodyLimits } from '../../../law/casework/measured-body.ts'
import { whole } from '../../../platform/computation/index.ts'
import { product, type Ratio } from '../../../platform/exact/index.ts'

const optional = (title: string, unit: string, max: number, help: string) =>
  whole(title, unit, { min: 1, max })
    .nullable()
    .meta({ title, unit, description: `${help}。無回答は null（${unit}）` })

export const heightMillimetres = optional('身長', 'mm', 10_000, '152.0cmは1520')
export const weightTenthsKg = optional('体重', '0.1kg', 10_000, '42.0kgは420')
export const bodyAnswers = z.strictObject({ heightMillimetres, weightTenthsKg })
export type Body = z.output<typeof bodyAnswers>

/** BMI in tenths, exact: 0.1 kg ÷ mm² → kg/m² × 10. null: an answer is missing. */
export const body = ({ heightMillimetres, weightTenthsKg }: Body): Ratio | null =>
  heightMillimetres === null || weightTenthsKg === null
    ? null
    : { over: product(weightTenthsKg, 1000, 1000), under: product(heightMillimetres, heightMillimetres) }

/** At or below the limit, unrounded. */
export function isThin(answers: Body, limitTenths: number): boolean | null {
  const exact = body(answers)
  return exact === null ? null : BigInt(exact.over) <= BigInt(limitTenths) * BigInt(exact.under)
}

/** The answers without those that are slips of the pen (cm in a mm field), each of which is said. */
export function credible(
  { heightMillimetres, weightTenthsKg }: Body,
  { heightHundredthsCm, weightHundredthsKg }: BodyLimits,
  caution: (text: string) => void,
): Body {
  const within = (value: number | null, { min, max }: { min: number; max: number }, said: string) => {
    // both are asked ten times coarser than the limits are told
    if (value === null || (value * 10 >= min && value * 10 <= max)) return value
    caution(`${said}。この回答は使わず、わからないとします。`)
    return null
  }
  return {
    heightMillimetres: within(
      heightMillimetres,
      heightHundredthsCm,
      '身長が範囲の外です。単位（mm。152.0cmは1520）を確かめてください',
    ),
    weightTenthsKg: within(
      weightTenthsKg,
      weightHundredthsKg,
      '体重が範囲の外です。単位（0.1kg。42.0kgは420）を確かめてください',
    ),
  }
}

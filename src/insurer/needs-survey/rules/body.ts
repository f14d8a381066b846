import { z } from 'zod'
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

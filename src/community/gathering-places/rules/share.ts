import type { RuleContext } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

type Round = RuleContext<object>['round']

/** count ÷ of in ‱, to the nearest; null where nobody stands below the line or the count is unknown. */
export const rateOf = (round: Round, label: string, count: number | null, of: number): number | null =>
  count === null || of === 0
    ? null
    : round(label, { over: product(count, 10_000), under: of }, 'half-up', 1, '‱')

import type { Taker } from '../../../platform/computation/screens/table-field.tsx'
import { Problem } from '../../../ui/http/index.ts'

export type RowTakers = Map<string, Taker>

/** Lets a refusal of a row find the cell of its table. @throws Problem with what is left for the form to say */
export async function sendRows<T>(sending: Promise<T>, takers: RowTakers): Promise<T> {
  try {
    return await sending
  } catch (error) {
    if (!(error instanceof Problem) || error.errors.length === 0 || takers.size === 0) throw error
    const errors = [...takers.values()].reduce((left, take) => take(left), error.errors)
    const { status, code, title, detail, requestId, retryAfterSeconds } = error
    throw new Problem({ status, code, title, detail, requestId, retryAfterSeconds, errors })
  }
}

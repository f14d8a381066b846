import { inForce } from '../../law/in-force.ts'
import type { Dated, DatedEntry, EffectDate } from '../../law/types.ts'
import type { EntriesOf, Parameters, ValuesOf } from './definition.ts'

export interface LawOn<P> {
  law: ValuesOf<P>
  entry: EntriesOf<P>
}

const kept = new WeakMap<Parameters, Map<EffectDate, LawOn<Parameters>>>()
const KEPT_DAYS = 400

/**
 * The values of a rule's parameters on a day, each looked up when it is first read and then kept.
 * A parameter without a value on the day throws NoValueInForce when it is read, so that a rule which does not need it still answers.
 */
export function lawOn<P extends Parameters>(parameters: P, on: EffectDate): LawOn<P> {
  const days = kept.get(parameters) ?? new Map<EffectDate, LawOn<Parameters>>()
  const found = days.get(on) ?? open(parameters, on)
  if (days.size >= KEPT_DAYS) days.clear()
  days.set(on, found)
  kept.set(parameters, days)
  return found as LawOn<P>
}

function open(parameters: Parameters, on: EffectDate): LawOn<Parameters> {
  const law = {}
  const entry = {}
  for (const [name, parameter] of Object.entries(parameters) as [string, Dated<unknown>][]) {
    let read: DatedEntry<unknown> | undefined
    const get = () => (read ??= inForce(parameter, on))
    Object.defineProperty(entry, name, { enumerable: true, get })
    Object.defineProperty(law, name, { enumerable: true, get: () => get().value })
  }
  return { law, entry }
}

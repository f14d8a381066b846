import { inForce, NoValueInForce } from '../../law/in-force.ts'
import type { Dated, DatedEntry, EffectDate } from '../../law/types.ts'
import type { EntriesOf, Parameters, ValuesOf } from './definition.ts'
import { STATUS_WORDS } from './status-words.ts'

export interface LawOn<P> {
  law: ValuesOf<P>
  entry: EntriesOf<P>
  /** by name, what an answer must say that rests on the value: it is no law yet */
  provisional: ReadonlyMap<string, string>
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
  return { law, entry, provisional: provisionalOn(parameters, on) }
}

function provisionalOn(parameters: Parameters, on: EffectDate): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, parameter] of Object.entries(parameters) as [string, Dated<unknown>][]) {
    const entry = inForceOrNull(parameter, on)
    if (!entry?.status) continue
    const why = entry.note ?? 'まだ確定していません。'
    found.set(name, `${parameter.title}: ${STATUS_WORDS[entry.status]}の値です。${why}`)
  }
  return found
}

/** The same values, telling each time one is read that is no law yet. */
export function watched<P>({ law, entry, provisional }: LawOn<P>, tell: (text: string) => void): LawOn<P> {
  if (provisional.size === 0) return { law, entry, provisional }
  const telling = <T extends object>(values: T): T => {
    const over = {} as T // its own properties, for rules that spread them
    for (const name of Object.keys(values)) {
      const text = provisional.get(name)
      const get = () => {
        if (text !== undefined) tell(text)
        return values[name as keyof T]
      }
      Object.defineProperty(over, name, { enumerable: true, get })
    }
    return over
  }
  return {
    law: telling(law as object) as typeof law,
    entry: telling(entry as object) as typeof entry,
    provisional,
  }
}

/** The entry, or null where no value is in force on the day. */
export function inForceOrNull<T>(parameter: Dated<T>, on: EffectDate): DatedEntry<T> | null {
  try {
    return inForce(parameter, on)
  } catch (error) {
    if (error instanceof NoValueInForce) return null
    throw error
  }
}

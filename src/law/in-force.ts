import type { Dated, DatedEntry, EffectDate } from './types.ts'

/** Thrown when a parameter has no entry for a date: the caller says so to the user, nothing falls back to a nearby year. */
export class NoValueInForce extends Error {
  override readonly name = 'NoValueInForce'
  readonly parameterId: string
  readonly date: EffectDate

  constructor(parameterId: string, date: EffectDate) {
    super(`no value of ${parameterId} is in force on ${date}`)
    this.parameterId = parameterId
    this.date = date
  }
}

/**
 * The entry of a parameter in force on a day.
 * @param date `YYYY-MM-DD`; money: day of service, 認定: day of application, questionnaires: day of answer
 * @throws NoValueInForce before the first entry and after an ended one
 * @throws RangeError when the date is not `YYYY-MM-DD` or the history is not in ascending order
 */
export function inForce<T>(parameter: Dated<T>, date: EffectDate): DatedEntry<T> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`not an ISO date: ${date}`)
  let found: DatedEntry<T> | undefined
  let previous = ''
  for (const entry of parameter.history) {
    if (entry.from <= previous)
      throw new RangeError(`history of ${parameter.id} is not ascending at ${entry.from}`)
    previous = entry.from
    if (entry.from <= date) found = entry
  }
  if (found === undefined || (found.to !== undefined && date > found.to))
    throw new NoValueInForce(parameter.id, date)
  return found
}

/** What is wrong with a parameter as a record of law: the test over all parameters expects an empty list. */
export function defectsOf(parameter: Dated<unknown>): string[] {
  const defects: string[] = []
  const isDate = (s: string) => /^\d{4}-\d{2}-\d{2}$/.test(s)
  if (parameter.history.length === 0) defects.push('no entry')
  if (parameter.unit.trim() === '') defects.push('no unit')
  if (!isDate(parameter.checkedOn)) defects.push(`checkedOn is not a date: ${parameter.checkedOn}`)
  parameter.history.forEach((entry, i) => {
    const next = parameter.history[i + 1]
    if (!isDate(entry.from)) defects.push(`from is not a date: ${entry.from}`)
    if (entry.to !== undefined && !(isDate(entry.to) && entry.to >= entry.from))
      defects.push(`${entry.from}: ends before it begins`)
    if (next && next.from <= entry.from) defects.push(`${next.from}: not after ${entry.from}`)
    if (next && entry.to !== undefined && entry.to >= next.from)
      defects.push(`${entry.from}: overlaps ${next.from}`)
    if (entry.source.text.trim() === '') defects.push(`${entry.from}: no source`)
  })
  return defects
}

import type { Fact } from './fact.ts'
import { isWithinOpening, isWorkingDay } from './working-days.ts'

/** Why a figure has no value. Missing is not zero (programmes.md §0). */
export type Missing =
  /** nobody wrote it down */
  | 'not-recorded'
  /** counts of people without names: distinct people cannot be known */
  | 'people-unknown'
  /** nothing to divide by */
  | 'nothing-counted'
  /** work of this row is not counted in this unit */
  | 'other-unit'
  | 'no-residents'
  /** the place has no register of residents here */
  | 'no-register'

export interface Figure {
  /** whole; in units of the measure's last decimal */
  value: number | null
  missing: Missing | null
}

/** A way of counting. The unit is part of its identity: figures of two measures are never added. */
export interface Measure {
  id: string
  /** 実人数 */
  heading: string
  /** 人 */
  unit: string
  /** 1: `value` 123 means 12.3 */
  decimals: 0 | 1
}

export const MEASURES = {
  people: { id: 'people', heading: '実人数', unit: '人', decimals: 0 },
  contacts: { id: 'contacts', heading: '延べ件数', unit: '件', decimals: 0 },
  attendances: { id: 'attendances', heading: '延べ人数', unit: '人', decimals: 0 },
  times: { id: 'times', heading: '回数', unit: '回', decimals: 0 },
  minutes: { id: 'minutes', heading: '時間', unit: '分', decimals: 0 },
  noMinutes: { id: 'no-minutes', heading: '時間の記録なし', unit: '件', decimals: 0 },
  outside: { id: 'outside', heading: '時間外の割合', unit: '％', decimals: 1 },
  residents: { id: 'residents', heading: '65歳以上', unit: '人', decimals: 0 },
  perThousand: { id: 'per-thousand', heading: '65歳以上千人あたり', unit: '件', decimals: 1 },
} as const satisfies Record<string, Measure>

/** A fact with what is told apart many times over as small numbers: a row is counted some twenty times a month. */
export interface CountedFact extends Fact {
  /** one number for one person, or for one record about somebody not named */
  who: number
  /** one number for one occasion (see `times`) */
  occasion: number
  isOutside: boolean
}

/** @param facts of one report: numbers of two reports have nothing to do with each other */
export function counted(facts: readonly Fact[]): CountedFact[] {
  const who = new Map<string, number>()
  const occasionOf = occasions()
  const isWorking = new Map<string, boolean>()
  return facts.map((fact) => ({
    ...fact,
    who: numberOf(who, fact.personId ?? fact.sourceId),
    occasion: occasionOf(fact),
    isOutside: isOutside(fact, isWorking),
  }))
}

function numberOf(known: Map<string, number>, key: string): number {
  const number = known.get(key) ?? known.size
  if (number === known.size) known.set(key, number)
  return number
}

/** Worker, day, minute and 相談方法 of a consultation as one whole number; other work has one below zero for each source. */
function occasions(): (fact: Fact) => number {
  const [workers, days, channels, sources] = [0, 1, 2, 3].map(() => new Map<string, number>()) as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ]
  return ({ contact, staffId, day, sourceId }) => {
    if (contact === null) return -1 - numberOf(sources, sourceId)
    const place = numberOf(workers, staffId) * 366 + numberOf(days, day)
    return (place * 1440 + contact.minute) * 64 + numberOf(channels, contact.channel)
  }
}

function isOutside({ contact, day }: Fact, known: Map<string, boolean>): boolean {
  if (contact === null) return false
  if (!isWithinOpening(contact.minute)) return true
  const isWorking = known.get(day) ?? isWorkingDay(day)
  known.set(day, isWorking)
  return !isWorking
}

const known = (value: number): Figure => ({ value, missing: null })
const none = (missing: Missing): Figure => ({ value: null, missing })

/**
 * 実人数: distinct people. A record about somebody not named counts once (CON-02). A record that counts heads (unit 人) without
 * naming them has no distinct people: the figure is missing, not smaller.
 */
export function people(facts: readonly CountedFact[]): Figure {
  const seen = new Set<number>()
  for (const { personId, who, unit } of facts) {
    if (personId === null && unit === '人') return none('people-unknown')
    seen.add(who)
  }
  return known(seen.size)
}

/**
 * 延べ件数: records of work. 件: what the rows count · 回, 分: one for each record. Rows that count heads (人) are 延べ人数 and never
 * stand in this column (`attendances`).
 */
export function contacts(facts: readonly Fact[]): Figure {
  const records = facts.filter(({ unit }) => unit !== '人')
  if (records.length === 0 && facts.length > 0) return none('other-unit')
  return known(records.reduce((sum, { unit, count }) => sum + (unit === '件' ? count : 1), 0))
}

/** 延べ人数 of work that counts heads; other work has none. */
export function attendances(facts: readonly Fact[]): Figure {
  const heads = facts.filter(({ unit }) => unit === '人')
  if (heads.length === 0 && facts.length > 0) return none('other-unit')
  return known(heads.reduce((sum, { count }) => sum + count, 0))
}

/**
 * 回数: how often it took place, however many people it was for.
 * - 総合相談 (件): occasions. Records of one worker that begin in the same minute by the same 相談方法 are one occasion: one home visit
 *   to a couple is 実人数 2, 延べ 2, 回数 1.
 * - other work in 件: one for each source record
 * - 回: what the rows count · 人 (heads) and 分: one for each record
 * @source our decision; programmes.md §0 tells 実人数, 延べ and 回数 (events) apart
 */
export function times(facts: readonly CountedFact[]): Figure {
  const occasions = new Set<number>()
  let stated = 0
  for (const { unit, count, occasion } of facts) {
    if (unit === '回') stated += count
    else occasions.add(occasion)
  }
  return known(stated + occasions.size)
}

/** CON-03: the sum of what was written down; where nobody wrote anything there is no sum. */
export function minutes(facts: readonly Fact[]): Figure {
  let sum = 0
  let isAny = false
  for (const fact of facts) {
    if (fact.minutes === null) continue
    sum += fact.minutes
    isAny = true
  }
  return isAny || facts.length === 0 ? known(sum) : none('not-recorded')
}

/** CON-03: records without minutes, beside the sum. */
export const noMinutes = (facts: readonly Fact[]): Figure =>
  known(facts.filter((fact) => fact.minutes === null).length)

/** Share of contacts outside office hours, in tenths of a percent, rounded half up. */
export function outsideShare(facts: readonly CountedFact[]): Figure {
  const outside = facts.filter((fact) => fact.isOutside).length
  return facts.length === 0 ? none('nothing-counted') : known(roundedShare(outside, 1000, facts.length))
}

/**
 * Contacts for 1,000 residents aged 65 and over, in tenths, rounded half up.
 * @param residents null: not known
 */
export function perThousand(facts: readonly Fact[], residents: number | null): Figure {
  if (residents === null) return none('no-register')
  if (residents === 0) return none('no-residents')
  return known(roundedShare(contacts(facts).value ?? 0, 10_000, residents))
}

export const residentsFigure = (residents: number | null): Figure =>
  residents === null ? none('no-register') : known(residents)

/** part × by ÷ whole in whole numbers, halves up. */
const roundedShare = (part: number, by: number, whole: number): number =>
  Math.floor((2 * part * by + whole) / (2 * whole))

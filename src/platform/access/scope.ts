import { type Actor, holdersOf } from './actor.ts'

/**
 * The condition every list and lookup of personal records carries in its own text (the first lock; row-level security
 * is the second). Same sentence as the policies, so a list never shows what a page would refuse.
 * @param alias table alias; @param person column with the person's id; @param next number of the next free parameter
 * @returns SQL without a leading `and`, and its parameters, beginning with the insurer
 */
export function scopeCondition(
  actor: Actor,
  today: string,
  { alias, person, next = 1 }: { alias: string; person: string; next?: number },
): { sql: string; values: unknown[] } {
  const insurer = `${alias}.insurer_id = $${next}`
  if (actor.reach === 'insurer') return { sql: insurer, values: [actor.insurerId] }
  const access = (holders: number, day: number) =>
    `exists (select 1 from platform.person_access a where a.insurer_id = $${next} and a.person_id = ${alias}.${person}
      and a.holder_id = any ($${holders}::uuid[]) and a.valid_from <= $${day}::date
      and (a.valid_to is null or a.valid_to >= $${day}::date))`
  if (actor.reach === 'centre') {
    return {
      sql: `${insurer} and ${alias}.centre_id = any ($${next + 1}::uuid[])`,
      values: [actor.insurerId, actor.centreIds],
    }
  }
  if (actor.reach === 'assignment') {
    return {
      sql: `${insurer} and ${access(next + 1, next + 2)}`,
      values: [actor.insurerId, holdersOf(actor), today],
    }
  }
  return { sql: `${insurer} and false`, values: [actor.insurerId] }
}

/** Like scopeCondition, for one record looked up by its key: centre or any access that holds today. */
export function recordCondition(
  actor: Actor,
  today: string,
  { alias, person, next = 1 }: { alias: string; person: string; next?: number },
): { sql: string; values: unknown[] } {
  if (actor.reach !== 'centre') return scopeCondition(actor, today, { alias, person, next })
  return {
    sql: `${alias}.insurer_id = $${next} and (${alias}.centre_id = any ($${next + 1}::uuid[])
      or exists (select 1 from platform.person_access a where a.insurer_id = $${next} and a.person_id = ${alias}.${person}
        and a.holder_id = any ($${next + 2}::uuid[]) and a.valid_from <= $${next + 3}::date
        and (a.valid_to is null or a.valid_to >= $${next + 3}::date)))`,
    values: [actor.insurerId, actor.centreIds, holdersOf(actor), today],
  }
}

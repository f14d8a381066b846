import { type Actor, recordCondition, scopeCondition } from '../../platform/access/index.ts'

type Condition = ReturnType<typeof recordCondition>

/** 委託先 never read what speaks of abuse; row-level security says the same (abuse_not_shared). */
const shared = (actor: Actor, { sql, values }: Condition): Condition =>
  actor.reach === 'assignment'
    ? { sql: `${sql} and not ('abuse' = any (c.topics))`, values }
    : { sql, values }

/** Consultations (alias c) that one record's page may show. */
export const readable = (actor: Actor, today: string, next: number): Condition =>
  shared(actor, recordCondition(actor, today, { alias: 'c', person: 'person_id', next }))

/** Consultations (alias c) that a list shows. */
export const listed = (actor: Actor, today: string, next: number): Condition =>
  shared(actor, scopeCondition(actor, today, { alias: 'c', person: 'person_id', next }))

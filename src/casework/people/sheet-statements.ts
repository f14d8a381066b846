import { type Actor, recordCondition } from '../../platform/access/index.ts'
import type { Statement } from '../../platform/database/engine.ts'

/** The record that goes on when this one was merged, if in reach, and how many merges made this one. */
export function mergedStatement(actor: Actor, today: string, id: string): Statement {
  const reach = recordCondition(actor, today, { alias: 'p', person: 'id', next: 2 })
  return {
    text: `select g.id, g.name, g.kana, (select count(*)::int from casework.person_merge m
          where m.insurer_id = $2 and m.person_id = $1 and m.undone_at is null) as merges
      from (select p.id from casework.person p where ${reach.sql} and p.id = $1 and p.merged_into is not null) o
      full join (select p.id, p.name, p.kana from casework.person p
        where ${reach.sql} and p.id = casework.surviving_person($1)) g on true`,
    values: [id, ...reach.values],
  }
}

export function eventsStatement(actor: Actor, today: string, id: string): Statement {
  const reach = recordCondition(actor, today, { alias: 'e', person: 'person_id', next: 2 })
  return {
    text: `select e.id, e.version, e.kind, e.happened_on as "happenedOn", e.origin, e.information_source as "informationSource",
        c.name as "confirmedByName", e.moved_to as "movedTo", e.note, e.recorded_at as "recordedAt", s.name as "recordedByName",
        e.core_confirmed_at as "coreConfirmedAt"
      from casework.person_event e
      left join registers.staff c on c.insurer_id = e.insurer_id and c.id = e.confirmed_by
      left join registers.staff s on s.insurer_id = e.insurer_id and s.id = e.recorded_by
      where ${reach.sql} and e.person_id = $1 and e.cancelled_at is null order by e.happened_on, e.id`,
    values: [id, ...reach.values],
  }
}

/** The last answer that was not withdrawn. */
export function consentStatement(actor: Actor, today: string, id: string): Statement {
  const reach = recordCondition(actor, today, { alias: 'n', person: 'person_id', next: 2 })
  return {
    text: `select n.id, n.version, n.state, n.given_on as "givenOn", n.given_by as "givenBy", n.relationship, n.scope, n.note
      from casework.person_consent n
      where ${reach.sql} and n.person_id = $1 and (n.withdrawn_on is null or n.withdrawn_on > $${2 + reach.values.length}::date)
      order by n.given_on desc, n.id desc limit 1`,
    values: [id, ...reach.values, today],
  }
}

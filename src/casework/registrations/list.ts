import { scopeCondition } from '../../platform/access/index.ts'
import { addDays } from '../../platform/calendar/index.ts'
import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import type { RegistrationList, RegistrationRow } from './answers.ts'
import { criteriaWords } from './rules/words.ts'
import type { RegistrationFilter } from './schema.ts'

/** A review is shown this many days before it is due: our own, no law. */
const REVIEW_SOON_DAYS = 60

const COLUMNS = `r.id, r.version,
  jsonb_build_object('id', p.id, 'name', p.name, 'kana', p.kana, 'birthOn', p.birth_on, 'insuredNumber', p.insured_number) as person,
  r.state, r.occasion, r.received_on as "receivedOn", r.wish, r.consent, r.checklist_on as "checklistOn", r.met,
  r.notification_on as "notificationOn", r.card_place as "cardPlace", r.requested_at as "requestedAt",
  sr.name as "requestedByName", r.request_note as "requestNote", r.received_at as "receivedAt",
  sv.name as "receivedByName", r.returned_reason as "returnedReason", k.short_name as "centreName",
  nk.short_name as "notificationCentreName", r.decided_on as "decidedOn", sd.name as "decidedByName",
  r.starts_on as "startsOn", r.local_class as "localClass", r.review_due as "reviewDue",
  r.card_reissued_on as "cardReissuedOn", r.kokuhoren_notified_on as "kokuhorenNotifiedOn",
  r.kokuhoren_month as "kokuhorenMonth", r.ended_on as "endedOn", r.end_reason as "endReason"`
const FROM = `from casework.registration r
  join casework.person p on p.insurer_id = r.insurer_id and p.id = r.person_id
  left join registers.centre k on k.insurer_id = r.insurer_id and k.id = r.centre_id
  left join registers.centre nk on nk.insurer_id = r.insurer_id and nk.id = r.notification_centre_id
  left join registers.staff sr on sr.insurer_id = r.insurer_id and sr.id = r.requested_by
  left join registers.staff sv on sv.insurer_id = r.insurer_id and sv.id = r.received_by
  left join registers.staff sd on sd.insurer_id = r.insurer_id and sd.id = r.decided_by`

interface Where {
  conditions: string[]
  values: unknown[]
  /** takes a value in and gives its parameter */
  at(value: unknown): string
}

/** Courses of the reader's scope, newest reception first, a page at a time; one flight. */
export async function listRegistrations(work: Work, filter: RegistrationFilter): Promise<RegistrationList> {
  const where = whereOf(work, filter)
  const statements = [pageStatement(where, filter)]
  if (filter.withTotal) statements.push(totalStatement(where))
  const [rows, counted] = (await work.flight(statements)) as [
    Omit<RegistrationRow, 'metWords'>[],
    { total: number }[] | undefined,
  ]
  const page = rows
    .slice(0, filter.limit)
    .map((row) => ({ ...row, metWords: criteriaWords(row.met, row.checklistOn) }))
  work.touched(...page.map(({ person }) => person.id))
  work.about('registration', undefined, { shown: page.length })
  const last = rows.length > filter.limit ? page.at(-1) : undefined
  return {
    rows: page,
    nextCursor: last ? Buffer.from(`${last.receivedOn} ${last.id}`).toString('base64url') : null,
    total: counted?.[0]?.total ?? null,
  }
}

function whereOf({ actor, today }: Work, filter: RegistrationFilter): Where {
  const { sql, values } = scopeCondition(actor, today, { alias: 'r', person: 'person_id', next: 1 })
  const all = [...values]
  const where: Where = { conditions: [sql], values: all, at: (value) => `$${all.push(value)}` }
  const also = (condition: string) => where.conditions.push(condition)
  for (const condition of tabConditions(filter.tab, today, where)) also(condition)
  // one centre named by equality: only then does the index give the order
  const centre = filter.centreId ?? (actor.centreIds.length === 1 ? actor.centreIds[0] : undefined)
  if (centre) also(`r.centre_id = ${where.at(centre)}::uuid`)
  if (filter.localClass) also(`r.local_class = ${where.at(filter.localClass)}`)
  if (filter.from) also(`r.received_on >= ${where.at(filter.from)}::date`)
  if (filter.to) also(`r.received_on <= ${where.at(filter.to)}::date`)
  return where
}

function tabConditions(tab: RegistrationFilter['tab'], today: string, where: Where): string[] {
  switch (tab) {
    case 'requests':
      return [`r.state = 'notificationAccepted'`]
    case 'underWay':
      return [`r.state not in ('registered', 'ended', 'withdrawn', 'certificationRoute')`]
    case 'registered':
      return [`r.state = 'registered'`]
    case 'actsMissing':
      return [`r.state = 'registered' and (r.card_reissued_on is null or r.kokuhoren_notified_on is null)`]
    case 'reviewDue':
      return [
        `r.state = 'registered' and r.review_due <= ${where.at(addDays(today, REVIEW_SOON_DAYS))}::date`,
      ]
    case 'ended':
      return [`r.state = 'ended'`]
    case 'all':
      return []
  }
}

function pageStatement(where: Where, { cursor, limit }: RegistrationFilter): Statement {
  const conditions = [...where.conditions]
  const values = [...where.values]
  if (cursor) {
    values.push(...fromCursor(cursor))
    conditions.push(`(r.received_on, r.id) < ($${values.length - 1}::date, $${values.length}::uuid)`)
  }
  values.push(limit + 1)
  return {
    text: `select ${COLUMNS} ${FROM} where ${conditions.join(' and ')}
      order by r.received_on desc, r.id desc limit $${values.length}`,
    values,
  }
}

const totalStatement = ({ conditions, values }: Where): Statement => ({
  text: `select count(*) as total from casework.registration r where ${conditions.join(' and ')}`,
  values,
})

function fromCursor(cursor: string): [string, string] {
  const found = /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!found?.[1] || !found[2]) {
    throw invalid([
      { path: 'cursor', code: 'cursor', message: '続きの場所が分かりません。一覧を開き直してください。' },
    ])
  }
  return [found[1], found[2]]
}

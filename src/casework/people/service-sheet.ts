import { type Actor, abilitiesOf, mayRole, ROLES, recordCondition } from '../../platform/access/index.ts'
import { ageYears, daysBetween } from '../../platform/calendar/index.ts'
import { allContributes, type CardSource } from '../../platform/contributes/index.ts'
import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { taskKindLabel } from '../../platform/tasks/index.ts'
import './policy.ts'
import { flagsOf } from './rules/flags.ts'
import type { Contact } from './schema.ts'
import type { HiddenAddress, Sheet, SheetPerson } from './schema-sheet.ts'
import { consentStatement, eventsStatement, mergedStatement } from './sheet-statements.ts'
import { personStatement, type StoredPerson, toSheetPerson } from './stored-person.ts'

type MemberRow = Omit<Sheet['household']['members'][number], 'ageYears'>
type TaskRow = Omit<Sheet['tasks'][number], 'daysLeft' | 'kindLabel'>
interface MergedRow {
  id: string | null
  name: string | null
  kana: string | null
  merges: number
}
type LastRow = NonNullable<Sheet['lastConsultation']> & { total: number }

/** The whole face sheet of a person in one round trip. @throws notFound when absent or out of reach */
export async function personSheet(work: Work, id: string): Promise<Sheet> {
  const { actor, today } = work
  const { cards, facts, menu } = await allContributes()
  work.about('person', id)
  const answers = await work.flight([
    personStatement(actor, today, id),
    householdStatement(actor, today, id),
    { text: 'select casework.household_others($1) as others', values: [id] },
    contactsStatement(actor, today, id),
    lastConsultationStatement(actor, today, id),
    tasksStatement(actor, today, id),
    mergedStatement(actor, today, id),
    eventsStatement(actor, today, id),
    consentStatement(actor, today, id),
    ...cards.map((card) => card.query(actor, today, id)),
    ...facts.map((fact) => fact.query(actor, today, id)),
  ])
  const stored = answers[0]?.[0] as StoredPerson | undefined
  if (!stored) throw notFound()
  const members = answers[1] as MemberRow[]
  const others = (answers[2] as { others: number }[])[0]?.others ?? 0
  const contacts = answers[3] as Contact[]
  const last = answers[4]?.[0] as LastRow | undefined
  const tasks = answers[5] as TaskRow[]
  const merged = answers[6]?.[0] as MergedRow | undefined
  const consent = answers[8]?.[0] as Sheet['consent'] | undefined
  work.touched(id, ...members.map((member) => member.id))
  const person = toSheetPerson(stored, actor, today)
  return {
    today,
    person,
    mergedInto:
      merged?.id && merged.id !== id
        ? { id: merged.id, name: merged.name ?? '', kana: merged.kana ?? '' }
        : null,
    merges: merged?.merges ?? 0,
    events: answers[7] as Sheet['events'],
    consent: consent ?? null,
    flags: flagsOf(person, contacts),
    household: {
      members: members.map((member) => ({ ...member, ageYears: ageOf(member.birthOn, today) })),
      others: Math.max(0, others - members.length),
    },
    contacts,
    lastConsultation: last ? lastOf(last) : null,
    tasks: tasks.map((task) => ({
      ...task,
      kindLabel: taskKindLabel(task.kind),
      daysLeft: daysBetween(today, task.dueOn),
    })),
    counts: { consultations: last?.total ?? 0, openTasks: tasks.length, contacts: contacts.length },
    cards: cardsOf(cards, answers.slice(9)),
    facts: facts
      .map((fact, n) => fact.toFact(answers[9 + cards.length + n] ?? [], today))
      .filter((fact) => fact !== null),
    // nothing new is written to a record that was merged away
    menu: (person.mergedInto ? [] : menu)
      .filter((entry) => mayRole(actor.role, entry.may))
      .map(({ id: entry, label, link }) => ({ id: entry, label, link: link.replace('{personId}', id) })),
    abilities: abilitiesOn(person, actor),
    readers: readersOf(person),
  }
}

const ageOf = (birthOn: string | null, on: string) => (birthOn === null ? null : ageYears(birthOn, on))

const lastOf = ({ id, receivedOn, channel, text, staffName }: LastRow): Sheet['lastConsultation'] => ({
  id,
  receivedOn,
  channel,
  text,
  staffName,
})

const cardsOf = (sources: readonly CardSource[], answers: readonly unknown[][]): Sheet['cards'] =>
  sources.map((source, n) => source.toCard(answers[n] ?? [])).filter((card) => card !== null)

const CHANGES = [
  'person.change',
  'person.transfer',
  'person.record-event',
  'person.restrict',
  'person.compare',
  'consultation.write',
]

/** Rights of the role, less those that the state of the record takes away. */
function abilitiesOn(person: SheetPerson, actor: Actor): string[] {
  const lost = new Set<string>()
  if (!person.isProtected) lost.add('person.hidden-address')
  if (person.mergedInto) for (const right of CHANGES) lost.add(right)
  return abilitiesOf(actor.role).filter((right) => !lost.has(right))
}

function readersOf(person: SheetPerson): string {
  const centre = person.centre ? `${person.centre.name}の職員` : '担当センターは未定'
  const insurer = Object.values(ROLES)
    .filter((role) => role.reach === 'insurer')
    .map((role) => role.label)
  return `閲覧できる人: ${centre}、${insurer.join('・')}、この方を委託・許可された職員`
}

function householdStatement(actor: Actor, today: string, id: string): Statement {
  const condition = recordCondition(actor, today, { alias: 'p', person: 'id', next: 2 })
  return {
    text: `select p.id, p.name, p.kana, p.birth_on as "birthOn", p.sex, p.relationship from casework.person p
      where ${condition.sql} and p.id <> $1 and p.merged_into is null and p.died_on is null and not p.is_locked
        and p.household_number = (select o.household_number from casework.person o where o.insurer_id = $2 and o.id = $1)
      order by p.birth_on, p.id limit 20`,
    values: [id, ...condition.values],
  }
}

export function contactsStatement(actor: Actor, today: string, id: string): Statement {
  const condition = recordCondition(actor, today, { alias: 'k', person: 'person_id', next: 2 })
  return {
    text: `select k.id, k.version, k.name, k.kana, k.relationship, k.phone, k.address, k.is_key_person as "isKeyPerson",
        k.is_emergency as "isEmergency", k.is_caller_warning as "isCallerWarning", k.note
      from casework.contact k where ${condition.sql} and k.person_id = $1
      order by k.is_key_person desc, k.is_emergency desc, k.id limit 100`,
    values: [id, ...condition.values],
  }
}

/** 委託先 never learn of 虐待対応; row-level security says the same. */
const maySeeAbuse = (actor: Actor): boolean => actor.reach !== 'assignment'

function lastConsultationStatement(actor: Actor, today: string, id: string): Statement {
  const condition = recordCondition(actor, today, { alias: 'n', person: 'person_id', next: 2 })
  return {
    text: `select n.id, n.received_on as "receivedOn", n.channel, left(n.text, 200) as text, s.name as "staffName",
        count(*) over () as total
      from casework.consultation n
      left join registers.staff s on s.insurer_id = n.insurer_id and s.id = n.staff_id
      where ${condition.sql} and n.person_id = $1 and n.withdrawn_at is null
        and ($${2 + condition.values.length}::boolean or not 'abuse' = any (n.topics))
      order by n.received_at desc, n.id desc limit 1`,
    values: [id, ...condition.values, maySeeAbuse(actor)],
  }
}

function tasksStatement(actor: Actor, today: string, id: string): Statement {
  const condition = recordCondition(actor, today, { alias: 'k', person: 'person_id', next: 2 })
  return {
    text: `select k.id, k.version, k.title, k.kind, k.state, k.due_on as "dueOn", s.name as "holderName"
      from platform.task k
      left join registers.staff s on s.insurer_id = k.insurer_id and s.id = k.holder_id
      where ${condition.sql} and k.person_id = $1 and k.state in ('open', 'waiting')
        and ($${2 + condition.values.length}::boolean or k.kind <> 'abuse-first-response')
      order by k.due_on, k.id limit 100`,
    values: [id, ...condition.values, maySeeAbuse(actor)],
  }
}

/** Address and telephone of somebody under 支援措置, through a right and an audit word of their own. */
export async function hiddenAddress(work: Work, id: string): Promise<HiddenAddress> {
  work.about('person', id)
  const condition = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 2 })
  const [rows] = await work.flight([
    {
      text: `select h.postal_code as "postalCode", t.name as "townName", h.address_rest as rest, h.building, h.phone,
          h.protected_from as "protectedFrom"
        from casework.person p
        join casework.person_protected h on h.insurer_id = p.insurer_id and h.person_id = p.id
        left join registers.town t on t.insurer_id = h.insurer_id and t.id = h.town_id
        where ${condition.sql} and p.id = $1`,
      values: [id, ...condition.values],
    },
  ])
  const address = (rows as HiddenAddress[])[0]
  if (!address) throw notFound()
  work.touched(id)
  return address
}

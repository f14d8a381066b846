import { recordCondition } from '../../../platform/access/index.ts'
import { allContributes, type PersonEvent } from '../../../platform/contributes/index.ts'
import type { Tx } from '../../../platform/database/engine.ts'
import type { Work } from '../../../platform/database/work.ts'
import { conflict, invalid, notFound, Problem } from '../../../platform/errors/index.ts'
import { followers } from '../merge/service.ts'
import { closingTasks } from '../rules/closing-tasks.ts'
import { personStatement, type StoredPerson, toSheetPerson } from '../stored-person.ts'
import type { CancelBody, Cancelled, EventBody, EventPreview, Recorded } from './schema.ts'

/** Kinds of task that a departure does not end; the door names the same. */
const STAY = ['abuse-first-response', 'person.closing', 'person.merge-request']

type TaskRow = EventPreview['ends'][number] & { kind: string }

/** What a death or moving away would lead to, before anything is stored. @throws notFound */
export async function previewEvent(
  work: Work,
  id: string,
  kind: 'died' | 'moved-out',
): Promise<EventPreview> {
  const { actor, today } = work
  work.about('person', id, { kind })
  const { consequences } = await allContributes()
  const event: PersonEvent = { kind, personId: id, on: today }
  const foreseen = consequences.filter((one) => one.on.includes(kind) && one.foresee)
  const reach = (alias: string, person: string) => recordCondition(actor, today, { alias, person, next: 2 })
  const [people, tasks, accesses, ...further] = (await work.flight([
    personStatement(actor, today, id),
    {
      text: `select t.id, t.title, t.due_on as "dueOn", t.kind, s.name as "holderName" from platform.task t
        left join registers.staff s on s.insurer_id = t.insurer_id and s.id = t.holder_id
        where ${reach('t', 'person_id').sql} and t.person_id = $1 and t.state in ('open', 'waiting') order by t.due_on, t.id limit 200`,
      values: [id, ...reach('t', 'person_id').values],
    },
    {
      text: `select coalesce(s.name, o.name, '職員') as "holderName", a.kind from casework.person p
        join platform.person_access a on a.insurer_id = p.insurer_id and a.person_id = p.id
        left join registers.staff s on s.insurer_id = a.insurer_id and s.id = a.holder_id
        left join registers.organisation o on o.insurer_id = a.insurer_id and o.id = a.holder_id
        where ${reach('p', 'id').sql} and p.id = $1 and (a.valid_to is null or a.valid_to >= $${2 + reach('p', 'id').values.length}::date)
        order by a.valid_from limit 50`,
      values: [id, ...reach('p', 'id').values, today],
    },
    ...foreseen.map(
      (one) => one.foresee?.(actor, today, event) ?? { text: 'select 1 where false', values: [] },
    ),
  ])) as [StoredPerson[], TaskRow[], EventPreview['accesses'], ...EventPreview['further'][]]
  if (!people[0]) throw notFound()
  work.touched(id)
  const shown = ({ kind: _, ...task }: TaskRow) => task
  return {
    ends: tasks.filter((task) => !STAY.includes(task.kind)).map(shown),
    stays: tasks.filter((task) => STAY.includes(task.kind)).map(shown),
    accesses,
    closing: closingTasks(kind, today),
    further: further.flat().filter(({ count }) => count > 0),
  }
}

type Outcome =
  | { outcome: 'done'; eventId: string; withdrawn: number; ended: number; added: number }
  | { outcome: 'conflict' | 'merged' | 'already' }

/**
 * Records a death or moving away known by hand. @throws notFound · conflict with the stored person · invalid · Problem 409
 */
export async function recordEvent(work: Work, id: string, body: EventBody): Promise<Recorded> {
  const { actor, today } = work
  work.about('person', id, { kind: body.kind })
  return work.write(async (tx) => {
    const stored = await storedPerson(tx, work, id)
    work.touched(id)
    await check(tx, work, stored, body)
    const tasks = closingTasks(body.kind, today)
      .filter(({ code }) => body.tasks.includes(code))
      .map(({ title, dueOn }) => ({ title, due_on: dueOn }))
    const [row] = await tx.query<{ answer: Outcome | null }>(
      'select casework.record_person_event($1, $2, $3, $4, false, $5, $6, $7, $8, $9) as answer',
      [
        id,
        body.version,
        body.kind,
        body.happenedOn,
        body.informationSource,
        body.confirmedBy,
        body.movedTo,
        body.note,
        JSON.stringify(tasks),
      ],
    )
    const answer = row?.answer
    if (!answer) throw notFound()
    if (answer.outcome === 'conflict') throw conflict(toSheetPerson(stored, actor, today))
    if (answer.outcome !== 'done') throw refusal(answer.outcome, body.kind)
    await followers(tx, work, { kind: body.kind, personId: id, on: body.happenedOn })
    const { eventId, withdrawn, ended, added } = answer
    return { id: eventId, withdrawn, ended, added }
  })
}

async function storedPerson(tx: Tx, { actor, today }: Work, id: string): Promise<StoredPerson> {
  const { text, values } = personStatement(actor, today, id)
  const [stored] = await tx.query<StoredPerson>(text, values)
  if (!stored) throw notFound()
  return stored
}

async function check(tx: Tx, work: Work, person: StoredPerson, body: EventBody): Promise<void> {
  const word = body.kind === 'died' ? '亡くなった日' : '転出した日'
  const errors = []
  if (body.happenedOn > work.today) {
    errors.push({
      path: 'happenedOn',
      code: 'future',
      message: `${word}: 今日より先の日です。年と元号を確かめてください。`,
    })
  }
  if (person.birthOn && body.happenedOn < person.birthOn) {
    errors.push({
      path: 'happenedOn',
      code: 'before-birth',
      message: `${word}: 生年月日より前の日です。年と元号を確かめてください。`,
    })
  }
  if (person.isProtected && body.movedTo) {
    errors.push({
      path: 'movedTo',
      code: 'protected',
      message:
        '転出先: 支援措置の方です。転出先は記録できません。空欄にし、必要なときは市の担当課へ直接伝えてください。',
    })
  }
  const staff = await tx.query('select 1 from registers.staff where insurer_id = $1 and id = $2', [
    work.actor.insurerId,
    body.confirmedBy,
  ])
  if (staff.length === 0) {
    errors.push({
      path: 'confirmedBy',
      code: 'unknown',
      message: '確認者: この職員は登録されていません。選び直してください。',
    })
  }
  if (errors.length > 0) throw invalid(errors)
}

const refusal = (outcome: 'merged' | 'already', kind: EventBody['kind']) =>
  outcome === 'merged'
    ? new Problem('event.merged', 409, 'ほかの記録へ統合された記録です', {
        detail: '統合先の記録を開いて、そちらに記録してください。',
      })
    : new Problem('event.already', 409, `${kind === 'died' ? '死亡' : '転出'}は、すでに記録されています`, {
        detail: '日付などが違うときは、先の記録を取り消してから、もう一度記録してください。',
      })

type Undone =
  | {
      outcome: 'done'
      personId: string
      kind: 'died' | 'moved-out'
      happenedOn: string
      reopened: number
      removed: number
      restored: number
    }
  | { outcome: 'cancelled' | 'of-core' | 'conflict' }

const NOT_CANCELLED = {
  cancelled: ['すでに取り消されています', '画面を開き直してください。'],
  'of-core': [
    '基幹系システムの記録です',
    '住民記録の異動として届いているため、ここでは取り消せません。市の担当課に訂正を依頼してください。訂正が届くと、ここでも戻ります。',
  ],
  conflict: ['ほかの人が先に変えました', '画面を開き直して、内容を確かめてください。'],
} as const

/** 取消 of an event known by hand: what it ended begins again. @throws notFound · Problem 409 */
export async function cancelEvent(
  work: Work,
  id: string,
  eventId: string,
  body: CancelBody,
): Promise<Cancelled> {
  work.about('person', id, { eventId })
  return work.write(async (tx) => {
    const [known] = await tx.query(
      'select 1 from casework.person_event where insurer_id = $1 and id = $2 and person_id = $3',
      [work.actor.insurerId, eventId, id],
    )
    if (!known) throw notFound()
    work.touched(id)
    const [row] = await tx.query<{ answer: Undone | null }>(
      'select casework.cancel_person_event($1, $2, $3, false) as answer',
      [eventId, body.version, body.reason],
    )
    const answer = row?.answer
    if (!answer) throw notFound()
    if (answer.outcome !== 'done') {
      const [title, detail] = NOT_CANCELLED[answer.outcome]
      throw new Problem(`event.${answer.outcome}`, 409, title, { detail })
    }
    await followers(tx, work, { kind: 'returned', personId: id, on: answer.happenedOn, of: answer.kind })
    return { reopened: answer.reopened, removed: answer.removed, restored: answer.restored }
  })
}

import { recordCondition } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, notFound, Problem } from '../../platform/errors/index.ts'
import type { Course } from './answers.ts'
import { refuseNumbers } from './checks.ts'
import { courseIn } from './read.ts'
import { refreshCourse } from './refresh.ts'
import type { NewEntrustment } from './schema.ts'

interface Answer<Outcome extends string> {
  outcome: Outcome
  personId?: string
  courseId?: string
}

const ask = async <O extends string>(tx: Tx, text: string, values: unknown[]): Promise<Answer<O>> => {
  const [row] = await tx.query<{ answer: Answer<O> | null }>(text, values)
  if (!row?.answer) throw notFound()
  return row.answer
}

const SEND_REFUSALS = {
  'no-such-office': {
    path: 'organisationId',
    message: '委託先: 居宅介護支援事業所の台帳にありません。一覧から選び直してください。',
  },
  'no-such-staff': {
    path: 'contractorStaffId',
    message:
      '委託先の担当: この事業所に、その期間の介護支援専門員の職がありません。管理者に登録を依頼してください。',
  },
  overlap: {
    path: 'from',
    message: '委託の初日: ほかの委託と期間が重なります。先にその委託の最終日を決めてください。',
  },
} as const

/**
 * Entrusts a course (CPM-05): contract, access from its first day and the sender's 回答待ち through one door. Only the centre that
 * looks after the person, or the insurer.
 * @throws 404 · 409 with the stored course · 422
 */
export async function entrust(work: Work, courseId: string, input: NewEntrustment): Promise<Course> {
  refuseNumbers(work, { handOver: input.handOver }, input.notAnIndividualNumber)
  if (input.to !== null && input.to < input.from) {
    throw invalid([
      { path: 'to', code: 'day', message: '委託の最終日: 初日より前です。日付を確かめてください。' },
    ])
  }
  if (input.to !== null && input.to < work.today) {
    throw invalid([
      {
        path: 'to',
        code: 'day',
        message: '委託の最終日: 過ぎた日です。今日かそれより後の日にしてください。',
      },
    ])
  }
  work.about('care-management', courseId, { organisationId: input.organisationId })
  return work.write(async (tx) => {
    const { outcome } = await ask<'done' | 'conflict' | 'ended' | keyof typeof SEND_REFUSALS>(
      tx,
      'select casework.entrust_course($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as answer',
      [
        courseId,
        input.version,
        input.id,
        input.organisationId,
        input.contractorStaffId,
        input.from,
        input.to,
        input.handOver,
        input.committeeOn,
        work.clock.now().toString(),
      ],
    )
    if (outcome === 'conflict') throw conflict(await courseIn(tx, work, courseId))
    if (outcome === 'ended') {
      throw new Problem('care-management.ended', 409, '終わったケアマネジメントです', {
        detail: '委託するには、先に「終了を取り消す」で実施中に戻してください。',
      })
    }
    if (outcome !== 'done') throw invalid([{ code: outcome, ...SEND_REFUSALS[outcome] }])
    return courseIn(tx, work, courseId)
  })
}

/** 受領待ち of the contractor's office: also before the first day. */
export async function inbox(work: Work) {
  const [rows] = (await work.flight([
    {
      text: `select id, version, audit_id, person_name as "personName", person_kana as "personKana", valid_from as "from",
          valid_to as "to", hand_over as "handOver", sent_at as "sentAt", centre_name as "centreName",
          centre_phone as "centrePhone", sender_name as "senderName", contractor_name as "contractorName", mine
        from casework.entrustments_to_me(200)`,
    },
  ])) as [InboxStored[]]
  work.touched(...rows.map(({ audit_id }) => audit_id))
  return { rows: rows.map(({ audit_id: _, ...row }) => row) }
}

interface InboxStored {
  id: string
  version: number
  audit_id: string
  personName: string
  personKana: string
  from: string
  to: string | null
  handOver: string
  sentAt: string
  centreName: string | null
  centrePhone: string | null
  senderName: string | null
  contractorName: string | null
  mine: boolean
}

/** 受領: the contractor says that it has it; the tasks of its time become its own. Repeated: the same answer. */
export async function receive(work: Work, id: string): Promise<{ personId: string }> {
  work.about('entrustment', id)
  return work.write(async (tx) => {
    const { personId } = await ask<'done'>(tx, 'select casework.receive_entrustment($1, $2) as answer', [
      id,
      work.clock.now().toString(),
    ])
    work.touched(personId)
    return { personId: personId ?? '' }
  })
}

/** 辞退: nothing of the person is seen from then on; the centre gets a task with the reason. */
export async function decline(work: Work, id: string, reason: string): Promise<{ outcome: 'declined' }> {
  refuseNumbers(work, { reason }, false)
  work.about('entrustment', id)
  return work.write(async (tx) => {
    const { outcome, personId } = await ask<'done' | 'received'>(
      tx,
      'select casework.decline_entrustment($1, $2, $3) as answer',
      [id, reason, work.clock.now().toString()],
    )
    if (outcome === 'received') {
      throw new Problem('entrustment.received', 409, '受領した委託です', {
        detail: '受領した後に続けられなくなったときは、センターに連絡して最終日を決めてもらってください。',
      })
    }
    work.touched(personId)
    return { outcome: 'declined' as const }
  })
}

/** Sets the last day of a contract. The day after, the contractor sees nothing of the person. */
export async function endEntrustment(
  work: Work,
  id: string,
  { version, lastDay, reason }: { version: number; lastDay: string; reason: string },
): Promise<Course> {
  refuseNumbers(work, { reason }, false)
  work.about('entrustment', id)
  return work.write(async (tx) => {
    const courseId = await courseOf(tx, work, id)
    const { outcome } = await ask<'done' | 'conflict' | 'not-running' | 'overlap'>(
      tx,
      'select casework.end_entrustment($1, $2, $3, $4, $5) as answer',
      [id, version, lastDay, reason, work.clock.now().toString()],
    )
    if (outcome === 'conflict') throw conflict(await courseIn(tx, work, courseId))
    if (outcome === 'not-running') {
      throw new Problem('entrustment.not-running', 409, '終わった委託です', {
        detail: '終わった委託の最終日は変えられません。続けるときは、新しく委託してください。',
      })
    }
    if (outcome === 'overlap') {
      throw invalid([
        { path: 'lastDay', code: 'overlap', message: '最終日: 次の委託の初日より前の日にしてください。' },
      ])
    }
    await refreshCourse(tx, work, courseId, { because: 'course' })
    return courseIn(tx, work, courseId)
  })
}

async function courseOf(tx: Tx, { actor, today }: Work, entrustmentId: string): Promise<string> {
  const { sql, values } = recordCondition(actor, today, { alias: 'e', person: 'person_id', next: 2 })
  const [row] = await tx.query<{ courseId: string }>(
    `select e.course_id as "courseId" from casework.entrustment e where e.id = $1 and ${sql}`,
    [entrustmentId, ...values],
  )
  if (!row) throw notFound()
  return row.courseId
}

/** 引き受ける: what an ended contract left with the contractor comes to the centre. */
export async function takeBack(work: Work, courseId: string): Promise<Course> {
  work.about('care-management', courseId)
  return work.write(async (tx) => {
    const course = await courseIn(tx, work, courseId)
    await tx.query(
      `update platform.task t set holder_id = $3, is_new = false, handed_by = $3, handed_at = $4, received_at = $4,
         handed_reason = '委託の終了'
       where t.insurer_id = $1 and t.person_id = $2 and t.state in ('open', 'waiting')
         and exists (select 1 from registers.post o where o.insurer_id = $1 and o.staff_id = t.holder_id
           and o.role = 'contractedCareManager')
         and not exists (select 1 from registers.post o
           join platform.person_access a on a.insurer_id = $1 and a.holder_id in (o.organisation_id, o.staff_id)
             and a.person_id = $2 and a.valid_from <= $5 and (a.valid_to is null or a.valid_to >= $5)
           where o.insurer_id = $1 and o.staff_id = t.holder_id)`,
      [work.actor.insurerId, course.person.id, work.actor.staffId, work.clock.now().toString(), work.today],
    )
    await tx.query(
      `update platform.task set state = 'done', is_new = false, done_at = $3, done_by = $4
       where insurer_id = $1 and source_id = $2 and kind = 'care-management.hand-back' and state in ('open', 'waiting')
         and due_on <= $5`,
      [work.actor.insurerId, courseId, work.clock.now().toString(), work.actor.staffId, work.today],
    )
    await refreshCourse(tx, work, courseId, { because: 'course' })
    return courseIn(tx, work, courseId)
  })
}

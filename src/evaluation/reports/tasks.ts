import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { RETURNED_WORKING_DAYS } from './rules/local-choices.ts'
import { addMonths, closingDue, firstDay, formatMonth, type Month } from './rules/month.ts'
import { workingDaysAfter } from './rules/working-days.ts'
import { SOURCE, TASKS } from './words.ts'

interface About {
  reportId: string
  centreId: string | null
  month: Month
  unitName: string
}

/** 確定 ends what was open about the report, asks an officer for 受理, and reminds of the next month. */
export async function afterConfirmation(tx: Tx, work: Work, about: About): Promise<void> {
  await finishTasks(tx, work, about.reportId)
  if (about.centreId === null) return
  const officerId = await officerFor(tx, work)
  if (officerId) {
    await addTask(tx, work, {
      personId: null,
      centreId: about.centreId,
      holderId: officerId,
      kind: TASKS.decide,
      title: `${formatMonth(about.month)}の月報を受理する（${about.unitName}）`,
      dueOn: workingDaysAfter(work.today, RETURNED_WORKING_DAYS),
      source: { type: SOURCE, id: about.reportId },
    })
  }
  await remindOfNext(tx, work, about)
}

/** 差戻し goes to who confirmed; 受理 leaves nothing to be done. */
export async function afterDecision(
  tx: Tx,
  work: Work,
  { isReturned, managerId, ...about }: About & { isReturned: boolean; managerId: string | null },
): Promise<void> {
  await finishTasks(tx, work, about.reportId)
  if (!isReturned || managerId === null) return
  await addTask(tx, work, {
    personId: null,
    centreId: about.centreId,
    holderId: managerId,
    kind: TASKS.returned,
    title: `差し戻された${formatMonth(about.month)}の月報を直して確定する`,
    dueOn: workingDaysAfter(work.today, RETURNED_WORKING_DAYS),
    source: { type: SOURCE, id: about.reportId },
  })
}

const finishTasks = (tx: Tx, { actor, clock }: Work, reportId: string) =>
  tx.query(
    `update platform.task set state = 'done', is_new = false, done_at = $4, done_by = $5
     where insurer_id = $1 and source_id = $2 and source_type = $3 and state in ('open', 'waiting')`,
    [actor.insurerId, reportId, SOURCE, clock.now().toString(), actor.staffId],
  )

/** The officer who decided on this centre's reports before, else the one who is longest in office. */
async function officerFor(tx: Tx, { actor, today }: Work): Promise<string | undefined> {
  const [row] = await tx.query<{ staff_id: string }>(
    `select p.staff_id from registers.post p where p.insurer_id = $1 and p.role = 'officer'
       and p.valid_from <= $2::date and (p.valid_to is null or p.valid_to >= $2::date)
     order by (select max(s.at) from evaluation.monthly_report_step s where s.insurer_id = p.insurer_id
       and s.staff_id = p.staff_id and s.step in ('accepted', 'returned')) desc nulls last, p.valid_from, p.staff_id limit 1`,
    [actor.insurerId, today],
  )
  return row?.staff_id
}

/** Once for each month: the draft that the reminder is about is made with it. */
async function remindOfNext(tx: Tx, work: Work, { centreId, month }: About): Promise<void> {
  const next = addMonths(month, 1)
  const [draft] = await tx.query<{ id: string }>(
    `insert into evaluation.monthly_report (insurer_id, centre_id, month) values ($1, $2, $3)
     on conflict (insurer_id, centre_id, month) do nothing returning id`,
    [work.actor.insurerId, centreId, firstDay(next)],
  )
  if (!draft) return
  await addTask(tx, work, {
    personId: null,
    centreId,
    kind: TASKS.close,
    title: `${formatMonth(next)}の月報を確定する`,
    dueOn: closingDue(next),
    source: { type: SOURCE, id: draft.id },
  })
}

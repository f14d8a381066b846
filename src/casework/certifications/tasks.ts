import { decisionDays, renewalWindowDays } from '../../law/casework/certification-days.ts'
import { inForce } from '../../law/in-force.ts'
import { formatDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { settingOn } from '../../registers/settings/index.ts'
import { levelLabel } from './codes.ts'
import { holderOfMunicipality, holderOfPerson } from './holders.ts'
import { type Person, periodsIn } from './read.ts'
import { decisionDueOn, monthsBefore, renewalOpensOn } from './rules/renewal.ts'
import { windowCounting, wishMonths } from './settings.ts'
import './words.ts'

interface Wanted {
  sourceId: string
  kind: string
  title: string
  dueOn: string
  for: 'person' | 'municipality'
}
interface OpenApplication {
  id: string
  kind: string
  appliedOn: string | null
  postponedTo: string | null
}

/**
 * Makes the tasks of a person's 認定 what the records now ask for: those that no longer fit are withdrawn, missing ones added,
 * and one that stands (postponed or handed over as it may be) or was done for the same period is left alone.
 */
export async function refreshTasks(tx: Tx, work: Work, person: Person): Promise<void> {
  const wanted = person.diedOn === null ? await wantedTasks(tx, work, person) : []
  const known = await tx.query<{ id: string; source_id: string; kind: string; title: string; state: string }>(
    `select t.id, t.source_id, t.kind, t.title, t.state from platform.task t
     where t.insurer_id = $1 and t.person_id = $2 and t.source_type = 'certification' and t.state <> 'withdrawn'`,
    [work.actor.insurerId, person.id],
  )
  const same = (a: { kind: string; title: string }, b: { kind: string; title: string }) =>
    a.kind === b.kind && a.title === b.title
  const past = known.filter(
    (task) =>
      task.state !== 'done' && !wanted.some((one) => one.sourceId === task.source_id && same(one, task)),
  )
  if (past.length > 0) {
    await tx.query(
      `update platform.task set state = 'withdrawn', is_new = false, done_at = $3, done_by = $4
       where insurer_id = $1 and id = any ($2::uuid[])`,
      [work.actor.insurerId, past.map(({ id }) => id), work.clock.now().toString(), work.actor.staffId],
    )
  }
  const missing = wanted.filter(
    (one) => !known.some((task) => task.source_id === one.sourceId && same(one, task)),
  )
  for (const one of missing) await add(tx, work, person, one)
}

async function add(tx: Tx, work: Work, person: Person, one: Wanted): Promise<void> {
  const holderId =
    one.for === 'person' ? await holderOfPerson(tx, work, person) : await holderOfMunicipality(tx, work)
  if (holderId === null) return
  await addTask(tx, work, {
    personId: person.id,
    centreId: person.centreId,
    holderId,
    kind: one.kind,
    title: one.title,
    dueOn: one.dueOn,
    source: { type: 'certification', id: one.sourceId },
  })
}

async function wantedTasks(tx: Tx, work: Work, person: Person): Promise<Wanted[]> {
  const { insurerId } = work.actor
  const [periods, open, counting, wish] = await Promise.all([
    periodsIn(tx, insurerId, person.id),
    tx.query<OpenApplication>(
      `select c.id, c.kind, c.applied_on as "appliedOn", c.postponed_to as "postponedTo" from casework.certification c
       where c.insurer_id = $1 and c.person_id = $2 and c.state = 'received'`,
      [insurerId, person.id],
    ),
    settingOn(tx, insurerId, windowCounting, work.today),
    settingOn(tx, insurerId, wishMonths, work.today),
  ])
  const last = periods.at(-1)
  const renewal = last && last.lastDay >= work.today ? last : undefined
  const isRenewing = open.some(({ kind }) => kind === 'renewal' || kind === 'change')
  return [
    ...(renewal ? renewalTasks(renewal, { today: work.today, counting, wish, isRenewing }) : []),
    ...open.flatMap(decisionTask),
  ]
}

function renewalTasks(
  { id, level, lastDay }: { id: string; level: string; lastDay: string },
  {
    today,
    counting,
    wish,
    isRenewing,
  }: { today: string; counting: Parameters<typeof renewalOpensOn>[2]; wish: number; isRenewing: boolean },
): Wanted[] {
  const until = `${levelLabel(level)}、${formatDate(lastDay)}まで`
  const days = inForce(renewalWindowDays, lastDay).value
  // a card entered late must not begin with something overdue
  const notPast = (day: string) => (day < today ? today : day)
  const one = (kind: string, title: string, dueOn: string): Wanted => ({
    sourceId: id,
    kind,
    title,
    dueOn,
    for: 'person',
  })
  const expiry = one('certification-expiry', `認定の有効期間が終わる（${until}）`, lastDay)
  if (isRenewing) return [expiry]
  return [
    one(
      'certification-renewal-wish',
      `更新の意向を確かめる（${until}）`,
      notPast(monthsBefore(lastDay, wish)),
    ),
    one(
      'certification-renewal-open',
      `更新申請の受付が始まる（${until}）`,
      notPast(renewalOpensOn(lastDay, days, counting)),
    ),
    expiry,
  ]
}

function decisionTask({ id, appliedOn, postponedTo }: OpenApplication): Wanted[] {
  if (appliedOn === null) return []
  const dueOn = postponedTo ?? decisionDueOn(appliedOn, inForce(decisionDays, appliedOn).value)
  if (dueOn === null) return []
  const applied = formatDate(appliedOn)
  const title = postponedTo
    ? `延期を通知した認定の見込みの日（${applied}の申請、${formatDate(postponedTo)}）`
    : `認定を決めるか、延期を通知する期限（${applied}の申請から30日）`
  return [{ sourceId: id, kind: 'certification-decision-due', title, dueOn, for: 'municipality' }]
}

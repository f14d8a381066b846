import { addDays, formatDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { levelGroup, levelLabel } from '../certifications/codes.ts'
import { deciders } from './holders.ts'
import './words.ts'

export interface DecidedCertification {
  personId: string
  centreId: string | null
  certificationId: string
  /** CRT-01 */
  level: string
  validFrom: string
}

/**
 * A 認定 was decided while a registration runs: proposes its end to the municipality as a task, with the computed day. Nothing
 * ends silently. 要支援: the eve of its first day; 要介護: the day follows from the services used (ELG-01-h4, h5) and is asked for.
 */
export async function proposeEndByCertification(
  tx: Tx,
  work: Work,
  { personId, centreId, level, validFrom }: DecidedCertification,
): Promise<void> {
  const [running] = await tx.query<{ id: string; startsOn: string }>(
    `select r.id, r.starts_on as "startsOn" from casework.registration r where r.insurer_id = $1 and r.person_id = $2 and r.state = 'registered'`,
    [work.actor.insurerId, personId],
  )
  if (!running) return
  const title = titleOf(level, validFrom, running.startsOn)
  const known = await tx.query(
    `select 1 from platform.task where insurer_id = $1 and source_id = $2 and kind = 'registration-end-proposal'
       and title = $3 and state <> 'withdrawn'`,
    [work.actor.insurerId, running.id, title],
  )
  if (known.length > 0) return
  await tx.query(
    `update platform.task set state = 'withdrawn', is_new = false, done_at = $3, done_by = $4
     where insurer_id = $1 and source_id = $2 and kind = 'registration-end-proposal' and state in ('open', 'waiting')`,
    [work.actor.insurerId, running.id, work.clock.now().toString(), work.actor.staffId],
  )
  for (const holderId of await deciders(tx, work.actor.insurerId, work.today)) {
    await addTask(tx, work, {
      personId,
      centreId,
      holderId,
      kind: 'registration-end-proposal',
      title,
      dueOn: addDays(work.today, 7),
      source: { type: 'registration', id: running.id },
    })
  }
}

function titleOf(level: string, validFrom: string, startsOn: string): string {
  const begins = `${levelLabel(level)}の認定（${formatDate(validFrom)}から）`
  if (validFrom <= startsOn)
    return `確認: ${begins}は、登録の始まり（${formatDate(startsOn)}）より前からです。登録と認定の日付を確かめる`
  return levelGroup(level) === 'support'
    ? `終了の案: ${begins}により、${formatDate(addDays(validFrom, -1))}で登録を終える`
    : `終了の案: ${begins}。使ったサービスを確かめて、登録を終える日を決める`
}

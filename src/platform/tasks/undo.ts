import type { Tx } from '../database/engine.ts'
import type { Work } from '../database/work.ts'
import { conflict, notFound, Problem } from '../errors/index.ts'
import { changeable, readTask } from './row.ts'
import type { TaskRow } from './schema.ts'

/**
 * 元に戻す: takes back one's own last 完了 or 延期 of a task within 15 minutes, from the row that history kept. Both times
 * are the database's, so a server clock that runs ahead changes nothing.
 */
export async function undoTask(work: Work, id: string, version: number): Promise<TaskRow> {
  work.about('task', id)
  return work.write(async (tx) => {
    const now = await readTask(tx, work, id)
    if (!now) throw notFound()
    work.touched(now.person?.id)
    if (now.version !== version) throw conflict(now)
    if (!(await restore(tx, work, id, version))) {
      throw new Problem('nothing-to-undo', 409, '元に戻せません', {
        detail:
          '元に戻せるのは、自分が行った完了と延期を15分以内に限ります。必要なときは新しい予定を作ってください。',
        extra: { stored: now },
      })
    }
    return (await readTask(tx, work, id)) ?? now
  })
}

async function restore(tx: Tx, work: Work, id: string, version: number): Promise<boolean> {
  const { sql, values } = changeable(work.actor, work.today, 4)
  const rows = await tx.query(
    `update platform.task t set state = before.state, is_new = before.is_new, due_on = before.due_on,
       postponed_from = before.postponed_from, postponed_reason = before.postponed_reason,
       done_at = before.done_at, done_by = before.done_by, done_note = before.done_note
     from (
       select r.* from platform.history h, jsonb_populate_record(null::platform.task, h.row) r
       where h.insurer_id = $4 and h.table_name = 'platform.task' and h.row_id = $1 and h.version = $2 - 1
         and h.changed_by = $3 and h.changed_at > now() - interval '15 minutes') before
     where t.id = $1 and t.version = $2 and ${sql}
       and ((t.state = 'done' and before.state in ('open', 'waiting'))
         or (t.state = before.state and t.postponed_from = before.due_on and t.due_on <> before.due_on))
     returning t.id`,
    [id, version, work.actor.staffId, ...values],
  )
  return rows.length > 0
}

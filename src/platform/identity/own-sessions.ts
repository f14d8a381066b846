import { deviceName } from './device.ts'
import type { OwnSession } from './schema.ts'
import type { SessionRecord } from './session-store.ts'
import type { Store } from './store.ts'

/** The living sessions of the same login, the last used first. */
export async function listSessions(
  store: Store,
  record: SessionRecord,
  now: Temporal.Instant,
): Promise<OwnSession[]> {
  const rows = await store.query<{
    id: string
    user_agent: string | null
    created_at: string
    last_used_at: string
  }>(
    `select id, user_agent, created_at, last_used_at from session
     where login_id = $1 and expires_at > $2 and last_used_at > $2::timestamptz - make_interval(mins => $3)
     order by last_used_at desc, id limit 100`,
    [record.loginId, now.toString(), record.idleMinutes],
  )
  return rows.map((row) => ({
    id: row.id,
    device: deviceName(row.user_agent),
    signedInAt: row.created_at,
    lastUsedAt: row.last_used_at,
    isCurrent: row.id === record.id,
  }))
}

/** @returns false when the session is not one of the same login */
export async function endSession(store: Store, loginId: string, sessionId: string): Promise<boolean> {
  const ended = await store.query('delete from session where login_id = $1 and id = $2 returning id', [
    loginId,
    sessionId,
  ])
  return ended.length === 1
}

/** Moves the session to another post of the same member of staff; the next sign-in begins there. */
export async function movePost(store: Store, record: SessionRecord, postId: string): Promise<void> {
  await store.query(
    `with moved as (update session set post_id = $2 where id = $1 returning login_id)
     update login set last_post_id = $2 from moved where login.id = moved.login_id`,
    [record.id, postId],
  )
}

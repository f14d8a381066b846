import type pg from 'pg'
import type { Clock } from '../clock.ts'
import { listen } from './listener.ts'
import { loadSession, type SessionRecord } from './session-store.ts'
import type { Store } from './store.ts'

/** How long a looked-up session answers from memory. */
const MEMORY_MS = 1_000
const TOUCH_MS = 60_000
const MOST_REMEMBERED = 5_000

interface Remembered {
  record: SessionRecord
  loadedAt: number
  lastUsedAt: number
}

export interface SessionFinder {
  /** @returns null for an unknown, ended, idle or too old session; else it counts as used now */
  find(token: string): Promise<SessionRecord | null>
  /** Drops what is remembered of a session or of all sessions of a member of staff. */
  forget(of: { sessionId?: string; staffId?: string }): void
  end(): Promise<void>
}

/**
 * Looks sessions up, remembers each for a second, and drops them at once when the database announces a change
 * (triggers `announce` on session, login, staff and post).
 */
export async function openSessionFinder(
  store: Store,
  config: pg.ClientConfig,
  clock: Clock,
): Promise<SessionFinder> {
  const remembered = new Map<string, Remembered>()
  let changes = 0 // an answer that was under way while something changed is not remembered

  const forget = ({ sessionId, staffId }: { sessionId?: string; staffId?: string }) => {
    changes += 1
    for (const [token, { record }] of remembered)
      if (record.id === sessionId || record.staffId === staffId) remembered.delete(token)
  }
  const listener = await listen(config, 'meguri_session', (payload) => {
    const [kind, id] = payload?.split(' ') ?? []
    if (kind === 'session') return forget({ sessionId: id })
    if (kind === 'staff') return forget({ staffId: id })
    changes += 1
    remembered.clear()
  })

  const load = async (token: string): Promise<Remembered | null> => {
    const before = changes
    const record = await loadSession(store, token, clock.today().toString())
    if (!record) {
      remembered.delete(token)
      return null
    }
    const lastUsedAt = Math.max(record.lastUsedAt, remembered.get(token)?.lastUsedAt ?? 0)
    const entry = { record, loadedAt: performance.now(), lastUsedAt }
    if (before === changes) remember(remembered, token, entry)
    return entry
  }
  return {
    forget,
    async find(token) {
      const known = remembered.get(token)
      const isFresh = known && listener.isListening() && performance.now() - known.loadedAt < MEMORY_MS
      const entry = isFresh ? known : await load(token)
      if (!entry) return null
      const now = clock.now().epochMilliseconds
      const { record } = entry
      const idleSince = now - entry.lastUsedAt
      if (now >= record.expiresAt || idleSince >= record.idleMinutes * 60_000) return null
      entry.lastUsedAt = Math.max(entry.lastUsedAt, now)
      if (now - record.lastUsedAt >= TOUCH_MS) {
        record.lastUsedAt = now
        await touch(store, record.id, now)
      }
      return record
    },
    end: () => listener.end(),
  }
}

const touch = (store: Store, sessionId: string, now: number) =>
  store.query(
    `update session set last_used_at = $2 where id = $1 and last_used_at < $2`,
    [sessionId, new Date(now).toISOString()],
    'touch_session',
  )

function remember(remembered: Map<string, Remembered>, token: string, entry: Remembered): void {
  remembered.delete(token) // so that the order is that of loading
  remembered.set(token, entry)
  if (remembered.size <= MOST_REMEMBERED) return
  const oldest = remembered.keys().next().value
  if (oldest !== undefined) remembered.delete(oldest)
}

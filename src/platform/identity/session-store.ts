import { type Actor, ROLES, type RoleName } from '../access/index.ts'
import type { FoundSession } from '../http/app.ts'
import type { Store } from './store.ts'

/** A session as it is remembered for a second: who, in which post, until when. */
export interface SessionRecord {
  id: string
  loginId: string
  insurerId: number
  staffId: string
  /** milliseconds since 1970, UTC, like lastUsedAt */
  expiresAt: number
  lastUsedAt: number
  idleMinutes: number
  isSample: boolean
  mustChangePassword: boolean
  hasSecondFactor: boolean
  secondFactorNeeded: boolean
  /** null: the post of the session does not hold today */
  actor: Actor | null
  restricted: FoundSession['restricted']
}

interface Row {
  session_id: string
  login_id: string
  insurer_id: number
  staff_id: string
  expires_at: string
  last_used_at: string
  must_change_password: boolean
  two_factor_enabled: boolean
  two_factors_required: boolean
  is_sample: boolean
  idle_minutes: number
  profession: string
  post_id: string | null
  role: string | null
  centre_id: string | null
  organisation_id: string | null
  centre_ids: string[]
}

/** One indexed statement. @param today 'YYYY-MM-DD' in Japan: posts hold by day */
export async function loadSession(store: Store, token: string, today: string): Promise<SessionRecord | null> {
  const rows = await store.query<Row>(
    'select * from find_session($1, $2::date)',
    [token, today],
    'find_session',
  )
  return rows[0] ? recordOf(rows[0]) : null
}

const milliseconds = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds

function recordOf(row: Row): SessionRecord {
  const actor = actorOf(row)
  // In a sample everybody knows every password: nothing is gained by these two, and the screen says so.
  const mustChangePassword = row.must_change_password && !row.is_sample
  const secondFactorNeeded = row.two_factors_required && !row.two_factor_enabled && !row.is_sample
  return {
    id: row.session_id,
    loginId: row.login_id,
    insurerId: row.insurer_id,
    staffId: row.staff_id,
    expiresAt: milliseconds(row.expires_at),
    lastUsedAt: milliseconds(row.last_used_at),
    idleMinutes: row.idle_minutes,
    isSample: row.is_sample,
    mustChangePassword,
    hasSecondFactor: row.two_factor_enabled,
    secondFactorNeeded,
    actor,
    restricted: mustChangePassword
      ? 'password'
      : secondFactorNeeded
        ? 'second-factor'
        : actor
          ? null
          : 'post',
  }
}

const isRole = (role: string): role is RoleName => role in ROLES

function actorOf(row: Row): Actor | null {
  if (!row.post_id || !row.role || !isRole(row.role)) return null
  const { reach } = ROLES[row.role]
  return {
    insurerId: row.insurer_id,
    staffId: row.staff_id,
    postId: row.post_id,
    role: row.role,
    profession: row.profession,
    reach,
    centreId: row.centre_id,
    centreIds: row.centre_ids,
    organisationId: row.organisation_id,
    sessionId: row.session_id,
  }
}

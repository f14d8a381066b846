import { abilitiesOf, ROLES, type RoleName } from '../access/index.ts'
import type { PostView, SampleInfo, SignedIn } from './schema.ts'
import type { SessionRecord } from './session-store.ts'
import type { Store } from './store.ts'

interface StoredPost {
  id: string
  role: string
  centreId: string | null
  centreName: string | null
  organisationName: string | null
}

/** Name, insurer and posts of today, as identity.staff_sheet gives them. */
export interface StaffSheet {
  staff: { id: string; name: string; staffNumber: string }
  insurer: {
    id: number
    name: string
    isSample: boolean
    twoFactorsRequired: boolean
    idleMinutes: number
  }
  posts: StoredPost[]
}

/** @returns null when nobody of that id works there today */
export async function staffSheet(
  store: Store,
  insurerId: number,
  staffId: string,
  today: string,
): Promise<StaffSheet | null> {
  const [row] = await store.query<{ sheet: StaffSheet | null }>(
    'select staff_sheet($1, $2, $3::date) as sheet',
    [insurerId, staffId, today],
  )
  return row?.sheet ?? null
}

const labels: Record<string, { label: string }> = ROLES
const postView = (post: StoredPost): PostView => ({
  ...post,
  roleLabel: labels[post.role]?.label ?? post.role,
})

/** What the page head shows; a restricted session has no abilities. */
export function signedIn(record: SessionRecord, sheet: StaffSheet, sample: SampleInfo | null): SignedIn {
  const posts = sheet.posts.map(postView)
  const role: RoleName | undefined = record.restricted ? undefined : record.actor?.role
  return {
    signedIn: true,
    staff: sheet.staff,
    post: posts.find((post) => post.id === record.actor?.postId) ?? null,
    posts,
    insurer: { id: sheet.insurer.id, name: sheet.insurer.name, isSample: sheet.insurer.isSample },
    abilities: role ? abilitiesOf(role) : [],
    sample: sample ? { isSample: sample.isSample, notice: sample.notice } : null,
    mustChangePassword: record.mustChangePassword,
    idleMinutes: record.idleMinutes,
    secondFactorNeeded: record.secondFactorNeeded,
    hasSecondFactor: record.hasSecondFactor,
    restricted: record.restricted,
  }
}

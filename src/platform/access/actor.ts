import type { Reach, RoleName } from './roles.ts'

/** Who acts, in which post, and how far that post reaches; everything row-level security is told. */
export interface Actor {
  insurerId: number
  staffId: string
  postId: string
  role: RoleName
  profession: string
  reach: Reach
  /** the centre of the post: where work is counted */
  centreId: string | null
  /** centres whose records the post sees: its own and, for 基幹型 and parents, those below */
  centreIds: string[]
  organisationId: string | null
  sessionId: string | null
}

/** Ids under which access to a person may be held: oneself and one's organisation. */
export const holdersOf = (actor: Actor): string[] =>
  actor.organisationId ? [actor.staffId, actor.organisationId] : [actor.staffId]

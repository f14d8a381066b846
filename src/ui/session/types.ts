import type { PostView, SampleInfo, SessionSheet, SignedIn as Sheet } from '../../platform/identity/schema.ts'

/** `GET /api/session`, as the server describes it. */
export type Session = SessionSheet
/** Somebody who is in, perhaps with something to do first (`restricted`). */
export type SignedIn = Sheet
/** Somebody who works: nothing is left to do first, so there is a post. */
export type Working = SignedIn & { post: Post }
export type Post = PostView
export type Sample = NonNullable<SignedIn['sample']>
export type SampleAccount = SampleInfo['accounts'][number]
export type SignedOut = Extract<Session, { signedIn: false }>
export type Credentials = { staffNumber: string; password: string; totp?: string; recoveryCode?: string }

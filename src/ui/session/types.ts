export type SampleAccount = { staffNumber: string; name: string; roleLabel: string; password: string }
export type Sample = { isSample: boolean; notice: string }
export type Post = { id: string; role: string; roleLabel: string; centreName: string | null }

/** `GET /api/session` of somebody who is in. */
export type SignedIn = {
  signedIn: true
  staff: { id: string; name: string; staffNumber: string }
  post: Post
  posts: Post[]
  insurer: { id: string | number; name: string; isSample: boolean }
  /** What this post may do, as the server decides it ('person.read'). Never derived here. */
  abilities: string[]
  sample: Sample | null
  mustChangePassword: boolean
  idleMinutes: number
  secondFactorNeeded: boolean
}

export type SignedOut = { signedIn: false; sample: (Sample & { accounts: SampleAccount[] }) | null }
export type Session = SignedIn | SignedOut
export type Credentials = { staffNumber: string; password: string; totp?: string }

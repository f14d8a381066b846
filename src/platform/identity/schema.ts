import { z } from 'zod'

const text = (missing: string, longest: number) =>
  z.string({ error: missing }).min(1, missing).max(longest, `${longest}文字以内で入力してください。`)

const password = (missing: string) => text(missing, 128)
const code = text('確認コードを入力してください。', 20)

export const SignIn = z.object({
  staffNumber: text('職員番号を入力してください。', 50),
  password: password('パスワードを入力してください。'),
  /** six digits of the authenticator */
  totp: z.string().max(20, '確認コードは6けたです。').optional(),
  /** one of the codes on paper, instead */
  recoveryCode: z.string().max(20, '回復コードを確かめてください。').optional(),
})
export type SignIn = z.infer<typeof SignIn>

/** our second factor after the directory's word: six digits or a recovery code */
export const DirectoryCode = z.object({ code })
/** what a directory puts behind the address; checked as a whole by the client library */
export const DirectoryReturn = z.object({
  code: z.string().max(4000).optional(),
  state: z.string().max(500).optional(),
  iss: z.string().max(500).optional(),
  session_state: z.string().max(500).optional(),
  error: z.string().max(200).optional(),
  error_description: z.string().max(2000).optional(),
})

export const ChangePassword = z.object({
  current: password('今のパスワードを入力してください。'),
  next: password('新しいパスワードを入力してください。'),
})
export const TakePost = z.object({ postId: z.uuid('職を一覧から選んでください。') })
export const ConfirmSecondFactor = z.object({ code })
export const DisableSecondFactor = z.object({ password: password('パスワードを入力してください。') })
export const SessionId = z.object({ id: z.uuid('一覧から選んでください。') })

export const PostView = z.object({
  id: z.string(),
  role: z.string(),
  roleLabel: z.string(),
  centreId: z.string().nullable(),
  centreName: z.string().nullable(),
  organisationName: z.string().nullable(),
})
export type PostView = z.infer<typeof PostView>

const Sample = z.object({ isSample: z.boolean(), notice: z.string() })
export const SampleInfo = Sample.extend({
  accounts: z.array(
    z.object({
      staffNumber: z.string(),
      name: z.string(),
      roleLabel: z.string(),
      centreName: z.string().nullable(),
      password: z.string(),
    }),
  ),
})
/** What a sample database says of itself before anyone is in. */
export type SampleInfo = z.infer<typeof SampleInfo>

export const SignedIn = z.object({
  signedIn: z.literal(true),
  staff: z.object({ id: z.string(), name: z.string(), staffNumber: z.string() }),
  /** null: the post of the session has ended; another of `posts` must be taken */
  post: PostView.nullable(),
  /** posts that hold today */
  posts: z.array(PostView),
  insurer: z.object({ id: z.number(), name: z.string(), isSample: z.boolean() }),
  /** names of rights; empty while `restricted` */
  abilities: z.array(z.string()),
  sample: Sample.nullable(),
  mustChangePassword: z.boolean(),
  idleMinutes: z.number(),
  secondFactorNeeded: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** what has to be done before anything else */
  restricted: z.enum(['password', 'second-factor', 'post']).nullable(),
})
export type SignedIn = z.infer<typeof SignedIn>

export const SignedOut = z.object({
  signedIn: z.literal(false),
  sample: SampleInfo.nullable(),
  /** the city's directory, when sign-in through it is set up */
  directory: z.object({ label: z.string() }).nullable(),
})
export const SessionSheet = z.discriminatedUnion('signedIn', [SignedIn, SignedOut])
export type SessionSheet = z.infer<typeof SessionSheet>

export const OwnSession = z.object({
  id: z.string(),
  /** browser and system, as far as the browser tells */
  device: z.string(),
  signedInAt: z.string(),
  lastUsedAt: z.string(),
  isCurrent: z.boolean(),
})
export type OwnSession = z.infer<typeof OwnSession>
export const OwnSessions = z.object({ sessions: z.array(OwnSession) })

/** For the authenticator: typed in by hand, or as a QR code of the address. */
export const SecondFactorStart = z.object({ secret: z.string(), uri: z.string() })
/** Shown once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

import { z } from 'zod'

const day = (message: string) => z.iso.date(message)
const text = (missing: string, longest: number) =>
  z.string({ error: missing }).trim().min(1, missing).max(longest, `${longest}文字以内で入力してください。`)

export const PROFESSIONS = [
  'publicHealthNurse',
  'socialWorker',
  'chiefCareManager',
  'careManager',
  'clerk',
  'coordinator',
  'other',
] as const

/** role: a name of platform/access ROLES; checked by the service, with what the role needs (centre, organisation). */
export const NewPost = z.object({
  role: text('職の種類を選んでください。', 40),
  centreId: z.uuid('センターを一覧から選んでください。').nullable(),
  organisationId: z.uuid('事業所・法人を一覧から選んでください。').nullable(),
  validFrom: day('職の始まる日を入力してください。'),
  validTo: day('職の終わる日を確かめてください。').nullable().default(null),
})
export type NewPost = z.infer<typeof NewPost>

export const NewStaff = z.object({
  staffNumber: text('職員番号を入力してください。', 50).regex(
    /^[0-9A-Za-z._-]+$/,
    '職員番号は半角の英数字と . _ - で入力してください。',
  ),
  name: text('氏名を入力してください。', 100),
  kana: text('氏名のカナを入力してください。', 100),
  profession: z.enum(PROFESSIONS, '職種を選んでください。'),
  post: NewPost,
})
export type NewStaff = z.infer<typeof NewStaff>

export const ListStaff = z.object({
  cursor: z.string().max(200, '一覧を開き直してください。').nullable().default(null),
  limit: z.number().int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
})
export type ListStaff = z.infer<typeof ListStaff>

export const EndPost = z.object({
  version: z.number().int(),
  lastDay: day('職の最後の日を入力してください。'),
})
export const StaffId = z.object({ staffId: z.uuid('職員を一覧から選んでください。') })
export const PostId = z.object({ postId: z.uuid('職を一覧から選んでください。') })

export const StoredPost = z.object({
  id: z.string(),
  version: z.number(),
  role: z.string(),
  roleLabel: z.string(),
  centreName: z.string().nullable(),
  organisationName: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
})
export type StoredPost = z.infer<typeof StoredPost>

/** What an administrator may know of an account. sessionCount: living sessions; null account: cannot sign in at all */
export const Account = z.object({
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  lockedUntil: z.string().nullable(),
  sessionCount: z.number(),
  lastUsedAt: z.string().nullable(),
})
export type Account = z.infer<typeof Account>

export const StaffRow = z.object({
  id: z.string(),
  staffNumber: z.string(),
  name: z.string(),
  kana: z.string(),
  profession: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  /** all posts, past and future, the newest first */
  posts: z.array(StoredPost),
})
export type StaffRow = z.infer<typeof StaffRow>
/** A line of the list, and the page of one member of staff. */
export const StaffMember = StaffRow.extend({ account: Account.nullable() })
export type StaffMember = z.infer<typeof StaffMember>
/** What a new post is chosen from. reach says what the role needs: a centre, an organisation, or neither. */
export const PostChoices = z.object({
  roles: z.array(
    z.object({
      role: z.string(),
      label: z.string(),
      reach: z.enum(['insurer', 'centre', 'assignment', 'none']),
    }),
  ),
  centres: z.array(z.object({ id: z.string(), name: z.string() })),
  organisations: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type PostChoices = z.infer<typeof PostChoices>
export const SessionsEnded = z.object({ ended: z.number() })
export const StaffPage = z.object({ rows: z.array(StaffMember), nextCursor: z.string().nullable() })
export type StaffPage = z.infer<typeof StaffPage>

/** added: it holds · waiting: a second person has to confirm it · waiting-for-nobody: and there is none now · added-alone: there never was */
const PostState = z.enum(['added', 'waiting', 'waiting-for-nobody', 'added-alone'])
/** The first password is shown this once. */
export const StaffAdded = z.object({ staffId: z.string(), firstPassword: z.string(), post: PostState })
export const PostAdded = z.object({ postId: z.string(), post: PostState })

/** A post that waits for a second person, or what became of it. */
export const PostRequest = z.object({
  id: z.string(),
  staffNumber: z.string(),
  staffName: z.string(),
  role: z.string(),
  roleLabel: z.string(),
  place: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  reason: z.enum(['own', 'insurer', 'administrator']),
  requestedBy: z.string(),
  requestedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decision: z.enum(['confirmed', 'refused', 'withdrawn']).nullable(),
  /** what the reader may do: the one who asked withdraws, somebody else who is not concerned decides */
  may: z.enum(['decide', 'withdraw', 'nothing']),
})
export type PostRequest = z.infer<typeof PostRequest>
export const PostRequestList = z.object({ items: z.array(PostRequest) })
export const DecidePost = z.object({
  id: z.uuid('職を一覧から選んでください。'),
  decision: z.enum(['confirmed', 'refused', 'withdrawn'], '確認するか、断るかを選んでください。'),
})

/** Rows of the grid under the headings of the list of staff. */
export const StaffRows = z.object({
  rows: z
    .array(z.array(z.string().max(200, '200文字以内で入力してください。')).length(9))
    .max(1000, '一度に登録できるのは1000行までです。'),
  dryRun: z.boolean(),
})
export const ExportBody = z.object({ format: z.enum(['csv', 'csv-cp932', 'xlsx']) })

/** Who has never signed in: for these a paper slip with a first password can be made. */
export const WaitingStaff = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      staffNumber: z.string(),
      name: z.string(),
      kana: z.string(),
      places: z.string(),
    }),
  ),
})
export type WaitingStaff = z.infer<typeof WaitingStaff>
export const FirstPasswordsBody = z.object({
  staffIds: z.array(z.uuid()).min(1, '職員を選んでください。').max(200, '一度に作れるのは200人までです。'),
})
export const FirstPassword = z.object({ firstPassword: z.string() })
export const Done = z.object({ done: z.literal(true) })

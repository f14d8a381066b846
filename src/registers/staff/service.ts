import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, notFound } from '../../platform/errors/index.ts'
import { firstPassword, hashPassword, type Identity } from '../../platform/identity/index.ts'
import { postErrors } from './post-check.ts'
import type { NewPost, NewStaff } from './schema.ts'

/** Adds a member of staff, the first post and the account, or nothing. The password is shown this once. */
export async function addStaff(
  work: Work,
  input: NewStaff,
): Promise<{ staffId: string; firstPassword: string; post: PostState }> {
  const errors = postErrors(input.post)
  if (errors.length > 0) throw invalid(errors)
  const staffId = randomUUID()
  const password = firstPassword()
  const hash = await hashPassword(password)
  const { staffNumber, name, kana, profession, post } = input
  work.about('staff', staffId, { role: post.role })
  const state = await explained(
    work.write(async (tx) => {
      await tx.query('select registers.add_staff($1, $2, $3, $4, $5, $6::date, $7, $8)', [
        staffId,
        staffNumber,
        name,
        kana,
        profession,
        post.validFrom,
        hash,
        work.clock.now().toString(),
      ])
      return insertPost(work, tx, staffId, randomUUID(), post)
    }),
  )
  return { staffId, firstPassword: password, post: state }
}

/** Gives a member of staff another post: a move, or a second duty. */
export async function addPost(
  work: Work,
  staffId: string,
  post: NewPost,
): Promise<{ postId: string; post: PostState }> {
  const errors = postErrors(post)
  if (errors.length > 0) throw invalid(errors)
  const postId = randomUUID()
  work.about('post', postId, { role: post.role, staffId })
  const state = await explained(
    work.write(async (tx) => {
      await needStaff(tx, work.actor.insurerId, staffId)
      return insertPost(work, tx, staffId, postId, post)
    }),
  )
  return { postId, post: state }
}

/**
 * added · waiting for a second person · waiting-for-nobody: there is none since the asker ended their posts, the operator makes
 * one · added-alone: nobody else could have confirmed it, which the audit line says
 */
export type PostState = 'added' | 'waiting' | 'waiting-for-nobody' | 'added-alone'

const SECOND = { waiting: 'asked', 'waiting-for-nobody': 'none-left', 'added-alone': 'nobody' } as const

async function insertPost(
  work: Work,
  tx: Tx,
  staffId: string,
  postId: string,
  post: NewPost,
): Promise<PostState> {
  const [row] = await tx.query<{ state: PostState }>(
    'select registers.add_post($1, $2, $3, $4, $5, $6::date, $7::date) as state',
    [postId, staffId, post.role, post.centreId, post.organisationId, post.validFrom, post.validTo],
  )
  if (!row) throw new Error('registers.add_post answered nothing')
  if (row.state !== 'added') work.about('post', postId, { staffId, second: SECOND[row.state] })
  return row.state
}

/** Sets the last day of a post; sessions in it end with that day (at once when it is past). */
export async function endPost(
  work: Work,
  postId: string,
  { version, lastDay }: { version: number; lastDay: string },
): Promise<void> {
  if (postId === work.actor.postId) {
    throw invalid([
      {
        path: 'postId',
        code: 'own-post',
        message: '自分がいま使っている職は終えられません。ほかの管理者に頼んでください。',
      },
    ])
  }
  work.about('post', postId)
  await work.write(async (tx) => {
    const [stored] = await tx.query<{ version: number; valid_from: string; valid_to: string | null }>(
      'select version, valid_from, valid_to from registers.post where insurer_id = $1 and id = $2',
      [work.actor.insurerId, postId],
    )
    if (!stored) throw notFound()
    if (stored.version !== version) throw conflict(storedPost(stored))
    if (lastDay < stored.valid_from) {
      throw invalid([
        {
          path: 'lastDay',
          code: 'ends-before-it-begins',
          message: `最後の日が、職の始まる日（${stored.valid_from}）より前です。日付を直してください。`,
        },
      ])
    }
    const [ended] = await explained(
      tx.query<{ done: boolean }>('select registers.end_post($1, $2, $3::date) as done', [
        postId,
        version,
        lastDay,
      ]),
    )
    if (!ended?.done) throw conflict(storedPost(stored)) // somebody was faster between the two statements
  })
}

const storedPost = (row: { version: number; valid_from: string; valid_to: string | null }) => ({
  version: row.version,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

/** A new first password; the account opens and its sessions end. */
export async function resetPassword(work: Work, identity: Identity, staffId: string): Promise<string> {
  const key = await accountOf(work, staffId, 'password')
  const password = await identity.resetPassword(key)
  if (password === null) throw notFound()
  return password
}

/** Takes the second factor away, for a lost telephone; sessions end. */
export async function resetSecondFactor(work: Work, identity: Identity, staffId: string): Promise<void> {
  const key = await accountOf(work, staffId, 'second-factor')
  if (!(await identity.resetSecondFactor(key))) throw notFound()
}

/** Ends every sign-in of a member of staff, on all devices. @returns how many there were */
export async function revokeSessions(work: Work, identity: Identity, staffId: string): Promise<number> {
  return identity.revokeSessions(await accountOf(work, staffId))
}

/** On record before it is done: the account lives outside the tenant's transaction. */
async function accountOf(
  work: Work,
  staffId: string,
  reset?: 'password' | 'second-factor',
): Promise<{ insurerId: number; staffId: string }> {
  const { insurerId } = work.actor
  work.about('staff', staffId)
  await work.write(async (tx) => {
    await needStaff(tx, insurerId, staffId)
    if (reset) await tx.query('select registers.note_reset($1, $2)', [staffId, reset])
  })
  return { insurerId, staffId }
}

async function needStaff(tx: Tx, insurerId: number, staffId: string): Promise<void> {
  const found = await tx.query('select id from registers.staff where insurer_id = $1 and id = $2', [
    insurerId,
    staffId,
  ])
  if (found.length === 0) throw notFound()
}

/** Turns what the database refuses into field errors. */
async function explained<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing
  } catch (error) {
    const { code, constraint } = error instanceof pg.DatabaseError ? error : {}
    if (code === '23505') {
      const message = 'この職員番号は使われています。別の番号にしてください。'
      throw invalid([{ path: 'staffNumber', code: 'taken', message }])
    }
    if (code === '23001') {
      const message =
        'この職を延ばすには、もう一人の確認が要ります。次の日からの職を「職を加える」で加えてください。'
      throw invalid([{ path: 'lastDay', code: 'second-needed', message }])
    }
    if (code === '23P01') {
      const message = '同じ職の期間が重なっています。前の職を終えてから、次の職を始めてください。'
      throw invalid([{ path: 'post.validFrom', code: 'overlaps', message }])
    }
    if (code === '23503' && constraint?.includes('centre')) {
      throw invalid([
        { path: 'post.centreId', code: 'unknown', message: 'センターを一覧から選び直してください。' },
      ])
    }
    if (code === '23503' && constraint?.includes('organisation')) {
      const message = '事業所・法人を一覧から選び直してください。'
      throw invalid([{ path: 'post.organisationId', code: 'unknown', message }])
    }
    throw error
  }
}

import { HTTPException } from 'hono/http-exception'
import { isLostConnection, isWaitOver } from '../database/lost.ts'
import { invalid, Problem } from '../errors/index.ts'

/** What is said about an error that no service foresaw. Only what is nobody's fault but ours stays a 500. */
export function problemOf(error: Error): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException && error.status < 500) return malformed(error)
  if (isHungUp(error)) return malformed(error)
  if (isWaitOver(error)) return databaseBusy(error)
  if (isLostConnection(error)) return databaseAway(error)
  const code = 'code' in error ? String(error.code) : ''
  return ofSqlState(code) ?? unexpected(error)
}

const databaseBusy = (cause: Error) =>
  new Problem('database-busy', 503, 'データベースの順番が回ってきません', {
    detail:
      '重い集計や取り込みが続いているようです。保存されていません。入力した内容は画面に残っています。少し待ってからもう一度お試しください。',
    cause,
  })

const databaseAway = (cause: Error) =>
  new Problem('database-away', 503, 'データベースに接続できません', {
    detail: '保存されていません。入力した内容は画面に残っています。少し待ってからもう一度お試しください。',
    cause,
  })

/** The sender went away in the middle of a body: nobody hears the answer, and the database is not to blame. */
const isHungUp = (error: Error) =>
  error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET'

/** JSON that is none, a multipart body that is none. */
const malformed = (cause: Error) =>
  new Problem('malformed', 400, '送られた内容を読み取れません', {
    detail: '保存されていません。画面を開き直して、もう一度お試しください。',
    cause,
  })

function ofSqlState(code: string): Problem | undefined {
  if (code === '57014')
    return new Problem('too-slow', 503, '時間内に終わりませんでした', {
      detail: '条件を絞って、もう一度お試しください。',
    })
  // a lock that others hold, or two transactions that wait for each other
  if (['55P03', '40P01', '40001'].includes(code))
    return new Problem('busy', 503, 'ほかの人の保存と重なりました', {
      detail: '保存されていません。入力した内容は画面に残っています。少し待ってからもう一度お試しください。',
    })
  if (code === '53100')
    return new Problem('disk-full', 507, '保存する場所がいっぱいです', {
      detail: '保存されていません。入力した内容は画面に残っています。管理者に連絡してください。',
    })
  // characters and numbers that passed the schema and no column can hold
  if (['22021', '22P05', '22P02', '22003', '22007', '22008'].includes(code)) return unstorable()
  return undefined
}

export const unstorable = (path = ''): Problem =>
  invalid([
    {
      path,
      code: 'unstorable',
      message:
        '保存できない文字か値が入っています（目に見えない文字、壊れた文字、けたの多すぎる数など）。その部分を消して、入力し直してください。',
    },
  ])

const unexpected = (cause: Error) =>
  new Problem('unexpected', 500, '処理を完了できませんでした', {
    detail: '保存されていません。この番号を管理者に伝えてください。',
    cause,
  })

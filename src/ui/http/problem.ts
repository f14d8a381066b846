/** One field the server refused: `path` is the field's name ('birthOn', 'contacts.0.phone'), `message` is Japanese. */
export type FieldProblem = { path: string; code: string; message: string }

type Details = {
  status: number
  code: string
  title: string
  detail: string
  requestId: string | null
  errors: FieldProblem[]
  retryAfterSeconds: number | null
}

/**
 * A refusal of the server (application/problem+json), or the lack of an answer (status 0, code 'offline').
 * `title` and `detail` can be shown as they are; `requestId` is the number to tell the administrator.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly requestId: string | null
  readonly errors: FieldProblem[]
  readonly retryAfterSeconds: number | null

  constructor(details: Details) {
    super(details.code)
    this.name = 'Problem'
    this.status = details.status
    this.code = details.code
    this.title = details.title
    this.detail = details.detail
    this.requestId = details.requestId
    this.errors = details.errors
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}

/** Somebody else saved in between (409): `stored` is what stands now; the other side is what the form still holds. */
export class Conflict extends Problem {
  readonly stored: unknown

  constructor(details: Details, stored: unknown) {
    super(details)
    this.name = 'Conflict'
    this.stored = stored
  }
}

/** What we say when the answer does not say it itself: a proxy's error page, a broken connection. */
const ownWords: Record<number, [title: string, detail: string]> = {
  0: [
    'サーバーにつながりません',
    'ネットワークの接続を確かめて、もう一度お試しください。入力した内容は、この画面に残っています。',
  ],
  401: ['サインインが必要です', 'もう一度サインインしてください。'],
  403: ['この操作はできません', 'この役割には許されていない操作です。'],
  404: ['見つかりません', 'なくなったか、あなたの担当ではない情報です。'],
  409: ['ほかの人が先に保存しました', '最新の内容と見くらべて、もう一度保存してください。'],
  413: ['ファイルが大きすぎます', '分けてから、もう一度お試しください。'],
  429: ['操作が続きすぎました', '少し待ってから、もう一度お試しください。'],
  503: [
    'ただいま混み合っています',
    '少し待ってから、もう一度お試しください。入力した内容は、この画面に残っています。',
  ],
}
const unknownTrouble: [string, string] = [
  '処理できませんでした',
  '入力した内容は、この画面に残っています。続くときは、受付番号をそえて管理者にお知らせください。',
]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).map((one) => ({
    path: text(one.path) ?? '',
    code: text(one.code) ?? '',
    message: text(one.message) ?? '入力を確かめてください。',
  }))
}

/** Seconds to wait, from a Retry-After header in seconds. Its other form, a date, is not used by our server. */
function retryAfter(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null
}

/** Reads a refused answer. `body` is the parsed JSON, or null when there was none. */
export function readProblem(status: number, body: unknown, headers: Headers): Problem {
  const given = isRecord(body) ? body : {}
  const [title, detail] = ownWords[status] ?? unknownTrouble
  const details = {
    status,
    code: text(given.code) ?? `http.${status}`,
    title: text(given.title) ?? title,
    detail: text(given.detail) ?? (text(given.title) ? '' : detail),
    requestId: text(given.requestId) ?? headers.get('x-request-id'),
    errors: fieldProblems(given.errors),
    retryAfterSeconds: retryAfter(headers.get('retry-after')),
  }
  return status === 409 && 'stored' in given ? new Conflict(details, given.stored) : new Problem(details)
}

/** No answer at all: cable, server stopped, proxy down. */
export function offline(): Problem {
  return new Problem({ ...readProblem(0, null, new Headers()), code: 'offline' })
}

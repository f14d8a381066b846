/** One way in which a field, cell or request is wrong: where, which kind, and a Japanese sentence that says what to do. */
export interface FieldError {
  path: string
  code: string
  message: string
}

/**
 * An outcome that the reader of the answer must be told about. Thrown by services, turned into problem+json by http.
 * No personal data in `detail`: identifiers only.
 */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string | undefined
  readonly errors: FieldError[]
  readonly extra: Record<string, unknown>

  constructor(
    code: string,
    status: number,
    title: string,
    more: { detail?: string; errors?: FieldError[]; extra?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(`${code}: ${title}`, { cause: more.cause })
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.title = title
    this.detail = more.detail
    this.errors = more.errors ?? []
    this.extra = more.extra ?? {}
  }
}

/** Absent, or not for this reader: both answer alike, so that nothing can be learned from the difference. */
export const notFound = (): Problem =>
  new Problem('not-found', 404, '見つかりません', {
    detail:
      '該当する記録がないか、閲覧できる範囲にありません。番号を確かめるか、担当センターを「照会」で調べてください。',
  })

/** Fields that are wrong, each with its sentence. */
export const invalid = (errors: FieldError[]): Problem =>
  new Problem('invalid', 422, '入力を確かめてください', { errors })

/** Somebody saved first. Carries the stored version so that the screen can show both sides. */
export const conflict = (stored: unknown): Problem =>
  new Problem('conflict', 409, 'ほかの人が先に保存しました', {
    detail: '両方の内容を見比べて、残すものを選んでください。入力した内容は失われていません。',
    extra: { stored },
  })

/** The role never has this right. */
export const forbidden = (): Problem =>
  new Problem('forbidden', 403, 'この操作の権限がありません', {
    detail: '職の権限にない操作です。必要なときは管理者に相談してください。',
  })

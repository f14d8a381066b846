import { TabularRefused } from '../../exchange/tabular/index.ts'
import { invalid } from '../../platform/errors/index.ts'
import { cleanLine } from '../../platform/text/index.ts'

const MAX_FILE_BYTES = 20 * 1024 * 1024

/** The file of a multipart request. @throws invalid */
export async function fileOf(form: FormData): Promise<{ name: string; bytes: Uint8Array }> {
  const file = form.get('file')
  if (!(file instanceof File))
    throw invalid([{ path: 'file', code: 'missing', message: 'ファイル: 一覧のファイルを選んでください。' }])
  const name = cleanLine(file.name.split(/[\\/]/).pop() ?? '').slice(0, 200) || 'file'
  if (file.size > MAX_FILE_BYTES)
    throw invalid([
      {
        path: 'file',
        code: 'too-large',
        message: `${name}: 20 MB を超えています。ファイルを分けてください。`,
      },
    ])
  return { name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

export function textOf(form: FormData, name: string): string | null {
  const given = form.get(name)
  return typeof given === 'string' && given !== '' ? given : null
}

export function rowOf(form: FormData): number | null {
  const row = Number(textOf(form, 'headerRow') ?? Number.NaN)
  return Number.isInteger(row) && row > 0 ? row : null
}

/** Why a file cannot be looked at, as an error of its field; anything else is handed on. */
export function refuseFile(name: string, error: unknown): unknown {
  if (!(error instanceof TabularRefused)) return error
  const { code, reason, remedy } = error.refusal
  return invalid([{ path: 'file', code, message: `${name}: ${reason}${remedy}` }])
}

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileRefusal, type TabularSource } from '../../exchange/tabular/index.ts'

/** SHA-256 of each file in hex, read as a stream. */
export async function checksumsOf(files: readonly TabularSource[]): Promise<Map<string, string>> {
  const sums = new Map<string, string>()
  for (const file of files) {
    const hash = createHash('sha256')
    if ('bytes' in file) hash.update(file.bytes)
    else for await (const chunk of createReadStream(file.path)) hash.update(chunk as Buffer)
    sums.set(file.name, hash.digest('hex'))
  }
  return sums
}

/** bytes */
export const sizeOf = async (file: TabularSource): Promise<number> =>
  'bytes' in file ? file.bytes.length : (await stat(file.path)).size

export const emptyFile = (name: string) =>
  fileRefusal(
    name,
    'file.empty',
    'ファイルに何も書かれていません（0バイト）。',
    '正しいファイルを選んだか、書き出しが終わっているかを確かめてください。',
  )

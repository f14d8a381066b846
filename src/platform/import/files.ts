import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { TabularSource } from '../../exchange/tabular/index.ts'

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

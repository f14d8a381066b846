import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'

/** Bytes at hand, or a file that is read twice: once to settle the encoding, once for its rows. */
export type TabularSource = { name: string; bytes: Uint8Array } | { name: string; path: string }

/** Bytes read at once: fewer turns than with 64 kB, and still little of a long file. */
const PART = 1 << 17

/** @yields parts of the file, in order */
export async function* chunksOf(source: TabularSource): AsyncGenerator<Uint8Array> {
  if ('bytes' in source) {
    for (let at = 0; at < source.bytes.length; at += PART) yield source.bytes.subarray(at, at + PART)
    return
  }
  for await (const chunk of createReadStream(source.path, { highWaterMark: PART })) yield chunk as Uint8Array
}

export async function firstBytes(source: TabularSource, count: number): Promise<Uint8Array> {
  if ('bytes' in source) return source.bytes.subarray(0, count)
  const file = await open(source.path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

export async function allBytes(source: TabularSource): Promise<Uint8Array> {
  return 'bytes' in source ? source.bytes : readFile(source.path)
}

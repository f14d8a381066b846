import { createHmac, type KeyObject } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Where the chain stood at a moment; kept outside the database so that a cut tail is missed. */
export interface Head {
  seq: number
  /** hex */
  mac: string
  /** sealed lines so far */
  count: number
  /** ISO 8601, UTC */
  at: string
  occasion: 'start' | 'daily' | 'stop'
}

export interface HeadFile {
  exists: boolean
  heads: Head[]
  /** line numbers (from 1) that are not what the sealer wrote */
  broken: number[]
}

/** Appends one line (NDJSON) and waits for the disk. The folder is made when missing, mode 0700. */
export function appendHead(file: string, key: KeyObject, head: Head): void {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const isNew = !existsSync(file)
  const isTorn = !isNew && !endsWithNewline(file)
  const handle = openSync(file, 'a', 0o600)
  try {
    // a line torn by a power cut stays alone on its own line
    const written = JSON.stringify({ ...head, proof: proofOf(key, head) })
    writeSync(handle, `${isTorn ? '\n' : ''}${written}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  if (isNew) {
    const parent = openSync(folder, 'r')
    fsyncSync(parent)
    closeSync(parent)
  }
}

/** One line a day and a start: read whole. A torn line (cut short while being written) is not counted as broken. */
export function readHeads(file: string, key: KeyObject): HeadFile {
  if (!existsSync(file)) return { exists: false, heads: [], broken: [] }
  const found: HeadFile = { exists: true, heads: [], broken: [] }
  for (const [index, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (text === '' || !text.endsWith('}')) continue
    const head = parse(text, key)
    if (head) found.heads.push(head)
    else found.broken.push(index + 1)
  }
  return found
}

function parse(text: string, key: KeyObject): Head | null {
  try {
    const { proof, ...head } = JSON.parse(text) as Head & { proof: string }
    return proofOf(key, head) === proof ? head : null
  } catch {
    return null
  }
}

const proofOf = (key: KeyObject, { seq, mac, count, at, occasion }: Head): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['head-1', seq, mac, count, at, occasion]))
    .digest('hex')

const endsWithNewline = (file: string) => readFileSync(file, 'utf8').endsWith('\n')

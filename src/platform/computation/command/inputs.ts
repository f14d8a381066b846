import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** One input as it was written: parsed, or why it could not be. `line` counts from 1; null: the whole file is the input. */
export type Written = { line: number | null; input: unknown } | { line: number | null; broken: string }

const parse = (text: string, line: number | null): Written => {
  try {
    return { line, input: JSON.parse(text) }
  } catch {
    const where = line === null ? '入力' : `${line}行目`
    return { line, broken: `${where}: JSON として読めません。かっこ、引用符、コンマを確かめてください。` }
  }
}

/**
 * The inputs of a file or of standard input: one JSON text, over one line or many, or one a line (NDJSON), read as a stream.
 * A first line that is JSON by itself with more after it makes it NDJSON; so does a file that is no JSON as a whole while one of
 * its lines is.
 * @throws NodeJS.ErrnoException when the file cannot be read
 */
export async function* inputsOf(path: string): AsyncGenerator<Written> {
  const source = path === '-' ? process.stdin : createReadStream(path)
  const failed = new Promise<never>((_, reject) => source.once('error', reject))
  failed.catch(() => undefined)
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]()
  const numbered = filled(lines, failed)
  const first = await numbered.next()
  if (first.done) return yield { line: null, broken: '入力が空です。JSON を1件以上渡してください。' }
  const opening = parse(first.value.text, first.value.line)
  if ('broken' in opening) return yield* fromWhole([first.value, ...(await rest(numbered))])
  const second = await numbered.next()
  if (second.done) return yield { ...opening, line: null }
  yield opening
  yield parse(second.value.text, second.value.line)
  for await (const { text, line } of numbered) yield parse(text, line)
}

interface Line {
  text: string
  line: number
}

/** Lines that hold something, without a mark of byte order. */
async function* filled(lines: AsyncIterator<string>, failed: Promise<never>): AsyncGenerator<Line> {
  for (let line = 1; ; line++) {
    const next = await Promise.race([lines.next(), failed])
    if (next.done) return
    const text = line === 1 ? next.value.replace(/^\ufeff/, '') : next.value
    if (text.trim() !== '') yield { text, line }
  }
}

async function rest(lines: AsyncGenerator<Line>): Promise<Line[]> {
  const all: Line[] = []
  for await (const line of lines) all.push(line)
  return all
}

function* fromWhole(lines: Line[]): Generator<Written> {
  const whole = parse(lines.map(({ text }) => text).join('\n'), null)
  const each = 'broken' in whole && lines.length > 1 ? lines.map(({ text, line }) => parse(text, line)) : []
  if (each.some((one) => 'input' in one)) yield* each
  else yield whole
}

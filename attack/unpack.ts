import { execFile } from 'node:child_process'
import { inflateRawSync } from 'node:zlib'
import type { Answer } from './send.ts'

export type Kind = 'text' | 'excel' | 'csv-cp932' | 'pdf' | 'events'

/** Everything that an answer says, in every layer: headers, text, the parts of a workbook, the words of a PDF. */
export async function textsOf({ headers, bytes, text }: Answer): Promise<{ kind: Kind; text: string }> {
  const type = headers['content-type'] ?? ''
  const head = Object.entries(headers)
    .map(([name, value]) => `${name}: ${decoded(value)}`)
    .join('\n')
  const all = (kind: Kind, body: string) => ({ kind, text: `${head}\n${body}` })
  if (bytes.subarray(0, 2).toString() === 'PK') return all('excel', partsOf(bytes).join('\n'))
  if (bytes.subarray(0, 5).toString() === '%PDF-') return all('pdf', await wordsOf(bytes))
  if (/shift_jis/i.test(type)) return all('csv-cp932', new TextDecoder('shift_jis').decode(bytes))
  return all(type.startsWith('text/event-stream') ? 'events' : 'text', text)
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Names and contents of a ZIP by its central directory. */
export function partsOf(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new Error('a workbook without a directory')
  const parts: string[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(begin, begin + packed)
    parts.push(
      zip.subarray(at + 46, at + 46 + name).toString(),
      (method === 8 ? inflateRawSync(bytes) : bytes).toString(),
    )
    at += 46 + name + extra + comment
  }
  return parts
}

/** By poppler's pdftotext. @throws without it: a PDF that was not read must not count as clean */
const wordsOf = (pdf: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile('pdftotext', ['-layout', '-', '-'], { maxBuffer: 1e8 }, (error, words) =>
      error
        ? reject(new Error(`pdftotext: ${error.message} (apt-get install poppler-utils)`))
        : resolve(words.replace(/\s/g, '')),
    )
    child.stdin?.end(pdf)
  })

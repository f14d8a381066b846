import { isUtf8 } from 'node:buffer'
import { fileRefusal, TabularRefused } from './refusal.ts'
import { chunksOf, firstBytes, type TabularSource } from './source.ts'

export type TextEncodingName = 'UTF-8+BOM' | 'UTF-8' | 'CP932' | 'UTF-16LE+BOM' | 'UTF-16LE'

const NUL = 0x00
const ESC = 0x1b

const labels: Record<TextEncodingName, string> = {
  'UTF-8+BOM': 'utf-8',
  'UTF-8': 'utf-8',
  CP932: 'shift_jis', // the WHATWG decoder is code page 932: NEC and IBM characters included
  'UTF-16LE+BOM': 'utf-16le',
  'UTF-16LE': 'utf-16le',
}

/**
 * BOM → strict UTF-8 → strict CP932 → UTF-16LE (standards.md §1.1). UTF-8 is settled over the whole file; where it ends at the first
 * byte that does not fit, only CP932 is left, and `decode` refuses later what is not that either: nobody reads a long file twice.
 * @throws TabularRefused when no encoding fits
 */
export async function detectEncoding(source: TabularSource): Promise<TextEncodingName> {
  const head = await firstBytes(source, 4096)
  if (head[0] === 0xff && head[1] === 0xfe) return expectDecodable(source, 'UTF-16LE+BOM')
  const hasBom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  // nearly every byte string is some UTF-16: only NUL bytes (commas, digits, line ends) make it one
  if (!hasBom && head.includes(0)) return expectDecodable(source, 'UTF-16LE')
  if (await isPlainUtf8(source)) return hasBom ? 'UTF-8+BOM' : 'UTF-8'
  if (hasBom) throw unreadable(source)
  return 'CP932'
}

/** Strict, and without what text never holds. Looks no further than the first fault. */
async function isPlainUtf8(source: TabularSource): Promise<boolean> {
  let rest = Buffer.alloc(0)
  for await (const chunk of chunksOf(source)) {
    const bytes =
      rest.length > 0
        ? Buffer.concat([rest, chunk])
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const whole = bytes.length - unfinished(bytes)
    const part = bytes.subarray(0, whole)
    if (!isUtf8(part) || part.includes(NUL) || part.includes(ESC)) return false
    rest = Buffer.from(bytes.subarray(whole))
  }
  return rest.length === 0
}

/** Bytes at the end that begin a character which the next part may finish: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

async function expectDecodable(source: TabularSource, name: TextEncodingName): Promise<TextEncodingName> {
  for await (const _ of decode(source, name)); // decode refuses
  return name
}

/** @yields the text of the file without its BOM @throws TabularRefused at the first byte that does not fit, at NUL and at ESC */
export async function* decode(source: TabularSource, name: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(labels[name], { fatal: true })
  const sound = (text: string) => {
    // NUL is UTF-16 read as something else, ESC begins ISO-2022-JP
    if (text.includes('\0') || text.includes('\u001B')) throw unreadable(source)
    return text
  }
  try {
    for await (const chunk of chunksOf(source)) yield sound(decoder.decode(chunk, { stream: true }))
    yield sound(decoder.decode())
  } catch (error) {
    throw error instanceof TypeError ? unreadable(source) : error
  }
}

function unreadable(source: TabularSource): TabularRefused {
  return new TabularRefused(
    fileRefusal(
      source.name,
      'file.encoding',
      '文字コードが UTF-8、Shift_JIS（CP932）、UTF-16LE のどれでもないか、ファイルの途中が壊れています。',
      '元のシステムから UTF-8 または Shift_JIS の CSV で出し直してください。',
    ),
  )
}

import { fileRefusal, TabularRefused } from './refusal.ts'
import { chunksOf, firstBytes, type TabularSource } from './source.ts'

export type TextEncodingName = 'UTF-8+BOM' | 'UTF-8' | 'CP932' | 'UTF-16LE+BOM' | 'UTF-16LE'

const labels: Record<TextEncodingName, string> = {
  'UTF-8+BOM': 'utf-8',
  'UTF-8': 'utf-8',
  CP932: 'shift_jis', // the WHATWG decoder is code page 932: NEC and IBM characters included
  'UTF-16LE+BOM': 'utf-16le',
  'UTF-16LE': 'utf-16le',
}

/**
 * BOM → strict UTF-8 → strict CP932 → UTF-16LE, over the whole file (standards.md §1.1).
 * @throws TabularRefused when no encoding fits
 */
export async function detectEncoding(source: TabularSource): Promise<TextEncodingName> {
  const head = await firstBytes(source, 3)
  if (head[0] === 0xff && head[1] === 0xfe) return expectDecodable(source, 'UTF-16LE+BOM')
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return expectDecodable(source, 'UTF-8+BOM')
  for (const name of ['UTF-8', 'CP932'] as const) if (await decodes(source, name)) return name
  // nearly every byte string is some UTF-16: only NUL bytes (commas, digits, line ends) make it one
  const hasNul = (await firstBytes(source, 4096)).includes(0)
  if (hasNul && (await decodes(source, 'UTF-16LE'))) return 'UTF-16LE'
  throw unreadable(source)
}

async function expectDecodable(source: TabularSource, name: TextEncodingName): Promise<TextEncodingName> {
  if (await decodes(source, name)) return name
  throw unreadable(source)
}

/** Text never holds NUL (UTF-16 read as something else) or ESC (ISO-2022-JP). */
async function decodes(source: TabularSource, name: TextEncodingName): Promise<boolean> {
  try {
    for await (const text of decode(source, name))
      if (text.includes('\0') || text.includes('\u001B')) return false
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** @yields the text of the file without its BOM @throws TypeError at the first byte that does not fit */
export async function* decode(source: TabularSource, name: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(labels[name], { fatal: true })
  for await (const chunk of chunksOf(source)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
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

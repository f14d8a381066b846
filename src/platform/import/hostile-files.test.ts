import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeXlsx } from '../../exchange/tabular/index.ts'
import { contentOf, readZip, withContent, writeZip } from '../../exchange/workbook/zip.ts'

// Files made to exhaust, to read what is beside them, or to be more than they say. Each is read in a process of its own with a
// small heap, as the import does; the limit on memory is of the whole process.

const READER = join(import.meta.dirname, 'testing', 'read-hostile.ts')
const MEGABYTES = 420
const folder = mkdtempSync(join(tmpdir(), 'meguri-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let plain: Uint8Array
beforeAll(async () => {
  plain = await writeXlsx([
    { name: '一覧', columns: [{ heading: '名称', kind: 'text' }], rows: [['架空町']] },
  ])
})

const altered = (name: RegExp, change: (xml: string) => string | Buffer): Uint8Array =>
  writeZip(
    readZip(plain).map((part) =>
      name.test(part.name) ? withContent(part, Buffer.from(change(contentOf(part).toString()))) : part,
    ),
  )

interface Read {
  code: string | null
  reason: string
  remedy: string
  rows: number
  text: string
  megabytes: number
}
let files = 0
async function read(bytes: Uint8Array, ending = 'xlsx'): Promise<Read> {
  const path = join(folder, `file-${++files}.${ending}`)
  writeFileSync(path, bytes)
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=320', READER, path], {
    timeout: 60_000,
  })
  return JSON.parse(stdout) as Read
}

const laughs = [...'abcdefghi']
  .map((name, at, all) => `<!ENTITY ${name} "${at === 0 ? 'ha' : `&${all[at - 1]};`.repeat(10)}">`)
  .join('')
const withDoctype = (doctype: string, value: string) => (xml: string) =>
  xml.replace(/(<\?xml[^>]*\?>)?/, `$1${doctype}`).replace('架空町', value)

/** Many names of one packed part: small as a file, each name the whole part when it is opened. */
function overlapping(copies: number): Buffer {
  const whole = Buffer.from(writeZip([withContent(readZip(plain)[0]!, Buffer.alloc(8 * 1024 * 1024))]))
  const end = whole.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const directory = whole.readUInt32LE(end + 16)
  const entry = whole.subarray(directory, end)
  const tail = Buffer.from(whole.subarray(end))
  tail.writeUInt16LE(copies, 8)
  tail.writeUInt16LE(copies, 10)
  tail.writeUInt32LE(entry.length * copies, 12)
  return Buffer.concat([whole.subarray(0, directory), ...Array.from({ length: copies }, () => entry), tail])
}

describe('使い果たさせるための Excel', () => {
  it.each<[string, () => Uint8Array, string]>([
    [
      '展開すると 300 MB になる部品',
      () => altered(/sheet1\.xml$/, () => Buffer.alloc(300 * 1024 * 1024, 32)),
      'file.too-large',
    ],
    ['一つの部品を指す千の名前', () => overlapping(1_000), 'file.too-large'],
    [
      '六千の空の部品',
      () =>
        writeZip([
          ...readZip(plain),
          ...Array.from({ length: 6_000 }, (_, n) => ({
            ...withContent(readZip(plain)[0]!, Buffer.alloc(1)),
            name: `xl/x${n}.bin`,
          })),
        ]),
      'file.too-large',
    ],
    [
      '百万行目だけの表',
      () =>
        altered(/sheet1\.xml$/, (xml) =>
          xml.replace(
            '</sheetData>',
            '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
          ),
        ),
      'file.too-many-rows',
    ],
    [
      '四十億行目',
      () =>
        altered(/sheet1\.xml$/, (xml) =>
          xml.replace(
            '</sheetData>',
            '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row></sheetData>',
          ),
        ),
      'file.broken-workbook',
    ],
    [
      '一万六千列目',
      () =>
        altered(/sheet1\.xml$/, (xml) =>
          xml.replace('</sheetData>', '<row r="3"><c r="XFD3"><v>1</v></c></row></sheetData>'),
        ),
      'file.too-many-columns',
    ],
  ])('%s は、メモリーを使わずに日本語で断る', async (_, make, code) => {
    const answer = await read(make())
    expect(answer).toMatchObject({
      code,
      reason: expect.stringMatching(/[ぁ-ん]/),
      remedy: expect.stringMatching(/[ぁ-ん]/),
    })
    expect(answer.megabytes).toBeLessThan(MEGABYTES)
  })

  it.each([
    ['表', /sheet1\.xml$/],
    ['共有文字列', /sharedStrings\.xml$/],
    ['ブック', /xl\/workbook\.xml$/],
    ['書式', /styles\.xml$/],
    ['関係', /\.rels$/],
    ['内容の種類', /\[Content_Types\]\.xml$/],
  ])('実体の爆弾を%sに置いても、ふくらまない', async (_, part) => {
    const answer = await read(altered(part, withDoctype(`<!DOCTYPE x [${laughs}]>`, '&i;')))
    expect(answer.text.length).toBeLessThan(1_000)
    expect(answer.megabytes).toBeLessThan(MEGABYTES)
  })

  it.each(['file:///etc/passwd', '/etc/passwd', 'http://127.0.0.1:9/x', '../../../../etc/passwd'])(
    '外部実体 %s は読まない',
    async (system) => {
      const doctype = `<!DOCTYPE x [<!ENTITY e SYSTEM "${system}"><!ENTITY % p SYSTEM "${system}">]>`
      for (const part of [/sheet1\.xml$/, /sharedStrings\.xml$/]) {
        const answer = await read(altered(part, withDoctype(doctype, '&e;')))
        expect(answer.text).not.toContain('root:')
      }
    },
  )

  it('部品の名が外を指していても、何も書かれない', async () => {
    const names = [
      '../../../../tmp/meguri-slip',
      '/tmp/meguri-slip',
      'xl\\..\\..\\meguri-slip',
      'x'.repeat(60_000),
    ]
    const [first] = readZip(plain)
    const answer = await read(
      writeZip([
        ...readZip(plain),
        ...names.map((name) => ({ ...withContent(first!, Buffer.from('<a/>')), name })),
      ]),
    )
    expect(answer.text).toContain('架空町') // read as what it is; the other parts are nobody's
    const { existsSync } = await import('node:fs')
    expect(existsSync('/tmp/meguri-slip')).toBe(false)
  })
})

describe('使い果たさせるための CSV', () => {
  it.each<[string, () => Buffer, string]>([
    [
      '閉じない引用符',
      () => Buffer.concat([Buffer.from('名称\r\n"'), Buffer.alloc(20 * 1024 * 1024, 97)]),
      'csv.cell-length',
    ],
    [
      '改行のない一行',
      () => Buffer.concat([Buffer.from('名称\r\n'), Buffer.alloc(20 * 1024 * 1024, 97)]),
      'csv.cell-length',
    ],
    [
      'コンマだけの二千万列',
      () => Buffer.concat([Buffer.from('名称\r\n'), Buffer.alloc(20 * 1024 * 1024, 44), Buffer.from('x')]),
      'csv.columns',
    ],
  ])('%s は、ため込まずに断る', async (_, make, code) => {
    const answer = await read(make(), 'csv')
    expect(answer.code, JSON.stringify(answer)).toBe(code)
    expect(answer.megabytes).toBeLessThan(MEGABYTES)
  })
})

import { posix } from 'node:path'
import { fileRefusal, type Refusal, TabularRefused } from '../tabular/index.ts'
import { inspectZip } from '../tabular/workbook-guard.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { readStrings } from './strings.ts'
import { readStyles } from './styles.ts'
import { attributesOf, tags, XmlRefused } from './xml-tags.ts'
import { contentOf, readZip, ZipBroken, type ZipPart } from './zip.ts'

export const workbookLimits = {
  fileBytes: 20 * 1024 * 1024,
  inflatedBytes: 128 * 1024 * 1024,
  /** of all sheets together */
  cells: 600_000,
  merges: 50_000,
}

/** What the officer has to know of a file, besides its cells. */
export type WorkbookNote = 'macros' | 'external-links' | 'signed' | 'protected' | 'not-a-worksheet'

export interface Workbook {
  name: string
  parts: readonly ZipPart[]
  /** part of each sheet, in the order of `sheets` */
  sheetParts: readonly string[]
  workbookPart: string
  sheets: readonly Sheet[]
  notes: readonly WorkbookNote[]
}

/**
 * Opens an Excel form. Macros are kept as they are and never run; only cells of worksheets can be filled.
 * @throws TabularRefused no workbook, too large, with a password, or made to harm
 */
export function openForm(name: string, bytes: Uint8Array): Workbook {
  if (!/\.xls[xm]$/i.test(name)) throw refuse(name, 'extension')
  if (bytes.length > workbookLimits.fileBytes) throw refuse(name, 'size')
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw refuse(name, 'password')
  const state = inspectZip(bytes, workbookLimits.inflatedBytes)
  if (state !== 'ok') throw refuse(name, state === 'too-large' ? 'inflated' : 'broken')
  try {
    return read(name, readZip(bytes))
  } catch (error) {
    if (error instanceof XmlRefused && error.reason === 'doctype') throw refuse(name, 'doctype')
    if (error instanceof ZipBroken || error instanceof XmlRefused) throw refuse(name, 'broken')
    throw error
  }
}

function read(name: string, parts: ZipPart[]): Workbook {
  const find = finder(parts)
  const workbookPart = targetsOf(find, '', 'officeDocument')[0]
  const xml = workbookPart === undefined ? undefined : find(workbookPart)
  if (workbookPart === undefined || xml === undefined) throw refuse(name, 'broken')
  const strings = targetsOf(find, workbookPart, 'sharedStrings').flatMap((path) =>
    readStrings(find(path) ?? ''),
  )
  const styles = targetsOf(find, workbookPart, 'styles').flatMap((path) => readStyles(find(path) ?? ''))
  const { listed, is1904 } = readWorkbook(xml)
  const targets = relationsOf(find, workbookPart)
  const sheets: Sheet[] = []
  const sheetParts: string[] = []
  for (const { id, ...about } of listed) {
    const target = targets.get(id)
    const part = target && isType(target.type, 'worksheet') ? find(target.path) : undefined
    if (!target || part === undefined) continue
    sheets.push(readSheet(part, about, { strings, styles, is1904 }))
    sheetParts.push(target.path)
    checkSize(name, sheets)
  }
  if (sheets.length === 0) throw refuse(name, 'empty')
  const notes = notesOf(parts, sheets, sheets.length < listed.length)
  return { name, parts, sheetParts, workbookPart, sheets, notes }
}

function checkSize(name: string, sheets: readonly Sheet[]): void {
  const cells = sheets.reduce((sum, sheet) => sum + sheet.cells.size, 0)
  const merges = sheets.reduce((sum, sheet) => sum + sheet.merges.length, 0)
  if (cells > workbookLimits.cells || merges > workbookLimits.merges) throw refuse(name, 'inflated')
}

type Find = (path: string) => string | undefined

const finder = (parts: readonly ZipPart[]): Find => {
  const byName = new Map(parts.map((part) => [part.name.toLowerCase(), part]))
  return (path) => {
    const part = byName.get(path.toLowerCase())
    return part && xmlText(contentOf(part))
  }
}

/** @throws XmlRefused for what is not UTF-8 */
export function xmlText(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    throw new XmlRefused('broken')
  }
}

function relationsOf(find: Find, of: string): Map<string, { type: string; path: string }> {
  const path = posix.join(posix.dirname(of), '_rels', `${posix.basename(of)}.rels`)
  const xml = find(of === '' ? '_rels/.rels' : path) ?? ''
  const found = new Map<string, { type: string; path: string }>()
  for (const tag of tags(xml)) {
    if (tag.name !== 'Relationship' || tag.kind === 'close') continue
    const { Id, Type = '', Target = '', TargetMode } = attributesOf(xml, tag)
    if (Id === undefined || TargetMode === 'External') continue
    const path = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(of), Target)
    found.set(Id, { type: Type, path })
  }
  return found
}

const isType = (type: string, name: string): boolean => type.endsWith(`/${name}`)
const targetsOf = (find: Find, of: string, name: string): string[] =>
  [...relationsOf(find, of).values()].filter(({ type }) => isType(type, name)).map(({ path }) => path)

function readWorkbook(xml: string) {
  const listed: { id: string; name: string; state: Sheet['state'] }[] = []
  let is1904 = false
  for (const tag of tags(xml)) {
    if (tag.kind === 'close') continue
    const attributes = attributesOf(xml, tag)
    if (tag.name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
    if (tag.name !== 'sheet') continue
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    const state =
      attributes.state === 'hidden' || attributes.state === 'veryHidden' ? attributes.state : 'visible'
    listed.push({ id, name: attributes.name ?? '', state })
  }
  return { listed, is1904 }
}

function notesOf(parts: readonly ZipPart[], sheets: readonly Sheet[], hasOthers: boolean): WorkbookNote[] {
  const has = (pattern: RegExp) => parts.some(({ name }) => pattern.test(name))
  return [
    ...(has(/vbaProject\.bin$/i) ? (['macros'] as const) : []),
    ...(has(/\/externalLinks\//i) ? (['external-links'] as const) : []),
    ...(has(/^_xmlsignatures\//i) ? (['signed'] as const) : []),
    ...(sheets.some(({ isProtected }) => isProtected) ? (['protected'] as const) : []),
    ...(hasOthers ? (['not-a-worksheet'] as const) : []),
  ]
}

const REFUSALS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  extension: [
    '様式は Excel ブック（.xlsx、.xlsm）で預かります。',
    'Excel で開き、「名前を付けて保存」で「Excel ブック（.xlsx）」にしてください。',
  ],
  size: ['20 MBを超えています。', '画像や使わないシートを除いて保存し直してください。'],
  inflated: [
    '展開すると大きくなりすぎるため、開きませんでした。',
    '書式だけの行や列、画像、使わないシートを消して保存し直してください。',
  ],
  password: [
    '古い形式（.xls）か、パスワードが付いたファイルです。',
    'Excel で開き、パスワードを外して「Excel ブック（.xlsx）」で保存し直してください。',
  ],
  doctype: [
    'Excel が書かない記述（文書型宣言）が中にあるため、開きませんでした。',
    '配布元から受け取り直すか、Excel で開いて保存し直してください。',
  ],
  broken: [
    'Excel ブックとして読めません。壊れているか、途中で切れています。',
    'Excel で開けるか確かめ、保存し直してください。',
  ],
  empty: ['記入できるシートがありません。', '様式の入ったファイルか確かめてください。'],
}

function refuse(file: string, code: keyof typeof REFUSALS & string): TabularRefused {
  const [reason, remedy] = REFUSALS[code] ?? ['', '']
  const refusal: Refusal = fileRefusal(file, `workbook.${code}`, reason, remedy)
  return new TabularRefused(refusal)
}

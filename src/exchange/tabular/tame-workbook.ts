import { MAX_COLUMNS, MAX_ROWS, parseRange } from '../workbook/reference.ts'
import { applyEdits, attributesOf, type Edit, tags, XmlRefused } from '../workbook/xml-tags.ts'
import { contentOf, readZip, withContent, writeZip, ZipBroken, type ZipPart } from '../workbook/zip.ts'

/** Cells of all merged ranges of a sheet: each becomes a cell in memory, however short the file says it. */
const MOST_MERGED = 300_000

/** What holds no value of a cell, and of which exceljs makes an entry for every cell of its range. */
const LEFT_OUT = new Set(['dataValidations', 'definedNames'])
const NAMED = /dataValidations|definedNames|mergeCell|<(?:\w+:)?col[\s/]/

class TooLarge extends Error {}

/**
 * A workbook whose short statements about long ranges (入力規則 of a whole column, names, merges, widths) cost no memory when exceljs
 * opens it: 6 kB could ask for every cell of a sheet.
 * @param bytes inspected by `inspectZip`
 */
export function tamed(bytes: Uint8Array): Uint8Array | 'too-large' | 'broken' {
  try {
    const parts = readZip(bytes)
    const tame = parts.map(tamePart)
    return tame.some((part, at) => part !== parts[at]) ? writeZip(tame) : bytes
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large'
    if (error instanceof XmlRefused || error instanceof ZipBroken) return 'broken'
    throw error
  }
}

function tamePart(part: ZipPart): ZipPart {
  if (!/workbook\.xml|worksheets\/[^/]+$/i.test(part.name)) return part // no stricter than exceljs finds them
  const xml = contentOf(part).toString('utf8')
  refuseFarRows(xml)
  if (!NAMED.test(xml)) return part
  const edits = editsOf(xml)
  return edits.length === 0 ? part : withContent(part, Buffer.from(applyEdits(xml, edits)))
}

/** exceljs walks from the first row to the last one stated: four thousand million of them stop the process for minutes. */
function refuseFarRows(xml: string): void {
  for (const [, inside = ''] of xml.matchAll(/<(?:[\w.-]+:)?row\b([^>]*)/g)) {
    const isCut = inside.split('"').length % 2 === 0 || inside.split("'").length % 2 === 0 // a > within quotes
    if (isCut) throw new XmlRefused('broken')
    for (const [, number = ''] of inside.matchAll(/\sr\s*=\s*["']([^"']*)["']/g))
      if (!(Number(number) <= MAX_ROWS)) throw new XmlRefused('broken')
  }
}

function editsOf(xml: string): Edit[] {
  const edits: Edit[] = []
  let begun = -1
  let merged = 0
  for (const tag of tags(xml)) {
    if (LEFT_OUT.has(tag.name)) {
      if (tag.kind === 'open' && begun < 0) begun = tag.start
      if (tag.kind === 'close' && begun >= 0) {
        edits.push({ start: begun, end: tag.end, text: '' })
        begun = -1
      }
    } else if (tag.kind !== 'close' && tag.name === 'mergeCell') {
      const range = parseRange(attributesOf(xml, tag).ref ?? '')
      if (!range) throw new XmlRefused('broken')
      merged += (range.bottom - range.top + 1) * (range.right - range.left + 1)
      if (merged > MOST_MERGED) throw new TooLarge()
    } else if (tag.kind !== 'close' && tag.name === 'col') {
      if (!(Number(attributesOf(xml, tag).max) <= MAX_COLUMNS)) throw new XmlRefused('broken')
    }
  }
  return edits
}

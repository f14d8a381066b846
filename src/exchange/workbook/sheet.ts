import { type CellAt, keyOf, parseCell, parseRange, type Range } from './reference.ts'
import { type Rule, readRule } from './rules-of-cells.ts'
import { shownNumber } from './shown-number.ts'
import { items } from './strings.ts'
import { type CellStyle, PLAIN } from './styles.ts'
import { attributesOf, type Tag, tags, textBetween } from './xml-tags.ts'

export interface SheetCell extends CellAt {
  kind: 'blank' | 'number' | 'date' | 'text' | 'boolean' | 'error'
  /** what stands there, as stored: of a formula its last result */
  text: string
  value: number | null
  formula: string | null
  style: CellStyle
}

export interface Sheet {
  name: string
  state: 'visible' | 'hidden' | 'veryHidden'
  isProtected: boolean
  cells: ReadonlyMap<number, SheetCell>
  merges: readonly Range[]
  /** results of array formulas and data tables: nobody may write into them */
  computed: readonly Range[]
  rules: readonly Rule[]
  hiddenRows: ReadonlySet<number>
  hiddenColumns: readonly Range[]
  /** in characters, from the first column; undefined: as usual */
  widths: readonly (number | undefined)[]
  /** what holds text, is merged, or has a border; null: nothing */
  used: Range | null
}

export const cellOf = (sheet: Sheet, at: CellAt): SheetCell | undefined => sheet.cells.get(keyOf(at))

interface Context {
  strings: readonly string[]
  styles: readonly CellStyle[]
  /** days count from 1904 */
  is1904: boolean
}

/** Cells, merged ranges, protection and rules of a sheet's XML. @throws XmlRefused */
export function readSheet(
  xml: string,
  { name, state }: Pick<Sheet, 'name' | 'state'>,
  context: Context,
): Sheet {
  const cells = new Map<number, SheetCell>()
  const merges: Range[] = []
  const computed: Range[] = []
  const rules: Rule[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns: Range[] = []
  const widths: (number | undefined)[] = []
  let isProtected = false
  let at: CellAt = { row: 0, column: -1 }
  let begun: Tag | null = null
  let rule: Tag | null = null
  for (const tag of tags(xml)) {
    const isBegin = tag.kind !== 'close'
    if (tag.name === 'row' && isBegin) {
      const { r, hidden } = attributesOf(xml, tag)
      at = { row: r === undefined ? at.row + 1 : Number(r), column: -1 }
      if (isTrue(hidden)) hiddenRows.add(at.row)
    } else if (tag.name === 'c') {
      if (isBegin) {
        const { r } = attributesOf(xml, tag)
        at = (r === undefined ? undefined : parseCell(r)) ?? { row: at.row, column: at.column + 1 }
        begun = tag
      }
      if (tag.kind !== 'open' && begun) {
        cells.set(keyOf(at), readCell(xml, begun, tag, at, context))
        begun = null
      }
    } else if (tag.name === 'f' && isBegin && begun) {
      const { t, ref } = attributesOf(xml, tag)
      const range = t === 'array' || t === 'dataTable' ? parseRange(ref ?? '') : undefined
      if (range) computed.push(range)
    } else if (tag.name === 'mergeCell' && isBegin) {
      const range = parseRange(attributesOf(xml, tag).ref ?? '')
      if (range) merges.push(range)
    } else if (tag.name === 'sheetProtection' && isBegin) isProtected = isTrue(attributesOf(xml, tag).sheet)
    else if (tag.name === 'col' && isBegin) readColumns(attributesOf(xml, tag), widths, hiddenColumns)
    else if (tag.name === 'dataValidation') {
      if (isBegin) rule = tag
      if (tag.kind !== 'open' && rule) {
        const read = readRule(attributesOf(xml, rule), xml.slice(rule.end, tag.start))
        if (read) rules.push(read)
        rule = null
      }
    }
  }
  const used = usedRange(cells.values(), merges)
  return { name, state, isProtected, cells, merges, computed, rules, hiddenRows, hiddenColumns, widths, used }
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true'

function readColumns(
  { min, max, width, hidden, customWidth }: Record<string, string>,
  widths: (number | undefined)[],
  hiddenColumns: Range[],
): void {
  const left = Number(min) - 1
  const right = Number(max) - 1
  if (isTrue(hidden)) hiddenColumns.push({ top: 1, left, bottom: Number.MAX_SAFE_INTEGER, right })
  if (width === undefined && !isTrue(customWidth)) return
  for (let column = left; column <= Math.min(right, left + 300); column++) widths[column] = Number(width)
}

function readCell(xml: string, open: Tag, close: Tag, at: CellAt, context: Context): SheetCell {
  const { t = 'n', s } = attributesOf(xml, open)
  const style = context.styles[Number(s ?? 0)] ?? PLAIN
  if (open === close) return { ...at, kind: 'blank', text: '', value: null, formula: null, style }
  const inside = xml.slice(open.end, close.start)
  const formula = innerText(inside, 'f')
  const stored = innerText(inside, 'v')
  const base = { ...at, formula: formula === null && /<(\w+:)?f[\s/>]/.test(inside) ? '' : formula, style }
  const text = (words: string): SheetCell =>
    words === ''
      ? { ...base, kind: 'blank', text: '', value: null }
      : { ...base, kind: 'text', text: words, value: null }
  if (t === 'inlineStr') return text([...items(inside, 'is')].map(([words]) => words).join(''))
  if (stored === null || stored === '') return text('')
  if (t === 's') return text(context.strings[Number(stored)] ?? '')
  if (t === 'str') return text(stored)
  if (t === 'd') return { ...base, kind: 'date', text: stored.slice(0, 10), value: null }
  if (t === 'b') return { ...base, kind: 'boolean', text: stored === '1' ? 'TRUE' : 'FALSE', value: null }
  if (t === 'e') return { ...base, kind: 'error', text: stored, value: null }
  const value = Number(stored)
  if (!Number.isFinite(value)) return text(stored)
  return {
    ...base,
    kind: style.kind === 'date' ? 'date' : 'number',
    value,
    text: shownNumber(value, style.kind, context.is1904),
  }
}

function innerText(inside: string, name: 'f' | 'v'): string | null {
  const found = new RegExp(`<((?:\\w+:)?${name})(?:\\s[^>]*)?>([\\s\\S]*?)</\\1>`).exec(inside)
  return found ? textBetween(found[2] ?? '', 0, (found[2] ?? '').length) : null
}

function usedRange(cells: Iterable<SheetCell>, merges: readonly Range[]): Range | null {
  let used: Range | null = null
  const take = (top: number, left: number, bottom: number, right: number) => {
    used = used
      ? {
          top: Math.min(used.top, top),
          left: Math.min(used.left, left),
          bottom: Math.max(used.bottom, bottom),
          right: Math.max(used.right, right),
        }
      : { top, left, bottom, right }
  }
  for (const { row, column, kind, formula, style } of cells)
    if (kind !== 'blank' || formula !== null || style.hasBorder) take(row, column, row, column)
  const content = used as Range | null
  // a merged range may run to the end of the sheet: only what begins among the content counts
  for (const { top, left, bottom, right } of merges)
    if (content && top <= content.bottom && left <= content.right)
      take(top, left, Math.min(bottom, content.bottom + 100), Math.min(right, content.right + 50))
  return used
}

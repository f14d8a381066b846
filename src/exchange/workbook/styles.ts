import { attributesOf, tags } from './xml-tags.ts'

/** What the look of a cell says about what may stand in it. */
export interface CellStyle {
  kind: 'general' | 'date' | 'percent' | 'text'
  /** as Excel holds it: counts only where the sheet is protected */
  isLocked: boolean
  /** steps of indentation */
  indent: number
  hasBorder: boolean
}

export const PLAIN: CellStyle = { kind: 'general', isLocked: true, indent: 0, hasBorder: false }

/** Formats of Excel that have no code in the file: dates and times of all, and of Japanese editions. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Styles of `cellXfs` in their order. */
export function readStyles(xml: string): CellStyle[] {
  const codes = new Map<number, string>()
  const borders: boolean[] = []
  const styles: CellStyle[] = []
  let isCellXfs = false
  let isBorders = false
  for (const tag of tags(xml)) {
    const isOpen = tag.kind !== 'close'
    if (tag.name === 'cellXfs') isCellXfs = tag.kind === 'open'
    else if (tag.name === 'borders') isBorders = tag.kind === 'open'
    else if (!isOpen) continue
    else if (tag.name === 'numFmt') {
      const { numFmtId, formatCode } = attributesOf(xml, tag)
      codes.set(Number(numFmtId), formatCode ?? '')
    } else if (isBorders && tag.name === 'border') borders.push(false)
    else if (isBorders && /^(left|right|top|bottom)$/.test(tag.name)) {
      const { style } = attributesOf(xml, tag)
      if (style !== undefined && style !== 'none') borders[borders.length - 1] = true
    } else if (isCellXfs && tag.name === 'xf') {
      const { numFmtId, borderId } = attributesOf(xml, tag)
      const kind = kindOf(Number(numFmtId ?? 0), codes)
      styles.push({ ...PLAIN, kind, hasBorder: borders[Number(borderId ?? 0)] ?? false })
    } else if (isCellXfs) amend(styles.at(-1), tag.name, attributesOf(xml, tag))
  }
  return styles
}

function amend(style: CellStyle | undefined, name: string, attributes: Record<string, string>): void {
  if (!style) return
  if (name === 'protection' && /^(0|false)$/.test(attributes.locked ?? '')) style.isLocked = false
  if (name === 'alignment') style.indent = Number(attributes.indent ?? 0)
}

function kindOf(id: number, codes: ReadonlyMap<number, string>): CellStyle['kind'] {
  const code = codes.get(id)
  if (code === undefined) {
    if (id === 49) return 'text'
    if (id === 9 || id === 10) return 'percent'
    return isBuiltInDate(id) ? 'date' : 'general'
  }
  if (code === '@') return 'text'
  // words in quotes, escaped letters, colours and conditions are no format letters
  const letters = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  if (letters.includes('%')) return 'percent'
  return /[ymdhsge]/i.test(letters.replace(/general|e[+-]/gi, '')) ? 'date' : 'general'
}

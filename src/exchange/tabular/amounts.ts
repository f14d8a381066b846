import { type CellValue, halfWidth, lostDigits, missing, readCount, wrong } from './values.ts'

/** A number with a fraction or a sign: 12.5, -3, △3 (a minus of accountants), 1,234.5. Never a count. */
export function readNumber(cell: string): CellValue<number> {
  const gap = missing(cell) ?? lostDigits(cell)
  if (gap) return gap
  const text = halfWidth(cell).replace(/^[△▲−]\s*/u, '-')
  const plain = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  return /^[-+]?\d+(?:\.\d+)?$/.test(plain)
    ? { state: 'value', value: Number(plain) }
    : wrong('not-a-number', '数として読めません。', '「12.5」の形の数に直してください。')
}

/** Whole yen: 1500, \1,500, ¥1,500, 1,500円. 無料 is not read as 0: whether it is a price is for the list to say. */
export function readYen(cell: string): CellValue<number> {
  const text = halfWidth(cell)
    .replace(/^[\\¥]\s*/, '')
    .replace(/\s*円$/u, '')
  const read = readCount(text)
  return read.state === 'wrong' && read.code !== 'cell.scientific'
    ? wrong('not-yen', '金額として読めません。', '「1500」のように、円の整数に直してください。')
    : read
}

/** 定員: published lists write 0 or nothing for "not applicable"; both are missing. */
export function readCapacity(cell: string): CellValue<number> {
  const read = readCount(halfWidth(cell).replace(/\s*[人名]$/u, ''))
  return read.state === 'value' && read.value === 0 ? { state: 'missing', why: 'none' } : read
}

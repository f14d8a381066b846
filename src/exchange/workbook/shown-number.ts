import type { CellStyle } from './styles.ts'

const DAY_MS = 86_400_000

/** A stored number in the plainest words of its format: 21.7%, 2026-11-22, 1234. Digits beyond double precision are left out. */
export function shownNumber(value: number, kind: CellStyle['kind'], is1904: boolean): string {
  if (kind === 'percent') return `${plain(value * 100)}%`
  if (kind !== 'date') return plain(value)
  const days = Math.floor(value) + (is1904 ? 1462 : 0)
  if (days < 61 || days > 2_958_465) return plain(value) // before March 1900 Excel's own days are wrong
  return new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10)
}

const plain = (value: number): string => String(Number(value.toPrecision(15)))

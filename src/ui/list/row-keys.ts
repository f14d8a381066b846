import type { RefObject } from 'react'
import type { Shortcut } from '../keys/index.ts'
import { rowPlace } from './row-focus.ts'

/** A deed on the current row: `{ key: 'd', label: '完了にする', run }`. */
export type RowKey<T> = { key: string; label: string; run: (row: T) => void; isOffered?: (row: T) => boolean }

/** The row after `step` from `current`; from outside (null) the first, or the last going up. Stops at the ends. */
export function rowAt(current: number | null, step: number, count: number): number | null {
  if (count === 0) return null
  if (current === null) return step > 0 ? 0 : count - 1
  return Math.min(Math.max(current + step, 0), count - 1)
}

const isWithin = (table: HTMLElement | null) => table?.contains(document.activeElement) ?? false

/** j/k from anywhere on the page, the arrows once the focus is in the table, and the deeds on the row with the focus. */
export function useRowKeys<T>(table: RefObject<HTMLTableElement | null>, rows: T[], deeds: RowKey<T>[]) {
  const current = (): number | null => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    return row && table.current?.contains(row) ? Number(row.dataset.row) : null
  }
  const move = (step: number) => {
    const to = rowAt(current(), step, rows.length)
    const place = rowPlace(table.current, to)
    place?.focus()
    place?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }
  const arrow = (step: number) => () => (isWithin(table.current) ? move(step) : false)
  const act = (deed: RowKey<T>) => () => {
    const at = current()
    const row = at === null ? undefined : rows[at]
    if (row === undefined || deed.isOffered?.(row) === false) return false
    deed.run(row)
    return true
  }
  const shortcuts: Shortcut[] = [
    { keys: ['j'], label: '次の行', group: '一覧', run: () => move(1) },
    { keys: ['k'], label: '前の行', group: '一覧', run: () => move(-1) },
    { keys: ['ArrowDown'], label: '次の行（一覧の中で）', group: '一覧', run: arrow(1) },
    { keys: ['ArrowUp'], label: '前の行（一覧の中で）', group: '一覧', run: arrow(-1) },
    ...deeds.map((deed) => ({ keys: [deed.key], label: deed.label, group: '一覧', run: act(deed) })),
  ]
  return { shortcuts }
}

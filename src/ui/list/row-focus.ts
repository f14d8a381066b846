import { type RefObject, useEffect, useRef } from 'react'

/** The row that had the focus last, by its key, and where it stood. */
export type HeldRow = { key: string; at: number }

/** The row that now stands for the held one: itself, or what moved into its place, or the last; null: none is left. */
export function rowInPlaceOf({ key, at }: HeldRow, keys: string[]): number | null {
  if (keys.length === 0) return null
  const same = keys.indexOf(key)
  return same >= 0 ? same : Math.min(at, keys.length - 1)
}

/** The place of a row that takes the focus: what it opens, or the row itself. */
export const rowPlace = (box: HTMLElement | null, at: number | null): HTMLElement | null =>
  at === null
    ? null
    : (box?.querySelector<HTMLElement>(
        `[data-row="${at}"] [data-row-link], [data-row="${at}"][data-row-link]`,
      ) ?? null)

/**
 * Keeps the focus in a list whose rows come and go: a row that is done leaves, and its deeds' keys must work on the next.
 * Acts only when the focus was lost with what held it; whoever moved it away, by mouse or key, keeps it there. A panel
 * beside the list belongs to the row it was opened from.
 * @param box holds the table, or what an empty list says, marked by `data-list-empty`
 * @param keys of the rows shown; undefined while nothing is known
 */
export function useRowFocus(box: RefObject<HTMLElement | null>, keys: string[] | undefined): void {
  const held = useRef<HeldRow | null>(null)
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onMove = ({ target }: Event) => {
      if (!(target instanceof Element) || target.closest('[data-panel]')) return
      const row = box.current?.contains(target) ? target.closest<HTMLElement>('[data-row]') : null
      const at = row ? Number(row.dataset.row) : null
      const key = at === null ? undefined : latest.current?.[at]
      held.current = at === null || key === undefined ? null : { key, at }
    }
    document.addEventListener('focusin', onMove)
    document.addEventListener('pointerdown', onMove)
    return () => {
      document.removeEventListener('focusin', onMove)
      document.removeEventListener('pointerdown', onMove)
    }
  }, [box])
  // After each change of the page: a panel that closed has given the focus back by now, if it could.
  useEffect(() => {
    if (!held.current || !keys) return
    const at = rowInPlaceOf(held.current, keys)
    if (at !== null && keys[at] === held.current.key) held.current.at = at
    if (document.activeElement !== document.body && document.activeElement !== null) return
    const place = rowPlace(box.current, at) ?? box.current?.querySelector<HTMLElement>('[data-list-empty]')
    place?.focus()
  })
}

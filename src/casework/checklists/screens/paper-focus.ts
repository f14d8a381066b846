import { type ItemNumber, items } from '../forms/kihon-checklist/items.ts'

/** The row after or before one; null past either end. */
export function neighbourOf(no: ItemNumber, step: 1 | -1): ItemNumber | null {
  return items[items.findIndex((item) => item.no === no) + step]?.no ?? null
}

/** Makes a row the current one: its chosen answer, else its first, gets the focus; of two fields the nearer one. */
export function focusRow(box: ParentNode | null, no: ItemNumber, from: 1 | -1 = 1): void {
  const row = box?.querySelector<HTMLElement>(`[data-item="${no}"]`)
  if (!row) return
  const fields = [...row.querySelectorAll<HTMLInputElement>('input')]
  const field = fields.find((one) => one.checked) ?? (from === -1 ? fields.at(-1) : fields[0])
  const target = field?.type === 'radio' ? (fields.find((one) => one.checked) ?? fields[0]) : field
  target?.focus({ preventScroll: true })
  if (target?.type === 'text') target.select()
  row.scrollIntoView({ block: 'nearest' })
}

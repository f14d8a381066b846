import type { KeyboardEvent } from 'react'
import { isComposing } from '../keys/index.ts'

/** A place where the focus can stop. Radio buttons of one group share it and are one stop. */
export type Stop = { group: string | null; isChosen: boolean }

/**
 * The stop after (or before) the one at `from`: another radio of the same group is passed over, and a group is entered at
 * its chosen button. -1 when there is none.
 */
export function nextStop(stops: Stop[], from: number, step: 1 | -1): number {
  const group = stops[from]?.group ?? null
  let at = from + step
  while (stops[at] !== undefined && group !== null && stops[at]?.group === group) at += step
  const reached = stops[at]
  if (!reached) return -1
  if (reached.group === null) return at
  const members = stops.flatMap((one, index) => (one.group === reached.group ? [index] : []))
  return members.find((index) => stops[index]?.isChosen) ?? members[0] ?? at
}

const stopSelector = 'input:not([type=hidden]), select, textarea, [data-field-stop], button[type=submit]'
const movesFrom = 'input:not([type=file], [data-owns-enter]), select, [data-field-stop]'

function stopsOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(stopSelector)].filter(
    (element) =>
      !element.matches(':disabled, [data-skip-enter]') && element.closest('[hidden], [inert]') === null,
  )
}

const describeStop = (element: HTMLElement): Stop => {
  if (!(element instanceof HTMLInputElement)) return { group: null, isChosen: false }
  if (element.type === 'radio') return { group: `radio:${element.name}`, isChosen: element.checked }
  const boxes = element.type === 'checkbox' ? element.closest('[data-choice]')?.id : undefined
  return { group: boxes ? `boxes:${boxes}` : null, isChosen: false }
}

/**
 * Enter goes to the next field and Shift+Enter to the one before, as in the clients people come from. In a long text Enter
 * is a new line, on a button it presses, and a list that is open below its field chooses by it (`data-owns-enter`). An Enter that only ends a conversion does nothing.
 */
export function moveOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (
    event.key !== 'Enter' ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    isComposing(event.nativeEvent)
  )
    return
  const target = event.target as HTMLElement
  if (!target.matches(movesFrom)) return
  event.preventDefault()
  event.stopPropagation()
  const stops = stopsOf(event.currentTarget)
  const next = stops[nextStop(stops.map(describeStop), stops.indexOf(target), event.shiftKey ? -1 : 1)]
  const form = event.currentTarget
  if (form instanceof HTMLFormElement && form.dataset.enterSubmits && next?.matches('button[type=submit]')) {
    form.requestSubmit()
    return
  }
  next?.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
}

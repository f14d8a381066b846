import type { Entry } from './entry.ts'

export type FieldsProps = { entry: Entry; set: (change: Partial<Entry>) => void }

/** Codes of a list as the options of a choice; the key printed on a chip is the code's own. */
export const optionsOf = (list: readonly { code: string; label: string; key?: string }[]) =>
  list.map(({ code, label, key }) => ({ value: code, label, ...(key ? { key } : {}) }))

/** Puts the focus into the first field of a box. */
export const focusIn = (box: HTMLElement | null, selector = 'input, textarea, select') =>
  box?.querySelector<HTMLElement>(selector)?.focus()

/** Where the text is written: the focus comes here as soon as the person is set. */
export const textBoxId = 'consultation-text'
export const focusText = () => focusIn(document.getElementById(textBoxId), 'textarea')

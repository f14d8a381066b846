/** The part of a key event that decides whether a shortcut is meant. A DOM KeyboardEvent fits. */
export type KeyPress = {
  key: string
  code?: string
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
  metaKey: boolean
  isComposing: boolean
  keyCode: number
}

/** True while the Japanese input method still owns the key. Safari ends the composition first and only leaves 229. */
export const isComposing = (press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean =>
  press.isComposing || press.keyCode === 229

export type Combination = { key: string; ctrl: boolean; alt: boolean; shift: boolean }

/** 'Ctrl+Enter', 'Alt+1', 'F2', '?' … in the spelling the help shows. */
export function parseCombination(text: string): Combination {
  const parts = text === '+' ? ['+'] : text.split('+')
  const key = parts.at(-1) ?? ''
  const has = (name: string) => parts.slice(0, -1).includes(name)
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    ctrl: has('Ctrl'),
    alt: has('Alt'),
    shift: has('Shift'),
  }
}

/** A single printable key: it must not fire while somebody writes. */
export const isPlainKey = ({ key, ctrl, alt }: Combination): boolean => key.length === 1 && !ctrl && !alt

/** Does this key press mean that combination? Never while composing. ⌘ counts as Ctrl. */
export function means(press: KeyPress, wanted: Combination): boolean {
  if (isComposing(press)) return false
  if ((press.ctrlKey || press.metaKey) !== wanted.ctrl || press.altKey !== wanted.alt) return false
  // A printable sign already contains its Shift ('?' is Shift+/ on most keyboards); for named keys Shift must agree.
  if (wanted.key.length > 1 && press.shiftKey !== wanted.shift) return false
  return pressedKey(press) === wanted.key
}

/** Alt+1 reports '¡' on some layouts and full-width '１' with an input method on; the physical key knows better. */
function pressedKey({ key, code }: KeyPress): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code ?? '')?.[1]
  if (digit !== undefined && !/^[!-/:-@[-`{-~]$/.test(key)) return digit
  return key.length === 1 ? key.normalize('NFKC').toLowerCase() : key
}

import type { KeyPress } from '../keys/combination.ts'
import { isComposing } from '../keys/index.ts'
import type { Move } from './selection.ts'
import type { Editing, GridAction } from './state.ts'

const moves: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'row-start',
  End: 'row-end',
}
const movesWithControl: Record<string, Move> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'row-start',
  ArrowRight: 'row-end',
  Home: 'first',
  End: 'last',
}

/**
 * What a key means in the grid; null leaves it to the browser (or the text). While the input method composes, nothing.
 * @param how whether and how the current cell is being edited
 * @param page rows that PageUp and PageDown go
 */
export function actionOf(press: KeyPress, how: Editing['how'] | null, page: number): GridAction | null {
  if (isComposing(press) || press.altKey) return null
  const control = press.ctrlKey || press.metaKey
  if (!control && press.key === 'Enter') return { do: 'enter', step: press.shiftKey ? -1 : 1 }
  if (!control && press.key === 'Tab') return { do: 'tab', step: press.shiftKey ? -1 : 1 }
  if (press.key === 'F2') return { do: 'edit' }
  if (press.key === 'Escape') return how === null ? null : { do: 'cancel' }
  if (how === 'inside') return null
  const move = (control ? movesWithControl : moves)[press.key]
  if (how === 'typing') return move && !control && !press.shiftKey ? { do: 'move', move, page } : null
  if (move) return { do: 'move', move, extends: press.shiftKey, page }
  return control ? controlled(press) : bare(press)
}

function bare({ key }: KeyPress): GridAction | null {
  if (key === 'Delete') return { do: 'clear' }
  if (key === 'Backspace') return { do: 'type', text: '' }
  return null
}

function controlled({ key, shiftKey }: KeyPress): GridAction | null {
  const letter = key.toLowerCase()
  if (letter === 'z') return { do: shiftKey ? 'redo' : 'undo' }
  if (letter === 'y') return { do: 'redo' }
  if (letter === 'a') return { do: 'select-all' }
  if (key === 'Delete') return { do: 'delete-rows' }
  return null
}

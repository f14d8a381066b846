import type { Columns } from './column.ts'
import { type PasteReport, pasteInto } from './paste.ts'
import {
  at,
  clipped,
  type Move,
  moved,
  type Place,
  rangeOf,
  type Selection,
  type Size,
  tabbed,
} from './selection.ts'
import { filled, type Sheet, sheetOf, withoutRows, withRows, writeBlock } from './sheet.ts'

/** typing: the text replaces the cell's, arrows leave it · inside: the cursor moves in the text (F2, double click) */
export type Editing = { how: 'typing' | 'inside'; text: string }

/** A server's complaint about one cell; it holds as long as the cell says the same. */
export type Refusal = { rowKey: number; columnId: string; text: string; message: string }

type Step = { sheet: Sheet; selection: Selection }

export type GridState = {
  sheet: Sheet
  selection: Selection
  editing: Editing | null
  past: readonly Step[]
  future: readonly Step[]
  refusals: readonly Refusal[]
  /** the last deed in a sentence, for the live region; `count` tells two equal ones apart */
  said: { text: string; count: number }
}

export type GridLimits = { columns: Columns; minRows: number; maxRows: number }

export type GridAction =
  | { do: 'move'; move: Move; extends?: boolean; page?: number }
  | { do: 'select'; place: Place; extends?: boolean }
  | { do: 'select-all' }
  | { do: 'tab'; step: 1 | -1 }
  | { do: 'enter'; step: 1 | -1 }
  | { do: 'edit' }
  | { do: 'type'; text: string }
  | { do: 'commit' }
  | { do: 'cancel' }
  | { do: 'clear' }
  | { do: 'paste'; block: readonly (readonly string[])[] }
  | { do: 'add-rows'; count: number }
  | { do: 'delete-rows' }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'restore'; texts: readonly (readonly string[])[] }
  | { do: 'refuse'; refusals: readonly Refusal[] }

const STEPS = 200

export function startState(limits: GridLimits, texts: readonly (readonly string[])[]): GridState {
  return {
    sheet: sheetOf(limits.columns, texts, limits.minRows),
    selection: at({ row: 0, column: 0 }),
    editing: null,
    past: [],
    future: [],
    refusals: [],
    said: { text: '', count: 0 },
  }
}

const sizeOf = (state: GridState, { columns }: GridLimits, page = 10): Size => ({
  rows: state.sheet.rows.length,
  columns: columns.length,
  page,
})

const say = (state: GridState, text: string): GridState => ({
  ...state,
  said: { text, count: state.said.count + 1 },
})

/** A new sheet as one step that can be taken back. */
function stepTo(state: GridState, sheet: Sheet, selection: Selection): GridState {
  if (sheet === state.sheet) return { ...state, selection }
  const before = { sheet: state.sheet, selection: state.selection }
  return { ...state, sheet, selection, past: [...state.past, before].slice(-STEPS), future: [] }
}

/** Puts what is being typed into its cell. */
export function committed(state: GridState, { columns }: GridLimits): GridState {
  if (!state.editing) return state
  const { active } = state.selection
  const sheet = writeBlock(columns, state.sheet, active.row, active.column, [[state.editing.text]])
  return { ...stepTo(state, sheet, state.selection), editing: null }
}

export function reduce(state: GridState, action: GridAction, limits: GridLimits): GridState {
  switch (action.do) {
    case 'type':
      return typed(state, action.text, limits)
    case 'cancel':
      return { ...state, editing: null }
    case 'edit':
      return edited(state, limits)
    case 'refuse':
      return { ...state, refusals: action.refusals }
    default:
      return settledReduce(committed(state, limits), action, limits)
  }
}

const isReadOnly = (state: GridState, { columns }: GridLimits) =>
  columns[state.selection.active.column]?.isReadOnly === true

function typed(state: GridState, text: string, limits: GridLimits): GridState {
  if (isReadOnly(state, limits)) return state
  const { active, tabFrom } = state.selection
  return {
    ...state,
    selection: { ...at(active), tabFrom },
    editing: { how: state.editing?.how ?? 'typing', text },
  }
}

function edited(state: GridState, limits: GridLimits): GridState {
  if (isReadOnly(state, limits)) return state
  const { active, tabFrom } = state.selection
  const text = state.editing?.text ?? state.sheet.rows[active.row]?.texts[active.column] ?? ''
  return { ...state, selection: { ...at(active), tabFrom }, editing: { how: 'inside', text } }
}

type Settled = Exclude<GridAction, { do: 'type' | 'cancel' | 'edit' | 'refuse' }>

/** The deeds that first put what is being typed into its cell. */
function settledReduce(state: GridState, action: Settled, limits: GridLimits): GridState {
  const { selection, sheet } = state
  switch (action.do) {
    case 'commit':
      return state
    case 'move': {
      const size = sizeOf(state, limits, action.page)
      const to = moved(action.extends ? selection.head : selection.active, action.move, size)
      return { ...state, selection: action.extends ? { ...selection, head: to } : at(to) }
    }
    case 'select': {
      const place = clipped(at(action.place), sizeOf(state, limits)).active
      return { ...state, selection: action.extends ? { ...selection, head: place } : at(place) }
    }
    case 'select-all': {
      const head = moved(selection.active, 'last', sizeOf(state, limits))
      return { ...state, selection: { active: { row: 0, column: 0 }, head, tabFrom: null } }
    }
    case 'tab':
      return afterTab(state, action.step, limits)
    case 'enter':
      return afterEnter(state, action.step, limits)
    case 'clear': {
      const range = rangeOf(selection)
      const next = writeBlock(limits.columns, sheet, range.top, range.left, filled(range, ''))
      return stepTo(state, next, selection)
    }
    case 'paste':
      return pasted(state, pasteInto(limits, sheet, rangeOf(selection), action.block))
    case 'add-rows':
      return addRows(state, action.count, limits)
    case 'delete-rows':
      return deleteRows(state, limits)
    case 'undo':
      return travelled(state, 'past', 'future', '元に戻しました', '元に戻すものはありません')
    case 'redo':
      return travelled(state, 'future', 'past', 'やり直しました', 'やり直すものはありません')
    case 'restore':
      return stepTo(state, sheetOf(limits.columns, action.texts, limits.minRows), at({ row: 0, column: 0 }))
  }
}

/** The next cell; behind the last cell of a filled row a new one begins. */
function afterTab(state: GridState, step: 1 | -1, limits: GridLimits): GridState {
  const { active, tabFrom } = state.selection
  const isLastCell = step === 1 && active.column === limits.columns.length - 1
  const grown = isLastCell ? withRowBelow(state, limits) : state
  const to = tabbed(active, step, sizeOf(grown, limits))
  if (!to) return state
  const began = to.row === active.row ? (tabFrom ?? active.column) : null
  return { ...grown, selection: { ...at(to), tabFrom: step === 1 ? began : null } }
}

/** One more row, when the current one is the last and has something in it. */
function withRowBelow(state: GridState, { columns, maxRows }: GridLimits): GridState {
  const last = state.sheet.rows.length - 1
  const isNeeded =
    state.selection.active.row === last && !state.sheet.rows[last]?.isBlank && last + 1 < maxRows
  return isNeeded ? { ...state, sheet: withRows(columns, state.sheet, last + 2) } : state
}

/** Down (up with Shift); after Tabs, back to the column where they began. Below the last filled row a new one begins. */
function afterEnter(state: GridState, step: 1 | -1, limits: GridLimits): GridState {
  const { active, tabFrom } = state.selection
  const grown = step === 1 ? withRowBelow(state, limits) : state
  const from = { row: active.row, column: tabFrom ?? active.column }
  return { ...grown, selection: at(moved(from, step === 1 ? 'down' : 'up', sizeOf(grown, limits))) }
}

function pasted(state: GridState, { sheet, range, said }: PasteReport): GridState {
  const selection: Selection = range
    ? {
        active: { row: range.top, column: range.left },
        head: { row: range.bottom, column: range.right },
        tabFrom: null,
      }
    : state.selection
  return say(stepTo(state, sheet, selection), said)
}

function addRows(state: GridState, count: number, limits: GridLimits): GridState {
  const now = state.sheet.rows.length
  const wanted = Math.min(now + count, limits.maxRows)
  if (wanted === now) return say(state, `${limits.maxRows.toLocaleString('ja-JP')}行までです。増やせません`)
  const sheet = withRows(limits.columns, state.sheet, wanted)
  const to = at({ row: now, column: 0 })
  return say(stepTo(state, sheet, to), `${(wanted - now).toLocaleString('ja-JP')}行増やしました`)
}

function deleteRows(state: GridState, limits: GridLimits): GridState {
  const { top, bottom } = rangeOf(state.selection)
  const less = withRows(limits.columns, withoutRows(state.sheet, top, bottom), limits.minRows)
  const selection = clipped(at({ row: top, column: state.selection.active.column }), {
    rows: less.rows.length,
    columns: limits.columns.length,
    page: 1,
  })
  return say(
    stepTo(state, less, selection),
    `${(bottom - top + 1).toLocaleString('ja-JP')}行を消しました。Ctrl+Z で元に戻せます`,
  )
}

function travelled(
  state: GridState,
  from: 'past' | 'future',
  to: 'past' | 'future',
  done: string,
  nothing: string,
): GridState {
  const step = state[from].at(-1)
  if (!step) return say(state, nothing)
  const here = { sheet: state.sheet, selection: state.selection }
  return say({ ...state, ...step, [from]: state[from].slice(0, -1), [to]: [...state[to], here] }, done)
}

import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { isComposing } from '../keys/index.ts'
import type { ChoiceOption, Column } from './column.ts'
import { possibleOptions } from './match-option.ts'
import { OptionList } from './option-list.tsx'
import type { Editing, GridAction } from './state.ts'

type EditorProps = {
  column: Column
  line: number
  text: string
  editing: Editing | null
  isWrong: boolean
  /** little room below: the list opens upwards */
  opensUp: boolean
  noteId: string
  focusWanted: number
  /** the last wish for the focus that was fulfilled: a cell drawn again while the reader is elsewhere takes nothing */
  fulfilled: RefObject<number>
  act: (action: GridAction) => void
}

/**
 * The text field of the current cell. It has the focus all the time, its text selected, so that whatever is typed (a
 * composition included) replaces it; moving about and editing differ only in what the keys mean.
 */
export function CellEditor(props: EditorProps) {
  const { column, editing, act, noteId, focusWanted, fulfilled } = props
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const listId = useId()
  const [pick, setPick] = useState(-1)
  const isEditing = editing !== null
  const value = editing?.text ?? props.text
  const options = isEditing && column.options ? listFor(column.options, editing, props.text) : []

  // biome-ignore lint/correctness/useExhaustiveDependencies: what matters is each wish, and the way of editing
  useLayoutEffect(() => {
    const node = field.current
    if (!node) return
    if (focusWanted > fulfilled.current) node.focus({ preventScroll: true })
    fulfilled.current = focusWanted
    if (document.activeElement !== node) return
    if (editing === null) node.select()
    else if (editing.how === 'inside') node.setSelectionRange(node.value.length, node.value.length)
  }, [focusWanted, editing?.how, props.text])

  const onChange = (event: ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) => {
    setPick(-1)
    const typed = event.target.value
    act({ do: 'type', text: typed })
    const isReady = column.isOneKey && !(event.nativeEvent as InputEvent).isComposing
    if (isReady && isWholeCode(column.options ?? [], typed)) act({ do: 'tab', step: 1 })
  }
  const choose = (option: ChoiceOption) => act({ do: 'type', text: option.code }) // two may share a word, never a code
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement & HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return
    if (event.altKey && event.key === 'Enter' && !column.options) return breakLine(event, act)
    if (column.options && event.altKey && event.key === 'ArrowDown') {
      event.preventDefault()
      return act({ do: 'edit' })
    }
    if (options.length === 0 || event.ctrlKey || event.shiftKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      event.stopPropagation()
      const step = event.key === 'ArrowDown' ? 1 : -1
      return setPick((before) => (before + step + options.length) % options.length)
    }
    const picked = options[pick]
    if (picked && (event.key === 'Enter' || event.key === 'Tab')) choose(picked) // the grid then moves on
  }
  const Field = column.options ? 'input' : 'textarea'
  return (
    <>
      <Field
        ref={field}
        {...(column.options
          ? {
              type: 'text' as const,
              role: 'combobox',
              'aria-expanded': options.length > 0,
              'aria-controls': options.length > 0 ? listId : undefined,
              'aria-autocomplete': 'list' as const,
              'aria-activedescendant': pick >= 0 ? `${listId}-${pick}` : undefined,
            }
          : { rows: 1 })}
        data-owns-enter=""
        data-skip-enter=""
        data-editing={isEditing ? '' : undefined}
        aria-label={`${props.line}行目 ${column.header}`}
        aria-invalid={props.isWrong || undefined}
        aria-describedby={`${noteId}-hint ${noteId}`}
        readOnly={column.isReadOnly}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (!isEditing) event.target.select()
        }}
        className={`absolute inset-0 h-full w-full resize-none overflow-hidden px-1 py-1.5 outline-2 -outline-offset-2 outline-black ${
          isEditing
            ? `z-10 bg-paper ${column.options ? '' : 'field-sizing-content h-auto min-h-full max-w-96 min-w-full'}`
            : `cursor-cell bg-transparent whitespace-nowrap caret-transparent selection:bg-transparent selection:text-ink ${props.isWrong ? 'pl-5' : ''}`
        } ${column.isRight ? 'text-right' : ''}`}
      />
      {options.length > 0 ? (
        <OptionList
          id={listId}
          label={column.header}
          options={options}
          pick={pick}
          opensUp={props.opensUp}
          onChoose={(option) => {
            choose(option)
            act({ do: 'enter', step: 1 })
          }}
        />
      ) : null}
    </>
  )
}

/** All of them while the cell's own text stands untouched; else what the text may become. */
const listFor = (options: readonly ChoiceOption[], editing: Editing, stored: string) =>
  editing.text === stored ? [...options] : possibleOptions(options, editing.text)

/** A code that no other code goes on from. */
function isWholeCode(options: readonly ChoiceOption[], typed: string): boolean {
  const code = typed.normalize('NFKC').trim()
  return (
    options.some((one) => one.code === code) &&
    options.filter((one) => one.code.startsWith(code)).length === 1
  )
}

/** Alt+Enter: a line break inside the cell. */
function breakLine(event: KeyboardEvent<HTMLTextAreaElement>, act: (action: GridAction) => void): void {
  event.preventDefault()
  event.stopPropagation()
  const node = event.currentTarget
  node.setRangeText('\n', node.selectionStart, node.selectionEnd, 'end')
  act({ do: 'type', text: node.value })
}

import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { isComposing, type Shortcut, useShortcuts } from '../../../ui/keys/index.ts'
import { BMI_ITEM, type ItemNumber, items } from '../forms/kihon-checklist/items.ts'
import type { BmiItem } from '../rules/bmi.ts'
import { focusRow, neighbourOf } from './paper-focus.ts'
import { PaperMeasured } from './paper-measured.tsx'
import { PaperRow } from './paper-row.tsx'
import { isQuestion, meaningOf, type SheetEntry } from './sheet-entry.ts'

export interface PaperProps {
  entry: SheetEntry
  set: (change: (before: SheetEntry) => Partial<SheetEntry>) => void
  /** item 12, as far as height and weight say; null: no criteria on that day */
  bmi: BmiItem | null
  /** the row on which the last answer was given, or whose key was wrong */
  onAnswered: (no: ItemNumber) => void
  onWrongKey: (no: ItemNumber) => void
  /** after the last row */
  onEnd: () => void
}

/** The 25 rows in the order of the paper; the row with the focus is the current one, and keys 0, 1 and 9 answer it. */
export function Paper(props: PaperProps) {
  const { entry, set } = props
  const box = useRef<HTMLDivElement>(null)
  const go = (from: ItemNumber, step: 1 | -1) => {
    const next = neighbourOf(from, step)
    if (next !== null) focusRow(box.current, next, step)
    else if (step === 1) props.onEnd()
  }
  const answer = (no: ItemNumber, given: SheetEntry['answers'][keyof SheetEntry['answers']]) => {
    set((before) => ({ answers: { ...before.answers, [no]: given } }))
    props.onAnswered(no)
  }
  useShortcuts(PAPER_KEYS)
  const onKeyDown = (event: KeyboardEvent) => {
    const no = rowOf(event.target)
    if (no === null || isComposing(event.nativeEvent)) return
    const item = items.find((one) => one.no === no)
    if (!item) return
    if (!isQuestion(item)) return onMeasuredKey(event, (step) => go(no, step))
    const meaning = meaningOf(event.nativeEvent, item, entry.coding)
    if (meaning === null) return
    event.preventDefault()
    event.stopPropagation()
    if (meaning.kind === 'wrongKey') return props.onWrongKey(no)
    if (meaning.kind === 'move') return go(no, meaning.step)
    if (meaning.kind === 'choose') return choose(box, no, meaning.step)
    answer(no, meaning.answer)
    go(no, 1)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: each row is a radio group of its own; this only listens for all of them
    <div ref={box} onKeyDown={onKeyDown} className="border-t border-edge">
      {items.map((item) =>
        isQuestion(item) ? (
          <PaperRow
            key={item.no}
            question={item}
            coding={entry.coding}
            answer={entry.answers[item.no]}
            onAnswer={(given) => answer(item.no, given)}
          />
        ) : (
          <PaperMeasured key={item.no} note={item.note} entry={entry} set={set} bmi={props.bmi} />
        ),
      )}
    </div>
  )
}

/** For the list of keys alone: the rows themselves answer them. */
const PAPER_KEYS: Shortcut[] = [
  { keys: ['0', '1'], label: 'その行に答える（行に印刷された数字）' },
  { keys: ['9'], label: '無回答（聞いたが答えなかった）' },
  { keys: ['Delete'], label: '聞いていない（Spaceも同じ）' },
  { keys: ['Backspace', 'ArrowUp'], label: '前の行へ' },
  { keys: ['ArrowDown', 'Enter'], label: '次の行へ' },
].map((one) => ({ ...one, group: '用紙', run: () => false }))

/** The row an element stands in. */
function rowOf(target: EventTarget): ItemNumber | null {
  const row = target instanceof Element ? target.closest('[data-item]') : null
  const no = Number(row?.getAttribute('data-item'))
  return items.find((item) => item.no === no)?.no ?? null
}

/** Height and weight take digits as digits; an empty field gives Backspace away, the arrows always lead on. */
function onMeasuredKey(event: KeyboardEvent, go: (step: 1 | -1) => void): void {
  const field = event.target
  if (!(field instanceof HTMLInputElement)) return
  const fields = [
    ...(field.closest(`[data-item="${BMI_ITEM}"]`)?.querySelectorAll<HTMLInputElement>('input') ?? []),
  ]
  const isBack = event.key === 'ArrowUp' || (event.key === 'Backspace' && field.value === '')
  const isOn = event.key === 'ArrowDown' || event.key === ' '
  if (!isBack && !isOn) return
  event.preventDefault()
  const within = fields[fields.indexOf(field) + (isBack ? -1 : 1)]
  if (within) {
    within.focus()
    within.select()
  } else go(isBack ? -1 : 1)
}

/** Left and right: the radio beside the one with the focus takes it, and with it the answer. */
function choose(box: RefObject<HTMLDivElement | null>, no: ItemNumber, step: 1 | -1): void {
  const radios = [
    ...(box.current?.querySelectorAll<HTMLInputElement>(`[data-item="${no}"] input[type=radio]`) ?? []),
  ]
  const at = radios.findIndex((radio) => radio.checked)
  const next = radios[at === -1 ? (step === 1 ? 0 : radios.length - 1) : at + step]
  next?.focus()
  next?.click()
}

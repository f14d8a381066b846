import type { IsoDate } from '../../../platform/calendar/index.ts'
import type { Coding } from '../codes.ts'
import { questions } from '../forms/kihon-checklist/form.ts'
import {
  BMI_ITEM,
  type ItemNumber,
  items,
  type Question,
  type YesNo,
} from '../forms/kihon-checklist/items.ts'
import { type Answer, type Answers, readAnswers, writeAnswers } from '../rules/coding.ts'
import { measuredText } from './measured.ts'

/** One paper while it is typed. Plain JSON, so that the draft can keep it. */
export interface SheetEntry {
  id: string
  answeredOn: IsoDate | null
  /** codes; '' is not chosen */
  method: string
  respondent: string
  /** 実施者; '' is the one who enters it */
  staffId: string
  minutes: number | null
  /** what the keys 0 and 1 mean; stored with the answers */
  coding: Coding
  answers: Answers
  /** as typed, cm and kg */
  height: string
  weight: string
  note: string
}

export const blankAnswers: Answers = Object.fromEntries(questions.map(({ no }) => [no, null])) as Record<
  keyof Answers,
  Answer
>

export const itemAt = (no: number) => items.find((item) => item.no === no)
export const isQuestion = (item: (typeof items)[number]): item is Question => item.kind === 'question'

/** The key that means an answer on this row: the printed number, or 1 and 0 on every row. */
export function keyFor(question: Question, answer: YesNo, coding: Coding): '0' | '1' {
  if (coding === 'yesNo') return answer === 'yes' ? '1' : '0'
  return question.paperNumber[answer] === 1 ? '1' : '0'
}

/** Left to right as the row is printed: 「0.はい 1.いいえ」 and 「1.はい 0.いいえ」 both begin with はい. */
export const printedOrder: readonly YesNo[] = ['yes', 'no']

export const ANSWER_WORDS: Record<NonNullable<Answer>, string> = {
  yes: 'はい',
  no: 'いいえ',
  declined: '無回答',
}
export const answerWord = (answer: Answer): string => (answer === null ? '―' : ANSWER_WORDS[answer])

export type SheetKey =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'move'; step: 1 | -1 }
  | { kind: 'choose'; step: 1 | -1 }
  | { kind: 'wrongKey' }

type Press = { key: string; code?: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean }

/** What a key means on a yes/no row; null: not ours. Keys of the number pad and full width read alike. */
export function meaningOf(press: Press, question: Question, coding: Coding): SheetKey | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null
  const byCode = /^(?:Digit|Numpad)(\d)$/.exec(press.code ?? '')?.[1]
  const key = press.key.length === 1 ? press.key.normalize('NFKC') : press.key
  const digit = /^\d$/.test(key) ? key : key.length === 1 && byCode !== undefined ? byCode : null
  if (digit === '9') return { kind: 'answer', answer: 'declined' }
  if (digit === '0' || digit === '1') {
    const answer = printedOrder.find((one) => keyFor(question, one, coding) === digit)
    return { kind: 'answer', answer: answer ?? null }
  }
  if (digit !== null) return { kind: 'wrongKey' }
  if (key === ' ' || key === 'Delete') return { kind: 'answer', answer: null }
  if (key === 'Backspace' || key === 'ArrowUp') return { kind: 'move', step: -1 }
  if (key === 'ArrowDown') return { kind: 'move', step: 1 }
  if (key === 'ArrowRight') return { kind: 'choose', step: 1 }
  return key === 'ArrowLeft' ? { kind: 'choose', step: -1 } : null
}

/** The answers of the same key strokes under the other meaning of 0 and 1. */
export function rereadAs(coding: Coding, entry: Pick<SheetEntry, 'coding' | 'answers'>): Answers {
  const read = readAnswers(coding, writeAnswers(entry.coding, entry.answers))
  if (read.outcome !== 'read') throw new RangeError('answers written by us were not read again')
  return read.answers
}

/** Rows without any answer yet; item 12 counts while height or weight is missing. */
export function openRows({ answers, height, weight }: Pick<SheetEntry, 'answers' | 'height' | 'weight'>) {
  const open: ItemNumber[] = questions.filter(({ no }) => answers[no] === null).map(({ no }) => no)
  if (height.trim() === '' || weight.trim() === '') open.push(BMI_ITEM)
  return open.sort((a, b) => a - b)
}

export const answeredCount = ({ answers }: Pick<SheetEntry, 'answers'>) =>
  questions.filter(({ no }) => answers[no] !== null).length
export const isBegun = (entry: SheetEntry) =>
  answeredCount(entry) > 0 || entry.height !== '' || entry.weight !== ''

export const blankEntry = (id: string, today: IsoDate): SheetEntry => ({
  id,
  answeredOn: today,
  method: '',
  respondent: '',
  staffId: '',
  minutes: null,
  coding: 'paperNumber',
  answers: blankAnswers,
  height: '',
  weight: '',
  note: '',
})

interface StoredSheet {
  id: string
  answeredOn: IsoDate
  method: string
  respondent: string | null
  staff: { id: string }
  minutes: number | null
  coding: Coding
  /** 25 cells by item number */
  answers: readonly Answer[]
  heightHundredthsCm: number | null
  weightHundredthsKg: number | null
  note: string | null
}

/** A stored sheet back on the page. */
export const entryOf = (stored: StoredSheet): SheetEntry => ({
  id: stored.id,
  answeredOn: stored.answeredOn,
  method: stored.method,
  respondent: stored.respondent ?? '',
  staffId: stored.staff.id,
  minutes: stored.minutes,
  coding: stored.coding,
  answers: Object.fromEntries(questions.map(({ no }) => [no, stored.answers[no - 1] ?? null])) as Record<
    keyof Answers,
    Answer
  >,
  height: measuredText(stored.heightHundredthsCm),
  weight: measuredText(stored.weightHundredthsKg),
  note: stored.note ?? '',
})

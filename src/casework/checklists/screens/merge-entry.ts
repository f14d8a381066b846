import { formatDate } from '../../../platform/calendar/index.ts'
import { METHODS, RESPONDENTS } from '../codes.ts'
import { questions } from '../forms/kihon-checklist/form.ts'
import type { Answer, Answers } from '../rules/coding.ts'
import { answerWord, type SheetEntry } from './sheet-entry.ts'
import { wordOf } from './words.ts'

type AnswerKey = `no${number}`
/**
 * A sheet with every answer as a field of its own, so that two people who corrected different rows both keep theirs.
 * What 0 and 1 mean is no field: answers are words here, and each side's keys were read before.
 */
export type MergeEntry = Omit<SheetEntry, 'answers'> & Record<AnswerKey, Answer>

const keyOf = (no: number): AnswerKey => `no${no}`

export const toMerge = ({ answers, ...rest }: SheetEntry): MergeEntry => ({
  ...rest,
  ...(Object.fromEntries(questions.map(({ no }) => [keyOf(no), answers[no]])) as Record<AnswerKey, Answer>),
})

export function fromMerge(merged: MergeEntry): SheetEntry {
  const { id, answeredOn, method, respondent, staffId, minutes, coding, height, weight, note } = merged
  const answers = Object.fromEntries(questions.map(({ no }) => [no, merged[keyOf(no)] ?? null])) as Answers
  return { id, answeredOn, method, respondent, staffId, minutes, coding, height, weight, note, answers }
}

interface Field {
  key: keyof MergeEntry
  label: string
  show: (entry: MergeEntry) => string
  isText?: boolean
}

/** What can be chosen, in the order of the paper. */
export const mergeFields = (staffName: (id: string) => string): Field[] => [
  {
    key: 'answeredOn',
    label: '実施日',
    show: ({ answeredOn }) => (answeredOn === null ? '' : formatDate(answeredOn)),
  },
  { key: 'method', label: '方法', show: ({ method }) => (method === '' ? '' : wordOf(METHODS, method)) },
  {
    key: 'respondent',
    label: '回答者',
    show: ({ respondent }) => (respondent === '' ? '' : wordOf(RESPONDENTS, respondent)),
  },
  { key: 'staffId', label: '実施者', show: ({ staffId }) => staffName(staffId) },
  ...questions.map(({ no, wording }) => ({
    key: keyOf(no),
    label: `No.${no} ${wording}`,
    show: (entry: MergeEntry) => answerWord(entry[keyOf(no)] ?? null),
  })),
  { key: 'height', label: '身長（cm）', show: ({ height }) => height },
  { key: 'weight', label: '体重（kg）', show: ({ weight }) => weight },
  {
    key: 'minutes',
    label: '所要時間（分）',
    show: ({ minutes }) => (minutes === null ? '' : String(minutes)),
  },
  { key: 'note', label: '備考', show: ({ note }) => note, isText: true },
]

import { readDay } from '../../exchange/tabular/index.ts'
import type { IsoDate } from '../../platform/calendar/index.ts'
import { cleanCode, cleanLine } from '../../platform/text/index.ts'
import { screenForIndividualNumber } from '../privacy/index.ts'
import { type Code, METHODS, type Method, RESPONDENTS, type Respondent } from './codes.ts'
import { answersOf, dayError, emptyError } from './entry.ts'
import { BMI_ITEM, items } from './forms/kihon-checklist/items.ts'
import type { Answers, Cells } from './rules/coding.ts'
import { type BulkRow, type ChecklistBulk, readHundredths } from './schema.ts'

/** A cell of the grid that is refused. `row` counts from 1 as the grid shows it. */
export interface CellError {
  row: number
  /** key of the cell in the row: 'answeredOn', 'cells.7' */
  column: string
  /** heading of the column */
  label: string
  code: string
  /** what is wrong and what to do */
  message: string
}

/** Whom a row names, and what is compared against a mix-up. */
export interface NamedPerson {
  personId: string | null
  insuredNumber: string | null
  residentNumber: string | null
  birthOn: IsoDate | null
  kana: string | null
}

/** A row that could be read; the person is not looked up yet. */
export interface ReadRow {
  row: number
  named: NamedPerson
  answeredOn: IsoDate
  method: Method
  respondent: Respondent | null
  answers: Answers
  height: number | null
  weight: number | null
  note: string | null
  minutes: number | null
}

export const LABELS: Readonly<Record<string, string>> = {
  personId: '対象者',
  insuredNumber: '被保険者番号',
  residentNumber: '宛名番号',
  birthOn: '生年月日',
  kana: 'フリガナ',
  answeredOn: '実施日',
  method: '実施方法',
  respondent: '回答者',
  height: '身長',
  weight: '体重',
  note: '備考',
  minutes: '所要時間（分）',
}
const labelOf = (column: string) => LABELS[column] ?? `No.${column.replace('cells.', '')}`

/** Reads every row of the grid; all that is wrong with its cells comes at once. */
export function readRows({ coding, defaults, rows }: ChecklistBulk, today: IsoDate) {
  const errors: CellError[] = []
  const read = rows.flatMap((row, at) => {
    const before = errors.length
    const one = readRow(row, coding, defaults, today, (column, code, message) =>
      errors.push({ row: at + 1, column, label: labelOf(column), code, message }),
    )
    return one && errors.length === before ? [{ ...one, row: at + 1 }] : []
  })
  return { rows: read, errors }
}

type Refuse = (column: string, code: string, message: string) => void
const text = (cell: string | number | null | undefined) => cleanLine(String(cell ?? ''))

function readRow(
  row: BulkRow,
  coding: ChecklistBulk['coding'],
  defaults: ChecklistBulk['defaults'],
  today: IsoDate,
  refuse: Refuse,
): Omit<ReadRow, 'row'> | null {
  const named = readNamed(row, refuse)
  const answeredOn = readAnsweredOn(row, defaults, today, refuse)
  const method = readCode(METHODS, row.method, 'method', refuse) ?? defaults.method ?? null
  if (method === null && text(row.method) === '') {
    refuse('method', 'missing', `${METHODS.map(({ label }) => label).join('・')}のどれかを入力してください。`)
  }
  const respondent =
    readCode(RESPONDENTS, row.respondent, 'respondent', refuse) ?? defaults.respondent ?? null
  const answers = readCells(row, coding, refuse)
  const height = readMeasured(row.height, 'height', '156.0', refuse)
  const weight = readMeasured(row.weight, 'weight', '45.5', refuse)
  const note = text(row.note) || null
  const screened = note ? screenForIndividualNumber(note) : undefined
  if (screened && !screened.ok) refuse('note', screened.code, screened.message)
  const minutes = readMinutes(row.minutes, refuse)
  if (!answeredOn || !method || !answers) return null
  return { named, answeredOn, method, respondent, answers, height, weight, note, minutes }
}

function readNamed(row: BulkRow, refuse: Refuse): NamedPerson {
  const birth = readDay(text(row.birthOn))
  if (birth.state === 'wrong') refuse('birthOn', birth.code, `${birth.reason}${birth.remedy}`)
  const named = {
    personId: row.personId ?? null,
    insuredNumber: readInsuredNumber(row, refuse),
    residentNumber: cleanCode(text(row.residentNumber)) || null,
    birthOn: birth.state === 'value' ? birth.value : null,
    kana: text(row.kana) || null,
  }
  if (!named.personId && !named.insuredNumber && !named.residentNumber && text(row.insuredNumber) === '') {
    refuse('insuredNumber', 'person-missing', '被保険者番号か宛名番号を入力してください。')
  }
  if (!named.personId && !named.birthOn && !named.kana && birth.state !== 'wrong') {
    refuse(
      'birthOn',
      'check-missing',
      '別の方の用紙と取り違えないように、生年月日かフリガナも入力してください。',
    )
  }
  return named
}

/** Ten digits; a spreadsheet drops leading zeros, and nothing is padded by guess. */
function readInsuredNumber(row: BulkRow, refuse: Refuse): string | null {
  const number = cleanCode(text(row.insuredNumber))
  if (number === '' || /^(?:\d{10}|H\d{9})$/.test(number)) return number || null
  refuse(
    'insuredNumber',
    'insured-number',
    '10けたの数字（またはHと9けたの数字）ではありません。先頭の0が落ちていないか確かめてください。',
  )
  return null
}

function readAnsweredOn(
  row: BulkRow,
  defaults: ChecklistBulk['defaults'],
  today: IsoDate,
  refuse: Refuse,
): IsoDate | null {
  const day = readDay(text(row.answeredOn))
  if (day.state === 'wrong') {
    refuse('answeredOn', day.code, `${day.reason}${day.remedy}`)
    return null
  }
  const answeredOn = day.state === 'value' ? day.value : (defaults.answeredOn ?? null)
  if (answeredOn === null) {
    refuse('answeredOn', 'missing', '実施日を「2026-11-22」か「R8.11.22」の形で入力してください。')
    return null
  }
  const error = dayError(answeredOn, today)
  if (error) refuse('answeredOn', error.code, error.message.replace(/^実施日: /, ''))
  return answeredOn
}

/** The label of the list or its code; blank → null. */
function readCode<L extends readonly Code[]>(
  list: L,
  cell: string | number | null | undefined,
  column: string,
  refuse: Refuse,
): L[number]['code'] | null {
  const given = text(cell).normalize('NFKC')
  if (given === '') return null
  const found = list.find(({ code, label }) => code === given || label === given)
  if (found) return found.code
  refuse(column, 'not-in-list', `${list.map(({ label }) => label).join('・')}のどれかで入力してください。`)
  return null
}

const isQuestionNumber = (key: string) => items.some(({ no }) => String(no) === key && no !== BMI_ITEM)

function readCells(row: BulkRow, coding: ChecklistBulk['coding'], refuse: Refuse): Answers | null {
  const unknown = Object.keys(row.cells).filter((key) => !isQuestionNumber(key))
  for (const key of unknown) refuse(`cells.${key}`, 'no-such-item', '1～25のはい・いいえの項目にありません。')
  const read = answersOf(coding, row.cells as Cells)
  if ('answers' in read) {
    const empty = emptyError(read.answers)
    if (!empty) return read.answers
    refuse(empty.path, empty.code, empty.message.replace(/^No\.\d+: /, ''))
    return null
  }
  for (const { path, code, message } of read.errors) {
    refuse(path, code, message.replace(/^No\.\d+: /, ''))
  }
  return null
}

function readMeasured(
  cell: string | number | null | undefined,
  column: 'height' | 'weight',
  example: string,
  refuse: Refuse,
): number | null {
  const read = readHundredths(text(cell))
  if (read !== 'unreadable') return read
  const unit = column === 'height' ? 'cm' : 'kg'
  refuse(column, 'not-a-number', `${unit}の数字で、小数は第2位までで入力してください（例 ${example}）。`)
  return null
}

function readMinutes(cell: string | number | null | undefined, refuse: Refuse): number | null {
  const given = text(cell).normalize('NFKC')
  if (given === '') return null
  if (/^\d{1,4}$/.test(given) && Number(given) <= 1440) return Number(given)
  refuse('minutes', 'minutes', '分を0～1440の整数で入力してください。')
  return null
}

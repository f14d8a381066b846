import type { IsoDate } from '../../../platform/calendar/index.ts'
import { parseDate } from '../../../platform/calendar/index.ts'
import type { Coding, InsuredType, Judgement } from '../codes.ts'
import { questions } from '../forms/kihon-checklist/form.ts'
import { type Cells, readAnswers } from '../rules/coding.ts'
import type { BulkBody } from './api.ts'
import { DECLINED } from './bulk-columns.ts'
import { judging } from './judging.ts'

/** The first columns of the grid, in its order; the answers follow. */
const HEAD = ['insuredNumber', 'birthOn', 'kana', 'answeredOn', 'method'] as const
const HEIGHT = HEAD.length + 11
const firstAfter12 = HEIGHT + 2

/** Where each question stands in a row of the grid. */
const placeOf = (no: number) => (no < 12 ? HEAD.length + no - 1 : firstAfter12 + no - 13)

export const cellsOf = (texts: readonly string[]): Cells =>
  Object.fromEntries(questions.map(({ no }) => [no, texts[placeOf(no)] ?? ''])) as Cells

type Row = BulkBody['rows'][number]

/** A row as it stands in the grid: texts only; the server reads and refuses them cell by cell. */
export function rowOf(texts: readonly string[]): Row {
  const at = (place: number) => texts[place] ?? ''
  return {
    insuredNumber: at(0),
    birthOn: isoOf(at(1)),
    kana: at(2),
    answeredOn: isoOf(at(3)),
    method: at(4),
    cells: cellsOf(texts),
    height: at(HEIGHT),
    weight: at(HEIGHT + 1),
  }
}

/** A day that can be read goes as ISO; what cannot goes as it is, to be refused with a reason. */
function isoOf(text: string): string {
  const read = text === '' ? null : parseDate(text)
  return read?.ok ? read.date : text
}

/** The column of the grid for a cell that the server named. */
export function columnOf(path: string): string {
  if (path.startsWith('cells.')) return `q${path.slice('cells.'.length)}`
  return path === 'personId' || path === 'residentNumber' ? 'insuredNumber' : path
}

export interface RowStanding {
  insuredType: InsuredType | null
}

/**
 * What a row shows under a coding, as far as it can be read; null: a cell cannot be read, or there is no day.
 * @param defaultDay the day of rows that leave theirs blank
 */
export function judgeRow(
  texts: readonly string[],
  coding: Coding,
  defaultDay: IsoDate | null,
  { insuredType }: RowStanding,
): Judgement | null {
  const own = isoOf(texts[3] ?? '')
  const day = own === '' ? defaultDay : parseDate(own).ok ? own : null
  if (day === null) return null
  const read = readAnswers(coding, cellsOf(texts))
  if (read.outcome !== 'read') return null
  const judged = judging({
    answers: read.answers,
    height: texts[HEIGHT] ?? '',
    weight: texts[HEIGHT + 1] ?? '',
    answeredOn: day,
    insuredType,
    certification: null,
  })
  return judged?.value.judgement ?? null
}

export interface CodingCheck {
  /** rows that both codings can read */
  compared: number
  /** of them, rows judged differently under the other coding */
  changed: number
  /** 基準に該当 as declared, and as the other coding would have it */
  targets: number
  otherTargets: number
  /** of the ten rows that differ: share that scores as declared, and under the other coding, per cent */
  scoringPercent: number
  otherPercent: number
}

const REVERSED = questions.filter(({ paperNumber }) => paperNumber.yes === 0)

/** What the other meaning of 0 and 1 would do to the same cells: information for a person, never acted upon. */
export function compareCodings(
  rows: readonly (readonly string[])[],
  coding: Coding,
  defaultDay: IsoDate | null,
): CodingCheck {
  const other: Coding = coding === 'paperNumber' ? 'yesNo' : 'paperNumber'
  const check: CodingCheck = {
    compared: 0,
    changed: 0,
    targets: 0,
    otherTargets: 0,
    scoringPercent: 0,
    otherPercent: 0,
  }
  let cells = 0
  let ones = 0
  const insured = { insuredType: 'category1Insured' as const }
  for (const texts of rows) {
    const own = judgeRow(texts, coding, defaultDay, insured)
    const turned = judgeRow(texts, other, defaultDay, insured)
    if (own === null || turned === null) continue
    check.compared += 1
    if (own !== turned) check.changed += 1
    if (own === 'target') check.targets += 1
    if (turned === 'target') check.otherTargets += 1
    for (const { no } of REVERSED) {
      const text = texts[placeOf(no)] ?? ''
      if (text === '' || text === DECLINED) continue
      cells += 1
      if (text === '1') ones += 1
    }
  }
  // On these rows a printed 1 is いいえ and scores; under はい／いいえ a 0 does.
  const onesPercent = cells === 0 ? 0 : Math.round((ones * 100) / cells)
  const scoring = coding === 'paperNumber' ? onesPercent : 100 - onesPercent
  return {
    ...check,
    scoringPercent: cells === 0 ? 0 : scoring,
    otherPercent: cells === 0 ? 0 : 100 - scoring,
  }
}

/** Most people go out and shop: where two thirds of these rows score, the other meaning is the likelier one. */
export const looksLikeOther = ({ compared, scoringPercent }: CodingCheck): boolean =>
  compared >= 5 && scoringPercent >= 67

export interface NameQuestion {
  insuredNumber: string
  birthOn: IsoDate | null
  kana: string | null
  answeredOn: IsoDate
}

/** What a row says of its person; null while its number or its day cannot be read. */
export function nameQuestion(texts: readonly string[], defaultDay: IsoDate | null): NameQuestion | null {
  const [insuredNumber = '', birth = '', kana = '', day = ''] = texts
  if (!/^[\dH]\d{9}$/.test(insuredNumber)) return null
  const birthRead = birth === '' ? null : parseDate(birth)
  const dayRead = day === '' ? null : parseDate(day)
  const answeredOn = dayRead === null ? defaultDay : dayRead.ok ? dayRead.date : null
  if (answeredOn === null || birthRead?.ok === false) return null
  return { insuredNumber, birthOn: birthRead?.ok ? birthRead.date : null, kana: kana || null, answeredOn }
}

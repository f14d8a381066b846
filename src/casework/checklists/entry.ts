import type { IsoDate } from '../../platform/calendar/index.ts'
import type { FieldError } from '../../platform/errors/index.ts'
import type { Coding } from './codes.ts'
import type { SheetPerson } from './facts.ts'
import { FIRST_DAY } from './judge-sheet.ts'
import { type Answers, type Cells, readAnswers, type UnreadCell } from './rules/coding.ts'

/** What a cell refuses, in words that say what may stand there. */
export const cellMessage = (reason: UnreadCell['reason']): string =>
  reason === 'wordInPaperNumber'
    ? '「用紙で丸を付けた数字」の入力に、はい・いいえの語があります。0か1にするか、読み方を「1＝はい」に変えてください。'
    : '0・1・空欄・回答拒否（読み方が「1＝はい」のときは、はい・いいえも）のどれかで入力してください。'

/** The answers under their coding, or each cell that cannot be read. */
export function answersOf(coding: Coding, cells: Cells): { answers: Answers } | { errors: FieldError[] } {
  const read = readAnswers(coding, cells)
  if (read.outcome === 'read') return { answers: read.answers }
  const unread = read.reason === 'unreadCells' ? read.cells : []
  return {
    errors: unread.map(({ no, reason }) => ({
      path: `cells.${no}`,
      code: reason,
      message: `No.${no}: ${cellMessage(reason)}`,
    })),
  }
}

/** A sheet on which nothing is answered is none; undefined: something is. */
export function emptyError(answers: Answers): FieldError | undefined {
  if (Object.values(answers).some((answer) => answer !== null)) return undefined
  const message = 'No.1: 回答が一つもありません。用紙を見て入力してください。'
  return { path: 'cells.1', code: 'no-answers', message }
}

/** What is wrong with the day of the answers; undefined: nothing. */
export function dayError(answeredOn: IsoDate, today: IsoDate, person?: SheetPerson): FieldError | undefined {
  const wrong = (code: string, message: string) => ({
    path: 'answeredOn',
    code,
    message: `実施日: ${message}`,
  })
  if (answeredOn > today) return wrong('future', '先の日付です。用紙の日付を確かめてください。')
  if (answeredOn < FIRST_DAY) {
    return wrong(
      'before-criteria',
      '平成27年4月1日より前の用紙は、今の基準では判定できません。日付を確かめてください。',
    )
  }
  if (person?.birthOn && answeredOn < person.birthOn) {
    return wrong('before-birth', '生まれる前の日付です。日付と対象者を確かめてください。')
  }
  if (person?.diedOn && answeredOn > person.diedOn) {
    return wrong('after-death', '亡くなった日より後です。日付と対象者を確かめてください。')
  }
  return undefined
}

/** The 25 cells of the column `answers`, in the order of the items. */
export const answerCells = (answers: Answers) =>
  Array.from({ length: 25 }, (_, at) => (at === 11 ? null : answers[(at + 1) as keyof Answers]))

/** The way back of `answerCells`. */
export const answersFrom = (cells: readonly (string | null)[]): Answers =>
  Object.fromEntries(cells.flatMap((cell, at) => (at === 11 ? [] : [[at + 1, cell]]))) as unknown as Answers

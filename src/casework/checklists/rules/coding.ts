import type { Coding } from '../codes.ts'
import { questions } from '../forms/kihon-checklist/form.ts'
import type { Question, QuestionNumber } from '../forms/kihon-checklist/items.ts'

/** An answer as it is kept. null: not asked or left blank; declined: asked and refused (回答拒否). Neither is いいえ. */
export type Answer = 'yes' | 'no' | 'declined' | null
export type Answers = Readonly<Record<QuestionNumber, Answer>>

/** What stands in the cells, by item number. A cell that is absent, null or empty is blank. */
export type Cells = Readonly<Partial<Record<QuestionNumber, string | number | null>>>

export interface UnreadCell {
  no: QuestionNumber
  /** unknownValue: neither 0, 1, blank nor 回答拒否 · wordInPaperNumber: はい・いいえ under 用紙の数字 */
  reason: 'unknownValue' | 'wordInPaperNumber'
}

export type ReadAnswers =
  | { outcome: 'read'; coding: Coding; answers: Answers }
  | { outcome: 'refused'; reason: 'codingNotDeclared' }
  | { outcome: 'refused'; reason: 'unreadCells'; cells: UnreadCell[] }

const DECLINED = '回答拒否'
const WORDS: Readonly<Record<string, 'yes' | 'no'>> = { はい: 'yes', いいえ: 'no' }

/**
 * The answers that an entry, a row of a file or a grid means (CHK-01).
 * All or nothing: one cell that cannot be read refuses the whole, so that no half sheet is judged.
 * @param coding as declared with the data; absent → refused. It is never guessed from the cells: a wrong coding passes
 *   every range check and still turns the result round (items 1-8, 16, 19)
 * @param cells  '0' '1' (either width), blank, 回答拒否; with `yesNo` also はい・いいえ
 * @source 平成27年厚生労働省告示第197号 様式第一 (printed numbers); the two codings are our decision
 */
export function readAnswers(coding: Coding | null | undefined, cells: Cells): ReadAnswers {
  if (coding == null) return { outcome: 'refused', reason: 'codingNotDeclared' }
  const unread: UnreadCell[] = []
  const answers: Partial<Record<QuestionNumber, Answer>> = {}
  for (const question of questions) {
    const read = readCell(coding, question, cells[question.no] ?? null)
    if (read === 'unknownValue' || read === 'wordInPaperNumber')
      unread.push({ no: question.no, reason: read })
    else answers[question.no] = read
  }
  if (unread.length > 0) return { outcome: 'refused', reason: 'unreadCells', cells: unread }
  return { outcome: 'read', coding, answers: answers as Answers }
}

function readCell(
  coding: Coding,
  question: Question,
  cell: string | number | null,
): Answer | UnreadCell['reason'] {
  const text = cell === null ? '' : String(cell).normalize('NFKC').trim()
  if (text === '') return null
  if (text === DECLINED) return 'declined'
  const word = WORDS[text]
  if (word !== undefined) return coding === 'yesNo' ? word : 'wordInPaperNumber'
  if (text !== '0' && text !== '1') return 'unknownValue'
  const yes = coding === 'yesNo' ? 1 : question.paperNumber.yes
  return Number(text) === yes ? 'yes' : 'no'
}

/** The cells that mean these answers under a coding: the way back of `readAnswers`, for files and the grid. */
export function writeAnswers(coding: Coding, answers: Answers): Record<QuestionNumber, string> {
  const cells: Partial<Record<QuestionNumber, string>> = {}
  for (const question of questions) {
    const answer = answers[question.no]
    if (answer === null) cells[question.no] = ''
    else if (answer === 'declined') cells[question.no] = DECLINED
    else if (coding === 'yesNo') cells[question.no] = answer === 'yes' ? '1' : '0'
    else cells[question.no] = String(question.paperNumber[answer])
  }
  return cells as Record<QuestionNumber, string>
}

import { findIndividualNumbers } from '../../../platform/text/individual-number.ts'
import type { FieldProblem } from '../../../ui/http/index.ts'
import { type Entry, readTime } from './entry.ts'

const texts = [
  'text',
  'answer',
  'callerName',
  'callerPhone',
  'nextAction',
  'consentReason',
  'closeReason',
] as const

/** Fields of the entry whose text may hold a 個人番号; empty once the writer said that it is none. */
export const fieldsWithIndividualNumber = (entry: Entry): (typeof texts)[number][] =>
  entry.notAnIndividualNumber ? [] : texts.filter((field) => findIndividualNumbers(entry[field]).length > 0)

/** What the page can say before it asks the server; the server asks the same and more. */
export function entryProblems(entry: Entry): FieldProblem[] {
  const problems: FieldProblem[] = []
  const wrong = (path: string, message: string) => problems.push({ path, code: 'field', message })
  if (!entry.person && !entry.unnamed) {
    wrong(
      'personId',
      '対象者: だれについての相談かを選んでください。わからないときは「氏名がわからない」です。',
    )
  }
  for (const field of fieldsWithIndividualNumber(entry)) {
    wrong(
      field,
      '個人番号（マイナンバー）と思われる12けたの数字は残せません。数字を消すか、「個人番号ではない」を選んでください。',
    )
  }
  if (entry.nextAction.trim() !== '' && !entry.dueOn) {
    wrong('dueOn', '期限: 次の対応をいつまでに行うかを入力してください。')
  }
  if (entry.receivedTime !== '' && readTime(entry.receivedTime) === null) {
    wrong('receivedAt', '受付時刻: 「10:23」のように入力してください。')
  }
  if (entry.urgency === 'emergency') {
    if (!entry.responderId) wrong('responderId', '対応者: 緊急のときは、だれが対応したかを選んでください。')
    if (readTime(entry.respondedTime) === null) {
      wrong('respondedAt', '対応時刻: 緊急のときは、いつ対応したかを「10:23」のように入力してください。')
    }
  }
  return problems
}

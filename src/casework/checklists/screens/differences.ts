import { formatDate } from '../../../platform/calendar/index.ts'
import { METHODS, RESPONDENTS } from '../codes.ts'
import { questions } from '../forms/kihon-checklist/form.ts'
import { answerWord, type SheetEntry } from './sheet-entry.ts'
import { wordOf } from './words.ts'

export interface Difference {
  label: string
  stored: string
  own: string
}

const blank = (text: string) => (text === '' ? 'なし' : text)

/** What differs between two versions of one sheet, in the words of the page. */
export function differencesOf(stored: SheetEntry, own: SheetEntry): Difference[] {
  const rows: [label: string, word: (entry: SheetEntry) => string][] = [
    ['実施日', ({ answeredOn }) => (answeredOn === null ? '未入力' : formatDate(answeredOn))],
    ['方法', ({ method }) => (method === '' ? '未選択' : wordOf(METHODS, method))],
    ['回答者', ({ respondent }) => (respondent === '' ? '記録なし' : wordOf(RESPONDENTS, respondent))],
    ...questions.map(({ no }): [string, (entry: SheetEntry) => string] => [
      `No.${no}`,
      ({ answers }) => answerWord(answers[no]),
    ]),
    ['身長（cm）', ({ height }) => blank(height)],
    ['体重（kg）', ({ weight }) => blank(weight)],
    ['所要時間（分）', ({ minutes }) => (minutes === null ? '記録なし' : String(minutes))],
    ['備考', ({ note }) => blank(note)],
  ]
  return rows
    .map(([label, word]) => ({ label, stored: word(stored), own: word(own) }))
    .filter((one) => one.stored !== one.own)
}

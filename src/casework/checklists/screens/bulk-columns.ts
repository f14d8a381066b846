import { normaliseInsuredNumber } from '../../../registers/numbers/index.ts'
import { type Column, choiceColumn, dateColumn, textColumn } from '../../../ui/grid/index.ts'
import { type Coding, METHODS } from '../codes.ts'
import { questions } from '../forms/kihon-checklist/form.ts'
import { FIRST_DAY } from '../judge-sheet.ts'
import type { Answer } from '../rules/coding.ts'
import { readMeasured, tidyMeasured } from './measured.ts'
import { keyFor } from './sheet-entry.ts'

/** As a file says it, and as `9` and the form's word are written from now on. */
export const DECLINED = '回答拒否'
const DECLINED_TYPED = new Set([DECLINED, '無回答', '9'])
const WORDS: Readonly<Record<string, 'yes' | 'no'>> = { はい: 'yes', いいえ: 'no' }

type Question = (typeof questions)[number]

/** One item of the paper: 0, 1, blank or refused; the words only where the coding is はい／いいえ. */
function answerColumn(question: Question, coding: Coding): Column<string, Answer> {
  const yes = keyFor(question, 'yes', coding)
  const hint = `No.${question.no} ${question.wording}　${yes}＝はい ${yes === '1' ? '0' : '1'}＝いいえ 9＝無回答 空欄＝聞いていない`
  return {
    id: `q${question.no}`,
    header: String(question.no),
    width: 2.4,
    hint,
    isOneKey: true,
    parse: (typed) => {
      const text = typed.normalize('NFKC').trim()
      if (text === '') return { value: null, text: '' }
      if (DECLINED_TYPED.has(text)) return { value: 'declined', text: DECLINED }
      const word = WORDS[text]
      if (word && coding === 'paperNumber')
        return {
          error: `「${text}」は、用紙の数字で読む表には入れられません。${keyFor(question, word, coding)}を入力するか、読み方を選び直してください。`,
        }
      if (word) return { value: word, text: keyFor(question, word, coding) }
      if (text === '0' || text === '1') return { value: text === yes ? 'yes' : 'no', text }
      return { error: '0・1・9（無回答）か空欄にしてください。' }
    },
  }
}

function measuredColumn(id: 'height' | 'weight', header: string, example: string) {
  return textColumn({
    id,
    header,
    width: 4,
    hint: `数字で、小数は第2位まで（例 ${example}）`,
    check: (text) =>
      readMeasured(text) === 'unreadable' ? `数字で、小数は第2位までにしてください（例 ${example}）。` : null,
    clean: tidyMeasured,
  })
}

/**
 * The grid's columns in the order of the paper: whom, when, how, then No.1 to No.25 with height and weight where the paper
 * has them. Birth date or フリガナ stands beside the number, so that a slip of one digit does not hit another person.
 */
export function bulkColumns(coding: Coding, today: string) {
  const limits = { notBefore: FIRST_DAY, notAfter: today }
  const answers = (first: number, last: number) =>
    questions.filter(({ no }) => no >= first && no <= last).map((one) => answerColumn(one, coding))
  return [
    textColumn({
      id: 'insuredNumber',
      header: '被保険者番号',
      isRequired: true,
      width: 7,
      hint: '10けた。先頭の0も入力します',
      check: (text) => {
        const read = normaliseInsuredNumber(text)
        return read.ok ? null : read.message
      },
      clean: (text) => text.normalize('NFKC').replace(/\s/g, ''),
    }),
    dateColumn({
      id: 'birthOn',
      header: '生年月日',
      width: 6,
      hint: '番号の方と同じかを確かめます（例 S15.3.4）',
    }),
    textColumn({
      id: 'kana',
      header: 'フリガナ',
      width: 9,
      hint: '生年月日がないときに、番号の方と同じかを確かめます',
    }),
    dateColumn({
      id: 'answeredOn',
      header: '実施日',
      width: 6,
      limits,
      hint: '空欄なら、上の実施日になります（例 R8.11.1）',
    }),
    choiceColumn({
      id: 'method',
      header: '方法',
      width: 4,
      options: METHODS,
      hint: `空欄なら、上の方法になります（${METHODS.map(({ label }) => label).join('・')}）`,
    }),
    ...answers(1, 11),
    measuredColumn('height', '身長', '156.0'),
    measuredColumn('weight', '体重', '45.5'),
    ...answers(13, 25),
  ] as const
}
export type BulkColumns = ReturnType<typeof bulkColumns>

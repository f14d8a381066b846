import { kihonBmiLimitTenths } from '../../law/casework/kihon-bmi.ts'
import { kihonCriteria } from '../../law/casework/kihon-criteria.ts'
import { inForce } from '../../law/in-force.ts'
import type { Confidence } from '../../law/types.ts'
import { formatDate } from '../../platform/calendar/index.ts'
import type { Checklist } from './answers.ts'
import { CRITERION_RESULTS, JUDGEMENTS, labelOf, METHODS, RESPONDENTS } from './codes.ts'
import { kihonChecklist } from './forms/kihon-checklist/form.ts'
import { type Item, items, type MeasuredItem, type Question } from './forms/kihon-checklist/items.ts'

/** Said on every paper of a checklist: nobody is held back from 認定 by it (CHK-04, rule 5). */
export const APPLY_ANY_TIME = '要介護認定の申請は、いつでもできます。'
export const ONLY_REGISTERED =
  '「基準に該当」は回答の結果です。サービスを使うための登録は、届出を受けて市町村が行います。'

type Answer = Checklist['answers'][number]
interface Sheet {
  answers: Checklist['answers']
  heightHundredthsCm: number | null
  weightHundredthsKg: number | null
  printedBmiTenths: number | null
}

const EMPTY: Sheet = {
  answers: Array.from({ length: 25 }, () => null),
  heightHundredthsCm: null,
  weightHundredthsKg: null,
  printedBmiTenths: null,
}

export const blankForm = () => ({
  title: kihonChecklist.title,
  remark: '',
  facts: [
    ['氏名', ''],
    ['生年月日', ''],
    ['実施日', ''],
    ['実施方法', METHODS.map(({ label }) => label).join('・')],
    ['実施者', ''],
    ['回答者', RESPONDENTS.map(({ label }) => label).join('・')],
  ],
  rows: items.map((item) => rowOf(item, EMPTY)),
  note: noteOf(),
})

/** What the template shows of a stored sheet; texts only. */
export const formOf = (record: Checklist, birthOn: string | null) => ({
  title: kihonChecklist.title,
  remark: record.withdrawnAt ? '取下げ' : '',
  facts: [
    ['氏名', `${record.person.name}（${record.person.kana}）`],
    ['生年月日', birthOn ? formatDate(birthOn) : ''],
    ['実施日', formatDate(record.answeredOn)],
    ['実施方法', labelOf(METHODS, record.method)],
    ['実施者', record.staff.name],
    ['回答者', record.respondent ? labelOf(RESPONDENTS, record.respondent) : '記録なし'],
  ],
  rows: items.map((item) => rowOf(item, { ...record, printedBmiTenths: record.result.bmi.printedBmiTenths })),
  note: noteOf(),
  result: resultOf(record),
})

const rowOf = (item: Item, sheet: Sheet) => ({
  no: String(item.no),
  ...(item.kind === 'question'
    ? questionRow(item, sheet.answers[item.no - 1] ?? null)
    : { wording: measuredWords(item, sheet) }),
})

const questionRow = ({ wording, paperNumber }: Question, answer: Answer) => ({
  wording: wide(wording),
  options: [
    { number: String(paperNumber.yes), word: 'はい', chosen: answer === 'yes' },
    { number: String(paperNumber.no), word: 'いいえ', chosen: answer === 'no' },
  ],
  mark: answer === 'declined' ? '回答拒否' : '',
})

/** 身長　156.0　cm　体重　45.0　kg（BMI＝18.5）（注） */
function measuredWords({ wording }: MeasuredItem, sheet: Sheet): string {
  const values = [
    hundredths(sheet.heightHundredthsCm),
    hundredths(sheet.weightHundredthsKg),
    sheet.printedBmiTenths === null
      ? null
      : `${Math.floor(sheet.printedBmiTenths / 10)}.${sheet.printedBmiTenths % 10}`,
  ]
  let at = 0
  return wording.replace(/　{2,}/gu, (gap) => {
    const value = values[at++]
    return value === null || value === undefined ? gap : `　${value}　`
  })
}

/** 15650 → '156.5', 4736 → '47.36' */
const hundredths = (measured: number | null) =>
  measured === null
    ? null
    : `${Math.floor(measured / 100)}.${String(measured % 100)
        .padStart(2, '0')
        .replace(/0$/, '')}`

/** The official print has the numerals of the questions in full width. */
const wide = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0))

function noteOf(): string {
  const measured = items.find((item): item is MeasuredItem => item.kind === 'measured')
  return measured ? `（注）${measured.note}${mark(measured.noteConfidence)}` : ''
}

/** 「出典未確認」 unless the source was read. */
export const mark = (confidence: Confidence): string => (confidence === 'seen' ? '' : '（出典未確認）')

function resultOf(record: Checklist) {
  const { result, confirmation, answeredOn } = record
  const criteria = inForce(kihonCriteria, answeredOn)
  const bmi = inForce(kihonBmiLimitTenths, answeredOn)
  return {
    criteria: result.criteria.map(({ wording, known, unknown, result: met }) => [
      wide(wording),
      unknown === 0 ? `${known}` : `${known}（ほかに不明${unknown}）`,
      labelOf(CRITERION_RESULTS, met),
    ]),
    judgement: `判定案　${labelOf(JUDGEMENTS, record.proposal.judgement)}`,
    confirmed: confirmation
      ? `確認　${labelOf(JUDGEMENTS, confirmation.judgement)}（${confirmation.by.name}）${confirmation.reason ? `　理由　${confirmation.reason}` : ''}`
      : '確認前',
    lines: [
      `基準の出典　${criteria.source.text}${mark(criteria.confidence)}　BMIの基準　${bmi.source.text}${mark(bmi.confidence)}`,
      `「チェックリスト非該当」は、要介護認定の「非該当」とは別のものです。${ONLY_REGISTERED}`,
      APPLY_ANY_TIME,
    ],
  }
}

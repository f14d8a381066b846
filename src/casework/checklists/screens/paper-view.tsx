import { BMI_ITEM, items, type Question } from '../forms/kihon-checklist/items.ts'
import type { Checklist } from './api.ts'
import { bmiText } from './judging.ts'
import { measuredText } from './measured.ts'
import { ANSWER_WORDS, isQuestion, printedOrder } from './sheet-entry.ts'
import { pointWord } from './words.ts'

type Answered = Checklist['answers'][number]

/** The sheet as the paper looks: every row with its printed numbers, the given answer ringed. */
export function PaperView({ record }: { record: Checklist }) {
  const { points, bmi } = record.result
  const measured = [
    `身長 ${measuredText(record.heightHundredthsCm) || '未測定'}${record.heightHundredthsCm === null ? '' : 'cm'}`,
    `体重 ${measuredText(record.weightHundredthsKg) || '未測定'}${record.weightHundredthsKg === null ? '' : 'kg'}`,
    `BMI ${bmiText(bmi.printedBmiTenths)}`,
  ]
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">基本チェックリストの回答</caption>
      <thead className="bg-shade">
        <tr>
          <th scope="col" className="w-10 px-2 py-0.5 text-right">
            No.
          </th>
          <th scope="col" className="px-2 py-0.5 text-left">
            質問項目
          </th>
          <th scope="col" className="w-56 px-2 py-0.5 text-left">
            回答
          </th>
          <th scope="col" className="w-16 px-2 py-0.5 text-right">
            点数
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.no} className="border-b border-line">
            <td className="px-2 py-0.5 text-right tabular-nums text-soft">{item.no}</td>
            <th scope="row" className="px-2 py-0.5 text-left font-normal">
              {isQuestion(item) ? item.wording : measured.join('　')}
            </th>
            <td className="px-2 py-0.5 whitespace-nowrap">
              {isQuestion(item) ? (
                <Ringed question={item} answer={record.answers[item.no - 1] ?? null} />
              ) : (
                <span className="text-soft">（注）{BMI_ITEM === item.no ? '18.5未満で該当' : ''}</span>
              )}
            </td>
            <td className="px-2 py-0.5 text-right tabular-nums">{pointWord(points[item.no - 1] ?? null)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 「0.はい　1.いいえ」 with a ring round the number; what was not answered is said in words. */
function Ringed({ question, answer }: { question: Question; answer: Answered }) {
  return (
    <span className="inline-flex items-center gap-2">
      {printedOrder.map((one) => (
        <span
          key={one}
          className={answer === one ? 'rounded-full border-2 border-ink px-2 font-bold' : 'px-2 text-soft'}
        >
          {question.paperNumber[one]}.{ANSWER_WORDS[one]}
          {answer === one ? <span className="sr-only">（回答）</span> : null}
        </span>
      ))}
      {answer === null ? <span className="text-caution">回答なし</span> : null}
      {answer === 'declined' ? <span className="text-caution">{ANSWER_WORDS.declined}</span> : null}
    </span>
  )
}

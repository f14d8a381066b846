import { Fragment, type ReactNode } from 'react'
import { CODINGS, type Coding, labelOf } from '../codes.ts'
import { questions } from '../forms/kihon-checklist/form.ts'
import type { Question } from '../forms/kihon-checklist/items.ts'
import { ANSWER_WORDS, keyFor, printedOrder } from './sheet-entry.ts'

/** One row of each kind: its printed numbers differ. */
const EXAMPLES = questions.filter(({ no }) => no === 1 || no === 9)

const WHEN: Record<Coding, string> = {
  paperNumber: '用紙の回答欄で丸の付いた数字を、そのまま写した表です。',
  yesNo: '用紙の数字にかかわらず、「はい」を1、「いいえ」を0にそろえた表です。',
}

interface BulkCodingProps {
  onChoose: (coding: Coding) => void
  children?: ReactNode
}

/** The first question of all: what 1 means. Nothing is chosen beforehand, and nothing is guessed from the cells. */
export function BulkCoding({ onChoose, children }: BulkCodingProps) {
  return (
    <section aria-labelledby="coding-question">
      <h2 id="coding-question" className="text-xl font-bold">
        表の中の「1」と「0」は、何を表していますか
      </h2>
      <p className="mb-3 text-sm text-soft">
        読み方を取り違えると、No.1～8、16、19の10問が逆になり、判定も逆になります。表を作った人に確かめてから選んでください。
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        {CODINGS.map(({ code, label }) => (
          <button
            key={code}
            type="button"
            onClick={() => onChoose(code)}
            className="flex flex-col gap-2 rounded-lg border-2 border-edge bg-paper p-4 text-left hover:border-accent hover:bg-accent-soft"
          >
            <span className="text-lg font-bold text-accent underline underline-offset-4">{label}</span>
            <span className="text-sm">{WHEN[code]}</span>
            <CodingPicture coding={code} />
          </button>
        ))}
      </div>
      {children}
    </section>
  )
}

/** Two rows of the paper as printed, and what a 1 in the table says of each. */
export function CodingPicture({ coding }: { coding: Coding }) {
  return (
    <span className="block rounded-lg border border-line bg-ground p-3">
      {EXAMPLES.map((question) => (
        <span key={question.no} className="mb-2 block last:mb-0">
          <span className="block text-sm">
            {question.no}　{question.wording}
          </span>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Printed question={question} coding={coding} />
            <span className="text-sm">
              表の <b className="rounded-sm border border-ink px-1.5 tabular-nums">1</b> は「
              <b>{ANSWER_WORDS[meantByOne(question, coding)]}</b>」
            </span>
          </span>
        </span>
      ))}
    </span>
  )
}

const meantByOne = (question: Question, coding: Coding) =>
  printedOrder.find((one) => keyFor(question, one, coding) === '1') ?? 'yes'

/** 「0.はい　1.いいえ」 with the ring that becomes a 1 in the table. */
function Printed({ question, coding }: { question: Question; coding: Coding }) {
  const ringed = meantByOne(question, coding)
  return (
    <span className="rounded-sm border border-ink bg-paper px-2 py-0.5 whitespace-nowrap">
      {printedOrder.map((one) => (
        <Fragment key={one}>
          <span
            className={one === ringed ? 'rounded-full border-2 border-danger px-1.5 font-bold' : 'px-1.5'}
          >
            {question.paperNumber[one]}.{ANSWER_WORDS[one]}
          </span>
        </Fragment>
      ))}
    </span>
  )
}

/** Stays above the grid as long as it is open. */
export function CodingBar({ coding, onAgain }: { coding: Coding; onAgain: ReactNode }) {
  const isPaper = coding === 'paperNumber'
  return (
    <div
      className={`flex flex-wrap items-center gap-x-4 gap-y-1 border-y-2 px-3 py-1.5 ${
        isPaper ? 'border-accent-line bg-accent-soft' : 'border-caution bg-caution-soft'
      }`}
    >
      <p className="font-bold">この表の読み方: {labelOf(CODINGS, coding)}</p>
      <span className="text-sm">
        {EXAMPLES.map((question) => (
          <span key={question.no} className="mr-4 whitespace-nowrap">
            No.{question.no}の1は「{ANSWER_WORDS[meantByOne(question, coding)]}」
          </span>
        ))}
      </span>
      <span className="ml-auto">{onAgain}</span>
    </div>
  )
}

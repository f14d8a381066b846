import { memo } from 'react'
import type { Coding } from '../codes.ts'
import type { Question } from '../forms/kihon-checklist/items.ts'
import type { Answer } from '../rules/coding.ts'
import { ANSWER_WORDS, keyFor, printedOrder } from './sheet-entry.ts'

interface PaperRowProps {
  question: Question
  coding: Coding
  answer: Answer
  onAnswer: (answer: Answer) => void
}

/** Wide windows: number, wording, the answers, the echo. Below, the answers stand under the wording. */
export const rowClass =
  'grid scroll-mt-28 scroll-mb-24 items-center gap-x-3 border-b border-line px-2 py-0.5 grid-cols-[1.75rem_minmax(0,1fr)] md:grid-cols-[1.75rem_minmax(0,1fr)_auto_4.5rem] has-[:focus]:bg-accent-soft has-[:focus]:shadow-[inset_5px_0_0_var(--color-accent)] forced-colors:has-[:focus]:outline-2'

/** One yes/no row. The words are echoed large, since a number alone does not show a wrong key. */
export const PaperRow = memo(
  function PaperRow({ question, coding, answer, onAnswer }: PaperRowProps) {
    const { no, wording } = question
    const textId = `item-${no}`
    return (
      <div role="radiogroup" aria-labelledby={textId} data-item={no} className={rowClass}>
        <span className="text-right text-sm tabular-nums text-soft">{no}</span>
        <span id={textId} className="leading-snug">
          <span className="sr-only">No.{no} </span>
          {wording}
        </span>
        <span className="flex gap-1 max-md:col-start-2 max-md:flex-wrap">
          {printedOrder.map((one) => (
            <Choice
              key={one}
              no={no}
              value={one}
              keyName={keyFor(question, one, coding)}
              isOn={answer === one}
              onChoose={onAnswer}
            />
          ))}
          <Choice no={no} value="declined" keyName="9" isOn={answer === 'declined'} onChoose={onAnswer} />
        </span>
        <Echo answer={answer} score={answer === question.scoresWhen} />
      </div>
    )
  },
  (a, b) => a.answer === b.answer && a.coding === b.coding && a.question === b.question,
)

function Echo({ answer, score }: { answer: Answer; score: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`text-right leading-none whitespace-nowrap max-md:hidden ${answer === 'declined' ? 'text-sm text-soft' : 'text-xl font-bold'}`}
    >
      {answer === null ? <span className="text-base font-normal text-edge">―</span> : ANSWER_WORDS[answer]}
      <span className="block text-xs font-normal text-soft">
        {answer === 'yes' || answer === 'no' ? (score ? '1点' : '0点') : ''}
      </span>
    </span>
  )
}

interface ChoiceProps {
  no: number
  value: NonNullable<Answer>
  keyName: string
  isOn: boolean
  onChoose: (answer: Answer) => void
}

/** A large radio button that shows its key. */
function Choice({ no, value, keyName, isOn, onChoose }: ChoiceProps) {
  const width = value === 'declined' ? 'text-sm' : 'min-w-20'
  return (
    <label
      className={`relative flex min-h-9 cursor-pointer items-center gap-1.5 rounded-lg border px-2 whitespace-nowrap has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-ink ${width} ${
        isOn
          ? 'border-accent bg-accent font-bold text-white forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none'
          : 'border-edge bg-paper hover:bg-shade'
      }`}
    >
      <input
        type="radio"
        name={`item-${no}`}
        value={value}
        checked={isOn}
        onChange={() => onChoose(value)}
        className="absolute inset-0 cursor-pointer appearance-none rounded-lg opacity-0"
      />
      <span
        aria-hidden="true"
        className="rounded-sm border border-current px-1 font-sans text-sm leading-tight"
      >
        {keyName}
      </span>
      {ANSWER_WORDS[value]}
    </label>
  )
}

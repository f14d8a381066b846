import type { RuleAnswer } from '../schema.ts'
import { lossText, roundingText } from '../words.ts'
import { Doubt, Source } from './doubt.tsx'
import { shownValue } from './shown.ts'
import { summaryClass } from './structured-value.tsx'

type Step = RuleAnswer['steps'][number]
/** more rows than anybody reads in one table; the file has them all */
export const MOST_LINES = 300
const AT_ONCE = 100

/** The derivation as an officer follows it: each line with its formula, the numbers put in, and where it stands. */
export function Derivation({ steps }: { steps: readonly Step[] }) {
  const later = steps.slice(AT_ONCE)
  return (
    <section aria-label="計算の過程">
      <h3 className="mb-1 font-bold">計算の過程</h3>
      <Lines steps={steps.slice(0, AT_ONCE)} from={1} />
      {later.length > 0 ? (
        <details>
          <summary className={summaryClass}>続きの{later.length.toLocaleString('ja-JP')}行を見る</summary>
          <Lines steps={later} from={AT_ONCE + 1} />
        </details>
      ) : null}
    </section>
  )
}

const Lines = ({ steps, from }: { steps: readonly Step[]; from: number }) => (
  <ol start={from} className="border-t border-line">
    {steps.map((step, at) => (
      <li
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of a derivation is its place in it
        key={at}
        data-keep-together=""
        className="grid grid-cols-[2.5rem_minmax(0,1fr)] border-b border-line py-1.5"
      >
        <span className="text-soft tabular-nums">{from + at}</span>
        <div>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-bold">{step.label}</span>
            {step.value === undefined ? null : (
              <span className="font-bold tabular-nums">{shownValue(step.value, step.unit)}</span>
            )}
          </div>
          <StepWords step={step} />
        </div>
      </li>
    ))}
  </ol>
)

export const Rest = ({ count }: { count: number }) =>
  count > 0 ? (
    <p className="mt-1 text-sm text-soft">
      このほか{count.toLocaleString('ja-JP')}行は、CSV に書き出すと見られます。
    </p>
  ) : null

/** Formula, numbers put in, source and doubt of one line. */
export function StepWords({ step }: { step: Pick<Step, 'formula' | 'inputs' | 'source' | 'confidence'> }) {
  const inputs = Object.entries(step.inputs ?? {})
  return (
    <div className="text-sm text-soft">
      {step.formula ? <p>{step.formula}</p> : null}
      {inputs.length > 0 ? (
        <p className="tabular-nums">
          {inputs.map(([name, value]) => `${name} ${shownValue(value)}`).join('、')}
        </p>
      ) : null}
      {step.source || step.confidence ? (
        <p className="flex flex-wrap items-center gap-x-2">
          {step.source ? (
            <span>
              出典: <Source source={step.source} />
            </span>
          ) : null}
          <Doubt confidence={step.confidence} />
        </p>
      ) : null}
    </div>
  )
}

/** What each division left, so that nobody wonders where a yen went. */
export function Roundings({ roundings }: { roundings: RuleAnswer['roundings'] }) {
  if (roundings.length === 0) return null
  return (
    <section aria-label="端数処理">
      <h3 className="mb-1 font-bold">端数処理</h3>
      <table className="w-full text-sm">
        <thead className="bg-shade">
          <tr>
            {['数', '処理', '差（処理後−処理前）'].map((head) => (
              <th key={head} scope="col" className="px-2 py-1 text-left">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roundings.slice(0, MOST_LINES).map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same number may be rounded twice
            <tr key={at} className="border-b border-line">
              <th scope="row" className="px-2 py-1 text-left font-normal">
                {one.label}
              </th>
              <td className="px-2 py-1">{roundingText(one.direction, one.to, one.unit)}</td>
              <td className="px-2 py-1 tabular-nums">{lossText(one.loss, one.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest count={roundings.length - MOST_LINES} />
    </section>
  )
}

import type { ReactNode } from 'react'
import { Notice } from '../../../ui/status/index.ts'
import { formatDate, type IsoDate } from '../../calendar/index.ts'
import type { StepValue } from '../../explanation/index.ts'
import type { RuleAnswer } from '../schema.ts'
import type { Titles } from '../value-rows.ts'
import { Cautions } from './answer-view.tsx'
import type { Side } from './api.ts'
import { changedParameters, compareLeaves, compareSteps, type Sides } from './compare.ts'
import { MOST_LINES, Rest, StepWords } from './derivation.tsx'
import { Doubt, Source } from './doubt.tsx'
import { differenceOf, shownLeaf, shownValue } from './shown.ts'
import { StructuredValue } from './structured-value.tsx'

type ComparisonProps = { left: Side; right: Side; titles: Titles }

/** Two answers beside each other: what differs stands out by sign and word. */
export function Comparison({ left, right, titles }: ComparisonProps) {
  if (!left.answer || !right.answer)
    return (
      <div className="grid gap-4 md:grid-cols-2">
        {[left, right].map((side) => (
          <Single key={side.title} side={side} />
        ))}
      </div>
    )
  const heads: Heads = [left.title, right.title]
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-soft">▲は増えたもの、▼は減ったもの、≠は値がちがうもの、＝は同じものです。</p>
      <Cautions cautions={[...left.answer.cautions, ...right.answer.cautions]} />
      <Changed left={left.answer} right={right.answer} heads={heads} />
      <Values left={left.answer} right={right.answer} heads={heads} titles={titles} />
      <Steps left={left.answer} right={right.answer} heads={heads} />
    </div>
  )
}

type Heads = readonly [string, string]

const Single = ({ side }: { side: Side }) =>
  side.refusal ? (
    <Notice tone="caution" title={`${side.title}: 計算できません`}>
      <ul className="list-disc pl-5">
        {side.refusal.errors.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </Notice>
  ) : (
    <div>
      <p className="font-bold">{side.title}</p>
      <p>計算できます。もう一方の日を変えると、並べて見られます。</p>
    </div>
  )

const cell = 'px-2 py-1 align-top'

function SidesTable({
  label,
  first,
  heads,
  children,
}: {
  label: string
  first: string
  heads: Heads
  children: ReactNode
}) {
  return (
    <section
      aria-label={label}
      className="relative overflow-x-auto print:overflow-visible"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full min-w-2xl text-sm print:min-w-0">
        <caption className="mb-1 text-left text-base font-bold">{label}</caption>
        <thead className="bg-shade">
          <tr>
            <th scope="col" className={`${cell} text-left`}>
              {first}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className={`${cell} w-40 text-right`}>
                {head}
              </th>
            ))}
            <th scope="col" className={`${cell} w-36 text-right`}>
              ちがい
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

const rowClass = (isChanged: boolean) =>
  `border-b border-line ${isChanged ? 'bg-caution-soft font-bold' : ''}`

function DifferenceCell({
  left,
  right,
  unit,
}: {
  left: StepValue | undefined
  right: StepValue | undefined
  unit: string | null
}) {
  const { sign, word } = differenceOf(left, right, unit)
  return (
    <td className={`${cell} text-right whitespace-nowrap tabular-nums`}>
      <span aria-hidden="true">{sign}</span> {word}
    </td>
  )
}

function Values({
  left,
  right,
  heads,
  titles,
}: {
  left: RuleAnswer
  right: RuleAnswer
  heads: Heads
  titles: Titles
}) {
  const pairs = compareLeaves(left, right, titles)
  return (
    <SidesTable label="結果" first="名前" heads={heads}>
      {pairs.slice(0, MOST_LINES).map((pair) => {
        const one = pair.left ?? pair.right
        if (!one) return null
        const { unit } = one
        return (
          <tr key={one.path} className={rowClass(pair.left?.value !== pair.right?.value)}>
            <th scope="row" className={`${cell} text-left font-normal`}>
              {one.label}
            </th>
            {[pair.left, pair.right].map((leaf, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: left and right
              <td key={at} className={`${cell} text-right tabular-nums`}>
                {leaf ? shownLeaf(leaf) : '―'}
              </td>
            ))}
            <DifferenceCell left={pair.left?.value} right={pair.right?.value} unit={unit} />
          </tr>
        )
      })}
    </SidesTable>
  )
}

function Steps({ left, right, heads }: { left: RuleAnswer; right: RuleAnswer; heads: Heads }) {
  const pairs = compareSteps(left, right)
  return (
    <div>
      <SidesTable label="計算の過程" first="段" heads={heads}>
        {pairs.slice(0, MOST_LINES).map((pair, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of a derivation is its place in it
          <StepRow key={at} pair={pair} number={at + 1} heads={heads} />
        ))}
      </SidesTable>
      <Rest count={pairs.length - MOST_LINES} />
    </div>
  )
}

type Step = RuleAnswer['steps'][number]

function StepRow({ pair, number, heads }: { pair: Sides<Step>; number: number; heads: Heads }) {
  const { left, right } = pair
  const one = left ?? right
  if (!one) return null
  return (
    <tr className={rowClass(left?.value !== right?.value)}>
      <th scope="row" className={`${cell} text-left font-normal`}>
        <span className="font-bold">
          {number}　{one.label}
        </span>
        <StepWords step={left && right ? commonWords(left, right) : one} />
        {left && right
          ? [left, right].map((step, at) => (
              <OwnWords
                key={heads[at]}
                head={heads[at] ?? ''}
                step={ownWords(step, commonWords(left, right))}
              />
            ))
          : null}
      </th>
      {[left, right].map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: left and right
        <td key={at} className={`${cell} text-right tabular-nums`}>
          {step ? shownValue(step.value ?? '', step.unit) : 'この段はありません'}
        </td>
      ))}
      <DifferenceCell left={left?.value} right={right?.value} unit={one.unit ?? null} />
    </tr>
  )
}

type Words = Pick<Step, 'label' | 'formula' | 'inputs' | 'source' | 'confidence'>

/** What both sides say of a line: said once. */
function commonWords(left: Step, right: Step): Words {
  const inputs = Object.entries(left.inputs ?? {}).filter(([name, value]) => right.inputs?.[name] === value)
  const isOneSource =
    JSON.stringify([left.source, left.confidence]) === JSON.stringify([right.source, right.confidence])
  return {
    label: left.label,
    formula: left.formula === right.formula ? left.formula : undefined,
    inputs: Object.fromEntries(inputs),
    ...(isOneSource ? { source: left.source, confidence: left.confidence } : {}),
  }
}

function ownWords(step: Step, common: Words): Words {
  const inputs = Object.entries(step.inputs ?? {}).filter(([name]) => !(name in (common.inputs ?? {})))
  const hasOwnSource = !common.source && !common.confidence
  return {
    label: step.label,
    formula: common.formula === undefined ? step.formula : undefined,
    inputs: Object.fromEntries(inputs),
    ...(hasOwnSource ? { source: step.source, confidence: step.confidence } : {}),
  }
}

function OwnWords({ head, step }: { head: string; step: Words }) {
  const isSilent =
    !step.formula && !step.source && !step.confidence && Object.keys(step.inputs ?? {}).length === 0
  if (isSilent) return null
  return (
    <div className="mt-1 border-l-4 border-line pl-2">
      <span className="text-xs">{head}</span>
      <StepWords step={step} />
    </div>
  )
}

/** 「改定で何が変わるか」: the legal numbers that are others on the other day. */
function Changed({ left, right, heads }: { left: RuleAnswer; right: RuleAnswer; heads: Heads }) {
  const changed = changedParameters(left, right)
  const same = new Set([...left.parameters, ...right.parameters].map(({ id }) => id)).size - changed.length
  if (changed.length === 0)
    return (
      <Notice
        tone="info"
        title={
          same > 0
            ? `法令の数値（${same}件）は、どちらも同じです`
            : 'この計算は、日付で変わる法令の数値を使いません'
        }
      />
    )
  return (
    <div>
      <SidesTable label="変わった法令の数値" first="数値" heads={heads}>
        {changed.map((pair) => {
          const one = pair.left ?? pair.right
          if (!one) return null
          return (
            <tr key={one.id} className="border-b border-line">
              <th scope="row" className={`${cell} text-left font-normal`}>
                {one.title}
                <span className="text-soft">（{one.unit}）</span>
              </th>
              {[pair.left, pair.right].map((entry, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: left and right
                <td key={at} className={`${cell} text-right`}>
                  {entry ? <Entry entry={entry} /> : '値がありません'}
                </td>
              ))}
              <DifferenceCell left={plain(pair.left?.value)} right={plain(pair.right?.value)} unit={null} />
            </tr>
          )
        })}
      </SidesTable>
      {same > 0 ? <p className="mt-1 text-sm text-soft">ほかの{same}件は同じです。</p> : null}
    </div>
  )
}

/** Lists and tables differ, they do not grow. */
const plain = (value: unknown): StepValue | undefined =>
  value === undefined
    ? undefined
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : (value as StepValue)

const Entry = ({ entry }: { entry: RuleAnswer['parameters'][number] }) => (
  <span className="flex flex-col items-end gap-0.5">
    <span className="font-bold">
      <StructuredValue value={entry.value} labels={entry.labels} />
    </span>
    <Doubt confidence={entry.confidence} status={entry.status} />
    <span className="text-xs text-soft">
      {formatDate(entry.from as IsoDate, 'short')}から　
      <Source source={entry.source} />
    </span>
  </span>
)

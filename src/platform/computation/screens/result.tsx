import { useEffect, useRef } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { PrintOnly } from '../../../ui/print/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { Rule } from '../schema.ts'
import type { Titles } from '../value-rows.ts'
import { AnswerView } from './answer-view.tsx'
import type { Side } from './api.ts'
import { Comparison } from './comparison.tsx'
import type { Field } from './field.ts'
import { inputLeaves } from './input-leaves.ts'
import { shownValue } from './shown.ts'

/** What was computed last, from which input. */
export interface Shown {
  input: unknown
  /** one day, or two */
  sides: Side[]
  /** grows by one with each run, so that the same result is announced again */
  count: number
}

type ResultProps = {
  rule: Rule
  field: Field
  titles: Titles
  shown: Shown | null
  /** an earlier result to compare with */
  kept: Side | null
  isStale: boolean
  onForget: () => void
}

export function Result({ rule, field, titles, shown, kept, isStale, onForget }: ResultProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const count = shown?.count ?? 0
  useEffect(() => {
    if (count > 0) heading.current?.focus()
  }, [count])
  if (!shown)
    return (
      <div className="mt-6 print:hidden">
        <Empty title="「試算する」を押すと、ここに結果と計算の過程が出ます" />
      </div>
    )
  const [one, two] = shown.sides
  return (
    <section
      aria-labelledby="trial-result"
      className="mt-8 border-t-2 border-accent pt-4 print:mt-2 print:border-t-0"
    >
      <h2 id="trial-result" ref={heading} tabIndex={-1} className="mb-2 text-xl font-bold">
        試算の結果
      </h2>
      <p className="mb-3 text-sm text-soft">
        試算です。決定や通知には使えません。入力した数字は保存していません。
      </p>
      {isStale ? (
        <div className="mb-3 print:hidden">
          <Notice role="status" tone="caution" title="入力が変わっています">
            下は変える前の入力の結果です。「試算する」を押すと新しくなります。
          </Notice>
        </div>
      ) : null}
      <PrintOnly>
        <Inputs field={field} input={shown.input} />
      </PrintOnly>
      {one && two ? <Comparison left={one} right={two} titles={titles} /> : null}
      {one?.answer && !two && kept ? (
        <>
          <Comparison left={kept} right={one} titles={titles} />
          <div className="mt-3">
            <Button size="small" onPress={onForget}>
              残した結果と比べるのをやめる
            </Button>
          </div>
        </>
      ) : null}
      {one?.answer && !two && !kept ? <AnswerView rule={rule} answer={one.answer} titles={titles} /> : null}
    </section>
  )
}

/** What was put in, for the paper: the form itself stays on the screen. */
function Inputs({ field, input }: { field: Field; input: unknown }) {
  return (
    <table className="mb-4 w-full text-sm">
      <caption className="text-left text-base font-bold">入力</caption>
      <tbody>
        {inputLeaves(field, input).map(({ path, label, value, unit }) => (
          <tr key={path} className="border-b border-line">
            <th scope="row" className="px-2 py-0.5 text-left font-normal">
              {label}
            </th>
            <td className="px-2 py-0.5 text-right tabular-nums">{shownValue(value, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

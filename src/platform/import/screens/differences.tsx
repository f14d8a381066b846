import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Icon } from '../../../ui/icon/index.ts'
import type { Difference, Report } from '../schema.ts'
import { count, differenceWords, type FieldChange, fieldChanges, keyText } from './words.ts'

const SHOWN = 10
const order = ['removed', 'changed', 'added'] as const

/** The first differences of each state, what goes away first: that is what nobody should overlook. */
export function Differences({ report }: { report: Report }) {
  return (
    <>
      {order.map((state) => (
        <OfState
          key={state}
          state={state}
          total={report[state]}
          rows={report.differences.filter((one) => one.state === state)}
        />
      ))}
    </>
  )
}

type OfStateProps = { state: Difference['state']; total: number; rows: Difference[] }

function OfState({ state, total, rows }: OfStateProps) {
  const [isWhole, setWhole] = useState(false)
  if (total === 0) return null
  const shown = isWhole ? rows : rows.slice(0, SHOWN)
  const word = differenceWords[state]
  return (
    <section aria-label={word}>
      <h2 className="mb-1 text-lg font-bold">
        {word} <span className="font-normal tabular-nums">{count(total)}件</span>
      </h2>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">
          {word}の初めの{count(shown.length)}件
        </caption>
        <thead className="bg-shade">
          <tr>
            <th scope="col" className="w-56 border-b border-edge px-3 py-1 text-left">
              対象
            </th>
            <th scope="col" className="border-b border-edge px-3 py-1 text-left">
              {state === 'changed' ? '変わるところ（今 → これから）' : '内容'}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.key} className="border-b border-line align-top">
              <th scope="row" className="px-3 py-1 text-left font-normal">
                {keyText(one.key)}
              </th>
              <td className="px-3 py-1">
                <Changes changes={fieldChanges(one)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="flex flex-wrap items-center gap-4 py-2 text-sm">
        {count(total)}件のうち初めの{count(shown.length)}件
        {shown.length < rows.length ? (
          <Button size="small" onPress={() => setWhole(true)}>
            {count(rows.length)}件まで表示する
          </Button>
        ) : null}
      </p>
    </section>
  )
}

function Changes({ changes }: { changes: FieldChange[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5">
      {changes.map(({ field, before, after }) => (
        <li key={field} className="inline-flex flex-wrap items-center gap-x-1 tabular-nums">
          <span className="text-soft">{field}</span>
          {before === null ? null : <span>{before}</span>}
          {before !== null && after !== null ? (
            <>
              <span className="sr-only">から</span>
              <Icon name="right" className="size-3.5" />
            </>
          ) : null}
          {after === null ? null : <strong>{after}</strong>}
        </li>
      ))}
    </ul>
  )
}

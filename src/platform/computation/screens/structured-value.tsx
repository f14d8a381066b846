import type { StepValue } from '../../explanation/index.ts'
import { type ValueTable, valueTable } from '../../text/index.ts'
import { labelsFor, plainText } from '../value-rows.ts'
import { shownValue } from './shown.ts'

const SHORT = 40
/** something that opens, large enough to hit */
export const summaryClass = 'min-h-6 py-0.5 text-accent underline underline-offset-4'

type StructuredValueProps = {
  value: unknown
  unit?: string | null
  labels?: Readonly<Record<string, string>> | undefined
}

/** A value of any shape: one figure as it is, a short list in a line, anything else as a table that opens. */
export function StructuredValue({ value, unit, labels }: StructuredValueProps) {
  if (typeof value !== 'object' || value === null)
    return <span className="tabular-nums">{shownValue(value as StepValue, unit)}</span>
  const line = plainText(value, labels)
  if (line.length <= SHORT) return <span className="tabular-nums">{line}</span>
  const table = valueTable(value, labelsFor(value, labels))
  if (table.kind === 'plain') return <span className="tabular-nums">{table.text}</span>
  return (
    <details>
      <summary className={summaryClass}>{table.rows.length}行の表を見る</summary>
      <Opened table={table} />
    </details>
  )
}

const cellClass = 'border-b border-line px-2 py-0.5 text-left align-top font-normal'

function Opened({ table }: { table: Exclude<ValueTable, { kind: 'plain' }> }) {
  return (
    <table className="text-sm">
      {table.kind === 'table' ? (
        <thead className="bg-shade">
          <tr>
            {table.heads.map((head) => (
              <th key={head} scope="col" className={`${cellClass} font-bold`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {table.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a legal table have no other name
          <tr key={at}>
            {row.map((text, place) => {
              const Cell = table.kind === 'pairs' && place === 0 ? 'th' : 'td'
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a legal table have no other name
                <Cell key={place} scope={Cell === 'th' ? 'row' : undefined} className={cellClass}>
                  {text}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

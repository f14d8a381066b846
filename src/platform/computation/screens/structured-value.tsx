import type { StepValue } from '../../explanation/index.ts'
import { plainText } from '../value-rows.ts'
import { wordOfKey } from '../words.ts'
import { isFields } from './entry.ts'
import { shownValue } from './shown.ts'

const SHORT = 40

type StructuredValueProps = { value: unknown; unit?: string | null }

/** A value of any shape: one figure as it is, a short list in a line, anything else as a table that opens. */
export function StructuredValue({ value, unit }: StructuredValueProps) {
  if (typeof value !== 'object' || value === null)
    return <span className="tabular-nums">{shownValue(value as StepValue, unit)}</span>
  const line = plainText(value)
  if (line.length <= SHORT) return <span className="tabular-nums">{line}</span>
  return (
    <details>
      <summary className="text-accent underline underline-offset-4">
        {Array.isArray(value) ? `${value.length}行` : `${Object.keys(value).length}項目`}を見る
      </summary>
      <Rows value={value} />
    </details>
  )
}

const cellClass = 'border-b border-line px-2 py-0.5 text-left align-top'

function Rows({ value }: { value: object }) {
  if (Array.isArray(value) && value.length > 0 && value.every(isFields)) return <ListOfFields rows={value} />
  const entries = Object.entries(value).map(
    ([key, one]) => [Array.isArray(value) ? String(Number(key) + 1) : (wordOfKey(key) ?? key), one] as const,
  )
  return (
    <table className="text-sm">
      <tbody>
        {entries.map(([key, one]) => (
          <tr key={key}>
            <th scope="row" className={`${cellClass} font-normal text-soft`}>
              {key}
            </th>
            <td className={cellClass}>
              <StructuredValue value={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ListOfFields({ rows }: { rows: Record<string, unknown>[] }) {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return (
    <table className="text-sm">
      <thead>
        <tr>
          {keys.map((key) => (
            <th key={key} scope="col" className={cellClass}>
              {wordOfKey(key) ?? key}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a legal table have no other name
          <tr key={at}>
            {keys.map((key) => (
              <td key={key} className={cellClass}>
                {row[key] === undefined ? '' : <StructuredValue value={row[key]} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { valueTable } from '../../platform/text/index.ts'

type ValueViewProps = {
  value: unknown
  /** what keys and codes are called */
  labels?: Readonly<Record<string, string>>
  /** of a plain figure; a table says its units in its heads */
  unit?: string | null
  /** names the table for screen readers */
  label: string
}

const cell = 'border-b border-line px-2 py-1 align-top'
/** columns of figures stand at the right */
const RIGHT = 'text-right'
const FIGURE = /^(―|-?[0-9,]+(\.[0-9]+)?)$/u

/** A value of any shape: a figure with its unit, names with their values, or a table of like things. */
export function ValueView({ value, labels = {}, unit, label }: ValueViewProps) {
  const table = valueTable(value, labels)
  if (table.kind === 'plain')
    return (
      <span className="tabular-nums">
        {table.text}
        {typeof value === 'number' && unit ? unit : ''}
      </span>
    )
  if (table.kind === 'pairs')
    return (
      <table className="text-sm">
        <caption className="sr-only">{label}</caption>
        <tbody>
          {table.rows.map(([name, text]) => (
            <tr key={name}>
              <th scope="row" className={`${cell} text-left font-normal text-soft`}>
                {name}
              </th>
              <td className={`${cell} tabular-nums ${FIGURE.test(text) ? 'whitespace-nowrap' : ''}`}>
                {text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  const side = table.heads.map((_, at) =>
    table.rows.every((row) => FIGURE.test(row[at] ?? '')) ? RIGHT : 'text-left',
  )
  return (
    <table className="text-sm">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          {table.heads.map((head, column) => (
            <th key={head} scope="col" className={`${cell} text-soft ${side[column]}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a legal table have no other name
          <tr key={at}>
            {row.map((text, column) => (
              <td
                key={table.heads[column]}
                className={`${cell} tabular-nums ${side[column]} ${side[column] === RIGHT ? 'whitespace-nowrap' : ''}`}
              >
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { valueTable } from '../../../platform/text/index.ts'
import { labelsOf } from '../codes.ts'
import type { Setting } from '../schema.ts'

type ChangedTableProps = { setting: Setting; before: unknown; after: unknown }

const cell = 'border-b border-line px-2 py-1 align-top'

/** Two tables in one: what differs stands as 「455 → 400」, rows that come or go say so. Null: the two have no common shape. */
export function changedTable({ setting, before, after }: ChangedTableProps) {
  const labels = labelsOf(setting)
  const [old, now] = [valueTable(before, labels), valueTable(after, labels)]
  if (old.kind !== 'table' || now.kind !== 'table' || old.heads.join() !== now.heads.join()) return null
  const count = Math.max(old.rows.length, now.rows.length)
  return (
    <table className="text-sm font-normal">
      <caption className="sr-only">{setting.title}: 変わるところ</caption>
      <thead>
        <tr>
          {now.heads.map((head) => (
            <th key={head} scope="col" className={`${cell} text-left text-soft`}>
              {head}
            </th>
          ))}
          <th scope="col" className={`${cell} text-left text-soft`}>
            変更
          </th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of the table is its place
          <ChangedRow key={at} heads={now.heads} old={old.rows[at]} now={now.rows[at]} />
        ))}
      </tbody>
    </table>
  )
}

type ChangedRowProps = { heads: string[]; old: string[] | undefined; now: string[] | undefined }

function ChangedRow({ heads, old, now }: ChangedRowProps) {
  const isSame = old && now && old.join('\n') === now.join('\n')
  const word = !old ? '加わる' : !now ? 'なくなる' : isSame ? '' : '変わる'
  return (
    <tr className={isSame ? '' : 'bg-caution-soft'}>
      {heads.map((head, at) => {
        const [was, is] = [old?.[at], now?.[at]]
        const differs = was !== undefined && is !== undefined && was !== is
        return (
          <td key={head} className={`${cell} text-right tabular-nums ${differs ? 'font-bold' : ''}`}>
            {differs ? `${was} → ${is}` : (is ?? was)}
          </td>
        )
      })}
      <td className={`${cell} font-bold`}>{word}</td>
    </tr>
  )
}

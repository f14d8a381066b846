import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { valueTable, valueText } from '../../../platform/text/index.ts'
import { AppLink, linkClass } from '../../../ui/link/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { LawValue } from '../schema.ts'
import { Marks } from './marks.tsx'

type ValuesTableProps = {
  label: string
  /** group null: without a heading of its own */
  groups: readonly { group: string | null; items: readonly LawValue[] }[]
  insurer: string
}

const head = 'border-b border-edge px-3 py-1 text-left'
const cell = 'border-b border-line px-3 py-1 align-top'
const short = (day: string) => formatDate(day as IsoDate, 'short')

/** Legal numbers, a line each, under the headings of the calculations they belong to. */
export function ValuesTable({ label, groups, insurer }: ValuesTableProps) {
  return (
    <section
      className="relative max-lg:overflow-x-auto print:overflow-visible"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full table-fixed border-collapse text-sm max-lg:min-w-4xl print:min-w-0">
        <caption className="sr-only">{label}</caption>
        <thead className="bg-shade">
          <tr>
            <th scope="col" className={`${head} w-[32%]`}>
              制度の数値
            </th>
            <th scope="col" className={`${head} w-[22%]`}>
              今日の値
            </th>
            <th scope="col" className={`${head} w-[9%]`}>
              いつから
            </th>
            <th scope="col" className={`${head} w-[15%]`}>
              確かさ
            </th>
            <th scope="col" className={`${head} w-[13%]`}>
              使う計算
            </th>
            <th scope="col" className={`${head} w-[9%]`}>
              確かめた日
            </th>
          </tr>
        </thead>
        {groups.map(({ group, items }) => (
          <tbody key={group ?? ''}>
            {group === null ? null : (
              <tr>
                <th colSpan={6} scope="rowgroup" className="bg-ground px-3 py-1 text-left font-bold">
                  {group}
                </th>
              </tr>
            )}
            {items.map((one) => (
              <Line key={one.id} one={one} insurer={insurer} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Line({ one, insurer }: { one: LawValue; insurer: string }) {
  const { id, title, now, unread, rules, checkedOn, isProvisional } = one
  const openBefore = unread - (now?.mark === 'unread' ? 1 : 0)
  return (
    <tr>
      <td className={cell}>
        <AppLink to={`/law-values/${id}`} className={`${linkClass} inline-block min-h-6`}>
          {title}
        </AppLink>
        <span className="block text-xs break-all text-soft">{id}</span>
      </td>
      <td className={cell}>{now ? <TodayValue one={one} /> : '効力のある値はありません'}</td>
      <td className={cell}>{now ? short(now.from) : '―'}</td>
      <td className={cell}>
        {now ? <Marks entry={now} insurer={insurer} /> : null}
        {openBefore > 0 ? (
          <span className="block text-xs text-soft">ほかの日の値に出典未確認{openBefore}件</span>
        ) : null}
        {isProvisional && !now?.status ? <Status tone="neutral">先の値に仮置き・案</Status> : null}
      </td>
      <td className={cell}>
        {rules.length === 0
          ? '―'
          : rules.slice(0, 3).map((rule) => (
              <span key={rule.id} className="mr-2 inline-block">
                <AppLink
                  to={`/rules/${rule.id}`}
                  aria-label={`${rule.id} ${rule.title}`}
                  className={`${linkClass} inline-flex min-h-6 items-center`}
                >
                  {rule.id}
                </AppLink>
              </span>
            ))}
        {rules.length > 3 ? <span className="text-soft">ほか{rules.length - 3}件</span> : null}
      </td>
      <td className={cell}>{short(checkedOn)}</td>
    </tr>
  )
}

const LONG = 48

/** The figure with its unit; of what has many parts, their number. */
function TodayValue({ one: { now, labels, unit } }: { one: LawValue }) {
  if (typeof now?.value === 'number')
    return (
      <span className="tabular-nums">
        {valueText(now.value)} <span className="text-soft">{unit}</span>
      </span>
    )
  const table = valueTable(now?.value, labels)
  const text = valueText(now?.value, labels)
  const count = table.kind === 'plain' ? 0 : table.rows.length
  return (
    <>
      {text.length <= LONG || count === 0 ? text : `${count}${table.kind === 'table' ? '行の表' : '項目'}`}
      <span className="block text-xs text-soft">{unit}</span>
    </>
  )
}

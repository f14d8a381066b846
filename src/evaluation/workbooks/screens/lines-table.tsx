import { Button } from '../../../ui/button/index.ts'
import { saveCsv } from '../../../ui/save/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Line } from './api.ts'
import { placeText } from './place-words.tsx'

const shown = (value: number | string | null): string =>
  value === null
    ? '—'
    : typeof value === 'number'
      ? value.toLocaleString('ja-JP', { maximumFractionDigits: 10 })
      : value

const HEADINGS = ['シート', 'セル', '見出し', '数', '期間', '値', '単位', '状態', '理由', '時点', '出典']

/** The same lines as a file, to be handed to whoever has the missing figures. */
function save(lines: readonly Line[], name: string): void {
  const rows = lines.map((line) => [
    line.sheet,
    line.address,
    placeText(line.place),
    line.label,
    line.periodLabel,
    line.value === null ? '' : String(line.value),
    line.unit,
    line.reason === null ? '記入' : '記入しない',
    line.reason ?? '',
    line.asOf ?? '',
    line.source,
  ])
  saveCsv(`${name}.csv`, [HEADINGS, ...rows])
}

/** Cell by cell: the value with its source and day, or why the cell stays as it is. What stays comes first. */
export function LinesTable({ lines, label }: { lines: readonly Line[]; label: string }) {
  const sorted = lines.toSorted((a, b) => Number(a.reason === null) - Number(b.reason === null))
  return (
    <>
      <div className="mb-1 text-right">
        <Button size="small" look="quiet" onPress={() => save(sorted, label)}>
          一覧を CSV で保存
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="overflow-x-auto" aria-label={label} tabIndex={0}>
        <table className="w-full border-collapse text-sm">
          <thead className="bg-shade text-left">
            <tr>
              {['セル', '見出し', '数', '期間', '値', '今の内容', '状態', '出典・時点'].map((heading) => (
                <th key={heading} scope="col" className="border-b border-edge px-2 py-1 whitespace-nowrap">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((line) => (
              <tr key={line.bindingId} className="border-b border-line align-top">
                <th scope="row" className="px-2 py-1 text-left font-normal whitespace-nowrap">
                  {line.sheet} {line.address}
                </th>
                <td className="px-2 py-1">{placeText(line.place)}</td>
                <td className="px-2 py-1">{line.label}</td>
                <td className="px-2 py-1 whitespace-nowrap">
                  {line.source || line.asOf ? line.periodLabel : ''}
                </td>
                <td className="px-2 py-1 text-right whitespace-nowrap tabular-nums">
                  {shown(line.value)}
                  {line.value !== null && line.unit ? (
                    <span className="ml-1 text-xs text-soft">{line.unit}</span>
                  ) : null}
                </td>
                <td className="px-2 py-1">{line.before}</td>
                <td className="px-2 py-1">
                  <State line={line} />
                </td>
                <td className="px-2 py-1 text-xs text-soft">
                  {line.source}
                  {line.asOf ? <span className="block">{line.asOf}まで</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function State({ line }: { line: Line }) {
  return (
    <>
      {line.reason === null ? <Status tone="good">記入</Status> : <Status tone="caution">記入しない</Status>}
      {line.reason ? <span className="block text-caution">{line.reason}</span> : null}
      {line.remarks.map((remark) => (
        <span key={remark} className="block text-xs text-soft">
          {remark}
        </span>
      ))}
    </>
  )
}

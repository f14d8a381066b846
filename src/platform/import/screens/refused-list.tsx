import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { copyText, saveCsv } from '../../../ui/save/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { RefusedCell, Report } from '../schema.ts'
import { count, placeOf, refusedCells, refusedHeadings } from './words.ts'

const SHOWN = 100

/** Every cell that keeps the file out, with why and what to do; to be sent to whoever made the file. */
export function RefusedList({ report }: { report: Report }) {
  const show = useToast()
  const [isWhole, setWhole] = useState(false)
  const rows = [[...refusedHeadings], ...report.refused.map(refusedCells)]
  const shown = isWhole ? report.refused : report.refused.slice(0, SHOWN)
  const copy = async () => {
    const isDone = await copyText(rows.map((row) => row.join('\t')).join('\n'))
    show(isDone ? '一覧をコピーしました' : 'コピーできませんでした。CSV で保存してください。', {
      tone: isDone ? 'good' : 'danger',
    })
  }
  return (
    <section aria-labelledby="refused-heading">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 id="refused-heading" className="text-lg font-bold">
          直すところ
        </h2>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onPress={() => void copy()}>
            一覧をコピーする
          </Button>
          <Button size="small" onPress={() => saveCsv('直すところ.csv', rows)}>
            CSV で保存する
          </Button>
        </div>
      </div>
      <RefusedTable rows={shown} />
      <p className="flex flex-wrap items-center gap-4 py-2 text-sm">
        {count(report.refusedCount)}件のうち{count(shown.length)}件を表示
        {shown.length < report.refused.length ? (
          <Button size="small" onPress={() => setWhole(true)}>
            {count(report.refused.length)}件まで表示する
          </Button>
        ) : null}
      </p>
    </section>
  )
}

function RefusedTable({ rows }: { rows: readonly RefusedCell[] }) {
  return (
    <section
      aria-label="直すところの表"
      className="overflow-x-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full min-w-3xl border-collapse text-sm [overflow-wrap:break-word]">
        <caption className="sr-only">直すところ</caption>
        <thead className="bg-shade">
          <tr>
            {refusedHeadings.map((heading) => (
              <th
                key={heading}
                scope="col"
                className="border-b border-edge px-3 py-1 text-left whitespace-nowrap"
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered, and a cell may stand in it twice
            <tr key={at} className="border-b border-line align-top">
              <td className="px-3 py-1">{one.file}</td>
              <th scope="row" className="px-3 py-1 text-left whitespace-nowrap">
                {placeOf(one)}
              </th>
              <td className="px-3 py-1">{one.column}</td>
              <td className="px-3 py-1">
                {one.value === null ? (
                  <span className="text-soft">表示しません</span>
                ) : one.value === '' ? (
                  <span className="text-soft">空欄</span>
                ) : (
                  <code>{one.value}</code>
                )}
              </td>
              <td className="px-3 py-1">{one.reason}</td>
              <td className="px-3 py-1">{one.remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

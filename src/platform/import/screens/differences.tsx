import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { Icon } from '../../../ui/icon/index.ts'
import { useKeyset } from '../../../ui/list/keyset.ts'
import { saveFile } from '../../../ui/save/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Difference, Report } from '../schema.ts'
import { differencesCsv, fetchDifferences } from './api.ts'
import { count, differenceWords, type FieldChange, fieldChanges, keyText } from './words.ts'

const SHOWN = 10
const order = ['removed', 'changed', 'added'] as const

type DifferencesProps = {
  report: Report
  /** of a stored run, all of whose differences can be had; absent: those of the report are all there are */
  runId?: string
}

/** The first differences of each state, what goes away first: that is what nobody should overlook. */
export function Differences({ report, runId }: DifferencesProps) {
  return (
    <>
      {runId && report.added + report.changed + report.removed > 0 ? <WholeFile runId={runId} /> : null}
      {order.map((state) => (
        <OfState
          key={state}
          state={state}
          total={report[state]}
          rows={report.differences.filter((one) => one.state === state)}
          {...(runId ? { runId } : {})}
        />
      ))}
    </>
  )
}

function WholeFile({ runId }: { runId: string }) {
  const show = useToast()
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const { name, content } = await differencesCsv(runId)
      saveFile(name, content)
    } catch (error) {
      show(error instanceof Error ? error.message : '書き出せませんでした。', { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="print:hidden">
      <Button size="small" onPress={() => void (isBusy || save())}>
        {isBusy ? '書き出しています…' : '違いのすべてを CSV で保存する'}
      </Button>
    </div>
  )
}

type OfStateProps = { state: Difference['state']; total: number; rows: Difference[]; runId?: string }

function OfState({ state, total, rows, runId }: OfStateProps) {
  const [isWhole, setWhole] = useState(false)
  if (total === 0) return null
  const word = differenceWords[state]
  const shown = rows.slice(0, SHOWN)
  const rest = runId ? total : rows.length
  return (
    <section aria-label={word}>
      <h2 className="mb-1 text-lg font-bold">
        {word} <span className="font-normal tabular-nums">{count(total)}件</span>
      </h2>
      {isWhole && runId ? (
        <All runId={runId} state={state} total={total} />
      ) : (
        <>
          <DifferenceTable state={state} rows={isWhole ? rows : shown} />
          <p className="flex flex-wrap items-center gap-4 py-2 text-sm">
            {count(total)}件のうち初めの{count(isWhole ? rows.length : shown.length)}件
            {!isWhole && shown.length < rest ? (
              <Button size="small" onPress={() => setWhole(true)}>
                {runId ? '順にすべてを表示する' : `${count(rows.length)}件まで表示する`}
              </Button>
            ) : null}
          </p>
        </>
      )}
    </section>
  )
}

/** All of one state, 200 at a time. */
function All({ runId, state, total }: { runId: string; state: Difference['state']; total: number }) {
  const { rows, error, onRetry, more } = useKeyset<Difference>(
    ['import-differences', runId, state],
    (cursor) => fetchDifferences(runId, state, cursor),
  )
  if (error && !rows) return <Failure error={error} onRetry={onRetry} />
  const shown = rows ?? []
  return (
    <>
      <DifferenceTable state={state} rows={shown} />
      <p className="flex flex-wrap items-center gap-4 py-2 text-sm" role="status">
        {count(total)}件のうち{count(shown.length)}件を表示
        {more.hasMore ? (
          <Button size="small" onPress={() => void (more.isLoading || more.load())}>
            {more.isLoading ? '読んでいます…' : `次の${count(Math.min(200, total - shown.length))}件`}
          </Button>
        ) : null}
      </p>
    </>
  )
}

function DifferenceTable({ state, rows }: { state: Difference['state']; rows: Difference[] }) {
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">
        {differenceWords[state]}の初めの{count(rows.length)}件
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
        {rows.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end, and a key may stand there twice
          <tr key={at} className="border-b border-line align-top">
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

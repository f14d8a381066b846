import { useQuery } from '@tanstack/react-query'
import { hc } from 'hono/client'
import { useMemo } from 'react'
import { ChartWithTable } from '../../../ui/chart/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { SelectField } from '../../../ui/form/index.ts'
import { apiFetch, callApi, callNamedFile } from '../../../ui/http/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { List } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import type { ExportFormat } from '../../../ui/save/export-buttons.tsx'
import { ExportButtons } from '../../../ui/save/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import type { routes } from '../routes.ts'
import type { UsageRow } from '../schema.ts'
import { chartOf, figureWords, monthsBack, monthWord, sizeWord, totals } from './words.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api
const figures = Object.keys(figureWords) as (keyof typeof figureWords)[]

/** /usage: how much the system is used, by month and centre. Figures only. */
export default function UsagePage() {
  const { today } = useClock()
  const months = monthsBack(today(), 24)
  const [from, setFrom] = useAddressWord('from', months[5] ?? months[0]!)
  const [to, setTo] = useAddressWord('to', months[0]!)
  const [figure, setFigure] = useAddressWord('figure', 'recordCount')
  const [month, setMonth] = useAddressWord('month', 'all')
  const period = { from, to }
  const query = useQuery({
    queryKey: ['usage', from, to],
    queryFn: () => callApi(client.usage.$post({ json: period })),
  })
  const chosen = figures.find((one) => one === figure) ?? 'recordCount'
  const data = useMemo(() => (query.data ? chartOf(query.data.rows, chosen) : null), [query.data, chosen])
  const options = months.map((value) => ({ value, label: monthWord(value) }))
  const load = (format: ExportFormat) =>
    callNamedFile(client.usage.export.$post({ json: { ...period, format } }))
  const rows = query.data?.rows.filter((row) => month === 'all' || row.month === month)
  const shownMonths = [...new Set(query.data?.rows.map((row) => row.month))].toReversed()
  return (
    <>
      <PrintHead title="利用状況" />
      <PageHead
        title="利用状況"
        lead="センターごと・月ごとの件数です。利用者の名前や記録は出ません。"
        actions={<PrintButton />}
      />
      <div className="mb-4 flex flex-wrap items-end gap-4 print:hidden">
        <SelectField
          name="from"
          label="始めの月"
          value={from}
          onChange={setFrom}
          options={options}
          isComplete
        />
        <SelectField name="to" label="終わりの月" value={to} onChange={setTo} options={options} isComplete />
        <ExportButtons load={load} />
      </div>
      {query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isLoading ? <Loading /> : null}
      {query.data && data ? (
        <>
          <dl className="mb-5 grid grid-cols-2 border-y border-line lg:grid-cols-4">
            {[
              ['業務記録（件）', totals(query.data.rows, 'recordCount')],
              ['サインイン（回）', totals(query.data.rows, 'signInCount')],
              ['データベースの大きさ', sizeWord(query.data.databaseBytes)],
              ['最後のバックアップ', query.data.backedUpAt ?? 'この画面からはわかりません'],
            ].map(([label, value]) => (
              <div key={label} className="border-line px-4 py-2 lg:not-first:border-l">
                <dt className="text-sm text-soft">{label}</dt>
                <dd className="text-lg font-bold tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
          <div className="mb-2 max-w-xs print:hidden">
            <SelectField
              name="figure"
              label="図に出す件数"
              value={chosen}
              onChange={setFigure}
              options={figures.map((value) => ({ value, label: figureWords[value] }))}
              isComplete
            />
          </div>
          <ChartWithTable title={`${figureWords[chosen]}の推移`} data={data} />
          <h2 className="mt-6 mb-1 text-lg font-bold">月ごと・センターごとの表</h2>
          <div className="mb-2 max-w-xs print:hidden">
            <SelectField
              name="month"
              label="表に出す月"
              value={month}
              onChange={setMonth}
              options={[
                { value: 'all', label: 'すべて' },
                ...shownMonths.map((value) => ({ value, label: monthWord(value) })),
              ]}
              isComplete
            />
          </div>
          <List<UsageRow>
            label="月ごと・センターごとの利用状況"
            rows={rows}
            rowKey={(row) => `${row.month} ${row.centreId ?? ''}`}
            empty={<Empty title="この期間の記録はありません" />}
            columns={[
              { id: 'month', header: '月', cell: (row) => monthWord(row.month) },
              { id: 'centre', header: 'センター', cell: (row) => row.centreName },
              ...figures.map((one) => ({
                id: one,
                header: figureWords[one],
                isRight: true,
                cell: (row: UsageRow) => row[one].toLocaleString('ja-JP'),
              })),
            ]}
          />
        </>
      ) : null}
    </>
  )
}

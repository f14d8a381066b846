import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { overviewQuery } from './api.ts'
import { StateWord } from './state-word.tsx'

type Data = Awaited<ReturnType<ReturnType<typeof overviewQuery>['queryFn']>>

/** /monthly-reports: 月 × センター with the state of each. */
export default function OverviewPage() {
  const [year, setYear] = useAddressWord('year', '')
  const { data, error, refetch } = useQuery(overviewQuery(year))
  return (
    <>
      <PageHead
        title="月報"
        lead="センターが1か月を確定し、市が受理します。確定した数は、あとから記録が変わっても動きません。"
        actions={data ? <Years year={data.fiscalYear} isLast={year === ''} onYear={setYear} /> : null}
      />
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Matrix data={data} /> : error ? null : <Loading />}
    </>
  )
}

function Years({ year, isLast, onYear }: { year: number; isLast: boolean; onYear: (year: string) => void }) {
  return (
    <>
      <Button onPress={() => onYear(String(year - 1))}>前の年度</Button>
      {isLast ? null : <Button onPress={() => onYear('')}>今年度</Button>}
    </>
  )
}

function Matrix({ data }: { data: Data }) {
  if (data.units.length === 0 || data.months.length === 0)
    return (
      <Empty title={`${data.fiscalYearLabel}の月報はありません`}>センターの開設前か、先の年度です。</Empty>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="relative overflow-x-auto" aria-label="月報の一覧" tabIndex={0}>
      <table className="border-collapse text-sm">
        <caption className="py-1 text-left font-bold">{data.fiscalYearLabel}</caption>
        <thead className="bg-shade">
          <tr>
            <th scope="col" className="border-b border-edge px-3 py-1 text-left whitespace-nowrap">
              月
            </th>
            {data.units.map(({ id, name }) => (
              <th key={id} scope="col" className="border-b border-edge px-3 py-1 text-left whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.months.map((month) => (
            <MonthRow key={month.month} month={month} units={data.units} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MonthRow({ month, units }: { month: Data['months'][number]; units: Data['units'] }) {
  return (
    <tr className="border-b border-line hover:bg-ground">
      <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
        {month.label}
        <span className="block text-xs text-soft">
          {month.isInProgress ? '途中' : `確定の期限 ${formatDate(month.dueOn, 'short')}`}
        </span>
      </th>
      {units.map(({ id, name }, at) => {
        const cell = month.cells[at]
        return (
          <td key={id} className="px-3 py-1.5">
            {cell ? (
              <AppLink
                to={`/monthly-reports/${id}/${month.month}`}
                className="inline-flex min-h-8 items-center underline underline-offset-4"
              >
                <span className="sr-only">
                  {name} {month.label}:{' '}
                </span>
                <StateWord
                  state={cell.state}
                  label={cell.stateLabel}
                  number={cell.lastNumber}
                  isOverdue={cell.isOverdue}
                />
              </AppLink>
            ) : (
              <span className="text-soft">開設前</span>
            )}
          </td>
        )
      })}
    </tr>
  )
}

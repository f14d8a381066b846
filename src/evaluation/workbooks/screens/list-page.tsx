import { useQuery } from '@tanstack/react-query'
import { buttonClass } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { familiesQuery } from './api.ts'
import { dayOf } from './day-of.ts'

type Family = Awaited<ReturnType<(typeof familiesQuery)['queryFn']>>[number]

/** /workbooks: the forms that come back every year. */
export default function ListPage() {
  const { data, error, refetch } = useQuery(familiesQuery)
  return (
    <>
      <PageHead
        title="Excel 様式"
        lead="国や県、市の Excel 様式に、数を一度だけ対応づけます。翌年からは、新しい様式に引き継いで記入できます。"
        actions={
          <AppLink to="/workbooks/new" className={buttonClass('primary')}>
            様式を預ける
          </AppLink>
        }
      />
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data ? null : error ? null : <Loading />}
      {data?.length === 0 ? (
        <Empty title="まだ様式はありません">
          「様式を預ける」で、今年の Excel
          ファイル（.xlsx、.xlsm）を選びます。ファイルの数式や書式は変わりません。
        </Empty>
      ) : null}
      <div className="flex flex-col gap-6">
        {data?.map((family) => (
          <FamilyTable key={family.id} family={family} />
        ))}
      </div>
    </>
  )
}

function FamilyTable({ family }: { family: Family }) {
  const newest = family.forms[0]
  return (
    <section aria-labelledby={`family-${family.id}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-2 border-b border-edge pb-1">
        <h2 id={`family-${family.id}`} className="text-lg font-bold">
          {family.name}
          {family.ownerOffice ? (
            <span className="ml-2 text-sm font-normal text-soft">{family.ownerOffice}</span>
          ) : null}
        </h2>
        {newest ? (
          <AppLink to={`/workbooks/new?from=${newest.id}`} className={buttonClass('quiet', 'small')}>
            次の年度のファイルを預ける
          </AppLink>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="overflow-x-auto" aria-label={`${family.name}の年度`} tabIndex={0}>
        <table className="w-full border-collapse text-sm">
          <thead className="text-left text-soft">
            <tr>
              {['年度', 'ファイル', '対応づけ', '前の版から', '最後に記入', '預けた人'].map((heading) => (
                <th key={heading} scope="col" className="px-2 py-1 font-normal whitespace-nowrap">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {family.forms.map((form) => (
              <tr key={form.id} className="border-t border-line hover:bg-ground">
                <th scope="row" className="px-2 py-1.5 text-left whitespace-nowrap">
                  <AppLink
                    to={`/workbooks/${form.id}`}
                    className="inline-flex min-h-8 items-center underline underline-offset-4"
                  >
                    {form.fiscalYearLabel}
                  </AppLink>
                </th>
                <td className="px-2 py-1.5">{form.fileName}</td>
                <td className="px-2 py-1.5 whitespace-nowrap tabular-nums">{form.boundCount}セル</td>
                <td className="px-2 py-1.5 whitespace-nowrap">
                  <Waiting id={form.id} count={form.waitingCount} />
                </td>
                <td className="px-2 py-1.5 whitespace-nowrap">
                  {form.lastFilledAt ? dayOf(form.lastFilledAt) : 'まだ'}
                </td>
                <td className="px-2 py-1.5 whitespace-nowrap">
                  {form.uploadedBy} {dayOf(form.uploadedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Waiting({ id, count }: { id: string; count: number | null }) {
  if (count === null) return <span className="text-soft">引き継ぎなし</span>
  if (count === 0) return <Status tone="good">引き継ぎ済み</Status>
  return (
    <AppLink
      to={`/workbooks/${id}/carry`}
      className="inline-flex min-h-8 items-center underline underline-offset-4"
    >
      {count}セルの違いを確かめる
    </AppLink>
  )
}

import { useQuery } from '@tanstack/react-query'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import type { AlikeCount, MunicipalFigures } from '../schema.ts'
import { figuresQuery } from './api.ts'
import { FigureTableView, Sources } from './figure-table.tsx'

/** /statistics/city: the city's own small statistics, each table with its source. */
export default function CityPage() {
  const figures = useQuery(figuresQuery)
  const { data } = figures
  return (
    <>
      <PrintHead title="市の小さな統計" />
      <PageHead
        title="市の小さな統計"
        lead={
          data?.tables.length ? `${data.municipalityName}が公表する数を、そのまま並べています。` : undefined
        }
        actions={<PrintButton />}
      />
      {figures.error ? <Failure error={figures.error} onRetry={() => void figures.refetch()} /> : null}
      {figures.isLoading ? <Loading /> : null}
      {data?.tables.length === 0 ? <Nothing /> : null}
      {data && data.tables.length > 0 ? <Tables data={data} /> : null}
    </>
  )
}

function Tables({ data }: { data: MunicipalFigures }) {
  return (
    <div className="flex flex-col gap-8">
      {data.insured.length + data.certified.length > 2 ? <Alike data={data} /> : null}
      {data.tables.map((table) => (
        <FigureTableView key={table.id} table={table} />
      ))}
    </div>
  )
}

/** Counts that look alike and differ by definition and day. */
function Alike({ data: { insured, certified, alikeAttribution } }: { data: MunicipalFigures }) {
  return (
    <section aria-labelledby="alike-heading" className="rounded-lg border border-line p-4 text-sm">
      <h2 id="alike-heading" className="text-base font-bold">
        似ていて、ちがう数
      </h2>
      <p>数え方と時点がちがいます。たしたり、平均したり、一本の線につないだりはできません。</p>
      <div className="mt-2 grid gap-x-8 gap-y-3 lg:grid-cols-2">
        <Counts counts={insured} />
        <Counts counts={certified} />
      </div>
      <Sources lines={alikeAttribution} />
    </section>
  )
}

const Counts = ({ counts }: { counts: AlikeCount[] }) => (
  <dl>
    {counts.map(({ label, source, asOf, value }) => (
      <div key={source} className="flex justify-between gap-4 border-b border-line py-1">
        <dt>
          {label}
          <span className="block text-xs text-soft">
            {source}・{formatDate(asOf as IsoDate, 'short')}
          </span>
        </dt>
        <dd className="self-center tabular-nums">{value.toLocaleString('ja-JP')}人</dd>
      </div>
    ))}
  </dl>
)

function Nothing() {
  const may = useAbilities()
  return (
    <Empty title="市の小さな統計は、まだ読み込まれていません">
      {may('import.statistics') ? (
        <>
          市が公開する 0095（被保険者と認定者）、0068（将来人口）、0091（出生と死亡）、0092（転入と転出）の
          CSV か Excel を、<AppLink to="/imports?kind=municipal-figures">ファイルの読み込み</AppLink>
          から読み込んでください。
        </>
      ) : (
        '市の担当者か管理者が「ファイルの読み込み」から読み込むと、ここに出ます。'
      )}
    </Empty>
  )
}

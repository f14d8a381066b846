import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { type ChartData, ChartWithTable, type Point } from '../../../ui/chart/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import type { AreaDay, ByArea } from '../schema.ts'
import { byAreaQuery } from './api.ts'
import { type AreaLine, areaLines, missingPoint } from './area-lines.ts'
import { FigureCell } from './figure-cell.tsx'
import { Sources } from './sources.tsx'
import { count, percent } from './words.ts'

/** The published towns put together by the reader's own 圏域: the table of the day, and how each area aged. */
export function Areas({ code, day }: { code: string; day: string }) {
  const query = useQuery(byAreaQuery(code))
  const data = query.data
  const chart = useMemo(() => (data ? chartOf(data, day) : null), [data, day])
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!data || !chart) return <Loading label="圏域ごとに合わせています…" />
  if (data.areas.every(({ days }) => days.every(({ townCount }) => townCount === 0)))
    return (
      <p className="text-sm text-soft">
        この市区町村の町は、どの日常生活圏域にも割り当てられていません。町と圏域の台帳に同じ名の町があれば、圏域ごとの数が出ます。
      </p>
    )
  return (
    <div className="grid grid-cols-1 gap-6">
      <section aria-labelledby="areas-heading">
        <h2 id="areas-heading" className="mb-2 text-lg font-bold">
          圏域ごとの数
        </h2>
        <p className="mb-2 text-sm text-soft">
          圏域は{formatDate(data.areasOn as IsoDate)}の区分です。過去の調査日も、同じ区分で合わせています。
        </p>
        <List<AreaLine>
          label="圏域ごとの人口"
          columns={columns}
          rows={areaLines(data, day)}
          rowKey={({ id }) => id}
          empty={null}
        />
        <Sources lines={data.attribution} note={data.rounding} />
      </section>
      <ChartWithTable
        title="圏域ごとの高齢化率の移り変わり"
        data={chart}
        notes={[...data.attribution, data.rounding]}
      />
    </div>
  )
}

const figure = (id: 'total' | 'aged65' | 'aged75', header: string): Column<AreaLine> => ({
  id,
  header,
  isRight: true,
  cell: (line) => <FigureCell figure={line[id]} show={count} />,
})
const columns: Column<AreaLine>[] = [
  { id: 'name', header: '圏域', cell: ({ name }) => name },
  { id: 'towns', header: '町（数）', isRight: true, cell: ({ townCount }) => count(townCount) },
  figure('total', '総人口（人）'),
  figure('aged65', '65歳以上（人）'),
  figure('aged75', '75歳以上（人）'),
  {
    id: 'ageing',
    header: '高齢化率（％）',
    isRight: true,
    cell: ({ ageingPerMille }) => <FigureCell figure={ageingPerMille} show={percent} />,
  },
]

function chartOf({ areas }: ByArea, day: string): ChartData {
  const days = areas[0]?.days ?? []
  const point = ({ ageingPerMille: { value, missing } }: AreaDay): Point =>
    value === null ? missingPoint(missing) : value / 10 // ‰ as the ％ that is drawn
  return {
    kind: 'small-multiples',
    axis: '調査日',
    unit: '％',
    categories: days.map(({ asOf }) => ({
      label: formatDate(asOf as IsoDate, 'short'),
      on: asOf as IsoDate,
    })),
    series: areas.map((area) => ({ id: area.id, name: area.name, points: area.days.map(point) })),
    show: (value) => value.toFixed(1),
    marked: days.findIndex(({ asOf }) => asOf === day),
  }
}

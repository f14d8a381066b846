import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Empty } from '../../../ui/empty/index.ts'
import { type Column, List, type Sort } from '../../../ui/list/index.ts'
import type { ByStaff } from '../schema.ts'
import { byStaffQuery } from './api.ts'

type Row = ByStaff['items'][number]
type ByStaffTableProps = { from: string; until: string; onOpen: (staffId: string) => void }

/** Side by side, so that the unusual shows; no limit is drawn, since work differs. */
export function ByStaffTable({ from, until, onOpen }: ByStaffTableProps) {
  const query = useQuery(byStaffQuery(from, until))
  const [sort, setSort] = useState<Sort>({ by: 'mostPeopleADay', direction: 'descending' })
  const rows = query.data?.items.toSorted((a, b) => {
    const order = figureOf(a, sort.by) - figureOf(b, sort.by)
    return sort.direction === 'ascending' ? order : -order
  })
  return (
    <>
      <p className="my-2 max-w-3xl text-sm text-soft">
        時間外は、土曜・日曜と、7時より前・20時以後の操作です。数が多いことだけで誤りとはいえません。仕事の内容と見比べてください。
      </p>
      <List<Row>
        label="職員ごとの閲覧"
        rows={rows}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ staff }) => staff?.id ?? 'none'}
        onOpen={({ staff }) => staff && onOpen(staff.id)}
        columns={columns}
        sort={sort}
        onSort={setSort}
        empty={<Empty title="この期間の記録はありません">期間を変えてください。</Empty>}
      />
    </>
  )
}

const figureOf = (row: Row, by: string): number => {
  const value = row[by as keyof Row]
  return typeof value === 'number' ? value : 0
}
const count = (value: number) => value.toLocaleString('ja-JP')

const columns: Column<Row>[] = [
  {
    id: 'staff',
    header: '職員',
    cell: ({ staff, place }) => (
      <>
        {staff?.name ?? '（名簿にない職員）'}
        <span className="block text-xs text-soft">
          {[staff?.staffNumber, place].filter(Boolean).join('　')}
        </span>
      </>
    ),
  },
  {
    id: 'people',
    header: '見た人（実人数）',
    cell: ({ people }) => count(people),
    isRight: true,
    isSortable: true,
  },
  {
    id: 'mostPeopleADay',
    header: '一日の最大（人）',
    cell: ({ mostPeopleADay }) => count(mostPeopleADay),
    isRight: true,
    isSortable: true,
  },
  { id: 'lines', header: '操作（回）', cell: ({ lines }) => count(lines), isRight: true, isSortable: true },
  {
    id: 'outsideHours',
    header: '時間外（回）',
    cell: ({ outsideHours }) => count(outsideHours),
    isRight: true,
    isSortable: true,
  },
  {
    id: 'exported',
    header: '書き出し・印刷（回）',
    cell: ({ exported }) => count(exported),
    isRight: true,
    isSortable: true,
  },
  {
    id: 'refused',
    header: '拒否（回）',
    cell: ({ refused }) => count(refused),
    isRight: true,
    isSortable: true,
  },
]

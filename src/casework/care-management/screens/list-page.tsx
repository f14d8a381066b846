import { formatDate } from '../../../platform/calendar/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { useAddressWord, useGo } from '../../../ui/link/index.ts'
import { type Column, List, type Sort, useKeyset } from '../../../ui/list/index.ts'
import { PrintButton } from '../../../ui/print/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { COURSE_TYPES, LEVELS, labelOf } from '../codes.ts'
import { exportCourses, type Filter, listCourses, type Row } from './api.ts'
import { DueWord } from './dues.tsx'
import { ListFilters, useListFilter } from './list-filters.tsx'

/** Who is due and who is overdue, by the earliest date; what cannot be computed has its own list. */
export default function ListPage() {
  const may = useAbilities()
  const go = useGo()
  const filters = useListFilter()
  const [sort, setSort] = useAddressWord('sort', 'due')
  const body: Filter = { ...filters.filter, sort: sort === 'kana' ? 'kana' : 'due' }
  const list = useKeyset<Row>(['care-management', body], async (cursor, signal) => {
    const page = await listCourses({ ...body, ...(cursor ? { cursor } : { withTotal: true }) }, signal)
    const total = page.total === null ? {} : { total: page.total }
    return { items: page.rows, nextCursor: page.nextCursor, ...total }
  })
  const isContractor = may('entrustment.receive')
  return (
    <>
      <PageHead
        title="ケアマネジメント"
        lead={
          isContractor
            ? '委託されている方を、期限の早い順に並べています。'
            : '期限の早い順に並べています。計算できない方は、しぼり込みで一覧にできます。'
        }
        actions={<PrintButton />}
      />
      <ListFilters filters={filters} isContractor={isContractor} />
      {may('care-management.export') ? (
        <ExportButtons load={(format) => exportCourses(body, format)} />
      ) : null}
      <List<Row>
        {...list}
        label="ケアマネジメントの一覧"
        columns={isContractor ? columns.filter(({ id }) => id !== 'office') : columns}
        rowKey={({ id }) => id}
        hrefOf={({ person }) => `/people/${person.id}/care-management`}
        sort={{ by: sort === 'kana' ? 'name' : 'due', direction: 'ascending' }}
        onSort={({ by }: Sort) => setSort(by === 'name' ? 'kana' : 'due')}
        rowKeys={
          may('monitoring.write')
            ? [
                {
                  key: 'm',
                  label: '記録',
                  run: ({ person }) => void go(`/people/${person.id}/care-management?panel=record`),
                  isOffered: ({ state }) => state !== 'ended',
                },
              ]
            : []
        }
        empty={
          <Empty
            title={
              filters.isFiltered ? 'この条件に合う方はいません' : '続いているケアマネジメントはありません'
            }
          >
            {filters.isFiltered
              ? '条件を外すと、見つかることがあります。'
              : isContractor
                ? '委託を受領すると、ここに並びます。'
                : '利用者のフェースシートの「ケアマネジメント」から始めます。'}
          </Empty>
        }
      />
    </>
  )
}

const name = ({ person }: Row) => (
  <span className="whitespace-nowrap">
    {person.name}
    <span className="ml-2 text-xs text-soft">{person.kana}</span>
  </span>
)

function Marks({ row }: { row: Row }) {
  return (
    <span className="flex flex-wrap gap-1">
      {row.state === 'preparing' ? <Status tone="info">準備中</Status> : null}
      {row.state === 'ended' ? <Status tone="neutral">終了</Status> : null}
      {row.gaps.map(({ code, label }) => (
        <Status key={code} tone="caution">
          計算できない: {label}
        </Status>
      ))}
      {row.hasContract || row.state === 'ended' ? null : <Status tone="caution">契約の同意なし</Status>}
      {row.unconfirmed > 0 ? <Status tone="info">確認待ち {row.unconfirmed}件</Status> : null}
    </span>
  )
}

const columns: Column<Row>[] = [
  { id: 'name', header: '対象者', cell: name, isSortable: true },
  {
    id: 'level',
    header: '要介護度',
    cell: ({ level }) => (level === null ? '不明' : labelOf(LEVELS, level)),
  },
  {
    id: 'type',
    header: '類型',
    cell: ({ type }) => (type === null ? '未定' : labelOf(COURSE_TYPES, type).slice(0, 1)),
  },
  {
    id: 'due',
    header: '次の期限',
    isSortable: true,
    width: '16rem',
    cell: ({ nextDueOn, nextDueLabel }) =>
      nextDueOn === null ? (
        'なし'
      ) : (
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="tabular-nums">{formatDate(nextDueOn, 'short')}</span>
          <DueWord dueOn={nextDueOn} />
          <span className="w-full text-xs text-soft">{nextDueLabel}</span>
        </span>
      ),
  },
  {
    id: 'visited',
    header: '最後の訪問',
    isRight: true,
    cell: ({ lastHomeVisitOn }) => (lastHomeVisitOn ? formatDate(lastHomeVisitOn, 'short') : 'まだ'),
  },
  { id: 'staff', header: '責任者', cell: ({ staffName }) => staffName ?? '未定' },
  {
    id: 'office',
    header: '委託先',
    cell: ({ organisationName, contractorName, entrusted }) =>
      organisationName === null ? null : (
        <>
          {organisationName}
          <span className="block text-xs text-soft">
            {entrusted === 'waiting' ? '受領待ち' : (contractorName ?? '')}
          </span>
        </>
      ),
  },
  { id: 'marks', header: '印', cell: (row) => <Marks row={row} /> },
]

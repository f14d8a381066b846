import { formatDate } from '../../../platform/calendar/index.ts'
import { buttonClass } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { type Column, List, useKeyset } from '../../../ui/list/index.ts'
import { PrintButton } from '../../../ui/print/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { METHODS } from '../codes.ts'
import { exportChecklists, type Filter, listChecklists, type Row } from './api.ts'
import { ConfirmShown } from './confirm-shown.tsx'
import { ListFilters } from './list-filters.tsx'
import { RowJudgement } from './row-judgement.tsx'
import { criteriaWord, totalWord, wordOf } from './words.ts'

/** The filter stands in the address; nothing of it names a person. */
function useFilter() {
  const words = {
    from: useAddressWord('from', ''),
    to: useAddressWord('to', ''),
    centre: useAddressWord('centre', ''),
    area: useAddressWord('area', ''),
    mine: useAddressWord('mine', ''),
    judgement: useAddressWord('judgement', ''),
    state: useAddressWord('state', 'open'),
    batch: useAddressWord('batch', ''),
    order: useAddressWord('order', 'newest'),
    withdrawn: useAddressWord('withdrawn', ''),
  }
  return words
}
export type FilterState = ReturnType<typeof useFilter>

/** 'open' is what waits for a professional; the list of one grid or file shows all of it. */
function bodyOf(filter: FilterState): Filter {
  const value = (name: keyof FilterState) => filter[name][0]
  const state = value('state')
  return {
    ...(value('from') ? { from: value('from') } : {}),
    ...(value('to') ? { to: value('to') } : {}),
    ...(value('centre') ? { centreId: value('centre') } : {}),
    ...(value('area') ? { areaId: value('area') } : {}),
    ...(value('mine') ? { staff: 'mine' as const } : {}),
    ...(value('judgement') ? { judgement: value('judgement') as Filter['judgement'] } : {}),
    ...(state === 'all' ? {} : { confirmed: state === 'confirmed' }),
    ...(value('batch') ? { batchId: value('batch') } : {}),
    ...(value('withdrawn') ? { withdrawn: true } : {}),
    order: value('order') === 'oldest' ? 'oldest' : 'newest',
  }
}

export default function ListPage() {
  const filter = useFilter()
  const may = useAbilities()
  const body = bodyOf(filter)
  const list = useKeyset<Row>(['checklists', body], async (cursor, signal) => {
    const page = await listChecklists({ ...body, ...(cursor ? { cursor } : { withTotal: true }) }, signal)
    const total = page.total === null ? {} : { total: page.total }
    return { items: page.rows, nextCursor: page.nextCursor, ...total }
  })
  const [order, setOrder] = filter.order
  return (
    <>
      <PageHead
        title="チェックリスト"
        lead="基本チェックリストの判定案と、その確認。新しく入力するときは、利用者のページから始めます。"
        actions={
          <>
            <PrintButton />
            {may('checklist.bulk') ? (
              <AppLink to="/checklists/bulk" className={buttonClass('primary')}>
                まとめて入力する
              </AppLink>
            ) : null}
          </>
        }
      />
      <ListFilters filter={filter} />
      {may('checklist.export') ? <ExportButtons load={(format) => exportChecklists(body, format)} /> : null}
      {may('checklist.confirm') && filter.state[0] === 'open' ? (
        <ConfirmShown rows={list.rows ?? []} />
      ) : null}
      <List<Row>
        label="チェックリストの一覧"
        columns={columns}
        {...list}
        rowKey={({ id }) => id}
        hrefOf={({ id }) => `/checklists/${id}`}
        sort={{ by: 'answeredOn', direction: order === 'oldest' ? 'ascending' : 'descending' }}
        onSort={({ direction }) => setOrder(direction === 'ascending' ? 'oldest' : 'newest')}
        empty={
          filter.state[0] === 'open' ? (
            <Empty title="判定案の確認を待っているチェックリストはありません">
              確認のすんだものは、「確認」を「すべて」にすると出てきます。
            </Empty>
          ) : (
            <Empty title="この条件に合うチェックリストはありません">
              期間や判定を広げると、見つかることがあります。
            </Empty>
          )
        }
      />
    </>
  )
}

const columns: Column<Row>[] = [
  {
    id: 'answeredOn',
    header: '実施日',
    width: '7rem',
    isSortable: true,
    cell: ({ answeredOn }) => <span className="whitespace-nowrap">{formatDate(answeredOn, 'short')}</span>,
  },
  {
    id: 'person',
    header: '対象者',
    width: '14rem',
    cell: ({ person }) => (
      <span className="whitespace-nowrap">
        {person.name}
        <span className="ml-2 text-xs text-soft">{person.kana}</span>
      </span>
    ),
  },
  {
    id: 'judgement',
    header: '判定',
    width: '13rem',
    cell: (row) => <RowJudgement row={row} />,
  },
  {
    id: 'met',
    header: '該当した基準',
    cell: ({ met, undetermined }) => (
      <>
        {met.length > 0 ? criteriaWord(met) : <span className="text-soft">なし</span>}
        {undetermined.length > 0 ? (
          <span className="block text-xs text-caution">判定できない: {criteriaWord(undetermined)}</span>
        ) : null}
      </>
    ),
  },
  {
    id: 'total',
    header: '合計（25点）',
    isRight: true,
    width: '6rem',
    cell: ({ total }) => totalWord(total),
  },
  { id: 'method', header: '方法', width: '5rem', cell: ({ method }) => wordOf(METHODS, method) },
  {
    id: 'staff',
    header: '実施者',
    width: '8rem',
    cell: ({ staffName, centreName }) => (
      <>
        {staffName ?? '不明'}
        <span className="block text-xs text-soft">{centreName}</span>
      </>
    ),
  },
]

import { useQuery } from '@tanstack/react-query'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { SelectField } from '../../../ui/form/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import type { TouchedPeople } from '../schema.ts'
import { choicesQuery, exportTouched, touchedQuery } from './api.ts'
import { timeWord } from './words.ts'

type Row = TouchedPeople['items'][number]
type TouchedTabProps = {
  from: string
  until: string
  staffId: string | null
  onStaff: (id: string | null) => void
}

/** Everyone one account touched: who has to be told when it was misused. */
export function TouchedTab({ from, until, staffId, onStaff }: TouchedTabProps) {
  const choices = useQuery(choicesQuery)
  const staff = (choices.data?.staff ?? []).map(({ id, name, staffNumber }) => ({
    value: id,
    label: `${staffNumber} ${name}`,
  }))
  return (
    <>
      <p className="my-2 max-w-3xl text-sm text-soft">
        口座が不正に使われたときに、影響を受けた人を洗い出すための一覧です。断られた操作は数えません。
      </p>
      <SelectField
        name="account"
        label="職員（口座）"
        value={staffId ?? ''}
        onChange={(id) => onStaff(id || null)}
        options={staff}
        blank="選んでください"
      />
      {staffId ? <TouchedList from={from} until={until} staffId={staffId} /> : null}
    </>
  )
}

function TouchedList({ from, until, staffId }: { from: string; until: string; staffId: string }) {
  const query = useQuery(touchedQuery({ from, until, staffId }))
  const { items, total } = query.data ?? {}
  return (
    <>
      <p className="my-3" role="status">
        {total === undefined
          ? '調べています…'
          : `触れた人は ${total.toLocaleString('ja-JP')} 人です。${total > (items?.length ?? 0) ? `新しい順に ${items?.length} 人を出しています。全員はファイルで受け取れます。` : ''}`}
      </p>
      <ExportButtons load={(format) => exportTouched({ from, until, staffId }, format)} />
      <List<Row>
        label="触れた人"
        rows={items}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<Empty title="この期間に触れた人はいません">期間か職員を変えてください。</Empty>}
      />
    </>
  )
}

const count = (value: number) => (value === 0 ? '' : value.toLocaleString('ja-JP'))

const columns: Column<Row>[] = [
  { id: 'number', header: '被保険者番号', cell: ({ insuredNumber }) => insuredNumber ?? '' },
  {
    id: 'name',
    header: '氏名',
    cell: ({ name, birthOn }) => (
      <>
        {name ?? '（記録はもうありません）'}
        <span className="block text-xs text-soft">
          {birthOn ? formatDate(birthOn as IsoDate, 'short') : ''}
        </span>
      </>
    ),
  },
  { id: 'viewed', header: '見た（回）', cell: ({ viewed }) => count(viewed), isRight: true },
  { id: 'written', header: '書いた（回）', cell: ({ written }) => count(written), isRight: true },
  { id: 'exported', header: '書き出した（回）', cell: ({ exported }) => count(exported), isRight: true },
  { id: 'printed', header: '印刷した（回）', cell: ({ printed }) => count(printed), isRight: true },
  { id: 'first', header: '初め', cell: ({ firstAt }) => timeWord(firstAt) },
  { id: 'last', header: '終わり', cell: ({ lastAt }) => timeWord(lastAt) },
]

import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { buttonClass } from '../../../ui/button/index.ts'
import { timeInJapan } from '../../../ui/clock/clock.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { type Column, List, useKeyset } from '../../../ui/list/index.ts'
import { PrintButton } from '../../../ui/print/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { CALLERS, CHANNELS, CONTINUITIES, labelOf, TOPICS, UNNAMED_AGE_BANDS, URGENCIES } from '../codes.ts'
import { exportRecords, type Filter, listRecords, type Row } from './api.ts'
import { ListFilters } from './list-filters.tsx'

/** The filter from the address; a search word of the text is never part of it. */
function useFilter() {
  const [from, setFrom] = useAddressWord('from', '')
  const [to, setTo] = useAddressWord('to', '')
  const [centre, setCentre] = useAddressWord('centre', '')
  const [mine, setMine] = useAddressWord('mine', '')
  const [channel, setChannel] = useAddressWord('channel', '')
  const [topic, setTopic] = useAddressWord('topic', '')
  const [urgency, setUrgency] = useAddressWord('urgency', '')
  const [withdrawn, setWithdrawn] = useAddressWord('withdrawn', '')
  return {
    values: { from, to, centre, mine, channel, topic, urgency, withdrawn },
    setters: {
      from: setFrom,
      to: setTo,
      centre: setCentre,
      mine: setMine,
      channel: setChannel,
      topic: setTopic,
      urgency: setUrgency,
      withdrawn: setWithdrawn,
    },
  }
}
export type FilterState = ReturnType<typeof useFilter>

const bodyOf = (values: FilterState['values'], text: string): Filter => ({
  ...(values.from ? { from: values.from } : {}),
  ...(values.to ? { to: values.to } : {}),
  ...(values.centre ? { centreId: values.centre } : {}),
  ...(values.mine ? { staff: 'mine' as const } : {}),
  ...(values.channel ? { channel: values.channel as NonNullable<Filter['channel']> } : {}),
  ...(values.topic ? { topic: values.topic as NonNullable<Filter['topic']> } : {}),
  ...(values.urgency ? { urgency: values.urgency as NonNullable<Filter['urgency']> } : {}),
  ...(values.withdrawn ? { withdrawn: true } : {}),
  ...(text ? { text } : {}),
})

export default function ListPage() {
  const filter = useFilter()
  const may = useAbilities()
  const [text, setText] = useState('')
  const body = bodyOf(filter.values, text)
  const list = useKeyset<Row>(['consultations', body], async (cursor, signal) => {
    const page = await listRecords({ ...body, ...(cursor ? { cursor } : { withTotal: true }) }, signal)
    const total = page.total === null ? {} : { total: page.total }
    return { items: page.rows, nextCursor: page.nextCursor, ...total }
  })
  return (
    <>
      <PageHead
        title="相談記録"
        actions={
          <>
            <PrintButton />
            {may('consultation.write') ? (
              <AppLink to="/consultations/new" className={buttonClass('primary')}>
                相談を受け付ける
              </AppLink>
            ) : null}
          </>
        }
      />
      <ListFilters filter={filter} text={text} onText={setText} />
      {may('consultation.export') ? <ExportButtons load={(format) => exportRecords(body, format)} /> : null}
      <List<Row>
        label="相談記録の一覧（新しい順）"
        columns={columns}
        {...list}
        rowKey={({ id }) => id}
        hrefOf={({ id }) => `/consultations/${id}`}
        empty={
          <Empty title="この条件に合う相談記録はありません">
            期間や分類を広げると、見つかることがあります。
          </Empty>
        }
      />
    </>
  )
}

const nameOf = ({ person, unnamed }: Row) =>
  person ? (
    <span className="whitespace-nowrap">
      {person.name}
      <span className="ml-2 text-xs text-soft">{person.kana}</span>
    </span>
  ) : (
    <span className="text-soft">
      氏名不明（{unnamed ? labelOf(UNNAMED_AGE_BANDS, unnamed.ageBand) : '不明'}）
    </span>
  )

const columns: Column<Row>[] = [
  {
    id: 'receivedAt',
    header: '受付',
    width: '7.5rem',
    cell: (row) => (
      <span className="whitespace-nowrap">
        {formatDate(row.receivedOn, 'short')} {timeInJapan(row.receivedAt)}
      </span>
    ),
  },
  { id: 'person', header: '対象者', width: '13rem', cell: nameOf },
  {
    id: 'what',
    header: '内容',
    cell: (row) => (
      <>
        <span className="text-xs text-soft">
          {labelOf(CHANNELS, row.channel)}・{labelOf(CALLERS, row.caller)}・
          {labelOf(CONTINUITIES, row.continuity)}
          {row.topics.length > 0 ? `｜${row.topics.map((topic) => labelOf(TOPICS, topic)).join('、')}` : ''}
        </span>
        <span className="line-clamp-2">{row.excerpt}</span>
      </>
    ),
  },
  { id: 'urgency', header: '緊急度', width: '7rem', cell: (row) => <Urgent row={row} /> },
  { id: 'minutes', header: '時間（分）', isRight: true, cell: ({ minutes }) => minutes ?? '―' },
  {
    id: 'next',
    header: '次の対応',
    width: '8rem',
    cell: ({ nextAction, dueOn }) =>
      dueOn ? (
        <>
          {formatDate(dueOn, 'short')}
          <span className="line-clamp-1 text-xs">{nextAction}</span>
        </>
      ) : null,
  },
  {
    id: 'staff',
    header: '記録者',
    width: '7rem',
    cell: ({ staffName, centreName }) => (
      <>
        {staffName}
        <span className="block text-xs text-soft">{centreName}</span>
      </>
    ),
  },
]

function Urgent({ row }: { row: Row }) {
  if (row.withdrawnAt) return <Status tone="neutral">取下げ</Status>
  const word = labelOf(URGENCIES, row.urgency).replace(/（.*/, '')
  if (row.urgency === 'emergency') return <Status tone="danger">{word}</Status>
  return row.urgency === 'early' ? <Status tone="caution">{word}</Status> : word
}

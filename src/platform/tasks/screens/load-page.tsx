import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOfWeek, formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, linkClass, useAddressWord } from '../../../ui/link/index.ts'
import { List } from '../../../ui/list/index.ts'
import { PrintButton } from '../../../ui/print/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { type CentreLoad, readLoad, readLoadOf, type TaskRow } from './api.ts'
import { columns } from './columns.tsx'
import { HandOverPanel, PostponePanel } from './deed-panels.tsx'
import { kindsWord } from './load-words.ts'
import { useDeeds } from './use-deeds.ts'

const weekdays = ['日', '月', '火', '水', '木', '金', '土']
type Cell = { staffId: string; day: string }

/** The staff of the centre by the next 14 days; each figure opens to its tasks, which can be moved or handed over. */
export default function LoadPage() {
  const query = useQuery({ queryKey: ['load'], queryFn: readLoad, refetchInterval: 120_000 })
  const [word, setWord] = useAddressWord('cell', '')
  const [staffId = '', day = ''] = word.split('_')
  const cell = staffId && day ? { staffId, day } : null
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const name = query.data.rows.find(({ staff }) => staff.id === staffId)?.staff.name
  return (
    <>
      <PageHead
        title="センターの予定"
        lead="職員ごとの、期限切れとこれから14日間の件数です。数字から予定を開き、別の日や別の職員に移せます。"
        actions={<PrintButton />}
      />
      <Matrix load={query.data} open={cell} onOpen={(next) => setWord(`${next.staffId}_${next.day}`)} />
      {cell && name ? <CellTasks key={word} cell={cell} name={name} /> : null}
    </>
  )
}

type MatrixProps = { load: CentreLoad; open: Cell | null; onOpen: (cell: Cell) => void }

function Matrix({ load, open, onOpen }: MatrixProps) {
  if (load.rows.length === 0) return <Empty title="今日、センターに職の登録がある職員はいません" />
  return (
    <section
      aria-label="職員と日の表"
      className="relative overflow-x-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">職員ごとの、期限切れと14日間の予定の件数（件）</caption>
        <thead className="bg-shade">
          <tr>
            <th scope="col" className="px-2 py-1 text-left whitespace-nowrap">
              職員
            </th>
            <th scope="col" className="px-2 py-1 text-right whitespace-nowrap">
              期限切れ
            </th>
            {load.days.map((day) => (
              <th key={day} scope="col" className="px-1 py-1 text-right whitespace-nowrap">
                <DayHead day={day} isToday={day === load.today} />
              </th>
            ))}
            <th scope="col" className="px-2 py-1 text-right">
              計
            </th>
          </tr>
        </thead>
        <tbody>
          {load.rows.map((row) => (
            <tr key={row.staff.id} className="border-b border-line">
              <th scope="row" className="px-2 py-1 text-left font-normal whitespace-nowrap">
                {row.staff.name}
              </th>
              {[
                { day: 'overdue', of: row.overdue },
                ...row.days.map((of, at) => ({ day: load.days[at] ?? '', of })),
              ].map(({ day, of }) => (
                <td key={day} className="px-1 py-1 text-right tabular-nums">
                  <Figure
                    of={of}
                    where={`${row.staff.name} ${day === 'overdue' ? '期限切れ' : formatDate(day, 'short')}`}
                    isOpen={open?.staffId === row.staff.id && open.day === day}
                    onOpen={() => onOpen({ staffId: row.staff.id, day })}
                    isOverdue={day === 'overdue'}
                  />
                </td>
              ))}
              <td className="px-2 py-1 text-right font-bold tabular-nums">{row.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const DayHead = ({ day, isToday }: { day: IsoDate; isToday: boolean }) => (
  <>
    <span className="block">{isToday ? '今日' : `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`}</span>
    <span className="block text-xs font-normal">{weekdays[dayOfWeek(day)]}</span>
  </>
)

type FigureProps = {
  of: CentreLoad['rows'][number]['overdue']
  where: string
  isOpen: boolean
  isOverdue: boolean
  onOpen: () => void
}

/** One figure; its explanation says kinds and weight, never whom it is about. */
function Figure({ of, where, isOpen, isOverdue, onOpen }: FigureProps) {
  if (of.count === 0) return <span className="text-soft">0</span>
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-pressed={isOpen}
      title={kindsWord(of)}
      className={`inline-flex min-h-7 min-w-7 items-center justify-end px-1 ${linkClass} ${isOverdue ? 'font-bold' : ''} ${isOpen ? 'bg-accent-soft' : ''}`}
    >
      {of.count}
      <span className="sr-only">
        件 {where} {kindsWord(of)}
      </span>
    </button>
  )
}

function CellTasks({ cell, name }: { cell: Cell; name: string }) {
  const query = useQuery({
    queryKey: ['load', cell.staffId, cell.day],
    queryFn: () => readLoadOf(cell.staffId, cell.day),
  })
  const [panel, setPanel] = useState<{ deed: 'postpone' | 'hand-over'; row: TaskRow } | null>(null)
  const deeds = useDeeds()
  const title = `${name} さんの${cell.day === 'overdue' ? '期限切れ' : `${formatDate(cell.day)}の予定`}`
  return (
    <section aria-label={title} className="mt-6">
      <h2 className="mb-2 text-lg font-bold">{title}</h2>
      <List<TaskRow>
        label={title}
        columns={columns}
        rows={query.data?.rows}
        rowKey={({ id }) => id}
        hrefOf={(row) => (row.person ? `/people/${row.person.id}` : (row.sourceLink ?? '/'))}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKeys={[
          { key: 'p', label: '別の日に移す', run: (row) => setPanel({ deed: 'postpone', row }) },
          { key: 'h', label: '引き継ぎ', run: (row) => setPanel({ deed: 'hand-over', row }) },
        ]}
        empty={<Empty title="この日の予定は、もうありません" />}
      />
      {query.data?.isCut ? (
        <p className="text-sm text-soft">
          多いため、初めの200件だけを表示しています。本人の<AppLink to="/">きょう</AppLink>
          では、すべて見られます。
        </p>
      ) : null}
      {panel?.deed === 'postpone' ? (
        <PostponePanel row={panel.row} deeds={deeds} onClose={() => setPanel(null)} />
      ) : null}
      {panel?.deed === 'hand-over' ? (
        <HandOverPanel row={panel.row} deeds={deeds} onClose={() => setPanel(null)} />
      ) : null}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { hc } from 'hono/client'
import { addDays, dayOfWeek, formatDate, isIsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { apiFetch, callApi } from '../../../ui/http/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import type { routes } from '../routes.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch })
const readDay = (day: string) => callApi(client.api.journal.$get({ query: { day } }))
type Day = Awaited<ReturnType<typeof readDay>>
type Row = Day['rows'][number]

const weekdays = ['日', '月', '火', '水', '木', '金', '土']

const columns: Column<Row>[] = [
  {
    id: 'kind',
    header: '業務',
    width: '10rem',
    cell: ({ kindLabel }) => kindLabel,
  },
  {
    id: 'person',
    header: '対象者',
    cell: ({ person }) =>
      person ? (
        <AppLink to={`/people/${person.id}`}>
          {person.name}
          <span className="ml-2 text-xs">{person.kana}</span>
        </AppLink>
      ) : (
        '個人に関わらないもの、または氏名不明'
      ),
  },
  { id: 'count', header: '数', isRight: true, cell: ({ count, unit }) => `${count}${unit}` },
  { id: 'minutes', header: '時間（分）', isRight: true, cell: ({ minutes }) => minutes ?? '記録なし' },
]

/** 業務日誌: what one did on a day. Every line opens its record. */
export default function JournalPage() {
  const { today } = useClock()
  const { session } = useSession()
  const [word, setDay] = useAddressWord('day', today())
  const day = isIsoDate(word) ? word : today()
  const query = useQuery({ queryKey: ['journal', day], queryFn: () => readDay(day) })
  const move = (days: number) => () => setDay(addDays(day, days))
  useShortcuts([
    { keys: ['Alt+ArrowUp'], label: '前の日', group: 'ページ', run: move(-1) },
    { keys: ['Alt+ArrowDown'], label: '次の日', group: 'ページ', run: move(1) },
  ])
  return (
    <>
      <PrintHead title={`業務日誌　${session.staff.name}`} />
      <PageHead
        title={`業務日誌　${formatDate(day)}（${weekdays[dayOfWeek(day)]}）`}
        lead={`${session.staff.name}の記録`}
        actions={<PrintButton />}
      />
      <div className="mb-3 flex flex-wrap items-end gap-3 print:hidden">
        <Button size="small" shortcut="Alt+↑" onPress={move(-1)}>
          前の日
        </Button>
        <Button size="small" shortcut="Alt+↓" onPress={move(1)}>
          次の日
        </Button>
        <DateField
          name="day"
          label="日付"
          value={day}
          onChange={(next) => next && setDay(next)}
          description={null}
        />
      </div>
      {query.data ? <Totals totals={query.data.totals} /> : null}
      <List<Row>
        label="業務日誌"
        columns={columns}
        rows={query.data?.rows}
        rowKey={({ id }) => id}
        hrefOf={({ sourceLink }) => sourceLink ?? '/journal'}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={
          <Empty title="この日の記録はまだありません">相談などを記録すると、ここに自動で載ります。</Empty>
        }
      />
    </>
  )
}

/** By kind and unit: 件 and 回 never mix; time nobody wrote down is counted as such, not as nothing. */
function Totals({ totals }: { totals: Day['totals'] }) {
  if (totals.length === 0) return null
  return (
    <ul className="mb-3 flex flex-wrap gap-x-6">
      {totals.map((one) => (
        <li key={`${one.kind} ${one.unit}`} className="tabular-nums">
          {one.kindLabel} <b>{one.count.toLocaleString('ja-JP')}</b>
          {one.unit}　<b>{one.minutes.toLocaleString('ja-JP')}</b>分
          {one.minutesNotRecorded > 0 ? `（ほかに時間の記録なし ${one.minutesNotRecorded}件）` : ''}
        </li>
      ))}
    </ul>
  )
}

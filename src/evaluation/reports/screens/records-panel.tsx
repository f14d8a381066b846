import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { useKeyset } from '../../../ui/list/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { type Of, type Place, recordsPage, reportKey, type Section } from './api.ts'

type RecordsPanelProps = {
  place: Place
  sections: readonly Section[]
  of: Of
  section: string
  row: string
  onClose: () => void
}

/** The pieces of work behind a figure, beside the table. */
export function RecordsPanel({ place, sections, of, section, row, onClose }: RecordsPanelProps) {
  const found = sections.find(({ id }) => id === section)
  const label = found?.rows.find(({ key }) => key === row)?.label ?? ''
  const { rows, total, error, onRetry, more } = useKeyset(
    [...reportKey(place), 'records', String(of), section, row],
    async (cursor) => {
      const page = await recordsPage(place, section, row, of, cursor)
      return { items: page.rows, nextCursor: page.nextCursor, total: page.total }
    },
  )
  return (
    <Panel title={`${found?.title ?? ''} ${label}`} onClose={onClose}>
      <p className="mb-2 text-sm text-soft">
        {of === 'present' ? '現在値' : `確定値（第${of}版）`}の元の記録
        {total === undefined ? '' : `　全${total.toLocaleString('ja-JP')}件`}。開いたことは記録されます。
      </p>
      {error ? <Failure error={error} onRetry={onRetry} /> : null}
      {rows?.length === 0 ? <Empty title="この数に当たる記録はありません" /> : null}
      {rows ? (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {rows.map((one) => (
            <li key={one.journalId} className="py-1.5">
              <span className="flex justify-between gap-2">
                <span>
                  {formatDate(one.day, 'short')}　{one.kindLabel}
                </span>
                <span className="whitespace-nowrap">
                  {one.minutes === null ? '時間の記録なし' : `${one.minutes}分`}
                </span>
              </span>
              <span className="flex justify-between gap-2">
                {one.person ? (
                  <AppLink to={`/people/${one.person.id}`}>{one.person.name}</AppLink>
                ) : (
                  <span className="text-soft">{one.personWords}</span>
                )}
                {one.link ? <AppLink to={one.link}>記録を開く</AppLink> : null}
              </span>
              <span className="text-xs text-soft">
                {one.worker}
                {one.centre ? `（${one.centre}）` : ''}
              </span>
            </li>
          ))}
        </ul>
      ) : error ? null : (
        <Loading />
      )}
      {more.hasMore ? (
        <div className="py-2">
          <Button size="small" onPress={() => more.isLoading || more.load()}>
            {more.isLoading ? '読み込んでいます…' : '次の50件'}
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}

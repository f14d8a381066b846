import { useInfiniteQuery } from '@tanstack/react-query'
import { hc } from 'hono/client'
import { formatDate, type IsoDate, isIsoDate } from '../../../platform/calendar/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { SelectField } from '../../../ui/form/index.ts'
import { apiFetch, callApi } from '../../../ui/http/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { List } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Status } from '../../../ui/status/index.ts'
import type { routes } from '../routes.ts'
import type { Change, ChangesBody } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api
const registers: { value: ChangesBody['register']; label: string }[] = [
  { value: 'insurer', label: '保険者' },
  { value: 'member_municipality', label: '構成市町村' },
  { value: 'organisation', label: '法人・事業所' },
  { value: 'centre', label: 'センター' },
  { value: 'daily_life_area', label: '圏域' },
  { value: 'town', label: '町' },
  { value: 'area_town', label: '町の圏域' },
  { value: 'centre_area', label: '圏域の担当センター' },
  { value: 'staff', label: '職員' },
  { value: 'post', label: '職' },
]

/** /register-changes: who changed what in a register, and when. */
export default function ChangesPage() {
  const [of, setOf] = useAddressWord('of', 'centre')
  const register = registers.find(({ value }) => value === of)?.value ?? 'centre'
  const query = useInfiniteQuery({
    queryKey: ['register-changes', register],
    queryFn: ({ pageParam }) =>
      callApi(client['register-changes'].$post({ json: { register, before: pageParam, limit: 100 } })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
  })
  const rows = query.data?.pages.flatMap(({ items }) => items)
  return (
    <>
      <PrintHead title="台帳の変更の記録" />
      <PageHead
        title="台帳の変更の記録"
        lead="登録のあとに直されたことを、新しい順に出します。初めの登録は、監査の記録にあります。"
        actions={<PrintButton />}
      />
      <div className="mb-3 max-w-xs print:hidden">
        <SelectField
          name="of"
          label="台帳"
          value={register}
          onChange={setOf}
          options={registers}
          isComplete
        />
      </div>
      <List<Change>
        label="変更の記録"
        rows={rows}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ at, title, fields }) => `${at} ${title} ${fields.map(({ after }) => after).join()}`}
        empty={<Empty title="変更の記録はありません">登録してから、まだ何も直されていません。</Empty>}
        more={{
          hasMore: query.hasNextPage,
          isLoading: query.isFetchingNextPage,
          load: () => void query.fetchNextPage(),
          size: 100,
        }}
        columns={[
          {
            id: 'at',
            header: 'いつ',
            width: '9rem',
            cell: ({ at }) => `${formatDate(dayInJapan(at), 'short')} ${timeInJapan(at)}`,
          },
          { id: 'who', header: 'だれが', cell: ({ staffName }) => staffName ?? '運用のコマンド' },
          { id: 'title', header: '何を', cell: ({ title }) => title || '―' },
          { id: 'fields', header: 'どう変えたか', cell: (change) => <Fields change={change} /> },
        ]}
      />
    </>
  )
}

const written = (value: string | null) =>
  value === null ? '（なし）' : isIsoDate(value) ? formatDate(value as IsoDate, 'short') : value

function Fields({ change }: { change: Change }) {
  if (change.operation === 'delete') return <Status tone="neutral">取り除いた</Status>
  return (
    <ul>
      {change.fields.map(({ label, before, after }) => (
        <li key={label}>
          {label}: {written(before)} → {written(after)}
        </li>
      ))}
    </ul>
  )
}

import { useQuery } from '@tanstack/react-query'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { callPath } from '../../../ui/http/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { ValueView } from '../../../ui/value-view/index.ts'
import { labelsOf, valueWord } from '../../settings/codes.ts'
import type { Setting, SettingList } from '../../settings/schema.ts'

const head = 'border-b border-edge px-3 py-1 text-left'
const cell = 'border-b border-line px-3 py-1 align-top'

/** わがまちの数値: what the municipality decided for itself; changed on the page of settings. */
export function OwnValues() {
  const query = useQuery({
    queryKey: ['settings'],
    queryFn: () => callPath<SettingList>('GET', '/api/settings'),
  })
  return (
    <section className="mt-8" aria-label="わがまちの数値">
      <h2 className="mb-1 text-lg font-bold">わがまちの数値</h2>
      <p className="mb-2 text-sm text-soft">
        条例や要綱で市町村が決める値です。<AppLink to="/settings">保険者の設定</AppLink>
        で、提案し、承認します。
      </p>
      {query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading /> : null}
      {query.data ? <Table items={query.data.items} /> : null}
    </section>
  )
}

function Table({ items }: { items: readonly Setting[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <caption className="sr-only">わがまちの数値</caption>
      <thead className="bg-shade">
        <tr>
          <th scope="col" className={`${head} w-[32%]`}>
            設定
          </th>
          <th scope="col" className={`${head} w-[22%]`}>
            今日の値
          </th>
          <th scope="col" className={`${head} w-[9%]`}>
            いつから
          </th>
          <th scope="col" className={`${head} w-[15%]`}>
            だれの値か
          </th>
          <th scope="col" className={head}>
            根拠
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((setting) => (
          <Line key={setting.key} setting={setting} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ setting }: { setting: Setting }) {
  const { today } = useClock()
  const { title, group, initial, dated, pending } = setting
  const now = dated.findLast(({ from }) => from <= today())
  const isUnread = initial.confidence === 'recalled' || initial.confidence === 'unverified'
  return (
    <tr>
      <td className={cell}>
        {title}
        <span className="block text-xs text-soft">{group}</span>
      </td>
      <td className={cell}>
        {setting.input.kind === 'structure' ? (
          <ValueView value={setting.today} labels={labelsOf(setting)} label={title} />
        ) : (
          valueWord(setting, setting.today)
        )}
      </td>
      <td className={cell}>{now ? formatDate(now.from as IsoDate, 'short') : '―'}</td>
      <td className={cell}>
        <span className="inline-flex flex-wrap gap-1">
          {now ? <Status tone="good">市町村の定め</Status> : <Status tone="neutral">初期値</Status>}
          {!now && isUnread ? <Status tone="caution">出典未確認</Status> : null}
          {pending.length > 0 ? <Status tone="caution">承認待ち</Status> : null}
        </span>
      </td>
      <td className={cell}>{now ? now.source : initial.source}</td>
    </tr>
  )
}

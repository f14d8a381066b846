import { useQuery } from '@tanstack/react-query'
import { formatDate, type IsoDate, isIsoDate } from '../../../platform/calendar/index.ts'
import { SingleCheck } from '../../../ui/choice/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { Notice, Status } from '../../../ui/status/index.ts'
import type { AsOnField, AsOnSection, PersonAsOn } from '../as-on/schema.ts'
import { fetchAsOn } from './api-life.ts'

const when = (instant: string) => `${formatDate(dayInJapan(instant), 'short')} ${timeInJapan(instant)}`

/** ある日の姿: the day stands in the address; what differs from today carries a sign, a word, and who changed it. */
export function AsOn({ personId, today }: { personId: string; today: string }) {
  const [day, setDay] = useAddressWord('on', '')
  const on = isIsoDate(day) ? day : null
  const query = useQuery({
    queryKey: ['person', personId, 'as-on', on],
    queryFn: () => fetchAsOn(personId, on ?? ''),
    enabled: on !== null,
  })
  return (
    <>
      <DateField
        name="on"
        label="見たい日"
        description="その日の終わりの記録を出します。例: R8.10.1　令和8年10月1日"
        value={on}
        onChange={(value: IsoDate | null) => setDay(value ?? '')}
        limits={{ notAfter: today as IsoDate }}
      />
      {on === null ? <Empty title="日付を入れると、その日の姿が出ます" /> : null}
      {query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {on !== null && query.isPending ? <Loading /> : null}
      {query.data && on !== null ? <Picture seen={query.data} /> : null}
    </>
  )
}

function Picture({ seen }: { seen: PersonAsOn }) {
  const [only, setOnly] = useAddressWord('only', '')
  if (!seen.isRegistered) {
    return (
      <Notice tone="info" title={`${formatDate(seen.on as IsoDate)}には、まだ登録がありません`}>
        この方の記録は{formatDate(dayInJapan(seen.createdAt))}に作られました。
      </Notice>
    )
  }
  const changed = seen.sections.flatMap(({ rows }) => rows).filter(({ state }) => state !== 'same').length
  return (
    <div className="mt-4">
      <p role="status" className="mb-3">
        <span className="font-bold">{formatDate(seen.on as IsoDate)}の終わりの記録です。</span>
        {changed === 0 ? '今日との違いはありません。' : `今日と違う記録が${changed}件あります。`}
      </p>
      <SingleCheck
        label="今日と違うところだけを出す"
        isSelected={only !== ''}
        onChange={(is) => setOnly(is ? '1' : '')}
      />
      {seen.sections
        .filter(({ rows, addedLater }) => rows.length > 0 || addedLater > 0)
        .map((section) => (
          <Section key={section.table} section={section} isOnly={only !== ''} />
        ))}
    </div>
  )
}

function Section({ section, isOnly }: { section: AsOnSection; isOnly: boolean }) {
  const rows = section.rows.filter(({ state }) => !isOnly || state !== 'same')
  if (isOnly && rows.length === 0) return null
  return (
    <section aria-label={section.title} className="mb-6">
      <h2 className="border-b-2 border-line pb-1 text-lg font-bold">
        {section.title}
        <span className="ml-3 text-sm font-normal text-soft">
          {section.rows.length}件
          {section.addedLater > 0
            ? `（この日より後に加わったもの ${section.addedLater}件は出していません）`
            : ''}
        </span>
      </h2>
      {rows.map((row) => (
        <div key={row.id} data-keep-together="" className="mt-3">
          <p className="flex flex-wrap items-center gap-2 font-bold">
            {row.title}
            {row.state === 'gone' ? <Status tone="caution">今はありません</Status> : null}
            {row.state === 'changed' ? <Status tone="info">今日と違います</Status> : null}
          </p>
          <Fields
            title={row.title}
            fields={isOnly ? row.fields.filter(({ differs }) => differs) : row.fields}
          />
        </div>
      ))}
    </section>
  )
}

/** Fields that are empty then and now say nothing and are left out. */
function Fields({ title, fields }: { title: string; fields: AsOnField[] }) {
  const shown = fields.filter(({ stood, now }) => stood !== '' || (now !== null && now !== ''))
  return (
    <table className="mt-1 w-full max-w-5xl table-fixed border-collapse text-sm">
      <caption className="sr-only">{title}</caption>
      <thead className="bg-shade">
        <tr>
          <th scope="col" className="w-36 px-2 py-0.5 text-left">
            項目
          </th>
          <th scope="col" className="px-2 py-0.5 text-left">
            その日
          </th>
          <th scope="col" className="px-2 py-0.5 text-left">
            今日
          </th>
          <th scope="col" className="w-56 px-2 py-0.5 text-left">
            変えた人と日時
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((field) => (
          <tr key={field.column} className="border-b border-line align-top">
            <th scope="row" className="px-2 py-0.5 text-left font-normal text-soft">
              {field.label}
            </th>
            <td className="px-2 py-0.5 wrap-anywhere">{field.stood || '（空欄）'}</td>
            <td className="px-2 py-0.5 wrap-anywhere">
              {field.differs ? <Changed field={field} /> : <span className="text-soft">同じ</span>}
            </td>
            <td className="px-2 py-0.5 text-soft">
              {field.changedAt
                ? `${when(field.changedAt)} ${field.changedByName ?? 'システム（取り込みなど）'}`
                : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Changed = ({ field }: { field: AsOnField }) => (
  <span>
    <span aria-hidden="true" className="mr-1 font-bold text-accent">
      →
    </span>
    <span className="sr-only">変わりました: </span>
    {field.now === null ? '（なくなりました）' : field.now || '（空欄になりました）'}
  </span>
)

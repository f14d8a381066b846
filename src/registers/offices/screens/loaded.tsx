import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { Holdings } from '../schema.ts'

type Holding = Holdings['prefectures'][number]

/** What the list does not hold, said before anybody takes its absence for "there is none". */
export function Loaded({ prefectures }: { prefectures: readonly Holding[] }) {
  return (
    <section aria-labelledby="loaded-heading" className="mt-6 rounded-lg border border-line p-4 text-sm">
      <h2 id="loaded-heading" className="font-bold">
        この一覧に入っているもの、入っていないもの
      </h2>
      <dl className="mt-2 grid gap-x-6 gap-y-3 lg:grid-cols-2">
        {prefectures.map((one) => (
          <Prefecture key={one.prefectureCode} holding={one} />
        ))}
      </dl>
      <p className="mt-2 text-soft">
        地域包括支援センター、総合事業のサービス、通いの場は、公表元のこのファイルにはありません。
      </p>
    </section>
  )
}

function Prefecture({
  holding: { prefectureName, prefectureCode, services, missing },
}: {
  holding: Holding
}) {
  return (
    <div>
      <dt className="font-bold">
        {prefectureName ?? prefectureCode}: {services.length}サービス
        <span className="ml-2 font-normal text-soft">{dayWords(services)}</span>
      </dt>
      <dd>
        {missing.length === 0
          ? '公表されているすべてのサービスが入っています。'
          : `次の${missing.length}サービスは、この一覧には入っていません: ${missing
              .map(({ code, label }) => `${label}（${code}）`)
              .join('、')}`}
      </dd>
    </div>
  )
}

/** 「R8.11.22 に読み込み（ファイルに作成日の記載なし）」 */
function dayWords(services: Holding['services']): string {
  const [first] = services.map(({ asOf }) => asOf).toSorted()
  const last = services
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1)
  if (!first || !last) return ''
  const days = [...new Set([first, last])].map((day) => formatDate(day as IsoDate, 'short')).join('～')
  const isDated = services.every(({ datedBy }) => datedBy === 'file-name')
  return isDated ? `${days} 作成のファイル` : `${days} に読み込み（ファイルに作成日の記載なし）`
}

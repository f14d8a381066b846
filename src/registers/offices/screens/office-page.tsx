import { useQuery } from '@tanstack/react-query'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { usePathParam } from '../../../ui/link/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { Office, OfficeService } from '../schema.ts'
import { officeQuery } from './api.ts'
import { DifferenceCard } from './difference-card.tsx'
import { Sources } from './sources.tsx'

/** /offices/$id: one office, its services as each file writes them. */
export default function OfficePage() {
  const office = useQuery(officeQuery(usePathParam('id')))
  useCrumb(office.data?.names[0] ?? null)
  if (office.error) return <Failure error={office.error} onRetry={() => void office.refetch()} />
  if (!office.data) return <Loading />
  return <Sheet office={office.data} />
}

function Sheet({ office }: { office: Office }) {
  const { names, officeNumber, prefectureName, municipalityName, services } = office
  return (
    <>
      <PrintHead title="介護事業所" />
      <PageHead
        title={names.join(' ／ ') || officeNumber}
        lead={`事業所番号 ${officeNumber}・${prefectureName}${municipalityName}`}
        actions={<PrintButton />}
      />
      <div className="flex flex-col gap-6">
        <Remarks office={office} />
        {services.length > 0 ? <Services services={services} /> : null}
        {office.difference ? (
          <DifferenceCard difference={office.difference} heading="名称・住所のちがい" officeId={office.id} />
        ) : null}
        <NotLoaded office={office} />
      </div>
      <Sources lines={office.attribution} />
    </>
  )
}

function Remarks({ office: { services, hasRightNumber } }: { office: Office }) {
  return (
    <>
      {services.length === 0 ? (
        <Notice tone="caution" title="今読み込まれているファイルには載っていません">
          廃止されたか、載っているサービスのファイルがまだ読み込まれていません。
        </Notice>
      ) : null}
      {hasRightNumber ? null : (
        <Notice tone="info" title="事業所番号の検査数字が合いません">
          公表データにもある誤りです。番号を使うときは、指定の通知書と照らし合わせてください。
        </Notice>
      )}
    </>
  )
}

/** Rows that every service may write differently, in the order of the file. */
const rows: readonly (readonly [string, (service: OfficeService) => string | null])[] = [
  ['事業所名', ({ name }) => name],
  ['カナ', ({ kana }) => kana],
  ['住所', ({ address }) => address],
  ['方書', ({ building }) => building],
  ['電話', ({ phone }) => phone],
  ['FAX', ({ fax }) => fax],
  ['法人', ({ corporateName }) => corporateName],
  ['法人番号', ({ corporateNumber }) => corporateNumber],
  ['利用できる曜日', ({ days }) => days.join('、') || null],
  ['曜日の特記', ({ daysNote }) => daysNote],
  ['定員（人）', ({ capacity }) => (capacity === null ? '当てはまらない' : capacity.toLocaleString('ja-JP'))],
  ['共生型', ({ integrated }) => integrated],
  ['備考', ({ note }) => note],
  ['URL', ({ url }) => url],
  ['位置', ({ latitude, longitude }) => (latitude === null ? null : `${latitude}, ${longitude}`)],
]

function Services({ services }: { services: OfficeService[] }) {
  return (
    <section aria-labelledby="services-heading">
      <h2 id="services-heading" className="mb-2 text-lg font-bold">
        サービス（{services.length}）
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section aria-label="サービスごとの記載" tabIndex={0} className="overflow-x-auto">
        <table className="border-collapse text-sm">
          <caption className="sr-only">サービスごとの記載。ファイルの書くとおりです。</caption>
          <thead className="bg-shade text-left">
            <tr>
              <th scope="col" className="border-b border-edge px-3 py-1">
                項目
              </th>
              {services.map((one) => (
                <th
                  key={`${one.code} ${one.sourceRow}`}
                  scope="col"
                  className="min-w-52 border-b border-edge px-3 py-1"
                >
                  {one.label}
                  <span className="block text-xs font-normal text-soft">
                    {one.fileName} {one.sourceRow}行目・{dayOf(one)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([heading, read]) => (
              <tr key={heading} className="border-b border-line align-top">
                <th scope="row" className="px-3 py-1 text-left font-normal whitespace-nowrap text-soft">
                  {heading}
                </th>
                {services.map((one) => (
                  <td key={`${one.code} ${one.sourceRow}`} className="max-w-80 px-3 py-1 break-words">
                    {read(one) ?? <span className="text-soft">記載なし</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

const dayOf = ({ asOf, datedBy }: OfficeService): string =>
  `${formatDate(asOf as IsoDate, 'short')} ${datedBy === 'file-name' ? '作成' : 'に読み込み'}`

function NotLoaded({ office: { notLoaded, prefectureName } }: { office: Office }) {
  if (notLoaded.length === 0) return null
  return (
    <p className="text-sm">
      {prefectureName}
      の次のサービスのファイルは読み込まれていません。この事業所が行っているかどうかは、ここでは分かりません:{' '}
      {notLoaded.map(({ label }) => label).join('、')}
    </p>
  )
}

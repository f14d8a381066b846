import { useQuery } from '@tanstack/react-query'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { SelectField } from '../../../ui/form/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { PrintHead } from '../../../ui/print/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import type { Release } from '../schema.ts'
import { releasesQuery, townsQuery, trendQuery } from './api.ts'
import { Areas } from './areas.tsx'
import { Exports } from './exports.tsx'
import { Lead } from './lead.tsx'
import { TownTable } from './town-table.tsx'
import { Trend } from './trend.tsx'
import { municipalityName } from './words.ts'

/** /statistics/towns: population by town of a municipality on a day of survey. */
export default function TownsPage() {
  const releases = useQuery(releasesQuery)
  const [wantedCode, setCode] = useAddressWord('city', '')
  const [wantedDay, setDay] = useAddressWord('day', '')
  const items = releases.data?.items ?? []
  const code =
    items.find((one) => one.municipalityCode === wantedCode)?.municipalityCode ?? items[0]?.municipalityCode
  const days = daysOf(items, code)
  const day = days.find((one) => one === wantedDay) ?? days[0]
  const isReady = code !== undefined && day !== undefined
  return (
    <>
      <PrintHead title="町別の人口" />
      <PageHead title="町別の人口" actions={isReady ? <Exports code={code} day={day} /> : null} />
      {releases.error ? <Failure error={releases.error} onRetry={() => void releases.refetch()} /> : null}
      {releases.isLoading ? <Loading /> : null}
      {releases.data && !isReady ? <Nothing /> : null}
      {isReady ? (
        <>
          <Choice
            codes={[...new Set(items.map((one) => one.municipalityCode))]}
            code={code}
            days={days}
            day={day}
            onCode={setCode}
            onDay={setDay}
          />
          <Figures code={code} day={day} />
        </>
      ) : null}
    </>
  )
}

/** Days of survey, the newest first; a day may have come in several files. */
const daysOf = (items: readonly Release[], code: string | undefined): string[] =>
  [...new Set(items.filter((one) => one.municipalityCode === code).map(({ asOf }) => asOf))]
    .toSorted()
    .toReversed()

type ChoiceProps = {
  codes: string[]
  code: string
  days: string[]
  day: string
  onCode: (code: string) => void
  onDay: (day: string) => void
}

function Choice({ codes, code, days, day, onCode, onDay }: ChoiceProps) {
  return (
    <div className="mb-4 flex flex-wrap gap-x-6 gap-y-2 print:hidden">
      <SelectField
        name="city"
        label="市区町村"
        value={code}
        onChange={onCode}
        options={codes.map((value) => ({ value, label: municipalityName(value) }))}
        isComplete
      />
      <SelectField
        name="day"
        label="調査日"
        value={day}
        onChange={onDay}
        options={days.map((value) => ({ value, label: formatDate(value as IsoDate) }))}
        isComplete
      />
    </div>
  )
}

function Figures({ code, day }: { code: string; day: string }) {
  const towns = useQuery(townsQuery(code, day))
  const trend = useQuery(trendQuery(code))
  const name = municipalityName(code)
  const failed = towns.error ?? trend.error
  if (failed)
    return <Failure error={failed} onRetry={() => void Promise.all([towns.refetch(), trend.refetch()])} />
  if (!towns.data || !trend.data) return <Loading />
  return (
    <div className="flex flex-col gap-8">
      <Lead name={name} data={towns.data} trend={trend.data} />
      {trend.data.items.length > 1 ? <Trend name={name} data={trend.data} asOf={day} /> : null}
      <Areas code={code} day={day} />
      <TownTable data={towns.data} />
    </div>
  )
}

function Nothing() {
  const may = useAbilities()
  return (
    <Empty title="町別の人口は、まだ読み込まれていません">
      {may('import.statistics') ? (
        <>
          市が公開する「地域・年齢別人口」の CSV か Excel を、
          <AppLink to="/imports?kind=population-by-town">ファイルの読み込み</AppLink>から読み込んでください。
        </>
      ) : (
        '市の担当者か管理者が「ファイルの読み込み」から読み込むと、ここに出ます。'
      )}
    </Empty>
  )
}

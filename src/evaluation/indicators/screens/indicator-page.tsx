import { useQuery } from '@tanstack/react-query'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord, usePathParam } from '../../../ui/link/index.ts'
import { PrintHead } from '../../../ui/print/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/page.tsx'
import type { PlaceList } from '../places/schema.ts'
import type { IndicatorList } from '../schema.ts'
import { type At, type Level, listQuery, placesQuery } from './api.ts'
import { ChoiceBar } from './choice-bar.tsx'
import { IndicatorBody } from './indicator-body.tsx'
import { levelsOf, ownPlace, useCompared } from './where.ts'

/** 指標の値: one indicator of one place, how it differs, whether that is more than chance, and where it comes from. */
export default function IndicatorPage() {
  const id = usePathParam('id')
  const list = useQuery(listQuery)
  const places = useQuery(placesQuery)
  const failed = list.error ?? places.error
  if (failed)
    return <Failure error={failed} onRetry={() => void Promise.all([list.refetch(), places.refetch()])} />
  if (!list.data || !places.data) return <Loading />
  const listed = list.data.items.find((one) => one.id === id)
  if (!listed) {
    return (
      <Empty title="この指標はありません">
        <AppLink to="/indicators">指標の一覧</AppLink>から選んでください。
      </Empty>
    )
  }
  return <Indicator key={id} listed={listed} places={places.data} />
}

type IndicatorProps = { listed: IndicatorList['items'][number]; places: PlaceList }

function Indicator({ listed, places }: IndicatorProps) {
  useCrumb(listed.title)
  const levels = levelsOf(listed)
  const [levelWord, setLevel] = useAddressWord('level', '')
  const level = levels.find((one) => one === levelWord) ?? levels[0]
  const [seriesWord, setSeries] = useAddressWord('series', '')
  const [placeWord, setPlace] = useAddressWord('place', '')
  const [periodWord, setPeriod] = useAddressWord('period', '')
  const [compared, setCompared] = useCompared(level ?? 'insurer')
  if (level === undefined) {
    return (
      <>
        <PageHead title={listed.title} />
        <Empty title="元の統計がまだ取り込まれていません">
          この指標は「{listed.source}」から作ります。取り込むと、ここに値が出ます。
        </Empty>
      </>
    )
  }
  const stored = listed.available.filter((one) => one.level === level)
  const here = stored.find(({ series }) => series === seriesWord) ?? stored[0]!
  const period = here.periods.find(({ periodTo }) => periodTo === periodWord) ?? here.periods[0]!
  const at: At = { level, series: here.series, periodTo: period.periodTo }
  const code = placeWord !== '' ? placeWord : ownPlace(places, level)
  return (
    <>
      <PrintHead title={listed.title} />
      <ChoiceBar
        listed={listed}
        places={places}
        levels={levels}
        at={at}
        code={code}
        compared={compared}
        onLevel={(next) => setLevel(next === levels[0] ? '' : next)}
        onSeries={setSeries}
        onPlace={setPlace}
        onPeriod={(next) => setPeriod(next === here.periods[0]!.periodTo ? '' : next)}
        onCompared={(next) => setCompared(next === 'similar' ? '' : next)}
      />
      <IndicatorBody listed={listed} places={places} at={at} code={code} compared={compared} />
    </>
  )
}

export type { Level }

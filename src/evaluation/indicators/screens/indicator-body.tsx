import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { WithContext } from '../../../ui/shell/page.tsx'
import { Tabs } from '../../../ui/tabs/index.ts'
import type { PlaceList } from '../places/schema.ts'
import type { IndicatorList } from '../schema.ts'
import { type At, readingQuery, similarQuery, valuesQuery } from './api.ts'
import { CompareTab } from './compare-tab.tsx'
import { CountsTab } from './counts-tab.tsx'
import { DefinitionPanel } from './definition-panel.tsx'
import { DistributionTab } from './distribution-tab.tsx'
import { Lead } from './lead.tsx'
import { MapTab } from './map-tab.tsx'
import { RankingTab } from './ranking-tab.tsx'
import { SeriesTab } from './series-tab.tsx'
import { type ShownOnPage, shownOf } from './shown.ts'
import type { Compared } from './where.ts'

type BodyProps = {
  listed: IndicatorList['items'][number]
  places: PlaceList
  at: At
  code: string | null
  compared: Compared
}

export function IndicatorBody({ listed, places, at, code, compared }: BodyProps) {
  const periods = listed.available.find(({ level, series }) => level === at.level && series === at.series)
  // towns are looked for on the map; a line needs two points, so until the second year comes in the spread is shown first
  const first = code === null ? 'map' : (periods?.periods.length ?? 0) > 1 ? 'series' : 'spread'
  const [tab, setTab] = useAddressWord('tab', first)
  const values = useQuery(valuesQuery(listed.id, at))
  const isThere = values.data?.items.some((one) => one.code === code) ?? false
  const reading = useQuery({ ...readingQuery(listed.id, at, code ?? ''), enabled: isThere })
  const similar = useQuery({
    ...similarQuery(listed.id, code ?? ''),
    enabled: isThere && at.level === 'insurer',
  })
  const shown = useMemo(
    () =>
      values.data
        ? shownOf(values.data, reading.data, { code, compared, similar: similar.data?.items ?? [] })
        : null,
    [values.data, reading.data, similar.data, code, compared],
  )
  const failed = values.error ?? reading.error
  if (failed)
    return <Failure error={failed} onRetry={() => void Promise.all([values.refetch(), reading.refetch()])} />
  if (!values.data || !shown) return <Loading />
  const page: ShownOnPage = { ...shown, values: values.data, places, at }
  const isCounted = ['要介護認定', '第1号被保険者', '人口と世帯', '認定者の内訳'].includes(listed.group)
  return (
    <WithContext
      label="この数の決まり"
      context={
        <DefinitionPanel
          definition={values.data.definition}
          attribution={values.data.attribution}
          notes={values.data.notes}
        />
      }
    >
      <Lead page={page} reading={reading.data} isThere={isThere} />
      <div className="mt-6">
        <Tabs
          label="見方"
          selected={tab}
          onChange={setTab}
          tabs={[
            { id: 'series', label: '推移', content: <SeriesTab page={page} /> },
            { id: 'spread', label: '分布', content: <DistributionTab page={page} /> },
            {
              id: 'compare',
              label: '比較',
              content: <CompareTab page={page} reading={reading.data} similar={similar.data} />,
            },
            { id: 'rank', label: '順位', content: <RankingTab page={page} /> },
            { id: 'map', label: '地図', content: <MapTab page={page} /> },
            ...(isCounted && at.level !== 'town'
              ? [{ id: 'counts', label: '数え方のちがい', content: <CountsTab page={page} /> }]
              : []),
          ]}
        />
      </div>
    </WithContext>
  )
}

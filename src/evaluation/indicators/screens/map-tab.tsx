import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { BoundaryTopology } from '../../../registers/municipalities/schema.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { SelectField } from '../../../ui/form/index.ts'
import { callPath, Problem } from '../../../ui/http/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { ChoroplethMap } from '../../../ui/map/index.ts'
import { areaMap, townMap } from '../pictures/map-values.ts'
import { valuesQuery } from './api.ts'
import { asOfWords } from './figure-words.ts'
import type { ShownOnPage } from './shown.ts'

const EXTENTS = {
  prefecture: '同じ都道府県の市区町村',
  japan: '全国の市区町村',
  prefectures: '都道府県',
} as const
type Extent = keyof typeof EXTENTS

const boundariesQuery = (level: 'municipality' | 'prefecture', prefecture: string | null) => ({
  queryKey: ['boundaries', level, prefecture],
  queryFn: () =>
    callPath<BoundaryTopology>(
      'GET',
      `/api/boundaries/topology?level=${level}${prefecture ? `&prefecture=${prefecture}` : ''}`,
    ),
  staleTime: Number.POSITIVE_INFINITY,
})

/** 地図: the figures where they are. Towns are points, since nobody publishes their boundaries with them. */
export function MapTab({ page }: { page: ShownOnPage }) {
  return page.level === 'town' ? <TownMap page={page} /> : <AreaMap page={page} />
}

function TownMap({ page }: { page: ShownOnPage }) {
  const { definition, values, roles } = page
  const data = useMemo(() => townMap({ ...page, own: roles.own }), [page, roles.own])
  return (
    <ChoroplethMap
      title={`${definition.title}の町ごとの地図`}
      data={data}
      notes={[
        ...values.attribution,
        `${asOfWords(values)}（${values.release}）。点は町の代表点で、境界ではありません。`,
      ]}
    />
  )
}

function AreaMap({ page }: { page: ShownOnPage }) {
  const { definition, values, places, at, ours, roles } = page
  const [word, setWord] = useAddressWord('extent', ours?.prefectureCode ? 'prefecture' : 'japan')
  const hasPrefectures = definition.levels.includes('prefecture')
  const extents = (Object.keys(EXTENTS) as Extent[]).filter(
    (one) =>
      (one !== 'prefecture' || ours?.prefectureCode) &&
      (one !== 'prefectures' || (hasPrefectures && at.level !== 'municipality')),
  )
  const extent = extents.find((one) => one === word) ?? 'japan'
  const ofPrefectures = useQuery({
    ...valuesQuery(definition.id, { level: 'prefecture', series: 'japan', periodTo: at.periodTo }),
    enabled: extent === 'prefectures',
  })
  const boundaries = useQuery(
    boundariesQuery(
      extent === 'prefectures' ? 'prefecture' : 'municipality',
      extent === 'prefecture' ? (ours?.prefectureCode ?? null) : null,
    ),
  )
  const shown = extent === 'prefectures' ? ofPrefectures.data : values
  const data = useMemo(() => {
    if (!boundaries.data || !shown) return null
    const own = extent === 'prefectures' ? (ours?.prefectureCode ?? '') : roles.own
    const items =
      extent === 'prefecture'
        ? shown.items.filter(({ prefectureCode }) => prefectureCode === ours?.prefectureCode)
        : shown.items
    return areaMap({ definition, level: shown.level, items, own }, places, boundaries.data)
  }, [boundaries.data, shown, extent, ours, roles.own, definition, places])
  return (
    <div className="flex flex-col gap-4">
      <div className="print:hidden">
        <SelectField
          name="extent"
          label="地図の範囲"
          value={extent}
          onChange={setWord}
          options={extents.map((value) => ({ value, label: EXTENTS[value] }))}
          isComplete
        />
      </div>
      <MapOr error={boundaries.error ?? ofPrefectures.error} retry={() => void boundaries.refetch()}>
        {data && boundaries.data ? (
          <ChoroplethMap
            title={`${definition.title}の地図（${EXTENTS[extent]}）`}
            data={data}
            notes={[
              ...values.attribution,
              ...boundaries.data.attribution,
              `値は${asOfWords(values)}（${values.release}）、境界は${formatDate(boundaries.data.asOf as IsoDate)}のものです。広域連合などの市区町村には、その保険者の一つの値を塗っています。`,
            ]}
          />
        ) : (
          <Loading label="境界を読んでいます…" />
        )}
      </MapOr>
    </div>
  )
}

function MapOr({
  error,
  retry,
  children,
}: {
  error: Error | null
  retry: () => void
  children: React.ReactNode
}) {
  if (error instanceof Problem && error.status === 404) {
    return (
      <Empty title="この範囲の境界は、まだ読み込まれていません">
        国土数値情報の行政区域（boundaries）を読み込むと、地図が出ます。値は「順位」で見られます。
      </Empty>
    )
  }
  return error ? <Failure error={error} onRetry={retry} /> : children
}

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Button } from '../button/index.ts'
import { Empty, Failure, Loading } from '../empty/index.ts'
import { apiFetch } from '../http/index.ts'
import { type AreaValue, ChoroplethMap, type MapData, type MapPlace, type MapShapes } from '../map/index.ts'
import { shapedAreas } from '../map/map-data.ts'
import { Part } from './part.tsx'

const invented = '数は架空です（地域のコードから機械的に作りました）。'
const grid = gridOfAreas()

/** Invented districts with every state, then the real boundaries when they were imported. */
export function MapGallery() {
  return (
    <Part title="地図">
      <ChoroplethMap title="見本の地区の割合" data={districts} notes={[invented]} level={3} height={320} />
      <ChoroplethMap title="見本の町の割合と人口" data={towns} notes={[invented]} level={3} height={320} />
      <Real title="香川県の見本" query="level=municipality&prefecture=370002" own="372013" />
      <Real title="全国の見本" query="level=municipality" own="372013" />
    </Part>
  )
}

/** Four by three squares, invented: 見本1区 … */
function gridOfAreas(): MapShapes {
  const size = 0.05
  const square = (x: number, y: number) => {
    const [west, south] = [135 + x * size, 35 + y * size]
    const corners = [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
    ]
    return [[...corners, corners[0]!]]
  }
  return {
    type: 'FeatureCollection',
    features: Array.from({ length: 12 }, (_, at) => ({
      type: 'Feature' as const,
      properties: { code: `見本${at + 1}`, name: `見本${at + 1}区` },
      geometry: { type: 'Polygon' as const, coordinates: square(at % 4, Math.floor(at / 4)) },
    })),
  }
}

const valueAt = (at: number): AreaValue =>
  at === 3
    ? { missing: '非公表', reason: '少数のため' }
    : at === 7
      ? { missing: '不明' }
      : at === 0
        ? 0
        : 12 + ((at * 37) % 90) / 10

const districts: MapData = {
  areaWord: '地区',
  valueWord: '割合',
  unit: '％',
  digits: 1,
  shapes: grid,
  values: Object.fromEntries(shapedAreas(grid).map(({ code }, at) => [code, valueAt(at)])),
  withoutShape: [{ code: '見本島', name: '見本島（地図にない島）' }],
  own: '見本6',
  palette: 'diverging',
}

const towns: MapData = {
  ...districts,
  areaWord: '町',
  coloured: 'places',
  palette: 'sequential',
  own: '町4',
  size: { word: '人口', unit: '人' },
  withoutShape: [],
  places: Array.from(
    { length: 24 },
    (_, at): MapPlace => ({
      id: `町${at}`,
      name: `見本${at + 1}町`,
      longitude: 135.02 + ((at * 7) % 16) / 100,
      latitude: 35.015 + ((at * 5) % 12) / 100,
      value: valueAt(at),
      size: 200 + ((at * 613) % 4000),
    }),
  ),
}

/** 6 to 30, by the digits of the code; every 40th without a figure. */
const madeUp = (code: string, turn: number): AreaValue =>
  Number(code) % 40 === 0 ? { missing: '不明' } : 6 + ((Number(code) * (turn + 3)) % 240) / 10

type Answer = { topology: MapShapes; withoutShape: { code: string; name: string }[]; attribution: string[] }

async function loadShapes(query: string): Promise<Answer | null> {
  const response = await apiFetch(`/api/boundaries/topology?${query}`)
  return response.ok ? ((await response.json()) as Answer) : null
}

type RealProps = { title: string; query: string; own: string }

/** Drawn when asked for: the country is heavy, and most who open this page look for something else. */
function Real(props: RealProps) {
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <RealMap {...props} />
  return (
    <p>
      <Button size="small" onPress={() => setOpen(true)}>
        {props.title}を描く
      </Button>
    </p>
  )
}

function RealMap({ title, query, own }: RealProps) {
  const {
    data: answer,
    error,
    isPending,
  } = useQuery({ queryKey: ['gallery-map', query], queryFn: () => loadShapes(query) })
  const [turn, setTurn] = useState(0)
  const data = useMemo(() => (answer ? dataOf(answer, own, turn) : null), [answer, own, turn])
  if (isPending) return <Loading />
  if (error) return <Failure error={error} />
  if (!answer || !data) return <Empty title={`${title}: 境界がまだ取り込まれていません`} />
  return (
    <>
      <ChoroplethMap title={title} data={data} notes={[invented, ...answer.attribution]} level={3} />
      <p>
        <Button size="small" onPress={() => setTurn(turn + 1)}>
          {title}の数を替える
        </Button>
      </p>
    </>
  )
}

function dataOf({ topology, withoutShape }: Answer, own: string, turn: number): MapData {
  const codes = [...shapedAreas(topology), ...withoutShape].map(({ code }) => code)
  return {
    areaWord: '市町村',
    valueWord: '見本の率',
    unit: '％',
    digits: 1,
    shapes: topology,
    withoutShape,
    values: Object.fromEntries(codes.map((code) => [code, madeUp(code, turn)])),
    own,
  }
}

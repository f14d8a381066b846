import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BoundaryFile, readBoundaries, ringPoints } from './index.ts'

const bytes = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))
const read = (content: string | Buffer, name: string) => readBoundaries({ name, bytes: Buffer.from(content) })
async function good(name: string): Promise<BoundaryFile> {
  const result = await read(bytes(name), name)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals[0]))
  return result.file
}

/** Twice the area of an outer ring in square degrees, for comparing formats. */
function size({ topology }: BoundaryFile, polygons: number[][][]): number {
  const { scale } = topology.transform
  const sum = polygons.flat().reduce((sum, ring) => {
    const points = ringPoints(topology, ring)
    const twice = points
      .slice(1)
      .reduce((all, [x, y], at) => all + (points[at]![0] * y - x * points[at]![1]), 0)
    return sum + (twice * scale[0] * scale[1]) / 2
  }, 0)
  return Math.abs(sum) // the formats walk their rings the other way round
}

describe('行政区域の境界（実物）', () => {
  it.each([
    ['N03-21_37_210101.topojson', '37', 17, 0],
    ['N03-21_37_210101.geojson', '37', 17, 0],
    ['N03-21_22_210101.topojson', '22', 43, 0],
    ['N03-21_210101_japan.topojson', null, 1_894, 3],
  ])('%s', async (name, prefecture, count, leftOut) => {
    const file = await good(name)
    expect(file).toMatchObject({ asOf: '2021-01-01', prefecture })
    expect(file.areas).toHaveLength(count)
    expect(file.leftOut).toHaveLength(leftOut)
  })

  it('政令指定都市の区は、市の名を持つ', async () => {
    const { areas } = await good('N03-21_22_210101.topojson')
    expect(areas.find(({ code }) => code === '221015')).toMatchObject({ name: '葵区', cityName: '静岡市' })
    expect(areas.find(({ code }) => code === '222127')).toMatchObject({ name: '焼津市', cityName: null })
  })

  it('GeoJSON からも、境が一本の線になる TopoJSON と同じ形ができる', async () => {
    const [topo, geo] = [await good('N03-21_37_210101.topojson'), await good('N03-21_37_210101.geojson')]
    const usedTwice = (file: BoundaryFile) => {
      const uses = Map.groupBy(
        file.areas.flatMap(({ polygons }) => polygons.flat(2)).map((at) => (at < 0 ? ~at : at)),
        (at) => at,
      )
      return [...uses.values()].filter((all) => all.length === 2).length
    }
    expect(usedTwice(geo)).toBe(usedTwice(topo))
    expect(geo.topology.arcs.length).toBe(topo.topology.arcs.length)
    for (const area of topo.areas) {
      const other = geo.areas.find(({ code }) => code === area.code)!
      expect(Math.abs(size(geo, other.polygons) / size(topo, area.polygons) - 1)).toBeLessThan(0.02)
    }
  })

  it('一つの市が、いくつもの区域に分かれた GeoJSON も一つにまとめる', async () => {
    const json = JSON.parse(bytes('N03-21_37_210101.geojson').toString())
    json.features = json.features.flatMap((one: { geometry: { type: string; coordinates: unknown[] } }) =>
      one.geometry.type === 'MultiPolygon'
        ? one.geometry.coordinates.map((coordinates) => ({
            ...one,
            geometry: { type: 'Polygon', coordinates },
          }))
        : [one],
    )
    expect(json.features.length).toBeGreaterThan(40)
    const result = await read(JSON.stringify(json), 'N03-20240101_37.geojson')
    expect(result).toMatchObject({ ok: true, file: { asOf: '2024-01-01', areas: { length: 17 } } })
  })
})

describe('壊れたファイルは、どこがどうと言って断る', () => {
  const topo = JSON.parse(bytes('N03-21_37_210101.topojson').toString())
  const geo = JSON.parse(bytes('N03-21_37_210101.geojson').toString())
  const changed = (json: object, change: (copy: never) => void) => {
    const copy = structuredClone(json)
    change(copy as never)
    return JSON.stringify(copy)
  }
  const openArc = topo.arcs.findIndex(
    (arc: [number, number][]) => arc.slice(1).reduce((sum, [x]) => sum + x, 0) !== 0,
  )
  type Topo = {
    arcs: unknown
    objects: Record<
      string,
      { geometries: { arcs: unknown; type: string; properties: Record<string, unknown> }[] }
    >
    transform?: object
  }
  type Geo = {
    crs?: object
    features: {
      geometry: { type: string; coordinates: number[][][] } | null
      properties: Record<string, unknown>
    }[]
  }
  const first = (json: Topo) => Object.values(json.objects)[0]!.geometries[0]!
  const t = (change: (json: Topo) => void) => changed(topo, change)
  const g = (change: (json: Geo) => void) => changed(geo, change)

  it.each([
    ['途中で切れた', bytes('N03-21_37_210101.geojson').toString().slice(0, 5000), 'file.json'],
    ['ただの JSON', '{"type":"Feature"}', 'boundary.kind'],
    ['区域がない', '{"type":"FeatureCollection","features":[]}', 'boundary.empty'],
    [
      'ない線',
      t((json) => {
        first(json).arcs = [[[99999]]]
      }),
      'geometry.arc',
    ],
    [
      '線の座標が数でない',
      t((json) => {
        json.arcs = [[['a', 1]]]
      }),
      'boundary.arcs',
    ],
    [
      '目盛りがない',
      t((json) => {
        delete json.transform
      }),
      'boundary.transform',
    ],
    [
      '線だけの区域',
      t((json) => {
        first(json).type = 'LineString'
      }),
      'geometry.kind',
    ],
    [
      '閉じない輪',
      t((json) => {
        first(json).arcs = [[[openArc]]]
      }),
      'geometry.ring',
    ],
    [
      '形がない',
      g((json) => {
        json.features[0]!.geometry = null
      }),
      'geometry.kind',
    ],
    [
      '閉じない輪（GeoJSON）',
      g((json) => {
        json.features[0]!.geometry = {
          type: 'Polygon',
          coordinates: [
            [
              [134, 34],
              [134.1, 34],
              [134.1, 34.1],
              [134, 34.1],
            ],
          ],
        }
      }),
      'geometry.ring',
    ],
    [
      '緯度と経度の逆',
      g((json) => {
        json.features[0]!.geometry = {
          type: 'Polygon',
          coordinates: [
            [
              [34, 134],
              [34.1, 134],
              [34.1, 134.1],
              [34, 134],
            ],
          ],
        }
      }),
      'geometry.outside',
    ],
    [
      '別の座標系',
      g((json) => {
        json.crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6674' } }
      }),
      'boundary.crs',
    ],
    [
      'コードがない',
      g((json) => {
        json.features[0]!.properties.N03_007 = null
      }),
      'cell.missing',
    ],
    [
      'ほかの県のコード',
      g((json) => {
        json.features[0]!.properties.N03_007 = '38201'
      }),
      'cell.other-prefecture',
    ],
  ])('%s', async (_, content, code) => {
    const result = await read(content, 'N03-21_37_210101.json')
    expect(result).toMatchObject({ ok: false, refusals: [{ file: 'N03-21_37_210101.json', code }] })
    if (!result.ok) expect(result.refusals[0]!.remedy).toMatch(/。$/u)
  })

  it('日の分からない名前', async () => {
    const result = await read(bytes('N03-21_37_210101.geojson'), '境界.geojson')
    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'boundary.day' }] })
  })
})

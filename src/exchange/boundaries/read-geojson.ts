import { cutArcs, onGrid } from './cut-arcs.ts'
import type { Properties, RawFile } from './layout.ts'
import { again, BoundaryRefused, featureRefusal, stop } from './refuse.ts'

type Json = Record<string, unknown>
type Point = [number, number]
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names of coordinate systems that are WGS 84 at this scale. */
const sameAsWgs84 = /CRS84|EPSG:*:?(?:4326|6668|4612)\b/

/** @throws BoundaryRefused */
export function readGeoJson(file: string, json: Json): RawFile {
  const crs =
    isObject(json.crs) && isObject(json.crs.properties) ? String(json.crs.properties.name) : undefined
  if (crs !== undefined && !sameAsWgs84.test(crs))
    stop(
      file,
      'boundary.crs',
      `座標系が ${crs} です。`,
      '経度と緯度（世界測地系）の GeoJSON にしてください。',
    )
  const given = (Array.isArray(json.features) ? json.features : []).map((one) => (isObject(one) ? one : {}))
  const { topology, polygons } = cutArcs(
    given.map(({ geometry }, at) => readPolygons(file, geometry, at + 1)),
  )
  return {
    objectName: typeof json.name === 'string' ? json.name : '',
    topology,
    features: given.map(({ properties }, at) => ({
      properties: isObject(properties) ? (properties as Properties) : {},
      polygons: polygons[at]!,
    })),
  }
}

function readPolygons(file: string, geometry: unknown, at: number): Point[][][] {
  const { type, coordinates } = isObject(geometry) ? geometry : {}
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined
  const refuse = (code: string, value: string, reason: string) =>
    new BoundaryRefused(featureRefusal(file, at, 'geometry', value, code, reason, again))
  if (!Array.isArray(polygons) || polygons.length === 0)
    throw refuse('geometry.kind', String(type ?? ''), '面（Polygon、MultiPolygon）になっていません。')
  return polygons.map((rings: unknown) => {
    if (!Array.isArray(rings) || rings.length === 0)
      throw refuse('geometry.ring', '', '輪が一つもありません。')
    return rings.map((ring: unknown) => {
      if (!isRing(ring)) throw refuse('geometry.ring', '', '輪が閉じていないか、点が足りません。')
      return withoutRepeats(ring.map(onGrid))
    })
  })
}

const isRing = (ring: unknown): ring is number[][] =>
  Array.isArray(ring) &&
  ring.length >= 4 &&
  ring.every(
    (point) => Array.isArray(point) && point.length >= 2 && point.every((one) => Number.isFinite(one)),
  ) &&
  ring[0][0] === ring.at(-1)[0] &&
  ring[0][1] === ring.at(-1)[1]

/** Points that fall on one grid point; a ring smaller than that keeps its closing points. */
function withoutRepeats(ring: Point[]): Point[] {
  const kept = ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1]![0] || y !== ring[at - 1]![1])
  return kept.length >= 2 ? kept : [ring[0]!, ring[0]!]
}

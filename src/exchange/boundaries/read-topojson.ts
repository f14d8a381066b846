import type { RawFeature, RawFile } from './layout.ts'
import { again, BoundaryRefused, featureRefusal, stop } from './refuse.ts'
import type { ArcTopology, PolygonArcs } from './topology.ts'

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.slice(0, 2).every((one) => typeof one === 'number' && Number.isFinite(one))

/** @throws BoundaryRefused */
export function readTopoJson(file: string, json: Json): RawFile {
  const objects = Object.entries(isObject(json.objects) ? json.objects : {})
  const [first] = objects
  if (!first || objects.length > 1)
    return stop(
      file,
      'boundary.objects',
      `区域の集まりが${objects.length}あります。`,
      '集まりが一つだけのファイルにしてください。',
    )
  const [objectName, collection] = first
  const topology = readArcs(file, json)
  const geometries = isObject(collection) && Array.isArray(collection.geometries) ? collection.geometries : []
  return {
    objectName,
    topology,
    features: geometries.map((geometry, at) => readGeometry(file, geometry, at + 1, topology.arcs.length)),
  }
}

function readArcs(file: string, { transform, arcs }: Json): ArcTopology {
  const scale = isObject(transform) ? transform.scale : undefined
  const translate = isObject(transform) ? transform.translate : undefined
  if (!isPair(scale) || !isPair(translate))
    return stop(
      file,
      'boundary.transform',
      '座標の目盛り（transform）がありません。',
      '量子化した TopoJSON か、GeoJSON にしてください。',
    )
  const isSound =
    Array.isArray(arcs) &&
    arcs.every(
      (arc) =>
        Array.isArray(arc) &&
        arc.length >= 2 &&
        arc.every((point) => isPair(point) && point.every(Number.isInteger)),
    )
  if (!isSound) return stop(file, 'boundary.arcs', '線（arcs）の座標が壊れています。', again)
  return { transform: { scale, translate }, arcs: arcs as [number, number][][] }
}

function readGeometry(file: string, geometry: unknown, at: number, arcCount: number): RawFeature {
  const { type, arcs, properties } = isObject(geometry) ? geometry : {}
  const polygons = type === 'Polygon' ? [arcs] : type === 'MultiPolygon' ? arcs : undefined
  if (!isPolygons(polygons))
    throw new BoundaryRefused(
      featureRefusal(
        file,
        at,
        'type',
        String(type ?? ''),
        'geometry.kind',
        '面（Polygon、MultiPolygon）になっていません。',
        again,
      ),
    )
  const stray = polygons.flat(2).find((index) => (index < 0 ? ~index : index) >= arcCount)
  if (stray !== undefined)
    throw new BoundaryRefused(
      featureRefusal(
        file,
        at,
        'arcs',
        String(stray),
        'geometry.arc',
        'ファイルにない線を使っています。',
        again,
      ),
    )
  return { properties: isObject(properties) ? (properties as RawFeature['properties']) : {}, polygons }
}

const isPolygons = (value: unknown): value is PolygonArcs =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (rings) =>
      Array.isArray(rings) &&
      rings.length > 0 &&
      rings.every((ring) => Array.isArray(ring) && ring.length > 0 && ring.every(Number.isInteger)),
  )

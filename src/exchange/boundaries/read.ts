import { readFile, stat } from 'node:fs/promises'
import { prefectureNames, prefectureNumber, readCode } from '../municipality-codes/index.ts'
import type { Refusal, TabularSource } from '../tabular/index.ts'
import {
  type BoundaryArea,
  type BoundaryFile,
  type BoundaryResult,
  dayOf,
  type RawFeature,
  type RawFile,
} from './layout.ts'
import { readGeoJson } from './read-geojson.ts'
import { readTopoJson } from './read-topojson.ts'
import { again, BoundaryRefused, featureRefusal, stop } from './refuse.ts'
import { type ArcTopology, ringPoints } from './topology.ts'

const most = 64 * 1024 * 1024
/** Japan with its outlying islands, degrees. */
const [west, south, east, north] = [122, 20, 155, 46.5]

/** Reads the whole file; never throws over what stands in it. */
export async function readBoundaries(source: TabularSource): Promise<BoundaryResult> {
  try {
    const raw = await readRaw(source)
    const asOf =
      dayOf(raw.objectName, source.name) ??
      stop(
        source.name,
        'boundary.day',
        'いつの区域か分かりません。',
        'ファイル名を「N03-21_37_210101」の形に戻してください。',
      )
    return sorted(source.name, asOf, raw)
  } catch (error) {
    if (error instanceof BoundaryRefused) return { ok: false, refusals: [error.refusal] }
    throw error
  }
}

async function readRaw(source: TabularSource): Promise<RawFile> {
  const { name } = source
  const size = 'bytes' in source ? source.bytes.length : (await stat(source.path)).size
  if (size > most)
    stop(
      name,
      'file.too-large',
      'ファイルが 64 MB を超えています。',
      '形を簡素化した（1％など）ファイルにしてください。',
    )
  const bytes = 'bytes' in source ? source.bytes : await readFile(source.path)
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    stop(name, 'file.json', 'JSON として読めません。', '途中で切れていないか、UTF-8 かを確かめてください。')
  }
  const type = (json as { type?: unknown } | null)?.type
  if (type === 'Topology') return readTopoJson(name, json as Record<string, unknown>)
  if (type === 'FeatureCollection') return readGeoJson(name, json as Record<string, unknown>)
  return stop(name, 'boundary.kind', 'TopoJSON でも GeoJSON（FeatureCollection）でもありません。', again)
}

/** Puts the features of one code together, leaves out what has none, and refuses what is wrong. */
function sorted(name: string, asOf: string, { topology, features }: RawFile): BoundaryResult {
  const areas = new Map<string, BoundaryArea>()
  const refusals: Refusal[] = []
  const leftOut: string[] = []
  features.forEach((feature, index) => {
    const at = index + 1
    const { N03_001: prefectureName, N03_003: group, N03_004: areaName } = feature.properties
    if (areaName === '所属未定地') {
      leftOut.push(prefectureName ?? '')
      return
    }
    const found = [codeOf(name, at, feature), shapeOf(name, at, feature, topology)]
    const wrong = found.filter((one) => typeof one === 'object')
    const [code] = found
    if (wrong.length > 0 || typeof code !== 'string') {
      refusals.push(...wrong)
      return
    }
    const before = areas.get(code)
    if (before) before.polygons.push(...feature.polygons)
    else {
      const cityName = areaName?.endsWith('区') && group?.endsWith('市') ? group : null
      areas.set(code, {
        code,
        name: areaName ?? '',
        cityName,
        polygons: [...feature.polygons],
        featureNumber: at,
      })
    }
  })
  if (refusals.length > 0) return { ok: false, refusals }
  if (areas.size === 0) return stop(name, 'boundary.empty', '市区町村が一つもありません。', again)
  const prefectures = new Set([...areas.keys()].map((code) => code.slice(0, 2)))
  const file: BoundaryFile = {
    file: name,
    asOf,
    prefecture: prefectures.size === 1 ? [...prefectures][0]! : null,
    topology,
    areas: [...areas.values()],
    leftOut,
  }
  return { ok: true, file }
}

/** The six-digit code, or why there is none. */
function codeOf(name: string, at: number, { properties }: RawFeature): string | Refusal {
  const prefecture = prefectureNumber(properties.N03_001 ?? '')
  if (prefecture === undefined)
    return featureRefusal(
      name,
      at,
      'N03_001',
      properties.N03_001 ?? null,
      'cell.prefecture',
      '都道府県の名前がありません。',
      `N03_001 に「${prefectureNames[36]}」のように入れてください。`,
    )
  const code = readCode(String(properties.N03_007 ?? ''), prefecture)
  if (code.state === 'value') return code.value
  const {
    code: word,
    reason,
    remedy,
  } = code.state === 'wrong'
    ? code
    : {
        code: 'cell.missing',
        reason: '市区町村コードがありません。',
        remedy: 'N03_007 にコードを入れてください。',
      }
  return featureRefusal(name, at, 'N03_007', properties.N03_007 ?? null, word, reason, remedy)
}

/** undefined: its rings close and lie in Japan. */
function shapeOf(
  name: string,
  at: number,
  { polygons }: RawFeature,
  topology: ArcTopology,
): Refusal | undefined {
  const { scale, translate } = topology.transform
  for (const ring of polygons.flat()) {
    const points = ringPoints(topology, ring)
    if (points.length === 0)
      return featureRefusal(name, at, 'geometry', null, 'geometry.ring', '輪が閉じていません。', again)
    const outside = points.some(([x, y]) => {
      const [longitude, latitude] = [x * scale[0] + translate[0], y * scale[1] + translate[1]]
      return longitude < west || longitude > east || latitude < south || latitude > north
    })
    if (outside)
      return featureRefusal(
        name,
        at,
        'geometry',
        null,
        'geometry.outside',
        '日本の外の点があります。',
        '経度、緯度の順か、座標系を確かめてください。',
      )
  }
}

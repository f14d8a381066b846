import { createHash } from 'node:crypto'
import type pg from 'pg'
import {
  type BoundaryArea,
  type BoundaryFile,
  readBoundaries,
  ringPoints,
} from '../../exchange/boundaries/index.ts'
import { prefectureCode } from '../../exchange/municipality-codes/index.ts'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import {
  attributionLine,
  type ImportContext,
  type ImportKind,
  type ReadItem,
  storeRelease,
} from '../../platform/import/index.ts'
import { boundaryNotices, boundaryRefusals } from './boundaries-doubts.ts'

const DATASET = 'boundaries'
/** What the terms of 国土数値情報 ask for wherever a map made from it stands; the properties N03_… say that it is theirs. */
export const BOUNDARY_SOURCE = '「国土数値情報（行政区域データ）」（国土交通省）を加工して作成'
const origin = { from: 'file', attribution: BOUNDARY_SOURCE, licence: null, sourceAddress: null } as const
/** Area code of a file of several prefectures. */
export const NATION = '000000'

const shown = (row: string) =>
  `json_build_object('名称', ${row}.name, '政令指定都市', ${row}.city_name, '形', ${row}.outline)`

// a file is the whole of its area and day: what is not in it any more is removed
const COMPARE = `
  with stored as (
    select b.*, t.area_code, t.as_of from registers.boundary b join registers.boundary_set t on t.id = b.set_id
    where (t.area_code, t.as_of) in (select area_code, as_of from stage))
  select case when b.code is null then 'added' when s.code is null then 'removed'
      when (s.name, s.city_name, s.outline) is not distinct from (b.name, b.city_name, b.outline) then 'unchanged'
      else 'changed' end as state,
    coalesce(s.code, b.code) || ' ' || coalesce(s.city_name, b.city_name, '') || coalesce(s.name, b.name)
      || ' (' || coalesce(s.as_of, b.as_of) || ')' as key,
    case when b.code is not null then ${shown('b')} end as before, case when s.code is not null then ${shown('s')} end as after
  from stage s full join stored b using (area_code, as_of, code)`

/** Boundaries of municipalities (N03), a prefecture or all Japan; kept by area and day. */
export const boundaries: ImportKind = {
  kind: DATASET,
  label: '行政区域の境界',
  help:
    '国土数値情報「行政区域」（N03）の TopoJSON か GeoJSON です。都道府県ごとでも全国でも読みます。いつの区域かはファイル名' +
    '（N03-21_37_210101 など）から読むので、名前を変えずに選んでください。',
  extensions: ['.topojson', '.geojson', '.json'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'boundaries.imported',
  stage: [
    { name: 'area_code', type: 'text' },
    { name: 'as_of', type: 'date' },
    { name: 'code', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'city_name', type: 'text' },
    { name: 'prefecture_code', type: 'text' },
    { name: 'polygons', type: 'text' },
    { name: 'outline', type: 'text' },
    // of the file; only in its first row
    { name: 'transform', type: 'text' },
    { name: 'arcs', type: 'text' },
    { name: 'left_out', type: 'text' },
    { name: 'file_name', type: 'text' },
    { name: 'source_row', type: 'integer' },
  ],
  read: readAll,
  check: boundaryRefusals,
  compare: () => ({ text: COMPARE, values: [] }),
  notices: boundaryNotices,
  async sources(client) {
    const { rows } = await client.query<{ fileName: string }>(
      'select distinct file_name as "fileName" from stage order by file_name',
    )
    return [...new Set(rows.map(({ fileName }) => attributionLine({ ...origin, fileName })))]
  },
  apply,
  tables: ['registers.boundary_set', 'registers.boundary'],
}

async function* readAll(files: readonly TabularSource[]): AsyncGenerator<ReadItem> {
  for (const source of files) {
    const result = await readBoundaries(source)
    if (!result.ok) for (const refused of result.refusals) yield { refused }
    else yield* rowsOf(result.file)
  }
}

function* rowsOf(file: BoundaryFile): Generator<ReadItem> {
  const areaCode = file.prefecture === null ? NATION : prefectureCode(file.prefecture)
  for (const [at, area] of file.areas.entries()) {
    const ofFile =
      at > 0
        ? [null, null, null]
        : [
            JSON.stringify(file.topology.transform),
            JSON.stringify(file.topology.arcs),
            file.leftOut.join(' '),
          ]
    const { code, name, cityName, polygons, featureNumber } = area
    yield {
      values: [
        areaCode,
        file.asOf,
        code,
        name,
        cityName,
        prefectureCode(code),
        JSON.stringify(polygons),
        outlineOf(file, area),
        ...ofFile,
        file.file,
        featureNumber,
      ],
    }
  }
}

/** 「輪3 点210 1f2e3d4c」: what a person and a comparison need to know of a shape. */
function outlineOf({ topology }: BoundaryFile, { polygons }: BoundaryArea): string {
  const rings = polygons.flat().map((ring) => ringPoints(topology, ring))
  const hash = createHash('sha256').update(JSON.stringify([topology.transform, rings]))
  const points = rings.reduce((sum, ring) => sum + ring.length - 1, 0)
  return `輪${rings.length} 点${points} ${hash.digest('hex').slice(0, 8)}`
}

interface StagedSet {
  areaCode: string
  asOf: string
  fileName: string
  rowCount: number
}

async function apply(
  client: pg.ClientBase,
  context: ImportContext,
  step: () => Promise<void>,
): Promise<void> {
  const { rows: sets } = await client.query<StagedSet>(
    `select area_code as "areaCode", as_of as "asOf", file_name as "fileName", count(*)::int as "rowCount"
     from stage group by area_code, as_of, file_name order by file_name`,
  )
  await client.query(
    'delete from registers.boundary_set where (area_code, as_of) in (select area_code, as_of from stage)',
  )
  for (const { areaCode, asOf, fileName, rowCount } of sets) {
    await step()
    const published = {
      dataset: DATASET,
      areaCode,
      asOf,
      release: '確定' as const,
      fileName,
      rowCount,
      origin,
    }
    await client.query(
      `insert into registers.boundary_set (area_code, as_of, transform, arcs, left_out, release_id)
       select area_code, as_of, transform::jsonb, arcs::jsonb, cardinality(string_to_array(left_out, ' ')), $2
       from stage where file_name = $1 and arcs is not null`,
      [fileName, await storeRelease(client, context, published)],
    )
  }
  await client.query(
    `insert into registers.boundary (set_id, code, name, city_name, prefecture_code, polygons, outline)
     select t.id, s.code, s.name, s.city_name, s.prefecture_code, s.polygons::jsonb, s.outline
     from stage s join registers.boundary_set t on t.area_code = s.area_code and t.as_of = s.as_of`,
  )
}

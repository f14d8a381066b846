import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { attributionLine } from '../../platform/import/index.ts'
import { municipalitiesOn } from './find.ts'
import { type AreaName, type AreaTopology, dissolve } from './rules/dissolve.ts'
import { isBasic, type Municipality } from './rules/municipality.ts'
import type { BoundarySet, BoundarySets, BoundaryTopology, TopologyQuery } from './schema.ts'

interface SetRow extends Omit<BoundarySet, 'areaName'> {
  areaName: string | null
  attribution: string | null
  licence: string | null
}

const SETS = `select t.id, t.area_code as "areaCode", m.name as "areaName", t.as_of as "asOf", t.left_out as "leftOut",
    r.file_name as "fileName", r.attribution, r.licence,
    (select count(*)::int from registers.boundary b where b.set_id = t.id) as "areaCount"
  from registers.boundary_set t join platform.dataset_release r on r.id = t.release_id
  left join lateral (select m.name from registers.municipality m where m.code = t.area_code limit 1) m on true`

/** What is loaded: one set per area and day. */
export async function boundarySets(work: Work): Promise<BoundarySets> {
  const rows = await work.read((tx) => tx.query<SetRow>(`${SETS} order by t.area_code, t.as_of desc`))
  return {
    items: rows.map(({ attribution: _, licence: __, areaName, ...row }) => ({
      ...row,
      areaName: row.areaCode === NATION ? '全国' : (areaName ?? row.areaCode),
    })),
    attribution: [...new Set(rows.map(attributionLine))],
  }
}

const NATION = '000000'

/** The set that answers a question, without its shapes. */
export interface ChosenSet {
  id: string
  areaCode: string
  asOf: string
  line: string
  /** changes whenever a file of codes or boundaries is taken in */
  edition: string
}

/**
 * The newest set of the day or before, else the oldest after it: boundaries of another year are better than none, and the
 * answer says of when they are. A prefecture's own file is finer than the nation's. @throws notFound
 */
export async function chooseSet(
  tx: Tx,
  { prefecture, on }: Pick<TopologyQuery, 'prefecture' | 'on'>,
  today: string,
): Promise<ChosenSet> {
  const [found] = await tx.query<
    ChosenSet & { attribution: string; licence: string | null; fileName: string }
  >(
    `select t.id, t.area_code as "areaCode", t.as_of as "asOf", r.attribution, r.licence, r.file_name as "fileName",
       t.id || ' ' || (select max(x.loaded_at)::text from platform.dataset_release x
         where x.dataset in ('boundaries', 'municipality-codes')) as edition
     from registers.boundary_set t join platform.dataset_release r on r.id = t.release_id
     where t.area_code in ($1, coalesce($2, $1))
     order by t.area_code = coalesce($2, $1) desc, t.as_of <= $3::date desc, abs(t.as_of - $3::date), t.id limit 1`,
    [NATION, prefecture ?? null, on ?? today],
  )
  if (!found) throw notFound()
  return {
    id: found.id,
    areaCode: found.areaCode,
    asOf: found.asOf,
    edition: found.edition,
    line: attributionLine(found),
  }
}

interface ShapeRow {
  code: string
  name: string
  cityName: string | null
  prefectureCode: string
  polygons: number[][][]
}

/** Reads a set and dissolves it to the level asked for. */
export async function makeTopology(
  tx: Tx,
  set: ChosenSet,
  { level, prefecture }: TopologyQuery,
  today: string,
): Promise<BoundaryTopology> {
  const [whole] = await tx.query<Pick<AreaTopology, 'transform' | 'arcs'>>(
    'select transform, arcs from registers.boundary_set where id = $1',
    [set.id],
  )
  const shapes = await tx.query<ShapeRow>(
    `select code, name, city_name as "cityName", prefecture_code as "prefectureCode", polygons from registers.boundary
     where set_id = $1 and ($2::text is null or prefecture_code = $2) order by code`,
    [set.id, prefecture ?? null],
  )
  if (!whole || shapes.length === 0) throw notFound()
  const listed = new Map((await municipalitiesOn(tx, set.asOf)).map((one) => [one.code, one]))
  const rows = new Map(shapes.map((one) => [one.code, one]))
  const topology = dissolve(whole, shapes, ({ code }) => nameOf(rows.get(code)!, level, listed))
  const shown = new Set(
    topology.objects.areas.geometries.map(({ properties }) => (properties as AreaName).code),
  )
  const now = level === 'prefecture' ? [] : (await municipalitiesOn(tx, today)).filter(isBasic)
  return {
    level,
    areaCode: prefecture ?? set.areaCode,
    asOf: set.asOf,
    topology: { ...topology },
    withoutShape: now
      .filter((one) => !shown.has(one.code) && isInside(one, prefecture ?? set.areaCode))
      .map(({ code, name }) => ({ code, name })),
    attribution: [set.line],
  }
}

const isInside = ({ prefectureCode }: Municipality, area: string) =>
  area === NATION || prefectureCode === area

/** The area that a shape belongs to; a ward whose city no list knows stays a ward. */
function nameOf(shape: ShapeRow, level: TopologyQuery['level'], byCode: ReadonlyMap<string, Municipality>) {
  if (level === 'prefecture') {
    const { prefectureCode: code } = shape
    return { code, name: byCode.get(code)?.name ?? code }
  }
  const own = byCode.get(shape.code)
  const city = own?.parentCode ? byCode.get(own.parentCode) : undefined
  return city ?? own ?? { code: shape.code, name: `${shape.cityName ?? ''}${shape.name}` }
}

import type pg from 'pg'
import type { FiguresMapping } from '../../exchange/mapped-figures/index.ts'
import type { Refusal } from '../../exchange/tabular/index.ts'
import type { ImportContext } from '../../platform/import/index.ts'
import { readerOf } from '../statistics/index.ts'
import { candidatesOf, type NamedPlace, PlaceFinder, seriesOf } from './places.ts'

/** What a row calls its place: the key by which `mapped_place` says which one that is. */
export const placeKey = ({ placeCode, placeName, prefecture }: NamedPlace): string =>
  JSON.stringify([placeCode, placeName, prefecture])

interface StagedPlace {
  placeKey: string
  file: string
  row: number
  column: string
  cell: string
  value: string
}

/**
 * Looks up every place (temporary table `mapped_place`, which the steps after it read), and refuses unknown ones, counts given
 * twice, and a unit other than the one a measure has already.
 */
export async function checkFigures(client: pg.ClientBase, context: ImportContext): Promise<Refusal[]> {
  const mapping = context.mapping as FiguresMapping | undefined
  if (!mapping) return [] // refused when it was read
  return [
    ...(await lookUpPlaces(client, mapping, context.today)),
    ...(await figuresTwice(client)),
    ...(await otherUnit(client)),
  ]
}

async function lookUpPlaces(client: pg.ClientBase, mapping: FiguresMapping, day: string): Promise<Refusal[]> {
  await client.query(
    `create temporary table mapped_place (place_key text primary key, code text not null, name text not null, prefecture_code text,
       latitude double precision, longitude double precision, is_new boolean not null) on commit drop`,
  )
  const finder = new PlaceFinder(await candidatesOf(readerOf(client), mapping, day), mapping)
  const named = await readerOf(client).query<StagedPlace>(
    `select distinct on (place_key, file_name, source_row) place_key as "placeKey", file_name as file, source_row as row,
       place_heading as column, place_cell as cell, coalesce(place_key::jsonb ->> 1, place_key::jsonb ->> 0) as value
     from stage order by place_key, file_name, source_row`,
  )
  const refusals: (Refusal & { row: number })[] = []
  const found = []
  for (const [key, rows] of Map.groupBy(named, (one) => one.placeKey)) {
    const [placeCode, placeName, prefecture] = JSON.parse(key) as (string | null)[]
    const said = finder.find({
      placeCode: placeCode ?? null,
      placeName: placeName ?? null,
      prefecture: prefecture ?? null,
    })
    if ('place' in said) found.push({ key, ...said.place })
    else if (mapping.otherPlaces === 'refuse' || said.code !== 'place.unknown')
      for (const { placeKey: _, ...at } of rows) refusals.push({ ...at, ...said })
  }
  await client.query(
    `insert into mapped_place select key, code, name, "prefectureCode", latitude, longitude, "isNew"
     from jsonb_to_recordset($1::jsonb) r(key text, code text, name text, "prefectureCode" text, latitude double precision,
       longitude double precision, "isNew" boolean)`,
    [JSON.stringify(found)],
  )
  if (refusals.length === 0 && found.length === 0 && named[0]) return [noneFound(named[0].file)]
  return refusals.sort((a, b) => a.file.localeCompare(b.file) || a.row - b.row)
}

const noneFound = (file: string): Refusal => ({
  file,
  row: null,
  column: null,
  cell: null,
  value: null,
  code: 'place.none-found',
  reason: '知られている地域の行が、一つもありません。',
  remedy: '地域の段階（保険者、市区町村、町）と、地域の列を確かめてください。',
})

/** The same count twice: two rows of a file for one place, or two files that differ. Which one holds, nobody can say. */
async function figuresTwice(client: pg.ClientBase): Promise<Refusal[]> {
  const { rows } = await client.query<
    Omit<Refusal, 'code' | 'reason' | 'remedy'> & { other: string; name: string }
  >(
    `select file_name as file, source_row as row, heading as column, null as cell, figure::text as value, name,
       other_file || ' の' || other_row || '行目' as other
     from (select s.*, m.name, first_value(figure) over same as first, first_value(reason) over same as first_reason,
         first_value(file_name) over same as other_file, first_value(source_row) over same as other_row, row_number() over same as nth
       from stage s join mapped_place m using (place_key)
       window same as (partition by s.measure, m.code, s.period_from, s.period_to order by s.row_number)) twice
     where nth > 1 and (file_name = other_file or (figure, reason) is distinct from (first, first_reason))
     order by row_number limit 1000`,
  )
  return rows.map(({ other, name, ...at }) => ({
    ...at,
    code: 'figure.twice',
    reason: `${name}の同じ数が、${other}にもあります。`,
    remedy: '正しいほうの行（ファイル）だけにしてください。',
  }))
}

/** Kinds of counts never mix: a measure keeps the unit it was first stored with, wherever. */
async function otherUnit(client: pg.ClientBase): Promise<Refusal[]> {
  const { rows } = await client.query<{ file: string; column: string; unit: string; stored: string }>(
    `select distinct on (s.measure) s.file_name as file, s.heading as column, s.unit, f.unit as stored
     from stage s join evaluation.fact_column f on f.measure = s.measure and f.unit <> s.unit order by s.measure, s.row_number`,
  )
  return rows.map(({ file, column, unit, stored }) => ({
    file,
    row: null,
    column,
    cell: null,
    value: null,
    code: 'measure.other-unit',
    reason: `同じ名前の数が、もう「${stored}」で読み込まれています。「${unit}」とは混ぜられません。`,
    remedy: '単位を確かめるか、数の名前を変えてください（例: 実参加者数、延べ参加者数）。',
  }))
}

/** Series of the run, for the queries over the stored columns. */
export const targetOf = (context: ImportContext) => {
  const mapping = context.mapping as FiguresMapping
  return { level: mapping.level, series: seriesOf(mapping), release: mapping.release }
}

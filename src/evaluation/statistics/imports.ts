import type pg from 'pg'
import { readPopulationByTown, type TownPopulation } from '../../exchange/population-by-town/index.ts'
import type { Refusal, TabularSource } from '../../exchange/tabular/index.ts'
import {
  attributionLine,
  attributionOf,
  type ImportContext,
  type ImportKind,
  type Notice,
  type ReadItem,
} from '../../platform/import/index.ts'
import { annualImports } from './annual-report.ts'

const DATASET = 'population-by-town'
const FIGURES = [
  'total',
  'male',
  'female',
  'households',
  'bands_male',
  'bands_female',
  'latitude',
  'longitude',
] as const

const shown = (row: string) => `case when ${row}.town_name is not null then json_build_object(
  '総人口', ${row}.total, '男', ${row}.male, '女', ${row}.female, '世帯', ${row}.households,
  '男の年齢別', array_to_string(${row}.bands_male, ' ', '-'), '女の年齢別', array_to_string(${row}.bands_female, ' ', '-'),
  '位置', ${row}.latitude || ',' || ${row}.longitude) end`
const figuresOf = (row: string) => FIGURES.map((name) => `${row}.${name}`).join(', ')

// a file is the whole of its municipality and day: a town that is not in it any more is removed
const COMPARE = `
  select case when p.town_name is null then 'added' when s.town_name is null then 'removed'
      when (${figuresOf('s')}, nullif(s.note, '')) is not distinct from (${figuresOf('p')}, p.note) then 'unchanged'
      else 'changed' end as state,
    coalesce(s.town_name, p.town_name) || ' (' || coalesce(s.as_of, p.as_of) || ')' as key,
    ${shown('p')} as before, ${shown('s')} as after
  from stage s full join (
    select p.* from evaluation.town_population p
    where (p.municipality_code, p.as_of) in (select municipality_code, as_of from stage)) p
  using (municipality_code, as_of, town_name)`

/** 町別・年齢別人口 as 高松市 publishes it; kept by municipality and day of survey, with the file's own attribution. */
const populationByTown: ImportKind = {
  kind: DATASET,
  label: '町別・年齢別人口',
  help: '市が公開する「地域・年齢別人口」の CSV か Excel です。高松市オープンデータの 0066 の形を読みます。',
  extensions: ['.csv', '.xlsx'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'statistics.imported',
  page: { path: '/statistics/towns', label: '町別の人口を見る' },
  takesAttribution: true,
  stage: [
    { name: 'municipality_code', type: 'text' },
    { name: 'as_of', type: 'date' },
    { name: 'town_name', type: 'text' },
    { name: 'total', type: 'integer' },
    { name: 'male', type: 'integer' },
    { name: 'female', type: 'integer' },
    { name: 'bands_male', type: 'integer[]' },
    { name: 'bands_female', type: 'integer[]' },
    { name: 'households', type: 'integer' },
    { name: 'latitude', type: 'double precision' },
    { name: 'longitude', type: 'double precision' },
    { name: 'note', type: 'text' },
    { name: 'file_name', type: 'text' },
    { name: 'source_row', type: 'integer' },
    { name: 'attribution_from', type: 'text' },
    { name: 'attribution', type: 'text' },
    { name: 'licence', type: 'text' },
    { name: 'source_address', type: 'text' },
  ],
  read: readAll,
  check: townsTwice,
  compare: () => ({ text: COMPARE, values: [] }),
  notices: async (client) => [...(await withoutAttribution(client)), ...(await townsOfOtherDay(client))],
  async sources(client) {
    const { rows } = await client.query<{
      fileName: string
      attribution: string | null
      licence: string | null
    }>(
      `select file_name as "fileName", max(attribution) as attribution, max(licence) as licence
       from stage group by file_name order by file_name`,
    )
    return [...new Set(rows.map(attributionLine))]
  },
  async apply(client, context) {
    await storeReleases(client, context)
    await client.query(
      `delete from evaluation.town_population p where (p.municipality_code, p.as_of) in (select municipality_code, as_of from stage)`,
    )
    await client.query(
      `insert into evaluation.town_population (municipality_code, as_of, town_name, total, male, female, bands_male,
         bands_female, households, latitude, longitude, note, release_id)
       select s.municipality_code, s.as_of, s.town_name, s.total, s.male, s.female, s.bands_male, s.bands_female,
         s.households, s.latitude, s.longitude, nullif(s.note, ''), r.id
       from stage s join platform.dataset_release r on r.dataset = $1 and r.area_code = s.municipality_code
         and r.as_of = s.as_of and r.file_sha256 = $2::jsonb ->> s.file_name`,
      [DATASET, JSON.stringify(Object.fromEntries(context.checksums))],
    )
  },
  record: completeAttribution,
  tables: ['evaluation.town_population'],
}

/** A town and day that two files give, or one file twice. */
async function townsTwice(client: pg.ClientBase): Promise<Refusal[]> {
  const { rows } = await client.query<{
    file_name: string
    source_row: number
    town_name: string
    as_of: string
    other: string
  }>(
    `select file_name, source_row, town_name, as_of, other from (
       select row_number, file_name, source_row, town_name, as_of, first_value(file_name) over place as other, row_number() over place as nth
       from stage window place as (partition by municipality_code, as_of, town_name order by stage.row_number)) twice
     where nth > 1 order by row_number`,
  )
  return rows.map((row) => ({
    file: row.file_name,
    row: row.source_row,
    column: 'regionName',
    cell: null,
    value: row.town_name,
    code: 'town.twice',
    reason: `${row.as_of} の同じ町が ${row.other} にもあります。`,
    remedy: '同じ調査日のファイルは一つだけ選んでください。',
  }))
}

async function withoutAttribution(client: pg.ClientBase): Promise<Notice[]> {
  const { rows } = await client.query<{ file_name: string }>(
    `select distinct file_name from stage where attribution_from = 'none' order by file_name`,
  )
  if (rows.length === 0) return []
  return [
    {
      code: 'attribution.none',
      message: `出典の記載がないファイルが ${rows.length} 件あります。図や表には「出典の記載がないファイル」と出ます。公開元の示す出典を、画面の「出典」か --attribution で添えてください。`,
      count: rows.length,
      examples: rows.map((row) => row.file_name),
    },
  ]
}

/** Towns that the latest day before did not have, or had: renamed, merged or misspelt, which nobody may guess. */
async function townsOfOtherDay(client: pg.ClientBase): Promise<Notice[]> {
  const { rows } = await client.query<{ code: 'town.new' | 'town.gone'; key: string }>(
    `with day as (
       select d.municipality_code, d.as_of, greatest(
         (select max(s.as_of) from stage s where s.municipality_code = d.municipality_code and s.as_of < d.as_of),
         (select max(p.as_of) from evaluation.town_population p where p.municipality_code = d.municipality_code and p.as_of < d.as_of)) as before_on
       from (select distinct municipality_code, as_of from stage) d
     ), earlier as (
       select distinct d.municipality_code, d.as_of, x.town_name from day d join (
         select municipality_code, as_of, town_name from evaluation.town_population
         union select municipality_code, as_of, town_name from stage) x
       on x.municipality_code = d.municipality_code and x.as_of = d.before_on
     )
     select case when e.town_name is null then 'town.new' else 'town.gone' end as code,
       coalesce(s.town_name, e.town_name) || ' (' || coalesce(s.as_of, e.as_of) || ')' as key
     from (select s.* from stage s join day d using (municipality_code, as_of) where d.before_on is not null) s
     full join earlier e using (municipality_code, as_of, town_name)
     where s.town_name is null or e.town_name is null order by 2`,
  )
  const found = (code: 'town.new' | 'town.gone', message: (count: number) => string): Notice[] => {
    const keys = rows.filter((row) => row.code === code).map((row) => row.key)
    return keys.length === 0
      ? []
      : [{ code, message: message(keys.length), count: keys.length, examples: keys.slice(0, 20) }]
  }
  return [
    ...found(
      'town.new',
      (count) => `前の調査日にない町が ${count} あります。新しい町か、町名の書き方を確かめてください。`,
    ),
    ...found(
      'town.gone',
      (count) => `前の調査日にあった町が ${count} なくなりました。統合や改称か、確かめてください。`,
    ),
  ]
}

/** One release per file; where the same file was loaded before, it is the same release. */
async function storeReleases(client: pg.ClientBase, context: ImportContext): Promise<void> {
  await client.query(
    `insert into platform.dataset_release
       (dataset, area_code, as_of, attribution_from, attribution, licence, source_address, file_name, file_sha256,
        row_count, loaded_at, loaded_by)
     select $1, municipality_code, as_of, max(attribution_from), max(attribution), max(licence), max(source_address), file_name,
       $2::jsonb ->> file_name, count(*), $3, $4
     from stage group by municipality_code, as_of, file_name
     on conflict (dataset, area_code, as_of, release, file_sha256) do update set loaded_at = excluded.loaded_at`,
    [
      DATASET,
      JSON.stringify(Object.fromEntries(context.checksums)),
      context.now.toString(),
      context.loadedBy,
    ],
  )
}

/** 出典 stated for a file that was loaded without: the figures are the same, the line beside them is not. */
async function completeAttribution(client: pg.ClientBase, context: ImportContext): Promise<void> {
  await client.query(
    `update platform.dataset_release r set attribution = s.attribution, attribution_from = 'loader'
     from (select distinct municipality_code, as_of, file_name, attribution from stage where attribution_from = 'loader') s
     where r.dataset = $1 and r.area_code = s.municipality_code and r.as_of = s.as_of
       and r.file_sha256 = $2::jsonb ->> s.file_name and r.attribution_from <> 'file'
       and r.attribution is distinct from s.attribution`,
    [DATASET, JSON.stringify(Object.fromEntries(context.checksums))],
  )
}

async function* readAll(files: readonly TabularSource[], context: ImportContext): AsyncGenerator<ReadItem> {
  const notAfter = context.today
  for (const source of files) {
    const file = await readPopulationByTown(source, { notAfter })
    const { from, attribution, licence, sourceAddress } = attributionOf(file.attribution, context.attribution)
    const origin = [from, attribution, licence, sourceAddress]
    for await (const item of file.items) {
      yield item.kind === 'refused'
        ? { refused: item.refusal }
        : { values: [...valuesOf(item.row), source.name, item.row.rowNumber, ...origin] }
    }
  }
}

const bandsOf = (town: TownPopulation, sex: 'male' | 'female') =>
  town.bands.filter((band) => band.sex === sex).map((band) => band.count)

const valuesOf = (town: TownPopulation) => [
  town.municipalityCode,
  town.surveyedOn,
  town.townName,
  town.total,
  town.male,
  town.female,
  bandsOf(town, 'male'),
  bandsOf(town, 'female'),
  town.households,
  town.latitude ?? null,
  town.longitude ?? null,
  town.note,
]

export const imports: ImportKind[] = [populationByTown, ...annualImports]

import { readPopulationByTown, type TownPopulation } from '../../exchange/population-by-town/index.ts'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import type { ImportContext, ImportKind, ReadItem } from '../../platform/import/index.ts'
import { attributionLine } from './attribution.ts'

const DATASET = 'population-by-town'
const FIGURES = ['total', 'male', 'female', 'households', 'bands_male', 'bands_female'] as const

/** 町別・年齢別人口 as 高松市 publishes it; kept by municipality and day of survey, with the file's own attribution. */
const populationByTown: ImportKind = {
  kind: DATASET,
  label: '町別・年齢別人口',
  help: '市が公開する「地域・年齢別人口」の CSV か Excel です。高松市オープンデータの 0066 の形を読みます。',
  extensions: ['.csv', '.xlsx'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'statistics.imported',
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
    { name: 'attribution', type: 'text' },
    { name: 'licence', type: 'text' },
    { name: 'source_address', type: 'text' },
  ],
  read: readAll,
  async check(client) {
    const { rows } = await client.query<{
      file_name: string
      town_name: string
      as_of: string
      other: string
    }>(
      `select file_name, town_name, as_of, other from (
         select file_name, town_name, as_of, first_value(file_name) over place as other, row_number() over place as nth
         from stage window place as (partition by municipality_code, as_of, town_name order by row_number)) twice
       where nth > 1 limit 100`,
    )
    return rows.map((row) => ({
      file: row.file_name,
      row: null,
      column: 'regionName',
      cell: null,
      value: row.town_name,
      code: 'town.twice',
      reason: `${row.as_of} の同じ町が ${row.other} にもあります。`,
      remedy: '同じ調査日のファイルは一つだけ選んでください。',
    }))
  },
  compare: () => ({
    // a file is the whole of its municipality and day: a town that is not in it any more is removed
    text: `select case when p.town_name is null then 'added' when s.town_name is null then 'removed'
        when (${FIGURES.map((name) => `s.${name}`).join(', ')}, s.note) is not distinct from
             (${FIGURES.map((name) => `p.${name}`).join(', ')}, coalesce(p.note, '')) then 'unchanged'
        else 'changed' end as state,
      coalesce(s.town_name, p.town_name) || ' (' || coalesce(s.as_of, p.as_of) || ')' as key,
      case when p.town_name is not null then jsonb_build_object('総人口', p.total, '男', p.male, '女', p.female, '世帯', p.households) end as before,
      case when s.town_name is not null then jsonb_build_object('総人口', s.total, '男', s.male, '女', s.female, '世帯', s.households) end as after
    from stage s full join (
      select p.* from evaluation.town_population p
      where (p.municipality_code, p.as_of) in (select municipality_code, as_of from stage)) p
    using (municipality_code, as_of, town_name)`,
    values: [],
  }),
  async apply(client, context) {
    await client.query(
      `insert into evaluation.dataset_release
         (dataset, municipality_code, as_of, attribution, licence, source_address, file_name, file_sha256, row_count, loaded_at, loaded_by)
       select $1, municipality_code, as_of, max(attribution), max(licence), max(source_address), file_name,
         $2::jsonb ->> file_name, count(*), $3, $4
       from stage group by municipality_code, as_of, file_name
       on conflict (dataset, municipality_code, as_of, release, file_sha256) do update set loaded_at = excluded.loaded_at`,
      [
        DATASET,
        JSON.stringify(Object.fromEntries(context.checksums)),
        context.now.toString(),
        context.loadedBy,
      ],
    )
    await client.query(
      `delete from evaluation.town_population p where (p.municipality_code, p.as_of) in (select municipality_code, as_of from stage)`,
    )
    await client.query(
      `insert into evaluation.town_population (municipality_code, as_of, town_name, total, male, female, bands_male,
         bands_female, households, latitude, longitude, note, release_id)
       select s.municipality_code, s.as_of, s.town_name, s.total, s.male, s.female, s.bands_male, s.bands_female,
         s.households, s.latitude, s.longitude, nullif(s.note, ''), r.id
       from stage s join evaluation.dataset_release r on r.dataset = $1 and r.municipality_code = s.municipality_code
         and r.as_of = s.as_of and r.file_sha256 = $2::jsonb ->> s.file_name`,
      [DATASET, JSON.stringify(Object.fromEntries(context.checksums))],
    )
  },
}

async function* readAll(files: readonly TabularSource[], context: ImportContext): AsyncGenerator<ReadItem> {
  const notAfter = context.today
  for (const source of files) {
    const file = await readPopulationByTown(source, { notAfter })
    const about = [
      source.name,
      attributionLine(file.attribution),
      file.attribution?.license ?? '不明',
      file.attribution?.downloadFrom ?? null,
    ]
    for await (const item of file.items) {
      yield item.kind === 'refused'
        ? { refused: item.refusal }
        : { values: [...valuesOf(item.row), ...about] }
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

export const imports: ImportKind[] = [populationByTown]

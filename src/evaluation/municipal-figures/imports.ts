import type pg from 'pg'
import {
  MUNICIPALITY,
  type MunicipalFigure,
  measures,
  readMunicipalFigures,
  yearDoubt,
} from '../../exchange/municipal-figures/index.ts'
import type { Refusal, TabularSource } from '../../exchange/tabular/index.ts'
import {
  attributionLine,
  attributionOf,
  type ImportContext,
  type ImportKind,
  type Notice,
  type ReadItem,
  type StageValue,
} from '../../platform/import/index.ts'
import { applyFigures, DATASET, recordFigures } from './store.ts'

/** 高松市 0095, 0068, 0091, 0092: a file adds and changes the periods that it holds and takes nothing away. */
const municipalFigures: ImportKind = {
  kind: DATASET,
  label: '市の小さな統計',
  help: '高松市オープンデータの 0095（第1号被保険者数と認定者数）、0068（将来人口の見通し）、0091（出生と死亡）、0092（転入と転出）の CSV か Excel です。0091 と 0092 は年が名前にだけあるので、名前を変えないでください。',
  extensions: ['.csv', '.xlsx'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'statistics.imported',
  page: { path: '/statistics/city', label: '市の小さな統計を見る' },
  takesAttribution: true,
  stage: [
    { name: 'measure', type: 'text' },
    { name: 'unit', type: 'text' },
    { name: 'municipality_code', type: 'text' },
    { name: 'period_from', type: 'date' },
    { name: 'period_to', type: 'date' },
    { name: 'figure', type: 'bigint' },
    { name: 'reason', type: 'text' },
    { name: 'heading', type: 'text' },
    { name: 'source_row', type: 'integer' },
    { name: 'file_name', type: 'text' },
    { name: 'attribution_from', type: 'text' },
    { name: 'attribution', type: 'text' },
    { name: 'licence', type: 'text' },
    { name: 'source_address', type: 'text' },
  ],
  read: readAll,
  check: figuresTwice,
  compare: () => ({
    text: COMPARE,
    values: [measures.map(({ id }) => id), measures.map(({ label }) => label), MUNICIPALITY.name],
  }),
  notices: async (client) => [...(await withoutAttribution(client)), ...(await doubtfulYears(client))],
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
  apply: applyFigures,
  record: recordFigures,
  tables: ['evaluation.fact_column'],
  // a place stays when its figures go: its position is never given to another
  derived: ['evaluation.place', 'evaluation.indicator_column'],
}

async function* readAll(files: readonly TabularSource[], context: ImportContext): AsyncGenerator<ReadItem> {
  for (const source of files) {
    const file = await readMunicipalFigures(source, { notAfter: context.today })
    const { from, attribution, licence, sourceAddress } = attributionOf(file.attribution, context.attribution)
    for await (const item of file.items) {
      yield item.kind === 'refused'
        ? { refused: item.refusal }
        : { values: [...valuesOf(item.row), source.name, from, attribution, licence, sourceAddress] }
    }
  }
}

const REASONS = { masked: 'suppressed', 'not-given': 'not-reported' } as const

const valuesOf = (row: MunicipalFigure): StageValue[] => [
  row.measure,
  row.unit,
  row.municipalityCode,
  row.periodFrom,
  row.periodTo,
  row.count,
  row.missing && REASONS[row.missing],
  row.heading,
  row.rowNumber,
]

const shown = (row: string) =>
  `case when ${row}.measure is not null then json_build_object('数', coalesce(${row}.figure::text,
    case ${row}.reason when 'suppressed' then '秘匿' else '記載なし' end)) end`

// only what a file gives: the CSV of five years takes nothing from the nine of the Excel file
const COMPARE = `
  with given as (
    select distinct on (measure, municipality_code, period_from, period_to) measure, municipality_code, period_from, period_to, figure, reason
    from stage order by measure, municipality_code, period_from, period_to, row_number
  ), stored as (
    select f.measure, p.code as municipality_code, f.period_from, f.period_to, f.figures[p.position] as figure,
      f.missing[p.position] as reason
    from evaluation.fact_column f
    join evaluation.place p on p.level = f.level and p.series = f.series
    where f.level = 'municipality' and f.series = 'japan' and f.release = '確定' and f.measure = any ($1::text[])
      and f.missing[p.position] is distinct from 'not-loaded'
      and (f.figures[p.position] is not null or f.missing[p.position] is not null)
  )
  select case when s.measure is null then 'added'
      when (s.figure, s.reason) is not distinct from (g.figure, g.reason) then 'unchanged' else 'changed' end as state,
    $3::text || ' ' || m.label || ' ' || g.period_from || case when g.period_to > g.period_from then '〜' || g.period_to else '' end as key,
    ${shown('s')} as before, ${shown('g')} as after
  from given g join unnest($1::text[], $2::text[]) m(id, label) on m.id = g.measure
  left join stored s using (measure, municipality_code, period_from, period_to)`

/** One figure that two files give differently: which one holds, nobody can say. */
async function figuresTwice(client: pg.ClientBase): Promise<Refusal[]> {
  const { rows } = await client.query<{
    file: string
    row: number
    heading: string
    value: string | null
    other: string
    period: string
  }>(
    `select file_name as file, source_row as row, heading, figure::text as value, other, period_from::text as period from (
       select stage.*, first_value(figure) over same as first, first_value(file_name) over same as other, row_number() over same as nth
       from stage window same as (partition by measure, municipality_code, period_from, period_to order by stage.row_number)) twice
     where nth > 1 and figure is distinct from first order by row_number limit 1000`,
  )
  return rows.map(({ file, row, heading, value, other, period }) => ({
    file,
    row,
    column: heading,
    cell: null,
    value,
    code: 'figure.twice',
    reason: `${period} の同じ数が ${other} ではちがいます。`,
    remedy: '新しいほうのファイルだけを選んでください。',
  }))
}

async function withoutAttribution(client: pg.ClientBase): Promise<Notice[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct file_name as name from stage where attribution_from = 'none' order by 1`,
  )
  if (rows.length === 0) return []
  return [
    {
      code: 'attribution.none',
      message: `出典の記載がないファイルが ${rows.length} 件あります。公開元の示す出典を、画面の「出典」か --attribution で添えてください。`,
      count: rows.length,
      examples: rows.map(({ name }) => name),
    },
  ]
}

async function doubtfulYears(client: pg.ClientBase): Promise<Notice[]> {
  const { rows } = await client.query<{ name: string; address: string | null }>(
    `select distinct file_name as name, source_address as address from stage order by 1`,
  )
  const doubtful = rows.flatMap(({ name, address }) => {
    const doubt = yearDoubt(name, address ?? undefined)
    return doubt ? [`${name}（名前は${doubt.named}年、出典の番地は${doubt.address}年）`] : []
  })
  if (doubtful.length === 0) return []
  return [
    {
      code: 'file.year-doubt',
      message: `名前の年と、中に書かれた出典の番地の年がちがうファイルが ${doubtful.length} 件あります。名前の年として読み込みます。公開元で確かめてください。`,
      count: doubtful.length,
      examples: doubtful,
    },
  ]
}

export const imports: ImportKind[] = [municipalFigures]

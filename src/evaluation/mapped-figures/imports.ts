import {
  type FiguresMapping,
  type MappedFigure,
  measuresOf,
  readMappedFigures,
} from '../../exchange/mapped-figures/index.ts'
import { fileRefusal, type TabularSource } from '../../exchange/tabular/index.ts'
import {
  attributionLine,
  attributionOf,
  type ImportContext,
  type ImportKind,
  type ReadItem,
  type StageValue,
} from '../../platform/import/index.ts'
import { namedMapping } from '../../registers/mapping-profiles/index.ts'
import { measureLabel } from '../statistics/index.ts'
import { checkFigures, placeKey, targetOf } from './check.ts'
import { parseFiguresMapping } from './mapping.ts'
import { figureNotices, tellLeftOut } from './notices.ts'
import { applyFigures, DATASET, recordFigures } from './store.ts'

/** Tables of counts that no standard knows: a file adds and changes what it holds and takes nothing away. */
const mappedFigures: ImportKind = {
  kind: DATASET,
  label: '様式のない統計',
  help: '見出しが決まっていない統計の表です（保険者、市区町村、町ごとの数）。どの列が何かを「様式のない統計」の画面（/statistics/mapping）で選んでから読み込みます。ここから直接は読み込めません。',
  extensions: ['.csv', '.xlsx'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'statistics.imported',
  page: { path: '/statistics/mapping', label: '読み込んだ統計を見る' },
  takesAttribution: true,
  mapping: { parse: parseFiguresMapping, named: namedMapping },
  stage: [
    { name: 'place_key', type: 'text' },
    { name: 'measure', type: 'text' },
    { name: 'unit', type: 'text' },
    { name: 'period_from', type: 'date' },
    { name: 'period_to', type: 'date' },
    { name: 'figure', type: 'bigint' },
    { name: 'reason', type: 'text' },
    { name: 'heading', type: 'text' },
    { name: 'place_heading', type: 'text' },
    { name: 'place_cell', type: 'text' },
    { name: 'source_row', type: 'integer' },
    { name: 'file_name', type: 'text' },
    { name: 'attribution_from', type: 'text' },
    { name: 'attribution', type: 'text' },
    { name: 'licence', type: 'text' },
    { name: 'source_address', type: 'text' },
  ],
  read: readAll,
  check: checkFigures,
  compare(context) {
    const { level, series, release } = targetOf(context)
    const ids = measuresOf(context.mapping as FiguresMapping).map(({ id }) => id)
    return { text: COMPARE, values: [ids, ids.map(measureLabel), level, series, release] }
  },
  notices: figureNotices,
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
  const mapping = context.mapping as FiguresMapping | undefined
  for (const source of files) {
    if (!mapping) {
      yield { refused: withoutMapping(source.name) }
      continue
    }
    const file = await readMappedFigures(source, mapping, { notAfter: context.today })
    const { from, attribution, licence, sourceAddress } = attributionOf(file.attribution, context.attribution)
    for await (const item of file.items) {
      yield item.kind === 'refused'
        ? { refused: item.refusal }
        : { values: [...valuesOf(item.row), source.name, from, attribution, licence, sourceAddress] }
    }
    tellLeftOut(context, source.name, file.leftOut)
  }
}

const valuesOf = (row: MappedFigure): StageValue[] => [
  placeKey(row),
  row.measure,
  row.unit,
  row.periodFrom,
  row.periodTo,
  row.count,
  row.missing,
  row.heading,
  row.placeHeading,
  row.placeCell,
  row.rowNumber,
]

const withoutMapping = (file: string) =>
  fileRefusal(
    file,
    'mapping.missing',
    'どの列が何かが、決められていません。',
    '「様式のない統計」の画面で列を選んで読み込むか、コマンドでは --profile を付けてください。',
  )

const shown = (row: string) =>
  `case when ${row}.measure is not null then json_build_object('数', coalesce(${row}.figure::text,
    case ${row}.reason when 'suppressed' then '秘匿' when 'no-such-service' then 'その事業なし' when 'not-conducted' then '調査なし'
      else '記載なし' end)) end`

const COMPARE = `
  with given as (
    select distinct on (s.measure, m.code, s.period_from, s.period_to) s.measure, m.code, m.name, s.period_from, s.period_to, s.figure,
      s.reason
    from stage s join mapped_place m using (place_key) order by s.measure, m.code, s.period_from, s.period_to, s.row_number
  ), stored as (
    select f.measure, p.code, f.period_from, f.period_to, f.figures[p.position] as figure, f.missing[p.position] as reason
    from evaluation.fact_column f join evaluation.place p on p.level = f.level and p.series = f.series
    where f.level = $3 and f.series = $4 and f.release = $5 and f.measure = any ($1::text[])
      and f.missing[p.position] is distinct from 'not-loaded'
      and (f.figures[p.position] is not null or f.missing[p.position] is not null)
  )
  select case when s.measure is null then 'added'
      when (s.figure, s.reason) is not distinct from (g.figure, g.reason) then 'unchanged' else 'changed' end as state,
    g.name || ' ' || l.label || ' ' || g.period_from || case when g.period_to > g.period_from then '〜' || g.period_to else '' end as key,
    ${shown('s')} as before, ${shown('g')} as after
  from given g join unnest($1::text[], $2::text[]) l(id, label) on l.id = g.measure
  left join stored s using (measure, code, period_from, period_to)`

export const imports: ImportKind[] = [mappedFigures]

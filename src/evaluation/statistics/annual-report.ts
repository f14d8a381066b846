import type pg from 'pg'
import {
  type AnnualCount,
  type AnnualRow,
  type AnnualTable,
  LAYOUTS,
  readAnnualReport,
} from '../../exchange/annual-report/index.ts'
import type { Refusal, TabularSource } from '../../exchange/tabular/index.ts'
import { fiscalYearEnd, formatFiscalYear } from '../../platform/calendar/index.ts'
import {
  attributionLine,
  type ImportContext,
  type ImportKind,
  type Notice,
  type ReadItem,
  type StageValue,
} from '../../platform/import/index.ts'
import { type AnnualMeasure, applyAnnual, recordAnnual } from './annual-store.ts'
import { NOT_IN_TABLE, PUBLISHER } from './annual-words.ts'
import { JAPAN, type ReleaseState, readerOf } from './facts.ts'
import { codesOf, upgradeInsurerCodes } from './insurer-places.ts'

const REASONS = {
  masked: 'suppressed',
  dash: 'not-reported',
  blank: 'not-reported',
  none: 'not-reported',
} as const

/** Every measure of a table, with the sheet and the column that give it. */
export function measuresOf(table: AnnualTable): AnnualMeasure[] {
  const { groups, columns } = LAYOUTS[table]
  return groups.flatMap(({ group }) =>
    columns.map(({ id, label }, n) => ({
      measure: table === 'insured' ? `insured.${id}` : `certified.${group}.${id}`,
      group,
      label,
      nth: n + 1,
    })),
  )
}

/** 速報, 確定 or 改訂: as asked for, else as the file's name says, else 確定. */
export const releaseOf = ({ release }: Pick<ImportContext, 'release'>, fileName: string): ReleaseState =>
  release ?? (/速報|改訂/u.exec(fileName.normalize('NFKC'))?.[0] as ReleaseState | undefined) ?? '確定'

function annualKind(
  table: AnnualTable,
  { kind, label, help }: Pick<ImportKind, 'kind' | 'label' | 'help'>,
): ImportKind {
  const measures = measuresOf(table)
  return {
    kind,
    label,
    help: `${help}表には年度が書かれていないため、ファイルの名前の初めに「r5_」のように年度が要ります。速報・改訂の表は、名前に「速報」「改訂」を入れます（なければ確定とします）。`,
    extensions: ['.xlsx'],
    target: 'reference',
    may: 'import.statistics',
    audit: 'statistics.imported',
    page: { path: '/indicators', label: '指標を見る' },
    takesAttribution: true,
    takesRelease: true,
    stage: [
      { name: 'fiscal_year', type: 'text' },
      { name: 'period', type: 'date' },
      { name: 'release', type: 'text' },
      { name: 'grp', type: 'text' },
      { name: 'prefecture', type: 'text' },
      { name: 'prefecture_name', type: 'text' },
      { name: 'insurer', type: 'text' },
      { name: 'counts', type: 'bigint[]' },
      { name: 'reasons', type: 'text[]' },
      { name: 'file_name', type: 'text' },
      { name: 'sheet', type: 'text' },
      { name: 'source_row', type: 'integer' },
      { name: 'attribution_from', type: 'text' },
      { name: 'attribution', type: 'text' },
    ],
    read: (files, context) => readAll(table, files, context),
    check: async (client, context) => {
      await upgradeInsurerCodes(client, context.today)
      await findCodes(client)
      return tablesTwice(client)
    },
    compare: () => ({ text: COMPARE, values: compareValues(table, measures) }),
    notices: (client) => noticesOf(client),
    async sources(client) {
      const rows = await readerOf(client).query<{ attribution: string; from: string }>(
        'select distinct attribution, attribution_from as "from" from stage',
      )
      return rows.map(({ attribution, from }) =>
        attributionLine({ attribution, licence: from === 'file' ? PUBLISHER.licence : null, fileName: '' }),
      )
    },
    apply: (client, context, step) => applyAnnual(client, context, { dataset: kind, measures, step }),
    record: (client, context) => recordAnnual(client, context, kind),
    tables: ['evaluation.fact_column'],
    // a place stays when its figures go: its position is never given to another
    derived: ['evaluation.place', 'evaluation.indicator_column'],
  }
}

async function* readAll(
  table: AnnualTable,
  files: readonly TabularSource[],
  context: ImportContext,
): AsyncGenerator<ReadItem> {
  const origin = [context.attribution ? 'loader' : 'file', context.attribution ?? PUBLISHER.name]
  for (const source of files) {
    const release = releaseOf(context, source.name)
    const file = await readAnnualReport(source, table, { notAfter: context.today })
    for await (const item of file.items) {
      yield item.kind === 'refused'
        ? { refused: item.refusal }
        : {
            values: [
              ...valuesOf(item.row, release),
              source.name,
              item.row.sheet,
              item.row.rowNumber,
              ...origin,
            ],
          }
    }
  }
}

const valuesOf = (row: AnnualRow, release: ReleaseState): StageValue[] => [
  formatFiscalYear(row.fiscalYear),
  fiscalYearEnd(row.fiscalYear),
  release,
  row.group,
  row.prefecture,
  row.prefectureName,
  row.insurer,
  row.counts.map((count) => (typeof count === 'number' ? count : null)),
  reasonsOf(row.counts),
]

/** As an array of texts is written; null: nothing is missing. */
const reasonsOf = (counts: readonly AnnualCount[]): string | null =>
  counts.every((count) => typeof count === 'number')
    ? null
    : `{${counts.map((count) => (typeof count === 'number' ? 'NULL' : REASONS[count.missing])).join(',')}}`

/** Temporary table `coded`: code and municipalities of each insurer of each day of the run. */
async function findCodes(client: pg.ClientBase): Promise<void> {
  await client.query(
    `create temporary table coded (period date, prefecture text, insurer text, code text, members jsonb,
       primary key (period, prefecture, insurer)) on commit drop`,
  )
  const reader = readerOf(client)
  const days = await reader.query<{ day: string }>('select distinct period::text as day from stage')
  for (const { day } of days) {
    const insurers = await reader.query<{ prefecture: string; prefectureName: string; name: string }>(
      `select prefecture, min(prefecture_name) as "prefectureName", insurer as name from stage
       where period = $1 group by prefecture, insurer order by min(row_number)`,
      [day],
    )
    const coded = await codesOf(reader, insurers, day)
    await client.query(
      `insert into coded select $1, prefecture, name, code, "municipalityCodes"
       from jsonb_to_recordset($2::jsonb) r(prefecture text, name text, code text, "municipalityCodes" jsonb)`,
      [day, JSON.stringify(coded)],
    )
  }
  await client.query('analyze coded')
}

/** A table of one year and release that two files give: which one holds, nobody can say. */
async function tablesTwice(client: pg.ClientBase): Promise<Refusal[]> {
  const rows = await readerOf(client).query<{ file: string; other: string; year: string; release: string }>(
    `select max(file_name) as file, min(file_name) as other, fiscal_year as year, release
     from stage group by fiscal_year, release having count(distinct file_name) > 1`,
  )
  return rows.map(({ file, other, year, release }) => ({
    file,
    row: null,
    column: null,
    cell: null,
    value: null,
    code: 'table.twice',
    reason: `${year}（${release}）の同じ表が ${other} にもあります。`,
    remedy: '同じ年度の表は、一つだけ選んでください。',
  }))
}

const compareValues = (table: AnnualTable, measures: readonly AnnualMeasure[]) => [
  measures.map(({ measure }) => measure),
  measures.map(({ group }) => group),
  measures.map(({ nth }) => nth),
  LAYOUTS[table].columns.map(({ label }) => label),
  LAYOUTS[table].groups.map(({ group }) => group),
  LAYOUTS[table].groups.map(({ label }) => (table === 'insured' ? '' : ` ${label}`)),
  JAPAN,
  NOT_IN_TABLE,
]

const shown = (row: string) => `(select json_object_agg(l.label, coalesce(to_json(c.figure),
    to_json(case c.reason when 'suppressed' then '秘匿' else '記載なし' end)) order by l.nth)
  from unnest($4::text[]) with ordinality l(label, nth)
  join unnest(${row}.counts, ${row}.reasons) with ordinality c(figure, reason, nth) on c.nth = l.nth)`

// a table is the whole of its year and release: an insurer that is not in it any more is removed
const COMPARE = `
  with wanted as (
    select s.period, s.release, s.grp, c.code, s.prefecture_name, s.insurer, s.counts, s.reasons
    from stage s join coded c using (period, prefecture, insurer)
  ), stored as (
    select f.period_to as period, f.release, m.grp, p.code, pref.name as prefecture_name, p.name as insurer,
      array_agg(u.figure order by m.nth) as counts,
      case when bool_or(u.figure is null) then array_agg(u.reason order by m.nth) end as reasons
    from unnest($1::text[], $2::text[], $3::int[]) m(measure, grp, nth)
    join evaluation.fact_column f on f.measure = m.measure and f.level = 'insurer' and f.series = $7
    cross join lateral unnest(f.figures, f.missing) with ordinality u(figure, reason, position)
    join evaluation.place p on p.level = f.level and p.series = f.series and p.position = u.position
    join evaluation.place pref on pref.level = 'prefecture' and pref.series = f.series and pref.code = p.prefecture_code
    where (f.period_to, f.release) in (select period, release from stage) and u.reason is distinct from $8
    group by f.period_to, f.release, m.grp, p.code, pref.name, p.name
  ), both_sides as (
    select period, release, grp, code, coalesce(w.prefecture_name, s.prefecture_name) as prefecture_name,
      coalesce(w.insurer, s.insurer) as insurer, w.insurer is not null as is_wanted, s.insurer is not null as is_stored,
      (w.counts, w.reasons) is not distinct from (s.counts, s.reasons) as is_same,
      w.counts, w.reasons, s.counts as stored_counts, s.reasons as stored_reasons
    from wanted w full join stored s using (period, release, grp, code))
  select case when not b.is_stored then 'added' when not b.is_wanted then 'removed' when b.is_same then 'unchanged' else 'changed' end as state,
    b.prefecture_name || ' ' || b.insurer || g.label as key,
    case when b.is_stored and not b.is_same then ${shown('stored')} end as before,
    case when b.is_wanted and not b.is_same then ${shown('given')} end as after
  from both_sides b join unnest($5::text[], $6::text[]) g(grp, label) using (grp)
  cross join lateral (select b.counts, b.reasons) given cross join lateral (select b.stored_counts as counts, b.stored_reasons as reasons) stored`

/** Insurers without a code, once a list of codes is loaded; and those that the latest year before has or has not. */
async function noticesOf(client: pg.ClientBase): Promise<Notice[]> {
  const reader = readerOf(client)
  const [loaded] = await reader.query<{ any: boolean }>(
    'select exists (select from registers.municipality) as any',
  )
  const without = await reader.query<{ name: string }>(
    `select distinct s.prefecture_name || ' ' || s.insurer as name from stage s join coded c using (period, prefecture, insurer)
     where c.members = '[]' order by 1`,
  )
  if (without.length === 0) return []
  const message = loaded?.any
    ? `どの市区町村からなるか分からない保険者が ${without.length} あります（広域連合など）。図に市区町村の境で出すには、構成市町村の一覧が要ります。`
    : '市区町村コードの一覧がまだ取り込まれていないため、保険者を名前で保存します。一覧を取り込むと、コードが付きます。'
  return [
    {
      code: loaded?.any ? 'insurer.members-unknown' : 'insurer.no-codes',
      message,
      count: without.length,
      examples: without.slice(0, 20).map(({ name }) => name),
    },
  ]
}

export const annualImports: ImportKind[] = [
  annualKind('insured', {
    kind: 'annual-report-insured',
    label: '年報 第2表（第1号被保険者数）',
    help: '厚生労働省「介護保険事業状況報告（年報）」第2表 保険者別 第1号被保険者数の Excel です。',
  }),
  annualKind('certified', {
    kind: 'annual-report-certified',
    label: '年報 第4-1-1表（認定者数）',
    help: '厚生労働省「介護保険事業状況報告（年報）」第4-1-1表 保険者別 要介護（要支援）認定者数（男女計、九つのシート）の Excel です。',
  }),
]

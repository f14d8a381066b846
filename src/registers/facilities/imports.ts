import type pg from 'pg'
import { type Facility, type FacilityMapping, readFacilities } from '../../exchange/facilities/index.ts'
import { fileRefusal, type Refusal, type TabularSource } from '../../exchange/tabular/index.ts'
import {
  attributionLine,
  attributionOf,
  type ImportContext,
  type ImportKind,
  type ReadItem,
  type StatedAttribution,
} from '../../platform/import/index.ts'
import { foldAddress, foldName } from '../../platform/text/index.ts'
import { namedMapping, parseMapping } from '../mapping-profiles/index.ts'
import { columns } from './columns.ts'
import { facilityNotices, tellEmptied } from './notices.ts'
import { storeLists, storePlaces } from './store.ts'

const same = columns.map(({ name }) => `s.${name} is not distinct from f.${name}`).join(' and ')
/** What people see of a column; marks and the like as one line. */
const said = (column: { name: string; type: string }, row: string) =>
  column.type === 'jsonb'
    ? `(select string_agg(e.key || ' ' || case e.value when 'yes' then '○' when 'partly' then '△' when 'no' then '×' else e.value end,
        '、' order by e.key) from jsonb_each_text(${row}.${column.name}) e)`
    : `${row}.${column.name}`
const shown = (row: string) =>
  `json_build_object(${columns.map((column) => `'${column.label}', ${said(column, row)}`).join(', ')})`

// a file is the whole of its area and category: a place that is not in it any more is closed
const COMPARE = `
  select case when f.key is null then 'added' when s.key is null then 'removed'
      when ${same} then 'unchanged' else 'changed' end as state,
    coalesce(s.name, f.name) || coalesce(' (' || coalesce(s.id_in_list, f.id_in_list) || ')', '') as key,
    case when s.key is null then json_strip_nulls(${shown('f')}) when f.key is not null then ${shown('f')} end as before,
    case when f.key is null then json_strip_nulls(${shown('s')}) when s.key is not null then ${shown('s')} end as after
  from stage s full join (
    select * from registers.facility where (area_code, category) in (select area_code, category from stage)) f
  using (area_code, category, key)`

/** 施設・場所の一覧: the national standard in both generations, 高松市's own layout, and lists that people mapped. */
const facilities: ImportKind = {
  kind: 'facilities',
  label: '施設・場所の一覧',
  help: '市区町村が公開する施設の一覧の CSV か Excel です（公共施設、避難場所、AED、医療機関、地域包括支援センターなど。推奨データセット、自治体標準オープンデータセット、高松市の様式）。それ以外の見出しの一覧は「様式のない一覧」から読み込みます。',
  extensions: ['.csv', '.xlsx'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'facility.imported',
  page: { path: '/facilities', label: '施設・場所を見る' },
  takesAttribution: true,
  tables: ['registers.facility_list', 'registers.facility'],
  mapping: { parse: parseMapping, named: namedMapping },
  stage: [
    { name: 'area_code', type: 'text' },
    { name: 'category', type: 'text' },
    { name: 'key', type: 'text' },
    ...columns.map(({ name, type }) => ({ name, type })),
    { name: 'name_fold', type: 'text' },
    { name: 'address_fold', type: 'text' },
    { name: 'source_row', type: 'integer' },
    { name: 'file_name', type: 'text' },
    { name: 'known_by', type: 'text' },
    { name: 'as_of', type: 'date' },
    { name: 'attribution_from', type: 'text' },
    { name: 'attribution', type: 'text' },
    { name: 'licence', type: 'text' },
    { name: 'source_address', type: 'text' },
  ],
  read: readAll,
  check,
  compare: () => ({ text: COMPARE, values: [] }),
  notices: facilityNotices,
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
  async apply(client, context, step) {
    await storeLists(client, context)
    await step()
    await storePlaces(client)
  },
  // also when nothing differed: a newer file that says the same is the source from now on
  record: storeLists,
}

async function* readAll(files: readonly TabularSource[], context: ImportContext): AsyncGenerator<ReadItem> {
  const mapping = (context.mapping as FacilityMapping | undefined) ?? null
  for (const source of files) {
    if (mapping?.asOf && mapping.asOf > context.today) yield { refused: futureDay(source.name, mapping.asOf) }
    const file = await readFacilities(source, mapping)
    const list = {
      file: source.name,
      knownBy: file.category?.by ?? '',
      asOf: mapping?.asOf ?? null,
      origin: attributionOf(file.attribution, context.attribution),
    }
    for await (const item of file.items)
      yield item.kind === 'refused' ? { refused: item.refusal } : { values: valuesOf(item.row, list) }
    tellEmptied(context, source.name, file.emptied)
  }
}

interface List {
  file: string
  knownBy: string
  asOf: string | null
  origin: StatedAttribution
}

function valuesOf(facility: Facility, { file, knownBy, asOf, origin }: List) {
  return [
    facility.areaCode,
    facility.category,
    facility.key,
    ...columns.map(({ value }) => value(facility)),
    [facility.name, facility.kana].flatMap((text) => (text === null ? [] : [foldName(text)])).join(' '),
    facility.address === null ? '' : foldAddress(facility.address),
    facility.rowNumber,
    file,
    knownBy,
    asOf,
    origin.from,
    origin.attribution,
    origin.licence,
    origin.sourceAddress,
  ]
}

function futureDay(file: string, day: string): Refusal {
  return fileRefusal(
    file,
    'list.future',
    `一覧の時点（${day}）が、先の日付です。`,
    '「いつの一覧か」の日付を確かめてください。',
  )
}

/** Two files that are each the whole of one list: which of them would hold is for people to say. */
async function check(client: pg.ClientBase): Promise<Refusal[]> {
  const { rows } = await client.query<{ category: string; files: string[] }>(
    `select category, array_agg(distinct file_name order by file_name) as files from stage
     group by area_code, category having count(distinct file_name) > 1`,
  )
  return rows.map(({ category, files }) =>
    fileRefusal(
      files.at(-1) ?? '',
      'list.twice',
      `「${category}」の一覧が二つあります（${files.join('、')}）。どちらを今の一覧とするか決められません。`,
      '新しいほうの一つだけを選んで読み込んでください。古いものから順に、別々に読み込むこともできます。',
    ),
  )
}

export const imports: ImportKind[] = [facilities]

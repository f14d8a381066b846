import type pg from 'pg'
import {
  type MunicipalityRow,
  prefectureCode,
  readMunicipalityCodes,
} from '../../exchange/municipality-codes/index.ts'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import {
  attributionLine,
  attributionOf,
  type ImportContext,
  type ImportKind,
  type ReadItem,
  type StageValue,
} from '../../platform/import/index.ts'
import { codeNotices, codeRefusals } from './codes-doubts.ts'
import { PLANNED } from './codes-plan.ts'
import { releaseOfFile } from './release-of-file.ts'
import { foldMunicipality } from './rules/municipality.ts'

const DATASET = 'municipality-codes'

const shown = (
  row: string,
) => `json_build_object('名称', ${row}.name, 'よみ', ${row}.kana, '区分', ${row}.kind,
  '上位のコード', ${row}.parent_code, '緯度', ${row}.latitude, '経度', ${row}.longitude, '有効終了日', ${row}.valid_to,
  '引継先コード', array_to_string(${row}.successor_codes, ' '), '変更の内容', ${row}.note, '出典', ${row}.source,
  '確からしさ', ${row}.confidence)`
const figures = (row: string) =>
  [
    'name',
    'kana',
    'kind',
    'parent_code',
    'latitude',
    'longitude',
    'valid_to',
    'successor_codes',
    'note',
    'source',
  ]
    .concat('confidence')
    .map((column) => `${row}.${column}`)
    .join(', ')

// nothing is ever removed: figures of earlier days keep their codes, and what left the list is told as a notice
const COMPARE = `
  select case when m.code is null then 'added' when (${figures('w')}) is not distinct from (${figures('m')}) then 'unchanged'
      else 'changed' end as state,
    w.code || ' ' || w.name || coalesce(' (' || w.valid_from || 'から)', '') as key,
    case when m.code is not null then ${shown('m')} end as before, ${shown('w')} as after
  from wanted w left join registers.municipality m on m.code = w.code and m.valid_from is not distinct from w.valid_from`

/** Lists of codes (municipalities, prefectures) and files of their changes, in any order and number. */
export const municipalityCodes: ImportKind = {
  kind: DATASET,
  label: '市区町村コード',
  help:
    'Code for FUKUI「localgovjp」の市区町村と都道府県の一覧（CSV）と、「コードの変更」の表（都道府県・コード・名称・有効開始日・' +
    '有効終了日・引継先コードの列をもつ CSV か Excel）です。一覧にないコードも、過去の数字のために残ります。',
  extensions: ['.csv', '.xlsx'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'municipality-codes.imported',
  takesAttribution: true,
  stage: [
    { name: 'layout', type: 'text' },
    { name: 'code', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'kana', type: 'text' },
    { name: 'fold', type: 'text' },
    { name: 'prefecture_code', type: 'text' },
    { name: 'kind', type: 'text' },
    { name: 'parent_code', type: 'text' },
    { name: 'latitude', type: 'double precision' },
    { name: 'longitude', type: 'double precision' },
    { name: 'valid_from', type: 'date' },
    { name: 'valid_to', type: 'date' },
    { name: 'successors', type: 'text' },
    { name: 'note', type: 'text' },
    { name: 'source', type: 'text' },
    { name: 'confidence', type: 'text' },
    { name: 'file_name', type: 'text' },
    { name: 'source_row', type: 'integer' },
    { name: 'attribution_from', type: 'text' },
    { name: 'attribution', type: 'text' },
    { name: 'licence', type: 'text' },
    { name: 'source_address', type: 'text' },
  ],
  read: readAll,
  async check(client) {
    await client.query(PLANNED)
    return codeRefusals(client)
  },
  compare: () => ({ text: COMPARE, values: [] }),
  notices: codeNotices,
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
  apply,
  tables: ['registers.municipality'],
}

async function apply(client: pg.ClientBase, context: ImportContext): Promise<void> {
  const releases = await releaseOfFile(client, context, DATASET)
  await client.query(
    `update registers.municipality m set name = w.name, kana = w.kana, fold = w.fold, kind = w.kind,
       parent_code = w.parent_code, latitude = w.latitude, longitude = w.longitude, valid_to = w.valid_to,
       successor_codes = w.successor_codes, note = w.note, source = w.source, confidence = w.confidence,
       list_release_id = coalesce(($1::jsonb ->> w.list_file)::uuid, m.list_release_id),
       change_release_id = coalesce(($1::jsonb ->> w.change_file)::uuid, m.change_release_id)
     from wanted w where m.code = w.code and m.valid_from is not distinct from w.valid_from`,
    [JSON.stringify(releases)],
  )
  await client.query(
    `insert into registers.municipality (code, name, kana, fold, prefecture_code, kind, parent_code, latitude, longitude,
       valid_from, valid_to, successor_codes, note, source, confidence, list_release_id, change_release_id)
     select w.code, w.name, w.kana, w.fold, w.prefecture_code, w.kind, w.parent_code, w.latitude, w.longitude, w.valid_from,
       w.valid_to, w.successor_codes, w.note, w.source, w.confidence, ($1::jsonb ->> w.list_file)::uuid,
       ($1::jsonb ->> w.change_file)::uuid
     from wanted w where not exists (select from registers.municipality m
       where m.code = w.code and m.valid_from is not distinct from w.valid_from)`,
    [JSON.stringify(releases)],
  )
}

async function* readAll(files: readonly TabularSource[], context: ImportContext): AsyncGenerator<ReadItem> {
  for (const source of files) {
    const file = await readMunicipalityCodes(source)
    const { from, attribution, licence, sourceAddress } = attributionOf(file.attribution, context.attribution)
    for await (const item of file.items) {
      yield item.kind === 'refused'
        ? { refused: item.refusal }
        : { values: [...valuesOf(item.row, source.name), from, attribution, licence, sourceAddress] }
    }
  }
}

const valuesOf = (row: MunicipalityRow, fileName: string): StageValue[] => [
  row.layout,
  row.code,
  row.name,
  row.kana,
  foldMunicipality(row.name),
  prefectureCode(row.code),
  row.kind,
  row.parentCode,
  row.latitude,
  row.longitude,
  row.validFrom,
  row.validTo,
  row.successorCodes.join(' '),
  row.note,
  row.source,
  row.confidence,
  fileName,
  row.rowNumber,
]

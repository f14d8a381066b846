import type pg from 'pg'
import type { Refusal, TabularSource } from '../../exchange/tabular/index.ts'
import {
  attributionOf,
  type ImportContext,
  type ImportKind,
  type ReadItem,
} from '../../platform/import/index.ts'
import { readInsurerMembers } from './member-file.ts'
import { releaseOfFile } from './release-of-file.ts'
import { foldMunicipality } from './rules/municipality.ts'

const DATASET = 'insurer-members'
const SAME = `m.prefecture_code = s.prefecture_code and m.insurer_fold = s.insurer_fold
  and m.municipality_code = s.municipality_code and m.valid_from is not distinct from s.valid_from`

// a file is the whole of each insurer that it names: a member that is not in it any more is removed
const COMPARE = `
  with stored as (select m.* from registers.insurer_member m
    where (m.prefecture_code, m.insurer_fold) in (select prefecture_code, insurer_fold from stage))
  select case when m.insurer_name is null then 'added' when s.insurer_name is null then 'removed'
      when (s.insurer_name, s.valid_to, s.source) is not distinct from (m.insurer_name, m.valid_to, m.source) then 'unchanged'
      else 'changed' end as state,
    coalesce(s.insurer_name, m.insurer_name) || ' ' || coalesce(s.municipality_code, m.municipality_code)
      || coalesce(' (' || coalesce(s.valid_from, m.valid_from) || 'から)', '') as key,
    case when m.insurer_name is not null then
      json_build_object('保険者', m.insurer_name, '脱退日', m.valid_to, '出典', m.source) end as before,
    case when s.insurer_name is not null then
      json_build_object('保険者', s.insurer_name, '脱退日', s.valid_to, '出典', s.source) end as after
  from stage s full join stored m on ${SAME}`

/** 構成市町村 of unions, which published lists of insurers do not give. */
export const insurerMembers: ImportKind = {
  kind: DATASET,
  label: '保険者の構成市町村',
  help:
    '広域連合や一部事務組合がどの市町村から成るかの表です。都道府県・保険者・構成市町村コード（と、あれば加入日・脱退日・出典）の列を' +
    'もつ CSV か Excel で、一つの保険者は全部の市町村を一度に入れます。',
  extensions: ['.csv', '.xlsx'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'insurer-members.imported',
  takesAttribution: true,
  stage: [
    { name: 'prefecture_code', type: 'text' },
    { name: 'insurer_name', type: 'text' },
    { name: 'insurer_fold', type: 'text' },
    { name: 'municipality_code', type: 'text' },
    { name: 'valid_from', type: 'date' },
    { name: 'valid_to', type: 'date' },
    { name: 'source', type: 'text' },
    { name: 'file_name', type: 'text' },
    { name: 'source_row', type: 'integer' },
    { name: 'attribution_from', type: 'text' },
    { name: 'attribution', type: 'text' },
    { name: 'licence', type: 'text' },
    { name: 'source_address', type: 'text' },
  ],
  read: readAll,
  check: refusals,
  compare: () => ({ text: COMPARE, values: [] }),
  apply,
  tables: ['registers.insurer_member'],
}

async function* readAll(files: readonly TabularSource[], context: ImportContext): AsyncGenerator<ReadItem> {
  for (const source of files) {
    const file = await readInsurerMembers(source)
    const { from, attribution, licence, sourceAddress } = attributionOf(file.attribution, context.attribution)
    for await (const item of file.items) {
      if (item.kind === 'refused') yield { refused: item.refusal }
      else {
        const { row } = item
        const period = [
          row.municipalityCode,
          row.validFrom,
          row.validTo,
          row.source,
          source.name,
          row.rowNumber,
        ]
        const origin = [from, attribution, licence, sourceAddress]
        yield {
          values: [
            row.prefectureCode,
            row.insurerName,
            foldMunicipality(row.insurerName),
            ...period,
            ...origin,
          ],
        }
      }
    }
  }
}

const WORDS = {
  'code.unknown': {
    reason: '市区町村コードの一覧に、この市町村がありません。',
    remedy: '先に市区町村コードを取り込むか、コードを直してください（政令指定都市の区は入れません）。',
  },
  'member.twice': {
    reason: 'この市町村は、同じ時期に二度、または二つの保険者に入っています。',
    remedy: '一つの市町村が入る保険者は、同じ日には一つだけにしてください。',
  },
} as const

/** Codes that are no municipality, and a municipality in two insurers at a time, those stored of other insurers included. */
async function refusals(client: pg.ClientBase): Promise<Refusal[]> {
  const { rows } = await client.query<{ file: string; row: number; value: string; code: keyof typeof WORDS }>(
    `with others as (select m.* from registers.insurer_member m
       where (m.prefecture_code, m.insurer_fold) not in (select prefecture_code, insurer_fold from stage))
     select file_name as file, source_row as row, municipality_code as value, 'code.unknown' as code from stage s
     where not exists (select from registers.municipality m
       where m.code = s.municipality_code and m.kind not in ('prefecture', 'ward'))
     union
     select s.file_name, s.source_row, s.municipality_code, 'member.twice' from stage s
     where exists (select from stage o where o.row_number < s.row_number and o.municipality_code = s.municipality_code
         and daterange(o.valid_from, o.valid_to, '[]') && daterange(s.valid_from, s.valid_to, '[]'))
       or exists (select from others o where o.municipality_code = s.municipality_code
         and daterange(o.valid_from, o.valid_to, '[]') && daterange(s.valid_from, s.valid_to, '[]'))
     order by 1, 2, 4`,
  )
  return rows.map((row) => ({ ...row, column: '構成市町村コード', cell: null, ...WORDS[row.code] }))
}

async function apply(client: pg.ClientBase, context: ImportContext): Promise<void> {
  const releases = await releaseOfFile(client, context, DATASET)
  await client.query(
    `delete from registers.insurer_member m
     where (m.prefecture_code, m.insurer_fold) in (select prefecture_code, insurer_fold from stage)`,
  )
  await client.query(
    `insert into registers.insurer_member (prefecture_code, insurer_name, insurer_fold, municipality_code, valid_from, valid_to,
       source, release_id)
     select prefecture_code, insurer_name, insurer_fold, municipality_code, valid_from, valid_to, source,
       ($1::jsonb ->> file_name)::uuid from stage`,
    [JSON.stringify(releases)],
  )
}

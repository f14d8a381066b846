import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Refusal, TabularSource } from '../../exchange/tabular/index.ts'
import type { ImportContext, ImportKind, Notice, ReadItem } from '../../platform/import/index.ts'
import { readTowns } from './town-file.ts'

/** What the stage says beside what is stored: $1 insurer. The day of a row is its own or that of reading. */
const PLANNED = `
  create temporary table planned on commit drop as
  select s.*, t.id as town_id, t.version as town_version, t.kana as kana_before, a.id as area_id,
    ta.id as area_before_id, ta.code || ' ' || ta.name as area_before, a.code || ' ' || a.name as area_after,
    c.id as centre_id, cc.id as centre_before_id, cc.name as centre_before, c.name as centre_after
  from stage s
  left join registers.town t on t.insurer_id = $1 and t.name = s.name
  left join registers.daily_life_area a on a.insurer_id = $1 and a.code = s.area_code
    and a.valid_from <= s.from_on and (a.valid_to is null or a.valid_to >= s.from_on)
  left join registers.area_town at on at.insurer_id = $1 and at.town_id = t.id
    and at.valid_from <= s.from_on and (at.valid_to is null or at.valid_to >= s.from_on)
  left join registers.daily_life_area ta on ta.insurer_id = $1 and ta.id = at.area_id
  left join registers.centre c on c.insurer_id = $1 and (c.name = s.centre or c.short_name = s.centre)
    and c.valid_from <= s.from_on and (c.valid_to is null or c.valid_to >= s.from_on)
  left join registers.centre_area ca on ca.insurer_id = $1 and ca.area_id = a.id
    and ca.valid_from <= s.from_on and (ca.valid_to is null or ca.valid_to >= s.from_on)
  left join registers.centre cc on cc.insurer_id = $1 and cc.id = ca.centre_id`

const COMPARE = `
  select case when p.town_id is null then 'added'
      when coalesce(p.kana, p.kana_before) is distinct from p.kana_before or p.area_before_id is distinct from p.area_id
        or coalesce(p.centre_id, p.centre_before_id) is distinct from p.centre_before_id then 'changed'
      else 'unchanged' end as state,
    p.name as key,
    case when p.town_id is not null then
      json_build_object('カナ', p.kana_before, '圏域', p.area_before, 'センター', p.centre_before, '開始日', null) end as before,
    json_build_object('カナ', coalesce(p.kana, p.kana_before, ''), '圏域', p.area_after,
      'センター', coalesce(p.centre_after, p.centre_before), '開始日',
      case when p.area_before_id is distinct from p.area_id then p.from_on end) as after
  from planned p`

/** 町の一覧: towns by name, each in an area by its code; an area without a centre gets the one named. */
export const townsKind: ImportKind = {
  kind: 'towns',
  label: '町と圏域の一覧',
  help: '町名・カナ・圏域コード・センター・開始日の表です。「圏域と町」で、いまの内容の入った様式を書き出せます。一覧にない町は変わりません。',
  extensions: ['.csv', '.xlsx'],
  target: 'tenant',
  may: 'area.manage',
  audit: 'area.towns-imported',
  page: { path: '/areas', label: '圏域と町を見る' },
  stage: [
    { name: 'name', type: 'text' },
    { name: 'kana', type: 'text' },
    { name: 'fold', type: 'text' },
    { name: 'area_code', type: 'text' },
    { name: 'centre', type: 'text' },
    { name: 'from_on', type: 'date' },
    { name: 'file_name', type: 'text' },
    { name: 'source_row', type: 'integer' },
  ],
  read: readAll,
  async check(client, { insurerId }) {
    await client.query(PLANNED, [insurerId])
    return refusals(client)
  },
  compare: () => ({ text: COMPARE, values: [] }),
  notices: peopleFollowLater,
  apply,
}

async function* readAll(files: readonly TabularSource[], { today }: ImportContext): AsyncGenerator<ReadItem> {
  for (const source of files) {
    for await (const item of await readTowns(source)) {
      if (item.kind === 'refused') yield { refused: item.refusal }
      else {
        const { name, kana, fold, areaCode, centre, fromOn, rowNumber } = item.row
        yield { values: [name, kana, fold, areaCode, centre, fromOn ?? today, source.name, rowNumber] }
      }
    }
  }
}

interface Doubt {
  file_name: string
  source_row: number
  column: string
  value: string
  code: string
  about: string | null
}

async function refusals(client: pg.ClientBase): Promise<Refusal[]> {
  const { rows } = await client.query<Doubt>(
    `select file_name, source_row, '圏域コード' as column, area_code as value, 'area.unknown' as code, from_on::text as about
       from planned where area_id is null
     union all
     select file_name, source_row, 'センター', centre, 'centre.unknown', from_on::text
       from planned where centre is not null and centre_id is null
     union all
     select file_name, source_row, 'センター', centre, 'centre.other', centre_before
       from planned where centre_id <> centre_before_id
     union all
     select p.file_name, p.source_row, 'センター', p.centre, 'centre.two', o.centre
       from planned p join lateral (select o.centre from planned o where o.area_id = p.area_id and o.centre_id <> p.centre_id
         order by o.source_row limit 1) o on true where p.centre_before_id is null
     union all
     select p.file_name, p.source_row, '町名', p.name, 'town.twice', min(o.file_name)
       from planned p join planned o on o.name = p.name and (o.file_name, o.source_row) < (p.file_name, p.source_row)
       group by 1, 2, 4
     order by 2, 3`,
  )
  return rows.map((row) => ({
    file: row.file_name,
    row: row.source_row,
    column: row.column,
    cell: null,
    value: row.value,
    code: row.code,
    ...WORDS[row.code]!(row.about),
  }))
}

const WORDS: Record<string, (about: string | null) => { reason: string; remedy: string }> = {
  'area.unknown': (day) => ({
    reason: `この圏域コードは、${day}にはありません。`,
    remedy: '先に「圏域と町」で圏域を登録するか、コードか開始日を直してください。',
  }),
  'centre.unknown': (day) => ({
    reason: `この名前のセンターは、${day}にはありません。`,
    remedy: '「センター」の台帳にある名称か略称で入れてください。空けておけば、圏域の担当はそのままです。',
  }),
  'centre.other': (centre) => ({
    reason: `この圏域の担当は ${centre} です。町の一覧では変えられません。`,
    remedy: '圏域の担当を替えるときは、「圏域と町」で、いつからかを決めて替えてください。',
  }),
  'centre.two': (centre) => ({
    reason: `同じ圏域に ${centre} も書かれています。`,
    remedy: '一つの圏域を担当するセンターは、一つにしてください。',
  }),
  'town.twice': (file) => ({
    reason: `同じ町が ${file} にもあります。`,
    remedy: 'どちらか一つの行にしてください。',
  }),
}

async function peopleFollowLater(client: pg.ClientBase): Promise<Notice[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from planned where town_id is not null and area_before_id is not null
       and area_before_id is distinct from area_id order by name`,
  )
  if (rows.length === 0) return []
  return [
    {
      code: 'town.moves',
      message:
        '圏域の変わる町があります。住んでいる方の担当は、ひとりでには変わりません。保存したあと、市の担当者が「担当替え」で引き継ぎます。',
      count: rows.length,
      examples: rows.slice(0, 20).map(({ name }) => name),
    },
  ]
}

interface Planned {
  name: string
  kana: string | null
  kana_before: string | null
  fold: string
  from_on: string
  town_id: string | null
  town_version: number | null
  area_id: string
  area_before_id: string | null
  centre_id: string | null
  centre_before_id: string | null
}

async function apply(client: pg.ClientBase, _: ImportContext, step: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<Planned>('select * from planned order by row_number')
  const served = new Set<string>()
  for (const row of rows) {
    const townId = row.town_id ?? randomUUID()
    const kana = row.kana ?? row.kana_before ?? ''
    if (row.town_id === null || kana !== row.kana_before) {
      await client.query('select registers.put_town($1, $2, $3, $4, $5)', [
        townId,
        row.town_version,
        row.name,
        kana,
        row.fold,
      ])
    }
    if (row.area_before_id !== row.area_id) {
      await client.query('select registers.assign_town($1, $2, $3::date)', [townId, row.area_id, row.from_on])
    }
    if (row.centre_id !== null && row.centre_before_id === null && !served.has(row.area_id)) {
      served.add(row.area_id)
      await client.query('select registers.assign_area($1, $2, $3::date)', [
        row.area_id,
        row.centre_id,
        row.from_on,
      ])
    }
    await step()
  }
}

export const imports: ImportKind[] = [townsKind]

import type pg from 'pg'
import type { Refusal } from '../../exchange/tabular/index.ts'
import type { Notice } from '../../platform/import/index.ts'

interface Doubt {
  file: string
  row: number
  column: string
  value: string
  code: keyof typeof WORDS
  about: string
}

const WORDS = {
  'code.twice': (about: string) => ({
    reason: `同じコードと有効開始日の行が ${about} にもあります。`,
    remedy: 'どちらか正しい一行だけにしてください。',
  }),
  'code.overlap': (about: string) => ({
    reason: `同じコードの期間が、${about} からの期間と重なります。`,
    remedy: '前の期間の有効終了日を、次の有効開始日の前日にしてください。',
  }),
  'parent.unknown': () => ({
    reason: '上位のコードが、一覧にも今の内容にもありません。',
    remedy: '先に一覧を取り込むか、コードを直してください。',
  }),
  'successor.unknown': () => ({
    reason: '引継先コードが、一覧にも今の内容にもありません。',
    remedy: '引継先の行も同じ表に入れるか、コードを直してください。',
  }),
}

/** What only the whole of the files and the stored codes together can tell; after `wanted` is made. */
export async function codeRefusals(client: pg.ClientBase): Promise<Refusal[]> {
  const { rows } = await client.query<Doubt>(
    `with known as (select code from wanted union select code from registers.municipality)
     select s.file_name as file, s.source_row as row, case s.layout when 'list' then 'lgcode' else 'コード' end as column,
       s.code as value, 'code.twice' as code, s.other as about
     from (select *, first_value(file_name || ' の' || source_row || '行目') over same as other, row_number() over same as nth
       from stage window same as (partition by layout, code, valid_from order by row_number)) s where s.nth > 1
     union all
     select coalesce(w.change_file, w.list_file), w.change_row, '有効終了日', w.code, 'code.overlap', w.next_from::text
     from (select *, lead(valid_from) over (partition by code order by valid_from nulls first) as next_from from wanted) w
     where w.next_from is not null and (w.valid_to is null or w.valid_to >= w.next_from)
     union all
     select s.file_name, s.source_row, '上位のコード', s.parent_code, 'parent.unknown', ''
     from stage s where s.layout = 'change' and s.parent_code is not null and s.parent_code not in (select code from known)
     union all
     select s.file_name, s.source_row, '引継先コード', x.code, 'successor.unknown', ''
     from stage s cross join lateral unnest(string_to_array(s.successors, ' ')) x (code)
     where x.code not in (select code from known)
     order by 1, 2, 3`,
  )
  return rows.map(({ about, ...row }) => ({ ...row, cell: null, ...WORDS[row.code](about) }))
}

const NOTICES: [code: string, query: string, message: (count: number) => string][] = [
  [
    'code.gone',
    // a list of one prefecture says nothing of the others
    `select m.code || ' ' || m.name as key from registers.municipality m
     where m.list_release_id is not null and m.valid_to is null
       and (m.prefecture_code, m.kind = 'prefecture') in (select prefecture_code, kind = 'prefecture' from stage where layout = 'list')
       and not exists (select from wanted w where w.code = m.code) order by 1`,
    (count) =>
      `今の一覧にあったコードが ${count} 件、新しい一覧にありません。消さずに残します。廃止されたのなら「コードの変更」の表で有効終了日を入れてください。`,
  ],
  [
    'code.ended',
    `select w.code || ' ' || w.name || '（' || w.valid_to || 'まで）' as key from wanted w
     where w.list_file is not null and w.valid_to is not null order by 1`,
    (count) =>
      `一覧にまだありますが、「コードの変更」で終わったとされているコードが ${count} 件あります。終わった日のとおりに扱います。`,
  ],
  [
    'attribution.none',
    `select distinct file_name as key from stage where attribution_from = 'none' order by 1`,
    (count) =>
      `出典の記載がないファイルが ${count} 件あります。公開元の示す出典を、画面の「出典」か --attribution で添えてください。`,
  ],
]

export async function codeNotices(client: pg.ClientBase): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const [code, query, message] of NOTICES) {
    const { rows } = await client.query<{ key: string }>(query)
    const examples = rows.slice(0, 20).map(({ key }) => key)
    if (rows.length > 0) notices.push({ code, message: message(rows.length), count: rows.length, examples })
  }
  return notices
}

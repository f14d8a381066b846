import type pg from 'pg'
import type { ImportContext, Notice } from '../../platform/import/index.ts'

/** Rows of a run that hold a number and nothing else, as `file row`: found while reading, said with the notices. */
const emptied = new WeakMap<ImportContext, string[]>()

export function tellEmptied(context: ImportContext, file: string, rows: readonly number[]): void {
  const places = rows.map((row) => `${file} ${row}行目`)
  emptied.set(context, [...(emptied.get(context) ?? []), ...places])
}

/** What each list is taken for, what was kept as it is written, and what its places lack. */
export async function facilityNotices(client: pg.ClientBase, context: ImportContext): Promise<Notice[]> {
  const empty = emptied.get(context) ?? []
  return [
    ...(await takenFor(client)),
    ...(await said(
      client,
      'as-written',
      KEPT,
      (n) =>
        `${n} か所に、値として読めない欄があります。書いてあるとおりに残しました。電話や時間は、もとの文字で見られます。`,
    )),
    ...(await said(client, 'address.missing', NO_ADDRESS, (n) => `${n} か所に住所がありません。`)),
    ...(await said(
      client,
      'location.missing',
      NO_POINT,
      (n) => `${n} か所に緯度と経度がありません。地図と距離の計算には入りません。`,
    )),
    ...(await said(
      client,
      'attribution.missing',
      NO_SOURCE,
      (n) => `${n} つのファイルに出典がありません。出典を入れて読み込むと、一覧の下に出ます。`,
    )),
    ...(empty.length > 0
      ? [
          {
            code: 'row.emptied',
            message: `番号だけが残っている行が ${empty.length} つあります。施設として読みません。`,
            count: empty.length,
            examples: empty.slice(0, 20),
          },
        ]
      : []),
  ]
}

const KEPT = `select name || ' ' || field.label as example, source_row as place
  from stage, lateral jsonb_object_keys(as_written) as field(label) order by file_name, source_row`
const NO_ADDRESS = 'select name as example from stage where address is null order by file_name, source_row'
const NO_POINT = 'select name as example from stage where latitude is null order by file_name, source_row'
const NO_SOURCE = `select distinct file_name as example from stage where attribution_from = 'none' order by 1`

async function said(
  client: pg.ClientBase,
  code: string,
  query: string,
  message: (count: string) => string,
): Promise<Notice[]> {
  const { rows } = await client.query<{ example: string }>(query)
  if (rows.length === 0) return []
  const examples = rows.slice(0, 20).map(({ example }) => example)
  return [{ code, message: message(rows.length.toLocaleString('ja-JP')), count: rows.length, examples }]
}

async function takenFor(client: pg.ClientBase): Promise<Notice[]> {
  const { rows } = await client.query<{
    file_name: string
    category: string
    known_by: string
    area: string
    as_of: string | null
  }>(
    `select s.file_name, s.category, max(s.known_by) as known_by, max(s.as_of)::text as as_of,
       coalesce((select max(m.name) from registers.municipality m where m.code = s.area_code and m.valid_to is null),
         s.area_code) as area
     from stage s group by s.file_name, s.category, s.area_code order by s.file_name, s.area_code`,
  )
  const taken = rows.map(
    ({ file_name, area, category, known_by }) =>
      `${file_name} は${area}の「${category}」（${known_by}による）`,
  )
  const undated = rows.filter(({ as_of }) => as_of === null).map(({ file_name }) => file_name)
  return [
    {
      code: 'list.taken-for',
      message: `次の一覧として読みます。${taken.join('、')}。違うときは、「様式のない一覧」の画面で種類を決めて読み込んでください。`,
      count: taken.length,
      examples: [],
    },
    ...(undated.length > 0
      ? [
          {
            code: 'list.undated',
            message: 'いつの一覧かが書かれていません。初めて読み込んだ日を、一覧の下に出します。',
            count: undated.length,
            examples: undated.slice(0, 20),
          },
        ]
      : []),
  ]
}

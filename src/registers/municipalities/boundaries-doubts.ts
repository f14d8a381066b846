import type pg from 'pg'
import type { Refusal } from '../../exchange/tabular/index.ts'
import type { Notice } from '../../platform/import/index.ts'

/** Two files of one area and day: nobody may guess which of them holds. */
export async function boundaryRefusals(client: pg.ClientBase): Promise<Refusal[]> {
  const { rows } = await client.query<{ file: string; other: string; asOf: string }>(
    `select max(file_name) as file, min(file_name) as other, as_of as "asOf" from stage
     group by area_code, as_of having count(distinct file_name) > 1`,
  )
  return rows.map(({ file, other, asOf }) => ({
    file,
    row: null,
    column: null,
    cell: null,
    value: null,
    code: 'boundary.twice',
    reason: `同じ地域の ${asOf} の境界が ${other} にもあります。`,
    remedy: 'どちらか一つのファイルだけにしてください（TopoJSON のほうが小さく、境も一致します）。',
  }))
}

/** Codes of the day in the list; without any list nothing can be said. */
const LISTED = `select m.code, m.name, m.kind, m.prefecture_code from registers.municipality m
  where (m.valid_from is null or m.valid_from <= d.as_of) and (m.valid_to is null or m.valid_to >= d.as_of)`

const NOTICES: [code: string, query: string, message: (count: number) => string][] = [
  [
    'boundary.left-out',
    `select x.name || ' 所属未定地' as key from stage s cross join lateral unnest(string_to_array(s.left_out, ' ')) x (name) order by 1`,
    (count) => `所属未定地が ${count} か所あります。市区町村コードがないので、地図には出ません。`,
  ],
  [
    'boundary.unlisted',
    `select s.code || ' ' || coalesce(s.city_name, '') || s.name as key from stage s
     where not exists (select from (select s.as_of) d cross join lateral (${LISTED}) m where m.code = s.code) order by 1`,
    (count) =>
      `市区町村コードの一覧にないコードの区域が ${count} あります。形は取り込み、数のない地域として出します（北方領土の村は一覧に載りません）。`,
  ],
  [
    'boundary.without-shape',
    `select m.code || ' ' || m.name as key
     from (select distinct as_of, area_code from stage) d cross join lateral (${LISTED}) m
     where m.kind not in ('prefecture', 'designated-city') and (d.area_code in ('000000', m.prefecture_code))
       and not exists (select from stage s where s.code = m.code and s.as_of = d.as_of and s.area_code = d.area_code) order by 1`,
    (count) =>
      `一覧にあって形のない市区町村が ${count} あります。形を簡素化したときに消えた小さな島などです。数は表に出ます。`,
  ],
]

export async function boundaryNotices(client: pg.ClientBase): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const [code, query, message] of NOTICES) {
    const { rows } = await client.query<{ key: string }>(query)
    const examples = rows.slice(0, 20).map(({ key }) => key)
    if (rows.length > 0) notices.push({ code, message: message(rows.length), count: rows.length, examples })
  }
  return notices
}

import type pg from 'pg'
import { careService, readFileName } from '../../exchange/care-offices/index.ts'
import type { ImportContext, Notice } from '../../platform/import/index.ts'

const SHOWN = 20

/** What people should know though nothing is refused. */
export async function officeNotices(
  client: pg.ClientBase,
  { checksums, today }: ImportContext,
): Promise<Notice[]> {
  const found = [
    await warned(
      client,
      'office-number',
      'office.check-digit',
      (count) =>
        `検査数字の合わない事業所番号が${count}行あります。公表データにもある誤りなので、そのまま読み込みます。`,
    ),
    await warned(
      client,
      'corporate-number',
      'office.corporate-number',
      (count) => `けた数か検査数字の合わない法人番号が${count}行あります。そのまま読み込みます。`,
    ),
    await warned(
      client,
      'place',
      'office.place',
      (count) => `日本の外を指す緯度・経度が${count}行あります。位置のない事業所として読み込みます。`,
    ),
    await sitesTwice(client),
    await unknownMunicipalities(client, today),
    undatedFiles([...checksums.keys()]),
  ]
  return found.flatMap((notice) => (notice === null ? [] : [notice]))
}

async function warned(
  client: pg.ClientBase,
  warning: string,
  code: string,
  message: (count: number) => string,
): Promise<Notice | null> {
  const { rows } = await client.query<{ key: string }>(
    `select office_number || ' (' || file_name || ' ' || source_row || '行目)' as key from stage
     where $1 = any (string_to_array(warnings, ',')) order by row_number`,
    [warning],
  )
  return noticeOf(rows, code, message)
}

async function sitesTwice(client: pg.ClientBase): Promise<Notice | null> {
  const { rows } = await client.query<{ key: string }>(
    `select office_number || ' (' || file_name || ' ' || source_row || '行目)' as key from stage where site > 1 order by row_number`,
  )
  return noticeOf(
    rows,
    'office.sites',
    (count) =>
      `一つのサービスのファイルに、同じ事業所番号で内容のちがう行が${count}行あります。どれも読み込み、事業所は一つと数えます。`,
  )
}

/** Codes that hold on no day of loading, when a list of codes is loaded at all: they stay with the offices as they are. */
async function unknownMunicipalities(client: pg.ClientBase, today: string): Promise<Notice | null> {
  const { rows } = await client.query<{ key: string; n: number }>(
    `select s.municipality_code || ' ' || max(s.municipality_name) || '（' || count(*) || '行）' as key, count(*)::int as n
     from stage s left join registers.municipality m on m.code = s.municipality_code
       and (m.valid_from is null or m.valid_from <= $1::date) and (m.valid_to is null or m.valid_to >= $1::date)
     where m.code is null and exists (select from registers.municipality)
     group by s.municipality_code order by s.municipality_code`,
    [today],
  )
  const count = rows.reduce((sum, { n }) => sum + n, 0)
  const notice = noticeOf(
    rows,
    'office.municipality',
    (codes) =>
      `市区町村コードの一覧にない市区町村が${codes}、事業所の行は${count}行あります。そのまま読み込みます。コードの一覧（変更の記録）が新しいか確かめてください。`,
  )
  return notice && { ...notice, count }
}

/** The official names carry the time of making; without it the day of loading stands beside the list. */
function undatedFiles(names: readonly string[]): Notice | null {
  const undated = names.filter((name) => {
    const named = readFileName(name)
    return named !== null && named.madeOn === null && careService(named.serviceCode) !== undefined
  })
  return noticeOf(
    undated.map((key) => ({ key })),
    'file.undated',
    (count) =>
      `名前に作成日のないファイルが${count}件あります。いつの一覧か分からないので、画面には読み込んだ日を添えます。`,
  )
}

function noticeOf(
  rows: readonly { key: string }[],
  code: string,
  message: (count: number) => string,
): Notice | null {
  if (rows.length === 0) return null
  return {
    code,
    message: message(rows.length),
    count: rows.length,
    examples: rows.slice(0, SHOWN).map(({ key }) => key),
  }
}

import type pg from 'pg'
import { readFileName } from '../../exchange/care-offices/index.ts'
import type { ImportContext } from '../../platform/import/index.ts'

/** Columns that a file says something in, with the word that a difference shows. */
const SAID: readonly (readonly [column: string, word: string])[] = [
  ['name', '事業所名'],
  ['kana', 'カナ'],
  ['address', '住所'],
  ['building', '方書'],
  ['latitude', '緯度'],
  ['longitude', '経度'],
  ['phone', '電話番号'],
  ['fax', 'FAX番号'],
  ['corporate_number', '法人番号'],
  ['corporate_name', '法人の名称'],
  ['days', '利用可能曜日'],
  ['days_note', '曜日の特記'],
  ['capacity', '定員'],
  ['url', 'URL'],
  ['integrated', '共生型'],
  ['care_standard', '介護保険の指定基準'],
  ['disability_standard', '障害福祉の指定基準'],
  ['note', '備考'],
]
const KEYS = ['name_plain', 'address_plain', 'address_notation', 'search_fold']
const saidColumns = SAID.map(([column]) => column)

const shown = (row: string) =>
  `case when ${row}.name is not null then json_build_object(${SAID.map(([column, word]) => `'${word}', ${row}.${column}`).join(', ')}) end`
const ofRow = (row: string, columns: readonly string[]) => columns.map((name) => `${row}.${name}`).join(', ')

/** Services of which a file of the run is of the whole country. */
export const nationalServices = ({ checksums }: ImportContext): string[] =>
  [...checksums.keys()].flatMap((name) => {
    const named = readFileName(name)
    return named?.isNational ? [named.serviceCode] : []
  })

/** The stored rows that the files of the run are the whole of. $1: services of the whole country. */
const COVERED = `(p.service_code = any ($1::text[])
  or (p.service_code, p.prefecture_code) in (select service_code, prefecture_code from stage))`

/** A file is the whole of its service and prefectures: what is not in it any more is removed. */
export const compareOffices = (national: string[]) => ({
  text: `
    select case when p.name is null then 'added' when s.name is null then 'removed'
        when (${ofRow('s', [...saidColumns, ...KEYS])}) is not distinct from (${ofRow('p', [...saidColumns, ...KEYS])}) then 'unchanged'
        else 'changed' end as state,
      coalesce(s.office_number, p.office_number) || ' ' || coalesce(s.municipality_code, p.municipality_code) || ' サービス'
        || coalesce(s.service_code, p.service_code) || case when coalesce(s.site, p.site) > 1 then '（' || coalesce(s.site, p.site) || '）' else '' end as key,
      ${shown('p')} as before, ${shown('s')} as after
    from stage s full join (
      select p.office_number, p.municipality_code, p.service_code, p.site, ${ofRow(
        'p',
        [...saidColumns, ...KEYS].filter((column) => column !== 'days'),
      )}, array_to_string(p.days, ',') as days
      from registers.care_office_service p where ${COVERED}) p
    using (office_number, municipality_code, service_code, site)`,
  values: [national],
})

export async function applyOffices(client: pg.ClientBase, national: string[]): Promise<void> {
  await client.query(`delete from registers.care_office_service p where ${COVERED}`, [national])
  await client.query(
    `insert into registers.care_office as o (office_number, municipality_code, prefecture_code, municipality_name, prefecture_name)
     select office_number, municipality_code, max(prefecture_code), max(municipality_name), max(prefecture_name) from stage
     group by office_number, municipality_code
     on conflict (office_number, municipality_code) do update set municipality_name = excluded.municipality_name,
       prefecture_name = excluded.prefecture_name
     where (o.municipality_name, o.prefecture_name) is distinct from (excluded.municipality_name, excluded.prefecture_name)`,
  )
  const columns = [...saidColumns.filter((column) => column !== 'days'), ...KEYS, 'source_row'].join(', ')
  await client.query(
    `insert into registers.care_office_service
       (office_number, municipality_code, service_code, site, prefecture_code, days, ${columns})
     select office_number, municipality_code, service_code, site, prefecture_code, string_to_array(days, ','), ${columns}
     from stage`,
  )
  await compareTexts(client)
}

/** Makes anew which numbers stand with several texts. */
export async function compareTexts(client: pg.ClientBase): Promise<void> {
  await client.query('delete from registers.care_office_difference')
  await client.query(DIFFERENCES)
}

/**
 * Numbers that stand with several names or addresses. Prefixes of an address that are left out are no difference, another
 * municipality is.
 */
const DIFFERENCES = `
  insert into registers.care_office_difference (office_number, kind, texts_hash, text_count, municipality_codes)
  select office_number,
    case when count(distinct name_plain) > 1 or count(distinct municipality_code || address_notation) > 1 then 'real'
      when count(distinct address_plain) > 1 then 'notation' else 'spacing' end,
    md5(string_agg(distinct name || E'\\x1f' || coalesce(address, ''), E'\\x1e'
      order by name || E'\\x1f' || coalesce(address, ''))),
    count(distinct name || E'\\x1f' || coalesce(address, '')), array_agg(distinct municipality_code order by municipality_code)
  from registers.care_office_service
  group by office_number
  having count(distinct name || E'\\x1f' || coalesce(address, '')) > 1`

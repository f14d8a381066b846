import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import { foldName } from '../../platform/text/index.ts'
import type { OfficeFilter, OfficeList, OfficeRow, OfficeSearch } from './schema.ts'
import { ATTRIBUTION, linesOf, serviceOf } from './words.ts'

type StoredRow = Omit<OfficeRow, 'services'> & { services: string[]; key: string }

const KEYS: Record<OfficeFilter['by'], string> = {
  name: 'coalesce(kana, name)',
  number: '"officeNumber"',
  municipality: `"municipalityCode" || ' ' || coalesce(kana, name)`,
  services: `lpad(cardinality(services)::text, 3, '0') || ' ' || "municipalityCode" || ' ' || "officeNumber"`,
}

/**
 * Offices that any of their files finds; each shows all of its services. Under a decision "different offices" every text, folded,
 * is an office of its own. $1 insurer, $2 municipality, $3 service, $4 words as patterns.
 */
const OFFICES = `
  with found as (
    select distinct s.office_number, s.municipality_code from registers.care_office_service s
    where ($2::text is null or s.municipality_code = $2) and ($3::text is null or s.service_code = $3)
      and s.search_fold like all ($4::text[])
  ), line as (
    select o.id, s.*, o.municipality_name, d.outcome, d.shown_name, d.shown_address,
      case when d.outcome = 'different-offices' then 'different' when d.outcome = 'one-office' then 'decided'
        when f.office_number is not null then 'open' end as difference,
      case when d.outcome = 'different-offices' then md5(s.name_plain || E'\\x1f' || s.address_notation) else '' end as variant
    from found
    join registers.care_office o using (office_number, municipality_code)
    join registers.care_office_service s using (office_number, municipality_code)
    left join registers.care_office_difference f on f.office_number = o.office_number
    left join registers.care_office_decision d
      on d.insurer_id = $1 and d.office_number = o.office_number and d.texts_hash = f.texts_hash
  ), office as (
    select id, variant, office_number as "officeNumber",
      coalesce(max(shown_name), (array_agg(name order by service_code, site))[1]) as name,
      (array_agg(kana order by service_code, site))[1] as kana,
      coalesce(max(shown_address), (array_agg(address order by service_code, site))[1]) as address,
      (array_agg(building order by service_code, site))[1] as building,
      (array_agg(phone order by service_code, site))[1] as phone,
      (array_agg(corporate_name order by service_code, site))[1] as "corporateName",
      municipality_code as "municipalityCode", max(municipality_name) as "municipalityName",
      (array_agg(latitude order by service_code, site))[1] as latitude,
      (array_agg(longitude order by service_code, site))[1] as longitude,
      array_agg(distinct service_code order by service_code) as services, max(difference) as difference
    from line group by id, variant, office_number, municipality_code
  )`

const valuesOf = (work: Work, filter: OfficeFilter): unknown[] => [
  work.actor.insurerId,
  filter.municipalityCode,
  filter.serviceCode,
  filter.word
    .split(/\s+/u)
    .map(foldName)
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[%_\\]/g, '\\$&')}%`),
]

function pageStatement(
  work: Work,
  filter: OfficeFilter,
  limit: number,
  cursor: string | undefined,
): Statement {
  const after = cursor === undefined ? null : fromCursor(cursor)
  const [beyond, order] = filter.direction === 'ascending' ? ['>', 'asc'] : ['<', 'desc']
  return {
    text: `${OFFICES}, keyed as (select office.*, (${KEYS[filter.by]}) collate "C" as key from office)
      select * from keyed
      where $5::text is null or (key, id::text, variant) ${beyond} ($5::text collate "C", $6::text, $7::text)
      order by key ${order}, id::text ${order}, variant ${order} limit $8`,
    values: [...valuesOf(work, filter), after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
  }
}

const totalStatement = (work: Work, filter: OfficeFilter): Statement => ({
  text: `${OFFICES} select count(*)::int as total from office`,
  values: valuesOf(work, filter),
})
const attributionStatement = ({ municipalityCode }: OfficeFilter): Statement => ({
  text: ATTRIBUTION,
  values: [municipalityCode?.slice(0, 2) ?? null],
})

/** One page of the list as this insurer sees it. */
export async function listOffices(work: Work, search: OfficeSearch): Promise<OfficeList> {
  const statements = [
    pageStatement(work, search, search.limit + 1, search.cursor),
    attributionStatement(search),
    ...(search.withTotal ? [totalStatement(work, search)] : []),
  ]
  const [stored, lines, totals] = (await work.flight(statements)) as [
    StoredRow[],
    Parameters<typeof linesOf>[0],
    { total: number }[] | undefined,
  ]
  const page = stored.slice(0, search.limit)
  const last = stored.length > search.limit ? page.at(-1) : undefined
  return {
    items: page.map(rowOf),
    nextCursor: last ? toCursor(last) : null,
    total: totals?.[0]?.total ?? null,
    attribution: linesOf(lines),
  }
}

/** All offices of a filter, for the file. */
export async function allOffices(
  work: Work,
  filter: OfficeFilter,
): Promise<{ items: OfficeRow[]; attribution: string[] }> {
  const [stored, lines] = (await work.flight([
    pageStatement(work, filter, 300_000, undefined),
    attributionStatement(filter),
  ])) as [StoredRow[], Parameters<typeof linesOf>[0]]
  return { items: stored.map(rowOf), attribution: linesOf(lines) }
}

const rowOf = ({ key: _, services, ...row }: StoredRow): OfficeRow => ({
  ...row,
  services: services.map(serviceOf),
})

const toCursor = ({ key, id, variant }: StoredRow): string =>
  Buffer.from(JSON.stringify([key, id, variant])).toString('base64url')

function fromCursor(cursor: string): [string, string, string] {
  try {
    const found: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(found) && found.length === 3 && found.every((part) => typeof part === 'string'))
      return found as [string, string, string]
  } catch {}
  throw invalid([
    { path: 'cursor', code: 'cursor', message: '続きの場所が分かりません。一覧を開き直してください。' },
  ])
}

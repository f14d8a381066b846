import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid, notFound } from '../../platform/errors/index.ts'
import { attributionLine } from '../../platform/import/index.ts'
import { foldAddress, foldName } from '../../platform/text/index.ts'
import { columns } from './columns.ts'
import type {
  FacilityDetail,
  FacilityKey,
  FacilityLine,
  FacilityList,
  FacilityQuery,
  Filter,
} from './schema.ts'

const AREA_NAME = `coalesce((select m.name from registers.municipality m where m.code = l.area_code
  order by m.valid_to is null desc, m.valid_to desc limit 1), l.area_code)`

const LISTS = `
  select l.area_code as "areaCode", ${AREA_NAME} as "areaName", l.category, l.as_of as "asOf",
    l.is_as_of_stated as "isAsOfStated", l.row_count as count, l.loaded_at as "loadedAt", r.attribution, r.licence, r.file_name as "fileName",
    r.source_address as "sourceAddress"
  from registers.facility_list l join platform.dataset_release r on r.id = l.release_id
  order by l.area_code, l.category`

type StoredList = Omit<FacilityList, 'attribution'> & { attribution: string | null; licence: string | null }

/** Every list that is loaded: what may be chosen, and the sources of what is shown. */
export async function facilityLists(work: Work): Promise<FacilityList[]> {
  const [rows] = (await work.flight([{ text: LISTS, values: [] }])) as [StoredList[]]
  return rows.map(({ licence, ...list }) => ({ ...list, attribution: attributionLine({ ...list, licence }) }))
}

const LINE = `l.area_code as "areaCode", ${AREA_NAME} as "areaName", f.category, f.key, f.name, f.service, f.address,
  coalesce(f.telephone, f.as_written ->> '電話番号') as telephone, f.open_days as "openDays",
  nullif(concat_ws('～', coalesce(f.opens_at, f.as_written ->> '開始時間'), coalesce(f.closes_at, f.as_written ->> '終了時間')), '') as hours,
  f.capacity`
const FROM = `registers.facility f join registers.facility_list l using (area_code, category)
  where ($1::text is null or f.area_code = $1) and ($2::text is null or f.category = $2)
    and ($3::text is null or f.name_fold like $3 or f.address_fold like $4)`

/** What is sorted by; each text is one prepared statement. Ties end in the key of the place. */
const ORDERS = {
  name: `coalesce(nullif(f.kana, ''), f.name)`,
  category: 'f.category',
  address: `coalesce(f.address, '')`,
} as const

interface PageRow extends FacilityLine {
  sorted: string
}

/** One page, in the order asked for. */
export async function listFacilities(
  work: Work,
  query: FacilityQuery,
): Promise<{ items: FacilityLine[]; nextCursor: string | null; total?: number }> {
  const statements = [pageStatement(query)]
  if (query.withTotal)
    statements.push({ text: `select count(*) as total from ${FROM}`, values: whereOf(query) })
  const [rows, totals] = (await work.flight(statements)) as [PageRow[], { total: number }[] | undefined]
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  const total = totals?.[0]?.total
  return {
    items: page.map(({ sorted: _, ...line }) => line),
    nextCursor: last ? toCursor([last.sorted, last.areaCode, last.category, last.key]) : null,
    ...(total === undefined ? {} : { total }),
  }
}

function pageStatement(query: FacilityQuery): Statement {
  const order = ORDERS[query.sort]
  const isUp = query.direction === 'ascending'
  const after = query.cursor ? fromCursor(query.cursor) : [null, null, null, null]
  const place = `(${order}, f.area_code, f.category, f.key)`
  const way = isUp ? 'asc' : 'desc'
  return {
    text: `select ${LINE}, ${order} as sorted from ${FROM}
      and ($5::text is null or ${place} ${isUp ? '>' : '<'} ($5, $6, $7, $8))
      order by ${order} ${way}, f.area_code ${way}, f.category ${way}, f.key ${way} limit $9`,
    values: [...whereOf(query), ...after, query.limit + 1],
  }
}

/** The words as parts of a name, or of an address: each is folded the way it is stored. */
function whereOf({ words, category, areaCode }: Filter): (string | null)[] {
  const part = (fold: string) => (fold === '' ? null : `%${fold.replace(/[\\%_]/g, '\\$&')}%`)
  const name = part(foldName(words))
  return [areaCode, category, name, part(foldAddress(words)) ?? name]
}

/** All lines of a filter, for a file. */
export async function allFacilities(work: Work, filter: Filter): Promise<FacilityLine[]> {
  const items: FacilityLine[] = []
  let cursor: string | null = null
  do {
    const page = await listFacilities(work, { ...filter, cursor, limit: 200, withTotal: false })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}

type StoredFacility = Record<string, string | number | null> & {
  marks: FacilityDetail['marks'][number]['mark'] extends infer M ? Record<string, M> : never
  extras: Record<string, string>
  as_written: Record<string, string>
}

/** @throws Problem 404 when no list names the place any more */
export async function facilityDetail(work: Work, key: FacilityKey): Promise<FacilityDetail> {
  const [rows] = (await work.flight([
    {
      text: 'select * from registers.facility f where f.area_code = $1 and f.category = $2 and f.key = $3',
      values: [key.areaCode, key.category, key.key],
    },
  ])) as [StoredFacility[]]
  const list = (await facilityLists(work)).find(
    ({ areaCode, category }) => areaCode === key.areaCode && category === key.category,
  )
  const [stored] = rows
  if (!stored || !list) throw notFound()
  return {
    name: String(stored.name),
    category: list.category,
    areaName: list.areaName,
    url: stored.url as string | null,
    latitude: stored.latitude as number | null,
    longitude: stored.longitude as number | null,
    facts: factsOf(stored),
    marks: Object.entries(stored.marks).map(([label, mark]) => ({ label, mark })),
    sourceRow: Number(stored.source_row),
    list,
  }
}

const apart = ['name', 'latitude', 'longitude', 'marks', 'extras', 'as_written']

function factsOf(stored: StoredFacility): FacilityDetail['facts'] {
  const fields = columns.flatMap(({ name, label }) => {
    const value = stored[name]
    return value === null || value === undefined || apart.includes(name)
      ? []
      : [{ label, text: String(value), isAsWritten: false }]
  })
  const each = (record: Record<string, string>, isAsWritten: boolean) =>
    Object.entries(record).map(([label, text]) => ({ label, text, isAsWritten }))
  return [...fields, ...each(stored.as_written, true), ...each(stored.extras, false)]
}

const toCursor = (place: string[]): string => Buffer.from(JSON.stringify(place)).toString('base64url')

function fromCursor(cursor: string): string[] {
  const parsed = tryJson(Buffer.from(cursor, 'base64url').toString())
  if (Array.isArray(parsed) && parsed.length === 4 && parsed.every((part) => typeof part === 'string'))
    return parsed
  throw invalid([
    { path: 'cursor', code: 'cursor', message: '続きの場所が分かりません。一覧を開き直してください。' },
  ])
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

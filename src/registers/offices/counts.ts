/** Anything that answers a query with its rows: a request's `Tx`, or a client behind the same shape. */
export interface OfficeReader {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

/** A service of a prefecture that is loaded. */
export interface OfficeLoad {
  serviceCode: string
  /** six digits */
  prefectureCode: string
  /** 'YYYY-MM-DD' */
  asOf: string
  /** id of platform.dataset_release */
  releaseId: string
}

export interface OfficeCounts {
  /** what is not among these is missing; what is among them and has no count is a true zero */
  loaded: OfficeLoad[]
  /** distinct office numbers of a service at a municipality, never 0 */
  counts: { municipalityCode: string; serviceCode: string; offices: number }[]
}

/** Offices by municipality and service, as published: what an insurer decided of differing texts does not enter. */
export async function officeCounts(tx: OfficeReader): Promise<OfficeCounts> {
  const loaded = await tx.query<OfficeLoad>(
    `select service_code as "serviceCode", prefecture_code as "prefectureCode", as_of::text as "asOf", release_id as "releaseId"
       from registers.care_office_load order by service_code, prefecture_code`,
  )
  const counts = await tx.query<OfficeCounts['counts'][number]>(
    `select municipality_code as "municipalityCode", service_code as "serviceCode", count(distinct office_number)::int as offices
       from registers.care_office_service group by municipality_code, service_code order by municipality_code, service_code`,
  )
  return { loaded, counts }
}

/** Looks up one count. @returns offices, 0 included; null: the service of that prefecture is not loaded */
export function officeCountFinder({
  loaded,
  counts,
}: OfficeCounts): (municipalityCode: string, serviceCode: string) => number | null {
  const covered = new Set(loaded.map((one) => `${one.prefectureCode.slice(0, 2)} ${one.serviceCode}`))
  const found = new Map(counts.map((one) => [`${one.municipalityCode} ${one.serviceCode}`, one.offices]))
  return (municipalityCode, serviceCode) =>
    covered.has(`${municipalityCode.slice(0, 2)} ${serviceCode}`)
      ? (found.get(`${municipalityCode} ${serviceCode}`) ?? 0)
      : null
}

export interface OfficePlace {
  officeNumber: string
  municipalityCode: string
  serviceCode: string
  /** degrees, WGS 84 */
  latitude: number
  longitude: number
}

/** Where the offices of each service stand; those without a place are left out. */
export function officePlaces(tx: OfficeReader): Promise<OfficePlace[]> {
  return tx.query<OfficePlace>(
    `select office_number as "officeNumber", municipality_code as "municipalityCode", service_code as "serviceCode",
       latitude, longitude
     from registers.care_office_service where latitude is not null and longitude is not null
     order by service_code, municipality_code, office_number, site`,
  )
}

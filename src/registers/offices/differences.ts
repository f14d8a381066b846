import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import type { Decision, Difference, DifferenceCounts, DifferenceList, DifferenceQuery } from './schema.ts'
import { ATTRIBUTION, linesOf, serviceOf } from './words.ts'

type StoredText = {
  name: string
  address: string | null
  files: { code: string; municipalityName: string; fileName: string }[]
}
type StoredDifference = Omit<Difference, 'texts' | 'decision'> & {
  texts: StoredText[]
  decision: Decision | null
}

/** One number's texts, most written first, and the insurer's decision. $1 insurer; `f` is the difference. */
const COLUMNS = `f.office_number as "officeNumber", f.kind, f.texts_hash as "textsHash",
  (select jsonb_agg(jsonb_build_object('officeId', o.id, 'municipalityCode', o.municipality_code, 'municipalityName', o.municipality_name)
     order by o.municipality_code)
   from registers.care_office o where o.office_number = f.office_number
     and o.municipality_code = any (f.municipality_codes)) as places,
  (select jsonb_agg(jsonb_build_object('name', t.name, 'address', t.address, 'files', t.files) order by t.written desc, t.first)
   from (
     select s.name, s.address, count(*) as written, min(s.service_code) as first,
       jsonb_agg(jsonb_build_object('code', s.service_code, 'municipalityName', o.municipality_name, 'fileName', r.file_name)
         order by s.service_code, s.municipality_code, s.site) as files
     from registers.care_office_service s
     join registers.care_office o using (office_number, municipality_code)
     join registers.care_office_load l on l.service_code = s.service_code and l.prefecture_code = s.prefecture_code
     join platform.dataset_release r on r.id = l.release_id
     where s.office_number = f.office_number group by s.name, s.address) t) as texts,
  case when d.id is not null then jsonb_build_object('id', d.id, 'version', d.version, 'outcome', d.outcome, 'shownName', d.shown_name,
    'shownAddress', d.shown_address, 'reason', d.reason, 'isBulk', d.is_bulk, 'decidedBy', w.name,
    'decidedAt', to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'isCurrent', d.texts_hash = f.texts_hash, 'texts', d.texts) end as decision`

const FROM = `registers.care_office_difference f
  left join registers.care_office_decision d on d.insurer_id = $1 and d.office_number = f.office_number
  left join registers.staff w on w.insurer_id = d.insurer_id and w.id = d.decided_by`
const IS_DECIDED = 'coalesce(d.texts_hash = f.texts_hash, false)'

/** Differences of a kind and place, by number. $2 municipality, $3 kind, $4 decided, $5 after this number */
const pageStatement = (work: Work, query: DifferenceQuery): Statement => ({
  text: `select ${COLUMNS} from ${FROM}
    where ($2::text is null or $2 = any (f.municipality_codes)) and ($3::text is null or f.kind = $3)
      and ${IS_DECIDED} = $4::boolean and ($5::text is null or f.office_number > $5)
    order by f.office_number limit $6`,
  values: [
    work.actor.insurerId,
    query.municipalityCode,
    query.kind,
    query.state === 'decided',
    query.cursor === undefined ? null : Buffer.from(query.cursor, 'base64url').toString(),
    query.limit + 1,
  ],
})

export const countsStatement = (work: Work, municipalityCode: string | null): Statement => ({
  text: `select f.kind, ${IS_DECIDED} as "isDecided", count(*)::int as count,
      (count(*) filter (where d.texts_hash <> f.texts_hash))::int as again
    from ${FROM} where $2::text is null or $2 = any (f.municipality_codes) group by 1, 2`,
  values: [work.actor.insurerId, municipalityCode],
})

export type CountRow = { kind: Difference['kind']; isDecided: boolean; count: number; again: number }

export function countsOf(rows: readonly CountRow[]): DifferenceCounts {
  const counts: DifferenceCounts = {
    open: { spacing: 0, notation: 0, real: 0 },
    decided: { spacing: 0, notation: 0, real: 0 },
    again: 0,
  }
  for (const { kind, isDecided, count, again } of rows) {
    counts[isDecided ? 'decided' : 'open'][kind] = count
    counts.again += again
  }
  return counts
}

export async function listDifferences(work: Work, query: DifferenceQuery): Promise<DifferenceList> {
  const [stored, counts, lines] = (await work.flight([
    pageStatement(work, query),
    countsStatement(work, query.municipalityCode),
    { text: ATTRIBUTION, values: [query.municipalityCode?.slice(0, 2) ?? null] },
  ])) as [StoredDifference[], CountRow[], Parameters<typeof linesOf>[0]]
  const page = stored.slice(0, query.limit)
  const last = stored.length > query.limit ? page.at(-1) : undefined
  return {
    items: page.map(differenceOf),
    nextCursor: last ? Buffer.from(last.officeNumber).toString('base64url') : null,
    counts: countsOf(counts),
    attribution: linesOf(lines),
  }
}

export const differenceStatement = (work: Work, officeNumber: string): Statement => ({
  text: `select ${COLUMNS} from ${FROM} where f.office_number = $2`,
  values: [work.actor.insurerId, officeNumber],
})

export const differenceOf = ({ texts, ...rest }: StoredDifference): Difference => ({
  ...rest,
  texts: texts.map((text) => ({
    ...text,
    files: text.files.map((file) => ({ ...file, ...serviceOf(file.code) })),
  })),
})
export type { StoredDifference }

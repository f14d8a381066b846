import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { journalKindLabel } from '../../platform/journal/index.ts'
import { countedUntil } from './reach.ts'
import { type AreaTown, areaOfWork, byTown } from './rules/area-of-work.ts'
import { type Fact, type FactRow, factOf, factsOfText } from './rules/fact.ts'
import { addMonths, firstDay, lastDay, type Month } from './rules/month.ts'
import type { Places } from './rules/sections.ts'
import type { StoredReport, StoredStep, StoredVersion } from './stored.ts'

interface CentreRow {
  id: string
  name: string
  short_name: string
  valid_from: string
  valid_to: string | null
}
interface PlaceRow {
  id: string
  name: string
  /** of the centre that the report is about, or of any when it is the insurer's */
  is_own: boolean
}
/** Another month: its newest version, or the work itself when nothing was submitted. */
export interface OtherMonth {
  figures: string | null
  number: number | null
  facts: string | null
}
type Answers = [
  CentreRow[],
  PlaceRow[],
  PlaceRow[],
  AreaTown[],
  [{ facts: string }],
  { town_id: string; residents: number }[],
  [{ day: string | null }],
  StoredReport[],
  StoredVersion[],
  StoredStep[],
  [OtherMonth],
  [OtherMonth],
]

export interface Loaded {
  centreId: string | null
  unitName: string
  month: Month
  places: Places
  facts: Fact[]
  firstDay: string | null
  report: StoredReport | undefined
  versions: StoredVersion[]
  steps: StoredStep[]
  previous: OtherMonth
  lastYear: OtherMonth
  /** centres that report for the month, by their short names */
  centres: { id: string; name: string }[]
  register: ReadonlyMap<string, readonly AreaTown[]>
}

export const AREA_TOWNS = `select area_id as "areaId", town_id as "townId", valid_from as "validFrom", valid_to as "validTo"
  from registers.area_town where insurer_id = $1`
export const FACTS = 'select evaluation.report_facts($1::uuid, $2::date, $3::date) as facts'
const CENTRES = `select id, name, short_name, valid_from, valid_to from registers.centre where insurer_id = $1
  order by array_position(array['core', 'enhanced', 'standard', 'branch', 'sub'], kind), valid_from, name, id`
const OWN_AREAS = `select ca.area_id from registers.centre_area ca where ca.insurer_id = $1
  and ($2::uuid is null or ca.centre_id = $2) and ca.valid_from <= $3::date and (ca.valid_to is null or ca.valid_to >= $3::date)`
const OWN_TOWNS = `select t.town_id from registers.area_town t where t.insurer_id = $1
  and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to >= $3::date) and t.area_id in (${OWN_AREAS})`
const AREAS = `select a.id, a.name, a.valid_from <= $3::date and (a.valid_to is null or a.valid_to >= $3::date)
    and ($2::uuid is null or a.id in (${OWN_AREAS})) as is_own
  from registers.daily_life_area a where a.insurer_id = $1 order by a.code, a.valid_from, a.id`
const TOWNS = `select w.id, w.name, $2::uuid is null or w.id in (${OWN_TOWNS}) as is_own
  from registers.town w where w.insurer_id = $1 order by w.kana, w.id`
const RESIDENTS = `select r.town_id, r.residents from evaluation.residents_65($3::date, array(
    select w.id from registers.town w where w.insurer_id = $1 and ($2::uuid is null or w.id in (${OWN_TOWNS})))) r`
const OF_UNIT = `r.insurer_id = $1 and (r.centre_id = $2 or ($2::uuid is null and r.centre_id is null)) and r.month = $3::date`
const REPORT = `select r.id, r.version, r.state, r.last_number, r.last_version_id, v.figures, v.facts
  from evaluation.monthly_report r
  left join evaluation.monthly_report_version v on v.insurer_id = r.insurer_id and v.id = r.last_version_id
  where ${OF_UNIT}`
const VERSIONS = `select v.number, v.step, v.reason, v.confirmed_at, coalesce(s.name, '') as confirmed_by, v.fact_count, v.sha256
  from evaluation.monthly_report r
  join evaluation.monthly_report_version v on v.insurer_id = r.insurer_id and v.report_id = r.id
  left join registers.staff s on s.insurer_id = v.insurer_id and s.id = v.confirmed_by
  where ${OF_UNIT} order by v.number`
const STEPS = `select p.step, v.number, p.at, coalesce(s.name, '') as by, p.reason
  from evaluation.monthly_report r
  join evaluation.monthly_report_step p on p.insurer_id = r.insurer_id and p.report_id = r.id
  join evaluation.monthly_report_version v on v.insurer_id = p.insurer_id and v.id = p.version_id
  left join registers.staff s on s.insurer_id = p.insurer_id and s.id = p.staff_id
  where ${OF_UNIT} order by p.at, p.id`
const OTHER = `select v.figures, v.number,
    case when v.number is null then evaluation.report_facts($2::uuid, $3::date, $4::date) end as facts
  from (select 1) one left join lateral (select v.figures, v.number from evaluation.monthly_report r
    join evaluation.monthly_report_version v on v.insurer_id = r.insurer_id and v.id = r.last_version_id
    where ${OF_UNIT}) v on true`

/** Everything a report is made from; they do not depend on each other. */
export function statementsOf(work: Work, centreId: string | null, month: Month): Statement[] {
  const { insurerId } = work.actor
  const until = countedUntil(work, month)
  const unit = [insurerId, centreId, firstDay(month)]
  const places = [insurerId, centreId, until]
  const other = (of: Month) => ({ text: OTHER, values: [insurerId, centreId, firstDay(of), lastDay(of)] })
  return [
    { text: CENTRES, values: [insurerId] },
    { text: AREAS, values: places },
    { text: TOWNS, values: places },
    { text: AREA_TOWNS, values: [insurerId] },
    { text: FACTS, values: [centreId, firstDay(month), until] },
    { text: RESIDENTS, values: places },
    { text: 'select evaluation.first_work_day($1::uuid) as day', values: [centreId] },
    { text: REPORT, values: unit },
    { text: VERSIONS, values: unit },
    { text: STEPS, values: unit },
    other(addMonths(month, -1)),
    other(addMonths(month, -12)),
  ]
}

/** @throws 404 when the insurer has no such centre */
export function loadedFrom(work: Work, centreId: string | null, month: Month, answers: unknown[][]): Loaded {
  const [
    all,
    areas,
    towns,
    areaTowns,
    [{ facts }],
    residents,
    [first],
    [report],
    versions,
    steps,
    [previous],
    [lastYear],
  ] = answers as Answers
  const unitName = centreId === null ? '市全体' : all.find(({ id }) => id === centreId)?.name
  if (unitName === undefined) throw notFound()
  const register = byTown(areaTowns)
  const counted = presentFacts(facts, register)
  const centres = all
    .filter(
      (one) => one.valid_from <= lastDay(month) && (one.valid_to === null || one.valid_to >= firstDay(month)),
    )
    .map(({ id, short_name }) => ({ id, name: short_name }))
  return {
    centreId,
    unitName,
    month,
    facts: counted,
    places: {
      month,
      until: countedUntil(work, month),
      areas: ownOrUsed(areas, new Set(counted.map(({ areaId }) => areaId))),
      towns: ownOrUsed(towns, new Set(counted.map(({ townId }) => townId))),
      centres: centreId === null ? centres : null,
      kinds: kindsOf(counted),
      residents:
        residents.length === 0
          ? null
          : Object.fromEntries(residents.map((row) => [row.town_id, row.residents])),
    },
    firstDay: first.day,
    report,
    versions,
    steps,
    previous,
    lastYear,
    centres,
    register,
  }
}

/** The work that the door tells, each in the 圏域 of its day. */
export const presentFacts = (text: string, register: Loaded['register']): Fact[] =>
  factsOfText(text).map((fact) => {
    const { areaId: recorded, townId, day } = fact
    const areaId = areaOfWork(register, { recorded, townId, day })
    return areaId === recorded ? fact : { ...fact, areaId }
  })

/** The work that a version was made from. */
export const submittedFacts = (text: string): Fact[] => (JSON.parse(text) as FactRow[]).map(factOf)

export const kindsOf = (facts: readonly Fact[]): Record<string, string> =>
  Object.fromEntries(
    [...new Set(['consultation', ...facts.map(({ kind }) => kind)])].map((kind) => [
      kind,
      journalKindLabel(kind),
    ]),
  )

/** The unit's own places, and those its work was for; of the others a centre's report says nothing. */
const ownOrUsed = (rows: readonly PlaceRow[], used: ReadonlySet<string | null>) =>
  rows.filter(({ id, is_own }) => is_own || used.has(id)).map(({ id, name }) => ({ id, name }))

export async function load(work: Work, centreId: string | null, month: Month): Promise<Loaded> {
  return loadedFrom(work, centreId, month, await work.flight(statementsOf(work, centreId, month)))
}

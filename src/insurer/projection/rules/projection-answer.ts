import { inForce } from '../../../law/in-force.ts'
import type { TrendRule } from '../../../law/insurer/projection-trend.ts'
import { LEVELS, type ServiceKind, serviceKinds } from '../../../law/insurer/service-kinds.ts'
import type { RuleProblem } from '../../../platform/computation/index.ts'
import { TooLarge } from '../../../platform/exact/index.ts'
import type { Fault, Prepared, Table, Track } from './project.ts'
import { AGES, LEVEL_NAMES, type ProjectionAsked, SEXES } from './projection-fields.ts'
import type { ReadProjection } from './read-projection.ts'
import type { Warning, Watched } from './warnings.ts'

/** The day whose kinds of service a fiscal year has. */
export const firstDayOf = (year: number) => `${year}-04-01`

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** A flat table as one row for each year, levels in order. By index: copies of parts take ten times as long. */
export function rowsOf(table: Table): number[][] {
  const rows: number[][] = []
  for (let at = 0; at < table.length; ) {
    const row: number[] = []
    for (let level = 0; level < LEVELS.length; level++, at++) row.push(table[at]!)
    rows.push(row)
  }
  return rows
}
function sumOfYear(table: Table, year: number): number {
  let all = 0
  for (let at = year * LEVELS.length; at < (year + 1) * LEVELS.length; at++) all += table[at]!
  return all
}

/** The tables of a track as JSON; sums are those of the rounded cells. */
export function trackValue(track: Track, { base, kinds }: ReadProjection) {
  return {
    certified: rowsOf(track.certified),
    facilityUsers: rowsOf(track.facility),
    residentialUsers: rowsOf(track.residential),
    homeBase: rowsOf(track.homeBase),
    services: track.services.map(({ users, timesTenths, benefitYen }, index) => ({
      kind: kinds[index]!.code,
      users: rowsOf(users),
      timesTenths: timesTenths === null ? null : rowsOf(timesTenths),
      benefitYen: rowsOf(benefitYen),
      overCapacity: overCapacity(track.demand[index]!, base.services[index]!.capacity),
    })),
    totalBenefitYen: base.fiscalYears.map((_, year) => {
      const total = sum(track.services.map(({ benefitYen }) => sumOfYear(benefitYen, year)))
      if (!Number.isSafeInteger(total)) throw new TooLarge(`too large to count exactly: ${total}`)
      return total
    }),
  }
}

/** PRJ-010: users before the capacity − capacity, by year; null where none is stated. */
function overCapacity(demand: number[] | null, capacity: readonly (number | null)[] | null) {
  if (demand === null || capacity === null) return null
  return demand.map((users, year) => {
    const places = capacity[year] ?? null
    return places === null ? null : users - places
  })
}

/** What PRJ-011 looks at, the base year first. */
export function watchedOf(
  asked: ProjectionAsked,
  { kinds }: ReadProjection,
  prepared: Prepared,
  track: Track,
): Watched {
  const years = asked.fiscalYears
  return {
    services: track.services.map(({ users, benefitYen }, index) => {
      const { base } = prepared.base.services[index]!
      const baseYear = {
        fiscalYear: asked.baseFiscalYear,
        users: sum(base.map((one) => one.users)),
        benefitYen: sum(base.map((one) => one.benefitYen)) * 12,
      }
      const projected = years.map((fiscalYear, year) => ({
        fiscalYear,
        users: sumOfYear(users, year),
        benefitYen: sumOfYear(benefitYen, year),
      }))
      return { name: kinds[index]!.name, years: [baseYear, ...projected] }
    }),
    levels: years.flatMap((fiscalYear, year) =>
      LEVELS.map((level, place) => {
        const at = year * LEVELS.length + place
        return {
          level: LEVEL_NAMES[level],
          fiscalYear,
          certified: track.certified[at]!,
          facilityUsers: track.facility[at]!,
          residentialUsers: track.residential[at]!,
        }
      }),
    ),
    clamped: prepared.clamped,
    sums: asked.services.flatMap(({ totalUsers, levels }, index) =>
      totalUsers === null
        ? []
        : [
            {
              label: `${kinds[index]!.name} 基準年の利用者数`,
              total: totalUsers,
              parts: levels.map(({ users }) => users),
            },
          ],
    ),
    generalProject: [],
  }
}

/** Cells that had nobody insured in the base year, or in a year that the trend is measured by: their rate of that year is 0. */
export const emptyCells = (
  { cells, national, baseFiscalYear, trend }: ProjectionAsked,
  rule: TrendRule,
): Warning[] => {
  const { later, earlier, isNational } = rule.options[trend]
  const ends = [earlier, later].map((before) => baseFiscalYear - before)
  return cells.flatMap(({ sex, ages, history }): Warning[] => {
    const name = `${SEXES[sex]} ${AGES[ages]}`
    const base = history.find(({ fiscalYear }) => fiscalYear === baseFiscalYear)!
    if (base.insured === 0)
      return [{ code: 'no-insured', text: `${name}: 基準年の被保険者が0人なので、認定率を0とします。` }]
    if (base.certified.every((persons) => persons === 0)) return [] // 0 stays 0, whatever the trend
    const from = isNational ? national.find((one) => one.sex === sex && one.ages === ages)!.history : history
    return from
      .filter(({ fiscalYear, insured }) => insured === 0 && ends.includes(fiscalYear))
      .map(({ fiscalYear }) => ({
        code: 'no-insured',
        text: `${name}: ${isNational ? '全国の' : ''}${fiscalYear}年度の被保険者が0人なので、その年度の認定率を0として伸びを測っています。実績か、伸びの選び方を確かめてください。`,
      }))
  })
}

/** Years in which changes by hand leave more certified than there are insured. */
export function aboveInsured(
  { cells, fiscalYears }: ProjectionAsked,
  natural: Track,
  adjusted: Track,
): RuleProblem[] {
  return fiscalYears.flatMap((fiscalYear, year) => {
    const insured = sum(cells.map((cell) => cell.insured[year]!))
    const certified = sumOfYear(adjusted.certified, year)
    if (certified <= insured || certified <= sumOfYear(natural.certified, year)) return []
    const message = `認定者数 ${fiscalYear}年度: 施策反映のあとの${certified.toLocaleString('en-US')}人が、被保険者数${insured.toLocaleString('en-US')}人をこえています。増やす数を直してください。`
    return [{ path: 'adjustments', code: 'above-insured', message }]
  })
}

/** 在宅 services that changes by hand bring above all certified of a level: each of them is one of the certified. */
export function aboveCertified({ base, deltas, kinds }: ReadProjection, track: Track): RuleProblem[] {
  return base.services.flatMap(({ band }, index) => {
    const added = deltas.users[index] ?? null
    if (band !== 'home' || added === null) return []
    return Array.from(track.services[index]!.users).flatMap((users, at) => {
      const certified = track.certified[at]!
      if (added[at]! <= 0 || users <= certified) return []
      const year = base.fiscalYears[Math.floor(at / LEVELS.length)]
      const level = LEVEL_NAMES[LEVELS[at % LEVELS.length]!]
      const message = `${kinds[index]!.name} ${level} ${year}年度: 施策反映のあとの利用者${users.toLocaleString('en-US')}人が、認定者${certified.toLocaleString('en-US')}人をこえています。増やす数を直してください。`
      return [{ path: 'adjustments', code: 'above-certified', message }]
    })
  })
}

/** Kinds that the law no longer has, or will not have, in a projected year. */
export function endedKinds(kinds: readonly ServiceKind[], { fiscalYears }: ProjectionAsked): Warning[] {
  const inYear = fiscalYears.map((year) => inForce(serviceKinds, firstDayOf(year)).value)
  return kinds.flatMap(({ code, name }) => {
    const ended = inYear.findIndex((all) => !all.some((one) => one.code === code))
    if (ended < 0) return []
    const text = `${name}: ${fiscalYears[ended]}年度からは制度にない（なくなる見込みの）種類です。移る先のサービスを施策反映で加えてください。`
    return [{ code: 'kind-ended', text }]
  })
}

const SENTENCES: Record<Fault['code'], string> = {
  'below-zero': '施策反映で0より小さくなります。減らす数を直してください。',
  'no-unit-benefit':
    '基準年に利用がなく、単価が分かりません。新しい利用の単価（と1人の回数）を入力してください。',
  'no-home-base':
    '基準年に在宅の対象者（認定者−施設−居住系）がいないのに、利用者がいます。基準年の数を確かめてください。',
  'above-certified':
    '基準年の利用者が、その要介護度の認定者より多くなっています。基準年の数を確かめてください。',
  'no-certified': '基準年に認定者がいないのに、利用者がいます。基準年の数を確かめてください。',
}

/** Each fault once, in Japanese: which service, level and year. */
export function faultMessages(faults: readonly Fault[], { kinds, base }: ReadProjection): RuleProblem[] {
  const said = new Map<string, RuleProblem>()
  for (const { code, service, level, year } of faults) {
    const name = service === null ? '認定者数' : kinds[service]!.name
    const at = year === null ? '' : ` ${base.fiscalYears[year]}年度`
    const message = `${name} ${LEVEL_NAMES[LEVELS[level]!]}${at}: ${SENTENCES[code]}`
    const path = code === 'below-zero' ? 'adjustments' : `services.${service}.levels`
    said.set(message, { path, code, message })
  }
  return [...said.values()]
}

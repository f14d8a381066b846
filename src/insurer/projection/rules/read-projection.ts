import type { TrendRule } from '../../../law/insurer/projection-trend.ts'
import { LEVELS, type Level, type ServiceKind } from '../../../law/insurer/service-kinds.ts'
import type { RuleProblem } from '../../../platform/computation/index.ts'
import type { Deltas, ProjectedCell, ProjectedService, ProjectionBase } from './project.ts'
import { LEVEL_NAMES, type ProjectionAsked } from './projection-fields.ts'
import type { LevelBase } from './service-users.ts'
import { repeatedYears } from './years.ts'

export interface ReadProjection {
  base: ProjectionBase
  deltas: Deltas
  /** in the order of the services asked */
  kinds: ServiceKind[]
}
type Add = (path: string, code: string, message: string) => void

/** The input as flat tables; every fault of the input is added to `problems`, and then the tables do not count. */
export function readProjection(
  asked: ProjectionAsked,
  trend: TrendRule,
  kinds: readonly ServiceKind[],
  problems: RuleProblem[],
): ReadProjection {
  const add: Add = (path, code, message) => void problems.push({ path, code, message })
  checkYears(asked, trend, add)
  checkNational(asked.national, add)
  const found = asked.services.map((service, index) => kindOf(service.kind, index, asked, kinds, add))
  const base: ProjectionBase = {
    levels: LEVELS.length,
    baseFiscalYear: asked.baseFiscalYear,
    fiscalYears: asked.fiscalYears,
    clampPerMille: trend.clampPerMille,
    planYears: trend.planYears,
    cells: asked.cells.map((_, index) => cellOf(asked, index, trend, add)),
    services: asked.services.map((_, index) => serviceOf(asked, index, found[index]!, add)),
    revisionPerMyriad: asked.revisionPerMyriad,
  }
  return { base, deltas: deltasOf(asked, found, add), kinds: found }
}

function checkYears({ baseFiscalYear, fiscalYears }: ProjectionAsked, { planYears }: TrendRule, add: Add) {
  fiscalYears.forEach((year, index) => {
    const before = index === 0 ? baseFiscalYear : fiscalYears[index - 1]!
    if (year <= before)
      add(
        `fiscalYears.${index}`,
        'not-rising',
        `推計する年度: ${year}は${before}より後にしてください。早い順に並べます。`,
      )
  })
  for (let n = 1; n <= planYears; n++)
    if (!fiscalYears.includes(baseFiscalYear + n))
      add(
        'fiscalYears',
        'plan-year-missing',
        `推計する年度: 計画期間の${baseFiscalYear + n}年度がありません。加えてください。`,
      )
}

function checkNational(national: ProjectionAsked['national'], add: Add) {
  national.forEach((one, index) => {
    if (national.findIndex(({ sex, ages }) => sex === one.sex && ages === one.ages) !== index)
      add(`national.${index}`, 'twice', '全国の実績: 同じ区分が2度あります。1つにまとめてください。')
    checkRepeated(one.history, `national.${index}.history`, '全国の実績', add)
  })
}

function checkRepeated(rows: readonly { fiscalYear: number }[], path: string, what: string, add: Add) {
  for (const index of repeatedYears(rows))
    add(
      `${path}.${index}.fiscalYear`,
      'twice',
      `${what}: ${rows[index]!.fiscalYear}年度が2度あります。1つにまとめてください。`,
    )
}

function kindOf(
  code: string,
  index: number,
  { services }: ProjectionAsked,
  kinds: readonly ServiceKind[],
  add: Add,
): ServiceKind {
  const kind = kinds.find((one) => one.code === code)
  if (services.findIndex((one) => one.kind === code) !== index)
    add(`services.${index}.kind`, 'twice', `サービス種類「${code}」が2度あります。1つにまとめてください。`)
  if (kind) return kind
  add(
    `services.${index}.kind`,
    'unknown-kind',
    `サービス種類「${code}」は、基準年の一覧にありません。「サービス種類の一覧」のコードにしてください。`,
  )
  return UNKNOWN
}
const UNKNOWN: ServiceKind = {
  code: '',
  name: '',
  group: 'home',
  countedIn: 'persons',
  preventiveCountedIn: 'persons',
  band: 'home',
  fundingGroup: 'home',
  levels: LEVELS,
}

type History = ProjectionAsked['cells'][number]['history']

function cellOf(asked: ProjectionAsked, index: number, rule: TrendRule, add: Add): ProjectedCell {
  const cell = asked.cells[index]!
  const at = `cells.${index}`
  if (cell.insured.length !== asked.fiscalYears.length)
    add(
      `${at}.insured`,
      'years-differ',
      `被保険者数の見込み: ${asked.fiscalYears.length}年分を、推計する年度の順に入力してください（いまは${cell.insured.length}年分）。`,
    )
  if (asked.cells.findIndex(({ sex, ages }) => sex === cell.sex && ages === cell.ages) !== index)
    add(at, 'twice', '性・年齢の区分: 同じ区分が2度あります。1つにまとめてください。')
  checkRepeated(cell.history, `${at}.history`, '実績', add)
  const { later, earlier, isNational } = rule.options[asked.trend]
  const base = countsOf(cell.history, asked.baseFiscalYear, `${at}.history`, add)
  const place = asked.national.findIndex(({ sex, ages }) => sex === cell.sex && ages === cell.ages)
  if (isNational && place < 0)
    add(
      'national',
      'national-missing',
      `全国の実績: ${index + 1}番目の区分と同じ性別・年齢区分の実績がありません。加えてください。`,
    )
  const source: [History, string] = isNational
    ? [asked.national[place]?.history ?? cell.history, `national.${place}.history`]
    : [cell.history, `${at}.history`]
  const of = (before: number) =>
    isNational && place < 0 ? base : countsOf(source[0], asked.baseFiscalYear - before, source[1], add)
  return {
    insured: cell.insured,
    base,
    trend: { later: of(later), earlier: of(earlier), years: earlier - later },
  }
}

function countsOf(history: History, fiscalYear: number, path: string, add: Add) {
  const index = history.findIndex((one) => one.fiscalYear === fiscalYear)
  const counts = history[index]
  if (!counts) {
    add(
      path,
      'year-missing',
      `実績: ${fiscalYear}年度の被保険者数と認定者数がありません。加えるか、伸びの選び方を変えてください。`,
    )
    return { insured: 0, certified: LEVELS.map(() => 0) }
  }
  if (counts.certified.reduce((sum, one) => sum + one, 0) > counts.insured)
    add(
      `${path}.${index}.certified`,
      'above-insured',
      `実績: ${fiscalYear}年度の認定者数の合計が、被保険者数${counts.insured}人をこえています。`,
    )
  return counts
}

function serviceOf(asked: ProjectionAsked, index: number, kind: ServiceKind, add: Add): ProjectedService {
  const { levels, capacity } = asked.services[index]!
  const base = LEVELS.map((level): LevelBase => {
    const isTimed = isTimedAt(kind, level)
    const at = levels.findIndex((one) => one.level === level)
    const found = levels[at]
    if (!found) return { users: 0, timesTenths: isTimed ? 0 : null, benefitYen: 0 }
    const say = (field: string, code: string, message: string) =>
      add(`services.${index}.levels.${at}.${field}`, code, `${kind.name} ${LEVEL_NAMES[level]}: ${message}`)
    if (levels.findLastIndex((one) => one.level === level) !== at)
      say('level', 'twice', '2度あります。1つにまとめてください。')
    if (!kind.levels.includes(level))
      say('level', 'level-not-served', 'この要介護度では使えない種類です。行を除いてください。')
    if (!isTimed && (found.timesTenths !== null || found.newTimesPerUserTenths !== null))
      say('timesTenths', 'not-timed', '人で数える種類なので、回（日）数は空にしてください。')
    if (isTimed && found.users > 0 && !found.timesTenths)
      say('timesTenths', 'times-missing', '利用者がいるので、回（日）数を入力してください。')
    if (found.users === 0 && (found.benefitYen > 0 || (found.timesTenths ?? 0) > 0))
      say('users', 'users-missing', '給付費か回（日）数があるのに、利用者数が0人です。確かめてください。')
    return { ...found, timesTenths: isTimed ? (found.timesTenths ?? 0) : null }
  })
  checkRepeated(capacity, `services.${index}.capacity`, `${kind.name} 定員`, add)
  const placesIn = (year: number) => capacity.find(({ fiscalYear }) => fiscalYear === year)?.persons ?? null
  return {
    band: kind.band,
    base,
    capacity: capacity.length === 0 ? null : asked.fiscalYears.map(placesIn),
    isCapped: kind.group === 'community',
  }
}

function deltasOf(asked: ProjectionAsked, kinds: readonly ServiceKind[], add: Add): Deltas {
  const size = asked.fiscalYears.length * LEVELS.length
  const users: (Float64Array | null)[] = kinds.map(() => null)
  const timesTenths: (Float64Array | null)[] = kinds.map(() => null)
  const certified = new Float64Array(size)
  for (const [index, adjustment] of asked.adjustments.entries()) {
    const service = kinds.findIndex(({ code }) => code === adjustment.kind)
    const fault = adjustmentFault(adjustment, kinds[service], asked.fiscalYears)
    if (fault) {
      const [field, code, message] = fault
      add(`adjustments.${index}.${field}`, code, `施策反映の${index + 1}行目: ${message}`)
      continue
    }
    const { target, level, fiscalYear, change } = adjustment
    const tables = target === 'users' ? users : timesTenths
    const table = target === 'certified' ? certified : (tables[service] ?? new Float64Array(size))
    if (target !== 'certified') tables[service] = table
    table[asked.fiscalYears.indexOf(fiscalYear) * LEVELS.length + LEVELS.indexOf(level)]! += change
  }
  return { certified, users, timesTenths }
}

/** Why a change cannot be applied: field, code and sentence; null when it can. */
function adjustmentFault(
  { target, kind, level, fiscalYear }: ProjectionAsked['adjustments'][number],
  found: ServiceKind | undefined,
  years: readonly number[],
): readonly [field: string, code: string, message: string] | null {
  if (!years.includes(fiscalYear))
    return ['fiscalYear', 'year-not-projected', `${fiscalYear}年度は、推計する年度にありません。`]
  if (target === 'certified')
    return kind === null
      ? null
      : ['kind', 'kind-not-wanted', '認定者数を変えるときは、サービス種類を空にしてください。']
  if (!found) return ['kind', 'unknown-kind', '推計するサービス種類のコードを入力してください。']
  if (!found.levels.includes(level))
    return ['level', 'level-not-served', 'この要介護度では使えない種類です。']
  return target === 'times' && !isTimedAt(found, level)
    ? ['target', 'not-timed', '人で数える種類なので、回（日）数は変えられません。']
    : null
}

/** Whether a kind counts 回 or 日 at a level: 予防給付 may count otherwise than 介護給付. */
function isTimedAt(kind: ServiceKind, level: Level): boolean {
  const counted = level.startsWith('support') ? kind.preventiveCountedIn : kind.countedIn
  return counted === 'visits' || counted === 'days'
}

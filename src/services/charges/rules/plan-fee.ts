import { type Month, monthNumber } from '../../../casework/care-management/rules/months.ts'
import type { PlanFeeReductions, PlanFees, RegionalRates } from '../../../law/services/plan-fee.ts'
import { type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import type { Round } from './cost-share.ts'

/** centre: 介護予防支援費(I) · careOffice: (II) · programme: 介護予防ケアマネジメント, at the municipality's own units */
export type PlanFeeKind = 'centre' | 'careOffice' | 'programme'

export interface PlanFeeFacts {
  month: Month
  kind: PlanFeeKind
  /** programme: units of the municipality, at or below the national ones; null: not stated */
  ownUnits: number | null
  /** whether a plan was newly made; null: not known */
  isPlanNew: boolean | null
  /** last month in which this provider supported the person by 46 or AF; never: it has not · null: not known */
  lastSupport: Month | 'never' | null
  /** started: entrusted for the first time this month · taken: the addition was claimed before */
  entrustment: 'none' | 'started' | 'taken'
  regions: readonly (keyof RegionalRates)[]
  lacks: readonly (keyof PlanFeeReductions)[]
  /** 処遇改善加算 filed, with one of its conditions met; null: not known */
  isFiled: boolean | null
}

export interface PlanFeeLaw {
  fees: PlanFees
  additions: { initial: number; entrustment: number }
  gapMonths: number
  regional: RegionalRates | null
  reductions: PlanFeeReductions
  improvement: number | null
}

export interface PlanFeeUnits {
  baseUnits: number
  reductionUnits: number
  regionalUnits: number
  initialUnits: number
  entrustmentUnits: number
  improvementUnits: number
  totalUnits: number
}

/**
 * Units of a month's 介護予防支援費 (FEE-01): base, less 減算, with the regional additions on what is left, 初回加算 and
 * 委託連携加算; 処遇改善加算 on all of it. Each rate is rounded to the nearest unit.
 * @returns null when the municipality's units of 介護予防ケアマネジメント are not stated
 * @throws RuleRefusal with every reason why the month has no such fee
 * @source 平成18年厚生労働省告示第129号
 */
export function planFeeUnits(facts: PlanFeeFacts, law: PlanFeeLaw, round: Round): PlanFeeUnits | null {
  const problems = problemsOf(facts, law)
  if (problems.length > 0) throw new RuleRefusal(problems)
  const baseUnits = facts.kind === 'programme' ? facts.ownUnits : (law.fees[facts.kind]?.units ?? null)
  if (baseUnits === null) return null
  const rate = (label: string, of: number, perMille: number) =>
    round(label, { over: product(of, perMille), under: 1000 }, 'half-up', 1, '単位')
  const reductionUnits = facts.lacks.reduce(
    (all, lack) => all + rate(REDUCTIONS[lack], baseUnits, law.reductions[lack] ?? 0),
    0,
  )
  const left = baseUnits - reductionUnits
  const regionalUnits = facts.regions.reduce(
    (all, region) => all + rate(REGIONS[region], left, law.regional?.[region] ?? 0),
    0,
  )
  const initialUnits = isInitial(facts, law.gapMonths) === true ? law.additions.initial : 0
  const entrustmentUnits = facts.entrustment === 'started' ? law.additions.entrustment : 0
  const sumUnits = left + regionalUnits + initialUnits + entrustmentUnits
  const improvementUnits =
    facts.isFiled === true ? rate('介護職員等処遇改善加算', sumUnits, law.improvement ?? 0) : 0
  return {
    baseUnits,
    reductionUnits,
    regionalUnits,
    initialUnits,
    entrustmentUnits,
    improvementUnits,
    totalUnits: sumUnits + improvementUnits,
  }
}

/**
 * 初回加算: a plan newly made for somebody whom this provider supported in none of the months before (過去二月). Where the
 * person came from does not matter, nor does a new contractor: the provider is still the centre.
 * @returns null when the facts leave it open
 */
export function isInitial(
  { month, isPlanNew, lastSupport }: Pick<PlanFeeFacts, 'month' | 'isPlanNew' | 'lastSupport'>,
  gapMonths: number,
): boolean | null {
  const isGap =
    lastSupport === null
      ? null
      : lastSupport === 'never' || monthNumber(month) - monthNumber(lastSupport) > gapMonths
  if (isPlanNew === false || isGap === false) return false
  return isPlanNew === null || isGap === null ? null : true
}

export const REDUCTIONS: Readonly<Record<keyof PlanFeeReductions, string>> = {
  abusePrevention: '高齢者虐待防止措置未実施減算',
  continuityPlan: '業務継続計画未策定減算',
}
export const REGIONS: Readonly<Record<keyof RegionalRates, string>> = {
  special: '特別地域加算',
  hillySmall: '中山間地域等における小規模事業所加算',
  hillyResident: '中山間地域等に居住する者へのサービス提供加算',
}

function problemsOf(facts: PlanFeeFacts, law: PlanFeeLaw): RuleProblem[] {
  const { month, kind, lastSupport, ownUnits, regions, entrustment, isFiled } = facts
  const problems: RuleProblem[] = []
  const add = (code: string, path: string, message: string) => problems.push({ code, path, message })
  if (kind === 'careOffice' && law.fees.careOffice === null)
    add(
      'not-designated-yet',
      'kind',
      `費用の種類: ${month} には、居宅介護支援事業者は介護予防支援の指定を受けられません。`,
    )
  if (lastSupport !== null && lastSupport !== 'never' && lastSupport >= month)
    add('support-not-before', 'lastSupport', '前に支援した月: 請求する月より前の月を入力してください。')
  if (kind !== 'careOffice' && regions.length > 0)
    add(
      'care-office-only',
      'regions',
      '地域の加算: 居宅介護支援事業者の介護予防支援費(II)だけの加算です。外してください。',
    )
  if (kind === 'careOffice' && entrustment === 'started')
    add('centre-only', 'entrustment', '委託連携加算: センターの介護予防支援費(I)だけの加算です。')
  if (kind === 'programme') problems.push(...programmeProblems(facts))
  else if (isFiled === true && law.improvement === null)
    add(
      'addition-not-in-force',
      'isFiled',
      `介護職員等処遇改善加算: ${month} の介護予防支援費にはまだありません。届出を「いいえ」にしてください。`,
    )
  if (kind === 'programme' && ownUnits !== null && ownUnits > law.fees.centre.units)
    add(
      'over-ceiling',
      'ownUnits',
      `市町村の単位: 国の上限（${law.fees.centre.units}単位）を超えています。要綱を確かめてください。`,
    )
  return problems
}

/** What a municipality decides for 介護予防ケアマネジメント itself: nothing of the national fee is put on its units. */
function programmeProblems({ lacks, isFiled }: PlanFeeFacts): RuleProblem[] {
  const message =
    '介護予防ケアマネジメントの減算と処遇改善の分は、市町村が定めます。市町村の単位に含めて入力してください。'
  return [
    ...(lacks.length > 0 ? [{ code: 'municipality-decides', path: 'lacks', message }] : []),
    ...(isFiled === true ? [{ code: 'municipality-decides', path: 'isFiled', message }] : []),
  ]
}

/** The answer where nothing can be said. */
export const NO_FEE = {
  serviceCode: null,
  baseUnits: null,
  reductionUnits: null,
  regionalUnits: null,
  initialUnits: null,
  entrustmentUnits: null,
  improvementUnits: null,
  totalUnits: null,
  costYen: null,
  userYen: null,
}

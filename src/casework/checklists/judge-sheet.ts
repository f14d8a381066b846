import { frailtyCutPoints } from '../../law/casework/frailty-cut-points.ts'
import { kihonBmiLimitTenths } from '../../law/casework/kihon-bmi.ts'
import { kihonCriteria } from '../../law/casework/kihon-criteria.ts'
import { plausibleBody } from '../../law/casework/measured-body.ts'
import { inForce, NoValueInForce } from '../../law/in-force.ts'
import type { IsoDate } from '../../platform/calendar/index.ts'
import { type Explained, explained, withSteps } from '../../platform/explanation/index.ts'
import { DOMAIN_LABELS, type InsuredType } from './codes.ts'
import { type ItemDomain, items } from './forms/kihon-checklist/items.ts'
import { type BmiItem, bmiItem } from './rules/bmi.ts'
import type { Answers } from './rules/coding.ts'
import { type CountedCriterion, countCriteria } from './rules/criteria.ts'
import { frailtyByTotal } from './rules/frailty.ts'
import { type Certification, type Judged, judge } from './rules/judgement.ts'
import { type Count, countPoints, itemNumbers, type Points, pointsOf } from './rules/points.ts'

/** One sheet as it is known: answers, measurements, and the facts about the person on that day. */
export interface SheetInput {
  answeredOn: IsoDate
  answers: Answers
  heightHundredthsCm: number | null
  weightHundredthsKg: number | null
  /** INS-01 on that day; null: not known */
  insuredType: InsuredType | null
  certification: Certification | null
}

export interface DomainCount extends Count {
  domain: ItemDomain
  label: string
  /** items of the domain */
  items: number
}

export interface JudgedSheet extends Judged {
  points: Points
  bmi: BmiItem
  criteria: CountedCriterion[]
  domains: DomainCount[]
  /** of all 25 items */
  total: Count
  /** null: no cut points are known for that day */
  frailty: ReturnType<typeof frailtyByTotal>['value'] | null
}

/**
 * The whole way from the answers of a sheet to the proposal (CHK-02 to CHK-04, FRL-01), with the parameters in force on the
 * day of the answers. For browser and server: the panel beside the form and the stored proposal are one computation.
 * @throws NoValueInForce for answers before 2015-04-01
 */
export function judgeSheet(sheet: SheetInput): Explained<JudgedSheet> {
  const { answeredOn } = sheet
  const bmi = bmiItem(sheet, {
    limitTenths: inForce(kihonBmiLimitTenths, answeredOn),
    plausible: inForce(plausibleBody, answeredOn),
  })
  const points = pointsOf(sheet.answers, bmi.value.point)
  const criteria = countCriteria(points, inForce(kihonCriteria, answeredOn))
  const judged = judge({ ...sheet, criteria: criteria.value })
  const frailty = frailtyOf(points, answeredOn)
  const value: JudgedSheet = {
    ...judged.value,
    points,
    bmi: bmi.value,
    criteria: criteria.value,
    domains: domainCounts(points),
    total: countPoints(points, itemNumbers),
    frailty: frailty?.value ?? null,
  }
  const { steps } = withSteps([...bmi.steps, ...criteria.steps], judged)
  return explained(value, [...steps, ...(frailty?.steps ?? [])])
}

function frailtyOf(points: Points, answeredOn: IsoDate) {
  try {
    return frailtyByTotal(points, inForce(frailtyCutPoints, answeredOn))
  } catch (error) {
    if (error instanceof NoValueInForce) return null
    throw error
  }
}

/** First day whose answers have criteria in force. */
export const FIRST_DAY: IsoDate = kihonCriteria.history[0]?.from ?? ''

const DOMAINS = [...new Set(items.map(({ domain }) => domain))].map((domain) => ({
  domain,
  numbers: items.filter((item) => item.domain === domain).map(({ no }) => no),
}))

const domainCounts = (points: Points): DomainCount[] =>
  DOMAINS.map(({ domain, numbers }) => ({
    domain,
    label: DOMAIN_LABELS[domain],
    items: numbers.length,
    ...countPoints(points, numbers),
  }))

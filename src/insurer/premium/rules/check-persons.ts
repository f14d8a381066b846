import type { CheckTolerances } from '../../../law/insurer/premium-check-tolerances.ts'
import { product, type Ratio } from '../../../platform/exact/index.ts'
import { type Check, compare, condition, exact, isBelow, isWithin, minus, plus, said } from './check.ts'
import { sumOf } from './yearly.ts'

export interface StageHeads {
  stage: number
  ratioPerMille: number
  persons: number | null
}
export interface PersonsPrinted {
  /** persons of three years by stage */
  stages: readonly StageHeads[]
  adjustedInsuredTenths: number | null
  insuredPersons: number | null
  /** true: heads were computed from printed shares, each half a person off at most */
  isFromShares?: boolean
}
export interface Premium {
  needYen: number | null
  collectionRatePerMyriad: number | null
  /** printed monthly amount before it is rounded, hundredths of a yen */
  monthlyHundredths: number | null
}

/** Σ heads × ratio, exact; null when a stage has no heads. */
export function weighted(stages: readonly StageHeads[]): Ratio | null {
  let over = 0n
  for (const { persons, ratioPerMille } of stages) {
    if (persons === null) return null
    over += BigInt(product(persons, ratioPerMille))
  }
  return stages.length === 0 ? null : { over, under: 1000 }
}

/**
 * VAL-07: 補正後被保険者数 from the stages, the heads against the insured.
 * @param part which year, where the print gives heads by year: `.year1`; empty: three years together
 */
export function checkPersons(
  printed: PersonsPrinted,
  { personsHundredths }: CheckTolerances,
  part = '',
): Check[] {
  const sum = weighted(printed.stages)
  if (sum === null) return []
  const { adjustedInsuredTenths, insuredPersons, isFromShares, stages } = printed
  const checks: Check[] = []
  const half = (over: number): Ratio => ({ over, under: 2 })
  const ratios = stages.reduce((all, { ratioPerMille }) => all + ratioPerMille, 0)
  if (adjustedInsuredTenths !== null) {
    const print = adjustedInsuredTenths % 10 === 0 ? half(1) : 0 // whole persons may have been rounded
    const shares = isFromShares ? { over: ratios, under: 1000 * 2 } : 0
    const tolerance = plus(plus({ over: personsHundredths, under: 100 }, print), shares)
    const label = '所得段階別加入割合補正後被保険者数'
    const formula = '段階別の人数×割合の合計'
    const named = {
      id: `ADJ${part}`,
      validator: 'VAL-07',
      label,
      formula,
      path: 'adjustedInsuredTenths',
      unit: '人',
    }
    checks.push(compare(named, { over: adjustedInsuredTenths, under: 10 }, sum, tolerance))
  }
  if (insuredPersons !== null) {
    const heads = sumOf(stages.map(({ persons }) => persons ?? 0))
    const named = {
      label: '第1号被保険者数',
      formula: '段階別の人数の合計',
      path: 'insuredPersons',
      unit: '人',
    }
    const id = part === '' ? 'ADJ.heads' : `HEADS${part}`
    const tolerance = isFromShares ? half(stages.length) : 0
    checks.push(compare({ ...named, id, validator: 'VAL-07' }, insuredPersons, heads, tolerance))
  }
  return checks
}

/** Persons that a printed premium stands for: N ÷ c ÷ P ÷ 12. */
export const solvedPersons = (
  needYen: number,
  collectionRatePerMyriad: number,
  monthlyHundredths: number,
): Ratio => ({
  over: BigInt(needYen) * 10_000n * 100n,
  under: BigInt(collectionRatePerMyriad) * BigInt(monthlyHundredths) * 12n,
})

/**
 * VAL-07: a plain head count in the place of the adjusted persons. A contradiction where the printed premium does not follow from it,
 * a warning where nothing else speaks against it; nothing where the stages lead to it.
 */
export function checkHeadCount(
  printed: PersonsPrinted,
  { needYen, collectionRatePerMyriad, monthlyHundredths }: Premium,
  computedMonthly: Ratio | null,
  isPremiumMet: boolean,
  { headCountPerMyriad }: CheckTolerances,
): Check[] {
  const { adjustedInsuredTenths: tenths, insuredPersons } = printed
  if (tenths === null || insuredPersons === null || insuredPersons === 0) return []
  const away = minus({ over: tenths, under: product(insuredPersons, 10) }, 1)
  const size = BigInt(away.over) < 0n ? { ...away, over: -away.over } : away
  const label = '所得段階別加入割合補正後被保険者数'
  const formula = '補正後の人数は、補正前の人数（第1号被保険者数）と異なる'
  const path = 'adjustedInsuredTenths'
  const named = { id: 'ADJ.notHeads', validator: 'VAL-07', label, formula, path }
  const isPlain = isBelow(size, { over: headCountPerMyriad, under: 10_000 })
  const sum = weighted(printed.stages)
  const isTrulyOne = sum !== null && isWithin(sum, insuredPersons, 1)
  if (!isPlain || isTrulyOne) return [condition(named, true, '')]
  const same = `${label}: 印刷の${said({ over: tenths, under: 10 })}人は、補正前の第1号被保険者数${said(insuredPersons)}人とほぼ同じです。`
  if (isPremiumMet || computedMonthly === null || monthlyHundredths === null)
    return [condition(named, false, `${same}補正後の人数かどうか確かめてください。`, true)]
  const solved =
    needYen === null || collectionRatePerMyriad === null || monthlyHundredths === 0
      ? ''
      : `印刷の基準額から逆算した補正後の人数は${said(tenthsOf(solvedPersons(needYen, collectionRatePerMyriad, monthlyHundredths)))}人です。`
  const premium = compare(
    { ...named, id: 'PREM.printedHeads', formula: '保険料収納必要額÷予定収納率÷印刷の人数÷12' },
    { over: monthlyHundredths, under: 100 },
    computedMonthly,
    0,
  )
  const difference = said(hundredthsOf(minus(premium.published, premium.computed)))
  const message = `${same}この人数で割ると基準額は月額${said(hundredthsOf(computedMonthly))}円で、印刷の${said(premium.published)}円と${difference.replace('-', '')}円違います。${solved}補正後の人数の欄に補正前の人数が書かれていないか確かめてください。`
  return [{ ...premium, isMet: false, message }]
}

const rounded = (value: Ratio, by: number): Ratio => {
  const { over, under } = exact(value)
  const doubled = BigInt(over) * BigInt(by) * 2n + BigInt(under)
  return { over: doubled / (BigInt(under) * 2n), under: by }
}
const tenthsOf = (value: Ratio) => rounded(value, 10)
const hundredthsOf = (value: Ratio) => rounded(value, 100)

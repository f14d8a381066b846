import type { CheckTolerances } from '../../../law/insurer/premium-check-tolerances.ts'
import type { Ratio } from '../../../platform/exact/index.ts'
import { type Adopt, adopted, monthlyExact } from './chain.ts'
import { type Check, compare } from './check.ts'

export interface AdoptedPrinted {
  collectionRatePerMyriad: number | null
  adjustedInsuredTenths: number | null
  monthlyHundredths: number | null
  monthlyAdoptedYen: number | null
  annualAdoptedYen: number | null
  adopt: Adopt | null
}

/** P* from the need; null when a part of it is not printed. */
export function recomputedMonthly(printed: AdoptedPrinted, needYen: number | null): Ratio | null {
  const { collectionRatePerMyriad, adjustedInsuredTenths } = printed
  if (needYen === null || collectionRatePerMyriad === null || adjustedInsuredTenths === null) return null
  return monthlyExact(needYen, { collectionRatePerMyriad, adjustedInsuredTenths })
}

/** VAL-08: the monthly amount before it is rounded. */
export function checkMonthly(
  printed: AdoptedPrinted,
  computed: Ratio | null,
  tolerances: CheckTolerances,
): Check[] {
  const { monthlyHundredths } = printed
  if (monthlyHundredths === null || computed === null) return []
  // also of a print with decimals: the persons it divides by are printed to the whole one, which moves the premium by tenths of a yen
  const tolerance = { over: tolerances.premiumHundredths, under: 100 }
  const formula = '保険料収納必要額÷予定収納率÷補正後被保険者数÷12'
  const named = { id: 'PREM', validator: 'VAL-08', label: '保険料基準額（月額、端数処理の前）', formula }
  const published = { over: monthlyHundredths, under: 100 }
  return [compare({ ...named, path: 'monthlyHundredths' }, published, computed, tolerance)]
}

/**
 * VAL-08: the adopted amount by the rounding of the ordinance.
 * @param monthly the exact amount where the print agrees with it, else the printed one
 */
export function checkAdopted(printed: AdoptedPrinted, monthly: Ratio | null): Check[] {
  const { monthlyAdoptedYen, annualAdoptedYen, adopt } = printed
  const checks: Check[] = []
  const named = { validator: 'VAL-08' }
  if (adopt !== null && monthly !== null) {
    const rule = adopted(monthly, adopt)
    const formula = '条例の端数処理'
    if (monthlyAdoptedYen !== null)
      checks.push(
        compare(
          { ...named, id: 'ADOPT', label: '保険料基準額（月額）', formula, path: 'monthlyAdoptedYen' },
          monthlyAdoptedYen,
          rule.monthlyAdoptedYen,
          0,
        ),
      )
    if (annualAdoptedYen !== null)
      checks.push(
        compare(
          { ...named, id: 'ADOPT.annual', label: '保険料基準額（年額）', formula, path: 'annualAdoptedYen' },
          annualAdoptedYen,
          rule.annualAdoptedYen,
          0,
        ),
      )
  } else if (monthlyAdoptedYen !== null && annualAdoptedYen !== null) {
    const label = '保険料基準額（年額）'
    const annual = { ...named, id: 'ADOPT.annual', label, formula: '月額×12', path: 'annualAdoptedYen' }
    // the annual amount may have been rounded first: then the month is a twelfth of it to the nearest yen
    checks.push(compare(annual, annualAdoptedYen, monthlyAdoptedYen * 12, 12 / 2))
  }
  return checks
}

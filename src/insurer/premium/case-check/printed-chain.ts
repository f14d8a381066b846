import type { Part } from '../rules/check-amounts.ts'
import type { PrintedChain } from '../rules/check-chain.ts'
import type { CaseOf, Published } from './case-schema.ts'

/** The chain that a case file carries, in the shape the validators read. */
export function printedChain(file: CaseOf<'premium-chain'>): PrintedChain {
  const { published: p, publishedPrecision, printedPrecision, stages, adoptRounding } = file
  return {
    precisionYen: publishedPrecision,
    resultPrecisionYen: Math.max(publishedPrecision, ...Object.values(printedPrecision)),
    benefitParts: benefitParts(p),
    standardBenefit: { totalYen: p.standardBenefit ?? null, yearsYen: p.standardBenefitByYear ?? null },
    supportParts: supportParts(p),
    communitySupport: { totalYen: p.communitySupport ?? null, yearsYen: p.communitySupportByYear ?? null },
    generalProject: { totalYen: p.generalProject ?? null, yearsYen: p.generalProjectByYear ?? null },
    sumYearsYen: p.sumABByYear ?? null,
    firstInsuredShareYen: p.firstInsuredShare ?? null,
    adjustmentGrantEquivalentYen: p.adjGrantEquivalent ?? null,
    shareWithEquivalent: { totalYen: p.sharePlusAdj ?? null, yearsYen: p.sharePlusAdjByYear ?? null },
    adjustmentGrantExpectedYen: p.adjGrantExpected ?? null,
    grantRatesPerMyriad: p.adjGrantRateByYear ?? null,
    elderlyFactorsPerMyriad: p.F ?? null,
    incomeFactorsPerMyriad: p.G ?? null,
    stabilisationFundYen: p.stabilisationFund ?? null,
    incentiveGrantYen: p.incentiveGrant ?? null,
    municipalSpecialYen: p.municipalSpecial ?? null,
    needBeforeDrawYen: p.needBeforeDraw ?? null,
    fundDrawYen: p.fundDraw ?? null,
    fundBalanceYen: p.fundBalance ?? null,
    needYen: p.need ?? null,
    collectionRatePerMyriad: p.collectionRate ?? null,
    adjustedInsuredTenths: p.adjustedInsured ?? headsInItsPlace(p),
    insuredPersons: p.insured ?? null,
    stages: stages.map(({ stage, ratio, count3y }) => ({ stage, ratioPerMille: ratio, persons: count3y })),
    monthlyHundredths: p.monthlyComputed ?? null,
    monthlyAdoptedYen: p.monthlyAdopted ?? null,
    annualAdoptedYen: p.annualAdopted ?? null,
    adopt: adoptRounding && {
      unitYen: adoptRounding.unit,
      direction: adoptRounding.direction,
      roundOn: adoptRounding.roundOn,
    },
  }
}

/**
 * A print that shows the need, the rate and the premium but one number of persons alone divides by that number.
 * Whether it can be the adjusted one is for the validator to say.
 */
function headsInItsPlace({ need, collectionRate, monthlyComputed, insured }: Published): number | null {
  const isDivided = need !== undefined && collectionRate !== undefined && monthlyComputed !== undefined
  return isDivided && insured ? insured * 10 : null
}

function benefitParts(p: Published): Part[] {
  const byYear = (
    label: string,
    yearsYen: readonly (number | null)[],
    benefitPerMille: number | null,
  ): Part => ({
    label,
    totalYen: null,
    yearsYen,
    benefitPerMille,
  })
  if (p.componentsByYear ?? p.grossByYear)
    return [
      ...Object.entries(p.grossByYear ?? {}).map(([label, yen]) =>
        byYear(label, yen, p.effectiveBenefitRate?.[label] ?? null),
      ),
      ...Object.entries(p.componentsByYear ?? {}).map(([label, yen]) => byYear(label, yen, null)),
    ]
  const totals: [string, number | undefined][] = [
    ['総給付費', p.totalBenefit],
    ['特定入所者介護サービス費等給付額', p.specifiedResident],
    ['高額介護サービス費等給付額', p.highCost],
    ['高額医療合算介護サービス費等給付額', p.highCostMedical],
    ['算定対象審査支払手数料', p.reviewFee],
  ]
  return allOf(totals)
}

const supportParts = (p: Published): Part[] =>
  allOf([
    ['介護予防・日常生活支援総合事業費', p.generalProject],
    ['包括的支援事業（センターの運営）・任意事業費', p.comprehensiveAndVoluntary],
    ['包括的支援事業（社会保障充実分）', p.socialSecurityEnhancement],
  ])

/** The parts only when each of them is printed: a sum with a gap proves nothing. */
const allOf = (totals: readonly [string, number | undefined][]): Part[] =>
  totals.some(([, yen]) => yen === undefined)
    ? []
    : totals.map(([label, yen]) => ({ label, totalYen: yen ?? null, yearsYen: null, benefitPerMille: null }))

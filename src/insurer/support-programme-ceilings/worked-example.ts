type Special = { kind: 'none' | 'uplift' | 'h29'; upliftPerMille: number; h29ProgrammeYen: number }

/** Invented: the calculation of the rule sheet for CSP-01, in yen. */
const example = {
  baseHomeVisitYen: 30_000_000,
  baseDayServiceYen: 50_000_000,
  baseSupportYen: 12_000_000,
  basePreventionYen: 8_000_000,
  basePreventiveBenefitYen: 140_000_000,
  supportYen: 9_000_000,
  preventiveBenefitYen: 61_000_000,
}
const ordinary: Special = { kind: 'none', upliftPerMille: 0, h29ProgrammeYen: 0 }

/** The same in a year, with a treatment of 特定事情市町村. */
export const inYear = (fiscalYear: number, special: Partial<Special>) => ({
  ...example,
  fiscalYear,
  growth75: [1_080_000],
  special: { ...ordinary, ...special },
})

import type { StaffingBand } from '../../../law/evaluation/centre-staffing.ts'

/** A row of the ordinance's own table: from how many persons on, up to (and without) how many, so many more staff of any profession. */
export interface OrdinanceRow {
  fromPersons: number
  belowPersons: number
  extra: number
}

export interface StaffingStandard {
  each: number | null
  extra: number
  least: number
  most: number | null
  fullTimeExclusive: number
  mustHave: readonly string[]
  needsCouncil: boolean
  isByOrdinance: boolean
}

/**
 * What the standard asks for a number of 第1号被保険者.
 * @param ordinance the municipality's own table; where the standard leaves it to the ordinance and it has no row, null
 */
export function standardOf(
  firstInsured: number,
  { bands, ordinanceFrom }: { bands: readonly StaffingBand[]; ordinanceFrom: number },
  ordinance: readonly OrdinanceRow[],
): StaffingStandard | null {
  const band = bands.findLast(({ from }) => firstInsured >= from)!
  const { each, least, most, fullTimeExclusive, mustHave, needsCouncil } = band
  if (firstInsured < ordinanceFrom)
    return { each, extra: 0, least, most, fullTimeExclusive, mustHave, needsCouncil, isByOrdinance: false }
  const row = ordinance.find(
    ({ fromPersons, belowPersons }) => fromPersons <= firstInsured && firstInsured < belowPersons,
  )
  if (!row) return null
  const total = least + row.extra
  return {
    each,
    extra: row.extra,
    least: total,
    most,
    fullTimeExclusive: total,
    mustHave,
    needsCouncil,
    isByOrdinance: true,
  }
}

/** A row of registers.area_town or registers.centre_area: holds from the first to the last day, both included. */
export interface Dated {
  /** ISO day */
  validFrom: string
  /** last day; null: open */
  validTo: string | null
}
export type AreaTown = Dated & { townId: string; areaId: string }
export type CentreArea = Dated & { areaId: string; centreId: string }

const holdsOn = ({ validFrom, validTo }: Dated, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo)

/**
 * The daily-life area (日常生活圏域) a town belongs to on a day.
 * @param day ISO day
 * @returns id of the area, or null when the town belongs to none on that day: unknown, never the nearest
 */
export function areaOf(areaTowns: readonly AreaTown[], townId: string, day: string): string | null {
  return areaTowns.find((row) => row.townId === townId && holdsOn(row, day))?.areaId ?? null
}

/** The centre that answers for an area on a day; null when none does. */
export function centreOf(centreAreas: readonly CentreArea[], areaId: string, day: string): string | null {
  return centreAreas.find((row) => row.areaId === areaId && holdsOn(row, day))?.centreId ?? null
}

export interface Place {
  areaId: string | null
  centreId: string | null
}

/** 圏域 and 担当センター by address: area of the town, then centre of the area, on the same day. */
export function placeOf(
  rows: { areaTowns: readonly AreaTown[]; centreAreas: readonly CentreArea[] },
  townId: string | null,
  day: string,
): Place {
  const areaId = townId === null ? null : areaOf(rows.areaTowns, townId, day)
  return { areaId, centreId: areaId === null ? null : centreOf(rows.centreAreas, areaId, day) }
}

/** A town's place in a 圏域, with its dates. */
export interface AreaTown {
  areaId: string
  townId: string
  validFrom: string
  /** last day; null: open */
  validTo: string | null
}

/**
 * 圏域 of a piece of work: the area that was recorded with it, unless the register says that the person's town belonged to another
 * area on that day. So a border that is drawn anew, also one dated back, moves the present figures; a person who has moved house does
 * not, for then the new town was never part of the recorded area.
 * @param recorded area on the journal row @param townId of the person today
 */
export function areaOfWork(
  register: ReadonlyMap<string, readonly AreaTown[]>,
  { recorded, townId, day }: { recorded: string | null; townId: string | null; day: string },
): string | null {
  const ofTown = townId === null ? undefined : register.get(townId)
  if (!ofTown?.some(({ areaId }) => areaId === recorded)) return recorded
  const inForce = ofTown.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day),
  )
  return inForce?.areaId ?? recorded
}

export const byTown = (rows: readonly AreaTown[]): Map<string, AreaTown[]> =>
  Map.groupBy(rows, ({ townId }) => townId)

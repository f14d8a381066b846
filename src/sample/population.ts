/** One town of a published table 地域・年齢別人口: residents by sex in 18 five-year bands, the last 85 and over. */
export interface PopulationTown {
  townName: string
  latitude: number | null
  longitude: number | null
  /** Null: masked in the source; counted here as nobody. */
  bandsMale: (number | null)[]
  bandsFemale: (number | null)[]
}

export type Sex = 'male' | 'female'

/** The bands of people aged 65 and over: 65–69, 70–74, 75–79, 80–84, 85 and over. */
export const OLDER_BANDS = [13, 14, 15, 16, 17] as const
export const OLDEST_BAND = 17

/** Several neighbouring towns taken as one. `older[sex][0…4]` counts the bands of `OLDER_BANDS`. */
export interface MergedTown {
  sources: string[]
  latitude: number
  longitude: number
  older: Record<Sex, number[]>
  total: number
}

/** No invented town has fewer people aged 65 and over, so that no real place shows through. */
export const LEAST_OLDER_PEOPLE = 500

function single(town: PopulationTown, latitude: number, longitude: number): MergedTown {
  const count = (bands: (number | null)[]) => OLDER_BANDS.map((band) => bands[band] ?? 0)
  const older = { male: count(town.bandsMale), female: count(town.bandsFemale) }
  const total = [...older.male, ...older.female].reduce((sum, n) => sum + n, 0)
  return { sources: [town.townName], latitude, longitude, older, total }
}

/** Towns without a place on the map stand where the town before them in the table stands. */
function placed(towns: readonly PopulationTown[]): MergedTown[] {
  const first = towns.find((town) => town.latitude !== null && town.longitude !== null)
  let latitude = first?.latitude ?? 0
  let longitude = first?.longitude ?? 0
  return towns.map((town) => {
    latitude = town.latitude ?? latitude
    longitude = town.longitude ?? longitude
    return single(town, latitude, longitude)
  })
}

/** Squared, longitude shortened as at 34 degrees north: enough to say who is nearest. */
function distance(a: MergedTown, b: MergedTown): number {
  return (a.latitude - b.latitude) ** 2 + ((a.longitude - b.longitude) * 0.83) ** 2
}

function joined(a: MergedTown, b: MergedTown): MergedTown {
  const total = a.total + b.total
  const middle = (x: number, y: number) => (total === 0 ? x : (x * a.total + y * b.total) / total)
  const add = (x: number[], y: number[]) => x.map((n, at) => n + y[at]!)
  return {
    sources: [...a.sources, ...b.sources],
    latitude: middle(a.latitude, b.latitude),
    longitude: middle(a.longitude, b.longitude),
    older: { male: add(a.older.male, b.older.male), female: add(a.older.female, b.older.female) },
    total,
  }
}

/**
 * Joins the smallest town to its nearest neighbour until none is below the limit. Nobody is lost.
 * @returns merged towns in the order in which their first source stands in the table
 */
export function mergeTowns(towns: readonly PopulationTown[], least = LEAST_OLDER_PEOPLE): MergedTown[] {
  const merged = placed(towns)
  while (merged.length > 1) {
    const smallest = merged.reduce((best, town, at) => (town.total < merged[best]!.total ? at : best), 0)
    const town = merged[smallest]!
    if (town.total >= least) break
    let nearest = -1
    merged.forEach((other, at) => {
      if (at === smallest) return
      if (nearest < 0 || distance(town, other) < distance(town, merged[nearest]!)) nearest = at
    })
    const [low, high] = smallest < nearest ? [smallest, nearest] : [nearest, smallest]
    merged[low] = joined(merged[low]!, merged[high]!)
    merged.splice(high, 1)
  }
  return merged
}

/** Five-year bands: 1 is 0–4, 17 is 80–84, 18 is 85 and over. */
export const bandCount = 18
export const bands: readonly number[] = Array.from({ length: bandCount }, (_, i) => i + 1)

export type Sex = 'male' | 'female'

export interface BandCount {
  sex: Sex
  band: number
  /** persons; null where the file gives none */
  count: number | null
}

/** Residents of one town (町・丁目) on one day. Persons; null is missing, never zero. */
export interface TownPopulation {
  /** six digits */
  municipalityCode: string
  townName: string
  /** YYYY-MM-DD */
  surveyedOn: string
  total: number | null
  male: number | null
  female: number | null
  bands: BandCount[]
  households: number | null
  /** degrees, WGS 84 */
  latitude?: number
  longitude?: number
  note: string
  /** in the file, as a spreadsheet shows it */
  rowNumber: number
}

export const bandHeadings = bands.flatMap((band) => [
  { heading: `man${band}`, sex: 'male' as const, band },
  { heading: `woman${band}`, sex: 'female' as const, band },
])

export const columnNames = {
  required: [
    'prefCode',
    'surveyDate',
    'regionName',
    'totalPopulation',
    'male',
    'woman',
    ...bandHeadings.map(({ heading }) => heading),
    'numberOfHouseholds',
  ],
  optional: ['note', 'location'],
  ignored: ['#property', 'regionCode', 'prefName', 'cityName'],
}

/** Lowest age of a band: 65 for 14. */
export function bandFrom(band: number): number {
  return (band - 1) * 5
}

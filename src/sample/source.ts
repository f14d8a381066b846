import { join } from 'node:path'
import { readPopulationByTown, type Sex, type TownPopulation } from '../exchange/population-by-town/index.ts'
import { collectItems } from '../exchange/tabular/index.ts'
import type { PopulationTown } from './population.ts'

const file = join(import.meta.dirname, '..', 'exchange', 'population-by-town', 'fixtures', '0066_202510.xlsx')

const bandsOf = ({ bands }: TownPopulation, sex: Sex): (number | null)[] =>
  bands
    .filter((count) => count.sex === sex)
    .sort((a, b) => a.band - b.band)
    .map(({ count }) => count)

/** 高松市's towns of October 2025, as published. @throws Error when the file in the repository cannot be read */
export async function readSamplePopulation(): Promise<PopulationTown[]> {
  const { rows, refusals } = await collectItems(
    await readPopulationByTown({ name: '0066_202510.xlsx', path: file }),
  )
  if (refusals.length > 0 || rows.length === 0) throw new Error(`${file}: ${JSON.stringify(refusals[0])}`)
  return rows.map((town) => ({
    townName: town.townName,
    latitude: town.latitude ?? null,
    longitude: town.longitude ?? null,
    bandsMale: bandsOf(town, 'male'),
    bandsFemale: bandsOf(town, 'female'),
  }))
}

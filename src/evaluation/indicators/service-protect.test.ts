import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { engineOf } from '../../platform/testing/insurer.ts'
import {
  AGES,
  cellKey,
  type FactReader,
  HOUSEHOLDS,
  keysOf,
  suppress,
  type Thresholds,
  townCounts,
} from '../statistics/index.ts'
import { determinedCells, equationsOf, narrowed } from '../statistics/testing/attack.ts'
import { oneTown } from '../statistics/testing/one-town.ts'
import { allIndicators } from './find.ts'
import { loadTables } from './service-load.ts'
import { hiddenPlaces, measuresOf } from './service-protect.ts'
import { clearRealData, loadRealData } from './testing/real-data.ts'

const TAKAMATSU = '372013'
const DAYS = ['2018-11-01', '2024-10-01', '2025-10-01']
let database: TestDatabase
let reader: FactReader
beforeAll(async () => {
  database = await testDatabase()
  await clearRealData(database)
  await loadRealData(database, ['municipality-codes', 'population-by-town'])
  const engine = engineOf(database)
  reader = { query: (text, values = []) => engine.plain(text, values) as never }
}, 120_000)
afterAll(() => clearRealData(database))

describe('高松市の実物の町別人口への攻撃', () => {
  it.each(DAYS.flatMap((day) => [3, 5, 10].map((threshold) => ({ day, threshold }))))(
    '$day、基準 $threshold 人: 見える数から決まる町も、一つの整数に狭まる町もない',
    async ({ day, threshold }) => {
      const counts = await townCounts(reader, TAKAMATSU, day, '2026-11-22')
      const table = { ...counts, measures: [AGES, HOUSEHOLDS] }
      const hidden = suppress(table, threshold)
      const places = keysOf(table.places)
      const measures = table.measures.flatMap(keysOf)
      for (const place of places)
        for (const measure of measures) {
          const count = table.count(place, measure)
          if (count !== null && count > 0 && count < threshold)
            expect(hidden.has(cellKey(place, measure))).toBe(true)
        }
      const equations = equationsOf(table, hidden)
      expect(determinedCells(equations, hidden)).toEqual([])
      const bounds = narrowed(equations, new Map([...hidden.keys()].map((key) => [key, [1, 450_000]])))!
      expect([...bounds].filter(([, [low, high]]) => low === high)).toEqual([])
      // hiding a city's worth of figures would protect too, and help nobody
      expect(hidden.size).toBeLessThan((places.length * measures.length) / 3)
    },
  )
  it('どの指標も、伏せた数から作った値を見せない（増減は最初の調査日の数も）', async () => {
    const thresholds: Thresholds = {
      of: (code) => (code === TAKAMATSU ? 10 : 0),
      hiding: [TAKAMATSU],
      day: '2026-11-22',
      stamp: 'a test of its own',
    }
    const hiddenOn = new Map(
      await Promise.all(
        DAYS.map(async (day) => {
          const counts = await townCounts(reader, TAKAMATSU, day, '2026-11-22')
          return [day, suppress({ ...counts, measures: [AGES, HOUSEHOLDS] }, 10)] as const
        }),
      ),
    )
    let [shown, withheld] = [0, 0]
    for (const definition of (await allIndicators()).values()) {
      if (!definition.levels.includes('town')) continue
      const measures = measuresOf(definition.computation)
      const tables = await loadTables(reader, definition, { level: 'town', series: TAKAMATSU }, thresholds)
      for (const { periodTo, places } of tables) {
        const days =
          definition.computation.kind === 'change' ? DAYS.filter((day) => day <= periodTo) : [periodTo]
        for (const { code, value, numerator, denominator, layers } of places) {
          const tells = days.some((day) =>
            measures.some((measure) => hiddenOn.get(day)!.has(cellKey(code, measure))),
          )
          if (tells) withheld += 1
          else if (value !== null) shown += 1
          if (tells) expect([value, numerator, denominator, layers]).toEqual([null, null, null, null])
        }
      }
    }
    expect(withheld).toBeGreaterThan(300)
    expect(shown).toBeGreaterThan(withheld)
  })
})

it('それより前の日の人口で割る指標は、その日に伏せた数も見せない', async () => {
  const takeAway = await oneTown(database, '372099', {
    day: '2025-10-02',
    counts: {
      'population.total': 40,
      'population.65over': 4,
      'population.75over': 2,
      'population.85over': 1,
    },
  })
  const thresholds: Thresholds = { of: () => 10, hiding: ['372099'], day: '2026-11-22', stamp: 'one town' }
  const { computation } = (await allIndicators()).get('centres-per-65over')!
  const where = { level: 'municipality', series: 'japan', periodTo: '2026-03-31' } as const
  try {
    expect(computation).toMatchObject({ denominatorPeriod: 'nearest-before' })
    expect([...(await hiddenPlaces(reader, computation, where, thresholds))]).toEqual(['372099'])
  } finally {
    await takeAway()
  }
})

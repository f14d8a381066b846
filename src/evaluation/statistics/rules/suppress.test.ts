import { describe, expect, it } from 'vitest'
import { canDiffer, determinedCells, equationsOf } from '../testing/attack.ts'
import { cellKey, keysOf, type Tree } from './count-table.ts'
import { type CountTable, suppress } from './suppress.ts'

const AGES: Tree = {
  key: '総数',
  children: [
    { key: '65歳未満' },
    {
      key: '65歳以上',
      children: [
        { key: '65〜74歳' },
        { key: '75歳以上', children: [{ key: '75〜84歳' }, { key: '85歳以上' }] },
      ],
    },
  ],
}
const LEAVES = ['65歳未満', '65〜74歳', '75〜84歳', '85歳以上']

/** A city of areas of towns whose leaves are given; everything above is their sum. */
function cityOf(areas: Record<string, Record<string, readonly number[]>>): CountTable {
  const places: Tree = {
    key: '市',
    children: Object.entries(areas).map(([key, towns]) => ({
      key,
      children: Object.keys(towns).map((town) => ({ key: town })),
    })),
  }
  const leaves = new Map(Object.values(areas).flatMap((towns) => Object.entries(towns)))
  const below = (tree: Tree, key: string): string[] => {
    const find = (node: Tree): Tree | undefined =>
      node.key === key ? node : (node.children ?? []).map(find).find((found) => found)
    const ends = (node: Tree): string[] => (node.children?.length ? node.children.flatMap(ends) : [node.key])
    return ends(find(tree)!)
  }
  const counts = new Map<string, number>()
  for (const place of keysOf(places))
    for (const measure of keysOf(AGES)) {
      let sum = 0
      for (const town of below(places, place))
        for (const leaf of below(AGES, measure)) sum += leaves.get(town)![LEAVES.indexOf(leaf)]!
      counts.set(cellKey(place, measure), sum)
    }
  return { places, measures: [AGES], count: (place, measure) => counts.get(cellKey(place, measure)) ?? null }
}

const PLAIN = cityOf({
  東部: { 甲町: [100, 20, 3, 12], 乙町: [80, 30, 25, 14], 丙町: [60, 22, 18, 11] },
  西部: { 丁町: [90, 40, 30, 20], 戊町: [50, 15, 16, 10] },
})

describe('少ない数を伏せる', () => {
  it('基準が0か1なら、なにも伏せない', () => {
    expect(suppress(PLAIN, 0).size).toBe(0)
    expect(suppress(PLAIN, 1).size).toBe(0)
  })
  it('基準未満は伏せ、基準ちょうどと0は伏せない', () => {
    const table = cityOf({ 東部: { 甲町: [100, 0, 9, 10], 乙町: [100, 30, 40, 50] } })
    const hidden = suppress(table, 10)
    expect(hidden.get(cellKey('甲町', '75〜84歳'))).toBe('small')
    expect(hidden.has(cellKey('甲町', '65〜74歳'))).toBe(false)
    expect(hidden.get(cellKey('甲町', '85歳以上'))).toBe('complement')
  })
  it('甲町の75〜84歳 3人は、同じ町の別の年齢と、同じ圏域の別の町の2つを伏せて守る', () => {
    const hidden = suppress(PLAIN, 10)
    expect([...hidden.keys()].sort()).toEqual(
      ['甲町', '丙町'].flatMap((town) => [cellKey(town, '75〜84歳'), cellKey(town, '85歳以上')]).sort(),
    )
  })
  it('だれも公表しない差（65歳以上 − 75歳以上 = 65〜74歳が2人）でも、引き算できる数を伏せる', () => {
    const table = cityOf({ 東部: { 甲町: [100, 2, 30, 30], 乙町: [100, 30, 40, 50] } })
    const hidden = suppress(table, 10)
    expect([cellKey('甲町', '65歳以上'), cellKey('甲町', '75歳以上')].some((key) => hidden.has(key))).toBe(
      true,
    )
  })
  it('町が1つだけの圏域では、圏域の数も伏せる', () => {
    const table = cityOf({
      東部: { 甲町: [100, 20, 3, 12] },
      西部: { 丁町: [90, 40, 30, 20], 戊町: [50, 15, 16, 10] },
    })
    expect(suppress(table, 10).has(cellKey('東部', '75〜84歳'))).toBe(true)
  })
  it('1人と1人で和が2のような、整数なら決まる組では守ったことにしない', () => {
    const table = cityOf({ 東部: { 甲町: [50, 1, 1, 40], 乙町: [50, 1, 1, 40] } })
    const hidden = suppress(table, 10)
    const equations = equationsOf(table, hidden)
    const start = new Map([...hidden.keys()].map((key): [string, [number, number]] => [key, [1, 400]]))
    for (const key of hidden.keys()) {
      const [place, measure] = key.split('\n') as [string, string]
      expect([key, canDiffer(equations, start, key, table.count(place, measure)!)]).toEqual([key, true])
    }
  })
  it('1つの町に1人しかいなければ、その上の合計もすべて伏せる', () => {
    const table = cityOf({ 東部: { 甲町: [0, 0, 0, 1] } })
    // 市・東部・甲町 × 総数・65歳以上・75歳以上・85歳以上
    expect(suppress(table, 10).size).toBe(3 * 4)
  })
  it('元の統計で分からない数は、伏せる相手に選ばず、あっても止まらない', () => {
    const table = cityOf({ 東部: { 甲町: [100, 20, 3, 12], 乙町: [80, 30, 25, 14], 丙町: [60, 22, 18, 11] } })
    const unknown = new Set(['甲町', '東部', '市'].map((place) => cellKey(place, '総数')))
    const count = (place: string, measure: string) =>
      unknown.has(cellKey(place, measure)) ? null : table.count(place, measure)
    expect(suppress({ ...table, count }, 10).get(cellKey('甲町', '75〜84歳'))).toBe('small')
  })
})

/** Numbers from a seed, so that a failure can be looked at again (xorshift). */
function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

function randomCity(seed: number): CountTable {
  const random = seeded(seed)
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const small = () => (random() < 0.25 ? 0 : random() < 0.4 ? upTo(6) : upTo(40))
  const areas: Record<string, Record<string, number[]>> = {}
  for (let a = 0; a <= upTo(2); a += 1) {
    const towns: Record<string, number[]> = {}
    for (let t = 0; t <= upTo(3); t += 1) towns[`町${a}-${t}`] = LEAVES.map(small)
    areas[`圏域${a}`] = towns
  }
  return cityOf(areas)
}

describe('攻撃: 見えている数、合計、率から、伏せた数を求める', () => {
  const cities = Array.from({ length: 300 }, (_, i) => i + 1)
  it('300の表のどれでも、連立方程式で決まる数がなく、整数の範囲でも一つに決まらない', () => {
    let [hiddenCells, protectedTables] = [0, 0]
    for (const seed of cities) {
      const table = randomCity(seed)
      const threshold = 2 + (seed % 9)
      const hidden = suppress(table, threshold)
      hiddenCells += hidden.size
      if (hidden.size === 0) continue
      protectedTables += 1
      const equations = equationsOf(table, hidden)
      expect([seed, determinedCells(equations, hidden)]).toEqual([seed, []])
      const start = new Map([...hidden.keys()].map((key): [string, [number, number]] => [key, [1, 400]]))
      for (const key of hidden.keys()) {
        const [place, measure] = key.split('\n') as [string, string]
        const actual = table.count(place, measure)!
        expect([seed, key, canDiffer(equations, start, key, actual)]).toEqual([seed, key, true])
      }
    }
    expect(hiddenCells).toBeGreaterThan(2_000)
    expect(protectedTables).toBeGreaterThan(150)
  })
  it('基準未満の数は、どの表でも一つも見えない', () => {
    for (const seed of cities) {
      const table = randomCity(seed)
      const hidden = suppress(table, 10)
      for (const place of keysOf(table.places))
        for (const measure of keysOf(AGES)) {
          const count = table.count(place, measure)!
          if (count > 0 && count < 10) expect(hidden.has(cellKey(place, measure))).toBe(true)
        }
    }
  })
  it('攻撃そのものが働く: 補う伏せ方をしなければ、引き算で求まる', () => {
    const hidden = new Map([[cellKey('甲町', '75〜84歳'), 'small' as const]])
    expect(determinedCells(equationsOf(PLAIN, hidden), hidden)).toEqual([cellKey('甲町', '75〜84歳')])
  })
  it('攻撃そのものが働く: 和が2の1と1は、整数の範囲で一つに決まる', () => {
    const table = cityOf({ 東部: { 甲町: [50, 1, 1, 40] } })
    const hidden = new Map(
      ['東部', '甲町', '市'].flatMap((place) =>
        ['75〜84歳', '65〜74歳', '75歳以上'].map((measure) => [cellKey(place, measure), 'small' as const]),
      ),
    )
    // 65歳以上 42 and 85歳以上 40 are shown, so 65〜74歳 + 75〜84歳 = 2, each at least 1
    const start = new Map([...hidden.keys()].map((key): [string, [number, number]] => [key, [1, 400]]))
    expect(canDiffer(equationsOf(table, hidden), start, cellKey('甲町', '75〜84歳'), 1)).toBe(false)
  })
})

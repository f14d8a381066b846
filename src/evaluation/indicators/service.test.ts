import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { engineOf } from '../../platform/testing/insurer.ts'
import type { IndicatorCase } from './define.ts'
import { allIndicators } from './find.ts'
import { type Desk, rankingOf, seriesOf, valuesOf } from './service.ts'
import { readPlace } from './service-reading.ts'
import { similarInsurers } from './service-similar.ts'
import { clearRealData, loadRealData } from './testing/real-data.ts'

const TAKAMATSU = '372013'
const insurers = { level: 'insurer', series: 'japan' } as const

let database: TestDatabase
let desk: Desk
beforeAll(async () => {
  database = await testDatabase()
  await clearRealData(database)
  await loadRealData(database)
  const engine = engineOf(database)
  desk = {
    reader: { query: (text, values = []) => engine.plain(text, values) as never },
    today: '2026-11-22',
  }
}, 120_000)
afterAll(() => clearRealData(database))

const squeezed = (name: string) => name.replace(/\s+/g, '')

describe('公表された実物のファイルから', () => {
  it('手で計算したすべての例が、取り込みと計算を通した値と合う', async () => {
    const wrong: string[] = []
    const without = new Set<string>()
    let compared = 0
    for (const definition of (await allIndicators()).values()) {
      const path = new URL(`./definitions/${definition.id}/cases.ts`, import.meta.url).href
      const { default: cases } = (await import(path)) as { default: IndicatorCase[] }
      for (const one of cases) {
        const series = one.level === 'town' ? TAKAMATSU : 'japan'
        const periodTo = one.periodTo ?? undefined
        const found = await valuesOf(desk, definition.id, { level: one.level, series, periodTo }).catch(
          () => null,
        )
        if (!found) {
          without.add(definition.id)
          continue
        }
        const place = found.items.find(({ name }) => squeezed(name) === squeezed(one.place))
        if (!isNear(definition.unit, one, place?.value))
          wrong.push(
            `${definition.id} ${one.place}: ${place?.value} (${place?.missing}), by hand ${one.value}`,
          )
        compared += 1
      }
    }
    expect(wrong).toEqual([])
    expect([...without]).toEqual([])
    expect(compared).toBeGreaterThan(150)
  })
  it('別の定義の数は、別の指標のまま: 第1号 120,025人、認定 25,658人、町の65歳以上 120,321人', async () => {
    const rate = (await valuesOf(desk, 'certification-rate', insurers)).items.find(
      ({ code }) => code === TAKAMATSU,
    )!
    expect([rate.denominator, rate.numerator]).toEqual([120_025, 25_658])
    const [second] = (await valuesOf(desk, 'certified-share-second', insurers)).items.filter(
      ({ code }) => code === TAKAMATSU,
    )
    expect(second!.denominator).toBe(26_087)
    const towns = await valuesOf(desk, 'population-65over', {
      level: 'town',
      series: TAKAMATSU,
      periodTo: '2025-10-01',
    })
    expect(towns.items).toHaveLength(235)
    expect(towns.items.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(120_321)
    expect(towns.attribution.join()).toContain('高松市')
  })
  it('1,571保険者の認定率がすべてあり、四分位と順位が出る。39人の青ヶ島村は順位に入り、30人未満はいない', async () => {
    const found = await valuesOf(desk, 'certification-rate', insurers)
    expect([found.items.length, found.spread?.count, found.spread?.missing]).toEqual([1571, 1571, 0])
    const ranking = await rankingOf(desk, 'certification-rate', insurers)
    expect([ranking.of, ranking.tooFew, ranking.missing]).toEqual([1571, 0, 0])
    const ours = ranking.items.find(({ code }) => code === TAKAMATSU)!
    const higher = found.items.filter(({ value }) => Math.round(value! * 10) > 214).length
    expect([ours.rank, ours.low!.toFixed(1), ours.high!.toFixed(1)]).toEqual([higher + 1, '21.1', '21.6'])
  })
  it('取り込んでいない県の事業所は、0ではなく「まだ取り込まれていません」', async () => {
    const { items } = await valuesOf(desk, 'offices-day-rehabilitation', insurers)
    const sapporo = items.find(({ name }) => name === '札幌市')!
    expect([sapporo.value, sapporo.missing]).toEqual([null, 'not-loaded'])
  })
  it('住む人のいない町の高齢化率は、0% ではなく計算できない', async () => {
    const { items } = await valuesOf(desk, 'ageing-rate', { level: 'town', series: TAKAMATSU })
    const port = items.find(({ name }) => name === 'サンポート')!
    expect([port.value, port.missing]).toEqual([null, 'no-denominator'])
  })
  it('町の移り変わりは、古い順に三つの調査日', async () => {
    const { places } = await seriesOf(desk, 'ageing-rate', {
      level: 'municipality',
      series: 'japan',
      codes: [TAKAMATSU],
    })
    expect(places[0]!.points.map(({ periodTo, value }) => [periodTo, value?.toFixed(2)])).toEqual([
      ['2018-11-01', '27.29'], // 116,891 ÷ 428,276
      ['2024-10-01', '28.80'], // 120,331 ÷ 417,868
      ['2025-10-01', '28.94'], // 120,321 ÷ 415,796
    ])
  })
  it('高松市に似た5つの保険者が、距離の順に、距離の内わけとともに出る', async () => {
    const { ours, items, rule } = await similarInsurers(desk, 'certification-rate', TAKAMATSU)
    expect(ours.size).toBe(120_025)
    expect(items).toHaveLength(5)
    expect(items.map(({ distance }) => distance)).toEqual(
      items.map(({ distance }) => distance).sort((a, b) => a - b),
    )
    for (const { distance, components, size, value } of items) {
      expect(Math.hypot(...Object.values(components))).toBeCloseTo(distance, 12)
      expect([size > 60_000 && size < 240_000, value !== null]).toEqual([true, true])
    }
    expect(rule).toContain('本ソフトの決め')
  })
})

describe('読み方', () => {
  const textOf = async (id: string, query: Parameters<typeof readPlace>[2]) =>
    (await readPlace(desk, id, query)).sentences.map(({ text }) => text).join('\n')
  it('高松市の認定率', async () => {
    expect(await textOf('certification-rate', { ...insurers, code: TAKAMATSU })).toMatchSnapshot()
  })
  it('高松市の年齢調整済み認定率を、松山市とも比べる', async () => {
    const other = (await valuesOf(desk, 'certification-rate', insurers)).items.find(
      ({ name }) => name === '松山市',
    )!
    expect(
      await textOf('adjusted-certification-rate', { ...insurers, code: TAKAMATSU, versus: other.code }),
    ).toMatchSnapshot()
  })
  it('青ヶ島村は間接法で読む', async () => {
    const village = (await valuesOf(desk, 'certification-rate', insurers)).items.find(
      ({ name }) => name === '青ヶ島村',
    )!
    const reading = await readPlace(desk, 'certification-rate', { ...insurers, code: village.code })
    expect(reading.sentences.map(({ text }) => text).join('\n')).toMatchSnapshot()
    expect(reading.comparisons.map(({ difference }) => difference.verdict)).toEqual([
      'within-chance',
      'within-chance',
    ])
  })
  it('町の高齢化率を市と比べ、偶然の幅は言わない', async () => {
    const town = (await valuesOf(desk, 'ageing-rate', { level: 'town', series: TAKAMATSU })).items.find(
      ({ name }) => name === '塩屋町',
    )!
    expect(
      await textOf('ageing-rate', { level: 'town', series: TAKAMATSU, code: town.code }),
    ).toMatchSnapshot()
  })
  it('値のない保険者では、理由と、0ではないことを言う', async () => {
    const sapporo = (await valuesOf(desk, 'offices-day-rehabilitation', insurers)).items.find(
      ({ name }) => name === '札幌市',
    )!
    expect(await textOf('offices-day-rehabilitation', { ...insurers, code: sapporo.code })).toMatchSnapshot()
  })
})

/** Metres by hand and by another formula of the sphere differ by a metre. */
const isNear = (
  unit: string,
  { value, digits }: IndicatorCase,
  found: number | null | undefined,
): boolean => {
  if (value === null || found === null || found === undefined) return value === found
  return Math.abs(found - value) <= (unit === 'm' ? 2 : 10 ** -digits / 1.9)
}

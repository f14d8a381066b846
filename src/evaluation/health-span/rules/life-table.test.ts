import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { healthSpanLimits, healthSpanMethod } from '../../../law/evaluation/health-span-method.ts'
import { RuleRefusal, runRule } from '../../../platform/computation/index.ts'
import { vectorInput, vectorWith } from '../vector.ts'
import { groupsOf, type HealthSpanInput } from './health-span-input.ts'
import { rule } from './hls-01.rule.ts'
import { type AgeGroup, lifeTable, spanAt } from './life-table.ts'
import { shownOf } from './shown.ts'

const method = healthSpanMethod.history[0]!.value
const limits = healthSpanLimits.history[0]!.value
const groups = groupsOf(vectorInput, method)
const at = (age: number, of: readonly AgeGroup[] = groups) => spanAt(of, lifeTable(of, method.radix), age / 5)

describe('検算用の値', () => {
  it.each([
    [0, 82.8437, 80.7998, 0.5247, 79.771, 81.828, 2.0439],
    [65, 21.2875, 19.0886, 0.2502, 18.598, 19.579, 2.1989],
  ])('%s歳の値が、資料の値と1/1000年まで合う', (age, life, independent, error, lower, upper, dependent) => {
    const span = at(age)
    expect(span.lifeYears).toBeCloseTo(life, 3)
    expect(span.independentYears).toBeCloseTo(independent, 3)
    expect(span.dependentYears).toBeCloseTo(dependent, 3)
    expect(span.standardErrorYears).toBeCloseTo(error, 3)
    expect(span.independentYears - 1.96 * span.standardErrorYears).toBeCloseTo(lower, 2.7)
    expect(span.independentYears + 1.96 * span.standardErrorYears).toBeCloseTo(upper, 2.7)
  })

  it('生存数は10万人から減り、最後の区分の死亡確率は1になる', () => {
    const table = lifeTable(groups, method.radix)
    expect(table[0]!.alive).toBe(100_000)
    expect(table.at(-1)!.dying).toBe(1)
    // q of 0–4: 5 × (1/1800) ÷ (1 + 5 × 0.9 × 1/1800)
    expect(table[0]!.dying).toBeCloseTo(5 / 1800 / (1 + 4.5 / 1800), 12)
    expect(table[1]!.alive).toBeCloseTo(100_000 * (1 - table[0]!.dying), 8)
    expect(table[0]!.livedYears).toBeCloseTo(5 * table[1]!.alive + 0.1 * 5 * (100_000 - table[1]!.alive), 6)
    expect(table.at(-1)!.livedYears).toBeCloseTo((table.at(-1)!.alive * 1900) / 250, 6)
  })
})

const group = fc.record({
  population: fc.integer({ min: 1000, max: 100_000 }),
  deaths: fc.integer({ min: 0, max: 150 }),
  lived: fc.constantFrom(0.1, 0.3, 0.5),
  careShare: fc.double({ min: 0, max: 0.9, noNaN: true }),
})
const tables = fc
  .tuple(fc.array(group, { minLength: 3, maxLength: 20 }), fc.integer({ min: 1, max: 900 }))
  .map(([list, last]): AgeGroup[] =>
    list.map((one, i) => ({
      ...one,
      years: 5,
      insured: one.population,
      deaths: i === list.length - 1 ? last : one.deaths,
    })),
  )

describe('どんな人口でも', () => {
  it('自立と不健康の期間の和は平均余命で、どちらも負にならない', () =>
    fc.assert(
      fc.property(tables, (of) => {
        const span = at(0, of)
        expect(span.independentYears + span.dependentYears).toBeCloseTo(span.lifeYears, 8)
        expect(span.independentYears).toBeGreaterThanOrEqual(0)
        expect(span.dependentYears).toBeGreaterThanOrEqual(-1e-9)
        expect(span.standardErrorYears).toBeGreaterThanOrEqual(0)
      }),
    ))

  it('生存数は増えない', () =>
    fc.assert(
      fc.property(tables, (of) => {
        const alive = lifeTable(of, 100_000).map((row) => row.alive)
        expect(alive).toEqual(alive.toSorted((a, b) => b - a))
      }),
    ))

  it('全員が自立していれば、平均自立期間は平均余命に等しい', () =>
    fc.assert(
      fc.property(tables, (of) => {
        const span = at(
          0,
          of.map((one) => ({ ...one, careShare: 0 })),
        )
        expect(span.independentYears).toBeCloseTo(span.lifeYears, 8)
      }),
    ))

  it('死亡が増えても、自立でない割合が増えても、平均自立期間は延びない', () =>
    fc.assert(
      fc.property(tables, fc.nat(), (of, seed) => {
        const which = seed % of.length
        const worse = (change: (one: AgeGroup) => Partial<AgeGroup>) =>
          at(
            0,
            of.map((one, i) => (i === which ? { ...one, ...change(one) } : one)),
          ).independentYears
        const { independentYears } = at(0, of)
        expect(worse(({ deaths }) => ({ deaths: deaths + 1 }))).toBeLessThanOrEqual(independentYears + 1e-9)
        expect(worse(({ careShare }) => ({ careShare: careShare + 0.1 }))).toBeLessThanOrEqual(
          independentYears + 1e-9,
        )
      }),
    ))

  it('人口も死亡も認定者も4倍なら、値は同じで、標準誤差は半分になる', () =>
    fc.assert(
      fc.property(tables, (of) => {
        const [one, four] = [1, 4].map((times) =>
          at(
            0,
            of.map((row) => ({
              ...row,
              population: row.population * times,
              deaths: row.deaths * times,
              insured: row.insured * times,
            })),
          ),
        )
        expect(four!.independentYears).toBeCloseTo(one!.independentYears, 8)
        expect(four!.standardErrorYears).toBeCloseTo(one!.standardErrorYears / 2, 8)
      }),
    ))
})

describe('入力の区分', () => {
  const withLast95 = (): HealthSpanInput => ({
    ...vectorInput,
    groups: [
      ...vectorInput.groups.slice(0, -1),
      { fromAge: 85, population: 1000, deaths: 90, livedPerMille: null },
      { fromAge: 90, population: 600, deaths: 90, livedPerMille: null },
      { fromAge: 95, population: 300, deaths: 70, livedPerMille: null },
    ],
    care: [
      ...vectorInput.care.slice(0, -1),
      { fromAge: 85, certified: 250, insured: 1000 },
      { fromAge: 90, certified: 230, insured: 600 },
      { fromAge: 95, certified: 160, insured: 300 },
    ],
  })

  it('95歳以上まで分けた入力も受ける', () => {
    const found = groupsOf(withLast95(), method)
    expect(found).toHaveLength(20)
    expect(found.at(-1)).toEqual({
      population: 300,
      deaths: 70,
      years: 5,
      lived: 0.5,
      careShare: 160 / 300,
      insured: 300,
    })
  })

  it('生きた割合がなければ、0～4歳は0.1、ほかは0.5とする', () => {
    const lived = {
      ...vectorInput,
      groups: vectorInput.groups.map((one) => ({ ...one, livedPerMille: null })),
    }
    const found = groupsOf(lived, method)
    expect(found.map((one) => one.lived)).toEqual([0.1, ...Array(17).fill(0.5)])
    const entered = groupsOf(vectorWith(3, { livedPerMille: 480 }), method)
    expect(entered[3]!.lived).toBe(0.48)
  })

  it('40歳未満は0、40～64歳は一つの割合、65歳からは区分ごとの割合とする', () => {
    const shares = groups.map(({ careShare }) => careShare)
    expect(shares.slice(0, 8)).toEqual(Array(8).fill(0))
    expect(shares.slice(8, 13)).toEqual(Array(5).fill(40 / 16_500))
    expect(shares.slice(13)).toEqual([40 / 3600, 80 / 4000, 150 / 3300, 250 / 2300, 640 / 1900])
  })

  it('死亡数が人口と同じ区分は、人口を超えた区分ではない', () => {
    const found = groupsOf(vectorWith(17, { deaths: 1900 }), method)
    expect(found.at(-1)!.deaths).toBe(1900)
  })

  it('途中の区分の死亡は、全員が亡くなる手前までなら計算する', () => {
    // 5 × 0.5 × 919/2300 is below 1, 920/2300 is 1
    expect(groupsOf(vectorWith(16, { deaths: 919 }), method)).toHaveLength(18)
    expect(groupsOf(vectorWith(0, { deaths: 1800, livedPerMille: null }), method)[0]!.lived).toBe(0.1)
  })

  it('全員が認定された区分も計算する', () => {
    const care = vectorInput.care.map((one) => ({ ...one, certified: one.insured }))
    expect(at(0, groupsOf({ ...vectorInput, care }, method)).independentYears).toBeCloseTo(
      at(0).lifeYears - spanOfOld().lifeYears,
      6,
    )
  })
  /** years lived from 40 on, as seen at birth */
  const spanOfOld = () => {
    const table = lifeTable(groups, method.radix)
    return { lifeYears: (at(40).lifeYears * table[8]!.alive) / table[0]!.alive }
  }

  it('直すところがいくつもあれば、すべて言う', () => {
    const input = {
      ...vectorWith(2, { population: 0 }),
      births: 0,
      care: vectorInput.care.map((one) => ({ ...one, insured: 0 })),
    }
    try {
      groupsOf(input, method)
      expect.unreachable()
    } catch (error) {
      const { problems } = error as RuleRefusal
      expect(problems.map(({ code }) => code)).toEqual([
        'no-births',
        'empty-group',
        ...Array(6).fill('nobody-insured'),
      ])
    }
  })

  it.each([
    ['人口の区分の年齢が違う', { groups: vectorWith(3, { fromAge: 16 }).groups }, 'wrong-groups'],
    [
      '人口の区分が一つ多い',
      { groups: [...vectorInput.groups.slice(0, 17), vectorInput.groups[16]!, vectorInput.groups[17]!] },
      'wrong-groups',
    ],
    [
      '認定者の区分の年齢が違う',
      { care: vectorInput.care.map((one, at) => ({ ...one, fromAge: at === 2 ? 71 : one.fromAge })) },
      'wrong-care-groups',
    ],
    ['認定者の区分が一つ多い', { care: [...vectorInput.care, vectorInput.care[5]!] }, 'wrong-care-groups'],
  ])('%s', (_, change, code) => {
    const outcome = runRule(rule, { ...vectorInput, ...change }, { on: '2026-04-01' })
    expect(!outcome.ok && outcome.problems).toMatchObject([{ code }])
    expect(!outcome.ok && outcome.problems[0]!.message).not.toContain('66歳')
  })

  it('人口のない区分では、死亡数が多すぎるとは言わない', () => {
    const codes = (change: Parameters<typeof vectorWith>[1]) => {
      const outcome = runRule(rule, vectorWith(5, change), { on: '2026-04-01' })
      return outcome.ok ? [] : outcome.problems.map(({ code }) => code)
    }
    expect(codes({ population: null })).toEqual(['empty-group'])
    expect(codes({ population: 0, deaths: 0 })).toEqual(['empty-group'])
    expect(codes({ deaths: null })).toEqual(['missing-deaths'])
  })

  it('区分が一つもなければ、0～4歳がないと言う', () => {
    expect(() => groupsOf({ ...vectorInput, groups: [], care: [] }, method)).toThrow(RuleRefusal)
  })
})

describe('示してよい人口と死亡数', () => {
  const basis = { populationBothSexes: 30_000, deaths: 50, years: 1, areas: 1 }
  it.each([
    ['人口3万人、死亡50件', {}, true, 0],
    ['人口29,999人の1年分', { populationBothSexes: 29_999 }, false, 2],
    ['年を合わせた29,999人', { populationBothSexes: 29_999, years: 2 }, true, 1],
    ['地域を合わせた29,999人', { populationBothSexes: 29_999, areas: 2 }, true, 1],
    ['死亡49件', { deaths: 49 }, false, 2],
    ['年を合わせても死亡49件', { deaths: 49, years: 3 }, false, 2],
    ['人口12,000人、年を合わせる', { populationBothSexes: 12_000, years: 3 }, true, 1],
    ['人口も死亡も足りない', { populationBothSexes: 29_999, deaths: 49 }, false, 3],
  ])('%s', (_, change, isPointShown, cautions) => {
    const shown = shownOf({ ...basis, ...change }, limits)
    expect(shown.isPointShown).toBe(isPointShown)
    expect(shown.cautions).toHaveLength(cautions)
  })

  it('12,000人に1人足りなければ、断る', () => {
    expect(() => shownOf({ ...basis, populationBothSexes: 11_999, years: 9, areas: 9 }, limits)).toThrow(
      RuleRefusal,
    )
  })

  it('値を示さないときも、95%の範囲は示し、そう断る', () => {
    const outcome = runRule(
      rule,
      { ...vectorInput, populationBothSexes: 29_999, years: 1 },
      { on: '2026-04-01' },
    )
    expect(outcome.ok && outcome.answer.cautions).toEqual([
      '人口が30,000人未満です。年による動きは偶然によることがあります。',
      '値は示さず、95%の範囲だけを示します。',
    ])
  })
})

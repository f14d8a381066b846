import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RuleRefusal } from '../../../platform/computation/index.ts'
import { type StageAmountsInput, stageAmounts } from './stage-amounts.ts'

interface StageTable {
  caseId: string
  period: number
  insurer: { name: string; prefecture: string }
  sources: { url: string; class: string }[]
  stageTable: {
    baseAnnual: number
    roundUnit: number
    roundDirection: 'down' | 'half-up' | 'up' | 'none'
    roundOn: 'annual' | 'monthly'
    rows: { stage: number; ratio: number; annual: number; reduced?: boolean }[]
  }
}

const folder = join(import.meta.dirname, '..', 'cases')
const tables = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as StageTable)

const perMille = (ratio: number) => {
  const whole = Math.round(ratio * 1000)
  expect(whole / 1000).toBe(ratio) // the published ratio has three decimals at most
  return whole
}

it('公表された段階別保険料の表が5つある', () => expect(tables).toHaveLength(5))

describe.each(
  tables.map((table) => {
    const isSecondary = table.sources.some((source) => source.class !== 'S')
    const name = `${table.insurer.prefecture}${table.insurer.name} 第${table.period}期${isSecondary ? '（二次資料）' : ''}`
    return [name, table.stageTable] as const
  }),
)('%s', (_, { baseAnnual, roundUnit, roundDirection, roundOn, rows }) => {
  it.each(
    rows.map((row) => [`第${row.stage}段階${row.reduced ? '（軽減後）' : ''} ×${row.ratio}`, row] as const),
  )('%s', (_, row) => {
    const stages = [{ stage: row.stage, ratioPerMille: perMille(row.ratio) }]
    const rounding = { unitYen: roundUnit, direction: roundDirection }
    expect(stageAmounts({ baseAnnualYen: baseAnnual, stages, rounding, roundOn })).toEqual([
      { stage: row.stage, annualYen: row.annual },
    ])
  })
})

const one = (ratioPerMille: number, rest: Omit<StageAmountsInput, 'stages'>) =>
  stageAmounts({ stages: [{ stage: 1, ratioPerMille }], ...rest })[0]!.annualYen

describe('段階別の年額', () => {
  it('月額を10円単位に切り上げてから12倍する', () => {
    // 70,000 ÷ 12 × 0.285 = 1,662.5 → 1,670 × 12
    const rounding = { unitYen: 10, direction: 'up' } as const
    expect(one(285, { baseAnnualYen: 70_000, rounding, roundOn: 'monthly' })).toBe(20_040)
    expect(one(285, { baseAnnualYen: 70_000, rounding, roundOn: 'annual' })).toBe(19_950)
    expect(one(285, { baseAnnualYen: 70_000, rounding })).toBe(19_950)
  })
  it('年額を1円未満で切り捨てる', () => {
    expect(one(285, { baseAnnualYen: 70_001, rounding: { unitYen: 1, direction: 'down' } })).toBe(19_950)
  })
  it.each([
    [69_999, 1000, 70_000],
    [69_950, 1000, 70_000],
    [69_949, 1000, 69_900],
  ])('年額を100円単位に四捨五入する: %d', (baseAnnualYen, ratio, annualYen) => {
    expect(one(ratio, { baseAnnualYen, rounding: { unitYen: 100, direction: 'half-up' } })).toBe(annualYen)
  })
  it('端数処理なしは、端数の出る段階をすべて名指しして断る', () => {
    const stages = [285, 1000, 455].map((ratioPerMille, i) => ({ stage: i + 1, ratioPerMille }))
    const rounding = { unitYen: 1, direction: 'none' } as const
    const ask = () => stageAmounts({ baseAnnualYen: 70_001, stages, rounding })
    const { problems } = refusal(ask)
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'inexact stages.0.ratioPerMille',
      'inexact stages.2.ratioPerMille',
    ])
    expect(problems[0]!.message).toMatch(/^第1段階の年額: 19950.28…円となり/)
    const monthly = () => stageAmounts({ baseAnnualYen: 70_001, stages, rounding, roundOn: 'monthly' })
    expect(refusal(monthly).problems).toHaveLength(3)
    expect(refusal(monthly).problems[0]!.message).toMatch(/^第1段階の月額/)
  })
  it('整数でない基準額は、計算の誤りとして投げる', () => {
    const rounding = { unitYen: 1, direction: 'none' } as const
    expect(() => one(1000, { baseAnnualYen: 0.5, rounding })).toThrow(RangeError)
  })
  it('桁の大きい積も正確である', () => {
    const rounding = { unitYen: 1, direction: 'down' } as const
    expect(one(999, { baseAnnualYen: 9_007_199_254_740_99, rounding })).toBe(899_819_205_548_624)
  })
})

const anyRounding = fc.record({
  unitYen: fc.constantFrom(1, 10, 100, 1000),
  direction: fc.constantFrom('down', 'half-up', 'up'),
} as const)
const anyRows = fc.array(fc.record({ stage: fc.integer({ min: 1, max: 25 }), ratioPerMille: fc.nat(3000) }), {
  minLength: 1,
  maxLength: 30,
})

describe('どの入力でも', () => {
  it('端数処理の単位の倍数で、端数処理前との差は単位より小さい', () => {
    fc.assert(
      fc.property(fc.nat(200_000), anyRows, anyRounding, (baseAnnualYen, stages, rounding) => {
        stageAmounts({ baseAnnualYen, stages, rounding }).forEach(({ annualYen }, i) => {
          expect(annualYen % rounding.unitYen).toBe(0)
          const left = annualYen * 1000 - baseAnnualYen * stages[i]!.ratioPerMille
          const unit = rounding.unitYen * 1000
          if (rounding.direction === 'down') expect(left <= 0 && left > -unit).toBe(true)
          if (rounding.direction === 'up') expect(left >= 0 && left < unit).toBe(true)
          if (rounding.direction === 'half-up') expect(left * 2 <= unit && left * 2 > -unit).toBe(true)
        })
      }),
    )
  })
  it('割合が大きい段階の年額は、小さい段階より低くならない。順番と段階の番号は保たれる', () => {
    fc.assert(
      fc.property(
        fc.nat(200_000),
        anyRows,
        anyRounding,
        fc.constantFrom('annual', 'monthly'),
        (baseAnnualYen, stages, rounding, roundOn) => {
          const amounts = stageAmounts({ baseAnnualYen, stages, rounding, roundOn })
          expect(amounts.map(({ stage }) => stage)).toEqual(stages.map(({ stage }) => stage))
          const sorted = amounts
            .map(({ annualYen }, i) => ({ annualYen, ratio: stages[i]!.ratioPerMille }))
            .sort((a, b) => a.ratio - b.ratio)
          sorted.slice(1).forEach(({ annualYen }, i) => {
            expect(annualYen).toBeGreaterThanOrEqual(sorted[i]!.annualYen)
          })
          if (roundOn === 'monthly')
            for (const { annualYen } of amounts) expect(annualYen % (12 * rounding.unitYen)).toBe(0)
        },
      ),
    )
  })
})

function refusal(ask: () => unknown): RuleRefusal {
  try {
    ask()
  } catch (error) {
    if (error instanceof RuleRefusal) return error
    throw error
  }
  throw new Error('not refused')
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { divide } from '../../../platform/exact/index.ts'
import { rule as additions } from './programme-additions.rule.ts'
import { improvementUnits } from './treatment-improvement.ts'
import { rule } from './unt-02.rule.ts'

describe('介護職員等処遇改善加算', () => {
  it('四捨五入した単位は、正確な値から0.5を超えて離れない', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 999 }), (units, perMille) => {
        const found = improvementUnits(units, perMille, (_, exact, direction) => divide(exact, direction))
        const twice = 2n * BigInt(units) * BigInt(perMille)
        const distance = 2000n * BigInt(found) - twice
        expect(distance > -1000n && distance <= 1000n).toBe(true)
      }),
    )
  })
  it('区分がわからないときだけ、注意を伝える', () => {
    const cautions = (grade: string | null) => {
      const outcome = runRule(
        rule,
        { month: '2026-07', kind: 'A2', monthUnits: 1176, grade },
        { on: '2026-07-01' },
      )
      return outcome.ok ? outcome.answer.cautions.length : -1
    }
    expect(cautions(null)).toBe(1)
    expect(cautions('I')).toBe(0)
  })
})

describe('加算・減算', () => {
  const asked = { month: '2024-05', kind: 'A6', row: 'high', monthUnits: 3621 }
  it('行の順を替えても合計は同じで、内訳の和は合計との差になる', () => {
    const lines = fc.uniqueArray(
      fc.record({
        line: fc.constantFrom('science', 'oralI', 'noTransport', 'structureI', 'sameBuildingVisit'),
        often: fc.integer({ min: 1, max: 20 }),
      }),
      { selector: ({ line }) => line },
    )
    const total = (of: unknown[]) => {
      const outcome = runRule(additions, { ...asked, lines: of }, { on: '2024-05-01' })
      return outcome.ok ? outcome.answer.value : null
    }
    fc.assert(
      fc.property(lines, (asked) => {
        const counted = ['noTransport', 'sameBuildingVisit']
        const of = asked.map(({ line, often }) => ({ line, times: counted.includes(line) ? often : 1 }))
        const result = total(of)
        expect(result).not.toBeNull()
        expect(total([...of].reverse())?.totalUnits).toBe(result?.totalUnits)
        expect(result?.lines.reduce((all, { units }) => all + units, 3621)).toBe(result?.totalUnits)
      }),
    )
  })
  it('資料で見た加算と、記憶による加算では、出典の確かさが違う', () => {
    const confidenceOf = (kind: string, line: string) => {
      const lines = [{ line, times: 1 }]
      const outcome = runRule(additions, { ...asked, kind, lines }, { on: '2024-05-01', isExplained: true })
      return outcome.ok ? outcome.answer.steps.find(({ source }) => source)?.confidence : null
    }
    expect(['science', 'oralI', 'oralII'].map((line) => confidenceOf('A6', line))).toEqual([
      'seen',
      'recalled',
      'seen',
    ])
    const home = ['initial', 'oralLink', 'ten', 'twelve', 'fifteen']
    expect(home.map((line) => confidenceOf('A2', line))).toEqual([
      'seen',
      'recalled',
      'recalled',
      'recalled',
      'recalled',
    ])
  })
})

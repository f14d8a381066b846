import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { divide } from '../../../platform/exact/index.ts'
import { costShare, costYenOf, type Round } from './cost-share.ts'
import { rule } from './yen-02.rule.ts'

const plain: Round = (_, exact, direction) => divide(exact, direction)
const units = fc.nat(1_000_000)
const price = fc.integer({ min: 1, max: 2000 })
const share = fc.integer({ min: 1, max: 4 })

describe('費用の額と利用者負担', () => {
  it('保険給付額と利用者負担を合わせると、費用の額になる', () => {
    fc.assert(
      fc.property(units, price, share, (u, p, s) => {
        const { costYen, insuranceYen, userYen } = costShare(u, p, s, plain)
        expect(insuranceYen + userYen).toBe(costYen)
        expect(costYen).toBe(costYenOf(u, p, plain))
        // the exact cost and the exact share, in big integers: cut below a yen, the cut yen to the user
        const exact = BigInt(u) * BigInt(p)
        expect(BigInt(costYen)).toBe(exact / 100n)
        expect(BigInt(userYen)).toBe((BigInt(costYen) * BigInt(s) + 9n) / 10n)
      }),
    )
  })
  it('単位が増えても、割合が上がっても、負担は減らない', () => {
    fc.assert(
      fc.property(units, price, fc.integer({ min: 1, max: 3 }), (u, p, s) => {
        const { userYen } = costShare(u, p, s, plain)
        expect(costShare(u, p, s + 1, plain).userYen).toBeGreaterThanOrEqual(userYen)
        expect(costShare(u + 1, p, s, plain).costYen).toBeGreaterThanOrEqual(costYenOf(u, p, plain))
      }),
    )
  })
  it('2つの端数処理に名前があり、残りが返る', () => {
    const outcome = runRule(
      rule,
      { units: 1489, unitPriceHundredths: 1105, share: '1' },
      { on: '2025-05-01', isExplained: true },
    )
    expect(outcome.ok && outcome.answer.roundings).toEqual([
      { label: '費用の額', direction: 'down', to: 1, unit: '円', loss: '-45/100' },
      { label: '保険給付額', direction: 'down', to: 1, unit: '円', loss: '-7/10' },
    ])
    expect(outcome.ok && outcome.answer.steps.map(({ label }) => label)).toContain('利用者負担')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../../../casework/care-management/rules/months.ts'
import { runRule } from '../../../platform/computation/index.ts'
import { divide } from '../../../platform/exact/index.ts'
import type { Round } from './cost-share.ts'
import { rule } from './fee-01.rule.ts'
import { isInitial, type PlanFeeFacts, type PlanFeeLaw, planFeeUnits } from './plan-fee.ts'

const round: Round = (_, exact, direction) => divide(exact, direction)
const law: PlanFeeLaw = {
  fees: { centre: { units: 442, code: null }, careOffice: { units: 472, code: null } },
  additions: { initial: 300, entrustment: 300 },
  gapMonths: 2,
  regional: { special: 150, hillySmall: 100, hillyResident: 50 },
  reductions: { abusePrevention: 10, continuityPlan: 10 },
  improvement: 21,
}
const facts: PlanFeeFacts = {
  month: '2026-07',
  kind: 'careOffice',
  ownUnits: null,
  isPlanNew: false,
  lastSupport: null,
  entrustment: 'none',
  regions: [],
  lacks: [],
  isFiled: false,
}

describe('介護予防支援費の単位', () => {
  it('内訳を足し引きすると合計になり、加算で減ることも減算で増えることもない', () => {
    const arbitrary = fc.record({
      regions: fc.subarray<keyof NonNullable<PlanFeeLaw['regional']>>([
        'special',
        'hillySmall',
        'hillyResident',
      ]),
      lacks: fc.subarray<keyof PlanFeeLaw['reductions']>(['abusePrevention', 'continuityPlan']),
      isFiled: fc.boolean(),
      isPlanNew: fc.boolean(),
    })
    fc.assert(
      fc.property(arbitrary, (more) => {
        const units = planFeeUnits({ ...facts, ...more, lastSupport: 'never' }, law, round)!
        const sum =
          units.baseUnits -
          units.reductionUnits +
          units.regionalUnits +
          units.initialUnits +
          units.entrustmentUnits +
          units.improvementUnits
        expect(units.totalUnits).toBe(sum)
        expect(units.regionalUnits).toBeGreaterThanOrEqual(0)
        expect(units.reductionUnits).toBe(more.lacks.length * 5) // 4.72 each
      }),
    )
  })

  it('初回加算: 間が2か月あればよく、それより短ければつかない', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 36 }), (ago) => {
        const lastSupport = addMonths('2026-07', -ago)
        expect(isInitial({ month: '2026-07', isPlanNew: true, lastSupport }, 2)).toBe(ago > 2)
        expect(isInitial({ month: '2026-07', isPlanNew: false, lastSupport }, 2)).toBe(false)
        expect(isInitial({ month: '2026-07', isPlanNew: null, lastSupport }, 2)).toBe(ago > 2 ? null : false)
      }),
    )
    expect(isInitial({ month: '2026-07', isPlanNew: true, lastSupport: null }, 2)).toBeNull()
    expect(isInitial({ month: '2026-07', isPlanNew: false, lastSupport: null }, 2)).toBe(false)
  })

  it('断る理由は、まとめて返す', () => {
    const input = {
      ...facts,
      month: '2024-03',
      lastSupport: '2024-03',
      entrustment: 'started',
      isFiled: true,
    }
    const { month: _, ...rest } = input
    const outcome = runRule(rule, { ...rest, month: '2024-03', area: 'other' }, { on: '2024-03-01' })
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual([
      'not-designated-yet',
      'support-not-before',
      'centre-only',
      'addition-not-in-force',
    ])
  })
})

describe('FEE-01 の注意', () => {
  const cautions = (more: object) => {
    const input = { ...facts, area: 'other', kind: 'centre', lastSupport: 'never', ...more }
    const outcome = runRule(rule, input, { on: '2026-07-01' })
    return outcome.ok ? outcome.answer.cautions.map((text) => text.split(':')[0]) : outcome.problems
  }
  it('わからないことで加えていない加算を、名前を挙げて伝える', () => {
    expect(cautions({})).toEqual([])
    expect(cautions({ isFiled: null })).toEqual(['介護職員等処遇改善加算'])
    expect(cautions({ isFiled: null, month: '2026-05' })).toEqual([])
    expect(cautions({ isPlanNew: true, lastSupport: null })).toEqual(['初回加算'])
    expect(cautions({ isPlanNew: null })).toEqual(['初回加算'])
  })
  it('介護予防ケアマネジメントの加算は、市町村の定めを確かめるよう伝える', () => {
    const programme = { kind: 'programme', ownUnits: 400, isFiled: null }
    expect(cautions(programme)).toEqual([])
    expect(cautions({ ...programme, isPlanNew: true })).toEqual(['介護予防ケアマネジメントの加算'])
  })
})

describe('FEE-01 の説明', () => {
  it('0でない行だけが並び、最後に合計と金額がある', () => {
    const input = {
      ...facts,
      area: 'other',
      kind: 'centre',
      isPlanNew: true,
      lastSupport: 'never',
      isFiled: true,
    }
    const outcome = runRule(rule, input, { on: '2026-07-01', isExplained: true })
    const labels = outcome.ok ? outcome.answer.steps.map(({ label }) => label) : []
    expect(labels.filter((label) => !label.includes('端数処理前'))).toEqual([
      '所定単位',
      '初回加算',
      '介護職員等処遇改善加算',
      '合計単位',
      '費用の額',
    ])
  })
})

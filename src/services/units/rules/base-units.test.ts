import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { type BaseUnits, UNIT_ROWS } from './base-units.ts'
import { type Input, rule } from './unt-01.rule.ts'

const answer = (input: Input): BaseUnits | null => {
  const outcome = runRule(rule, input, { on: '2024-05-01' })
  return outcome.ok ? (outcome.answer.value as BaseUnits | null) : null
}
const month = fc.constantFrom('2021-04', '2024-03', '2024-04', '2026-07')
const asked = fc.record<Input>({
  month,
  kind: fc.constantFrom('A2', 'A6'),
  level: fc.constantFrom('06', '12', '13'),
  band: fc.constantFrom('once', 'twice', 'more', null),
  visits: fc.nat(62),
  content: fc.constantFrom('standard', 'lifeShort', 'lifeLong', 'shortBody', null),
})

const own = fc.dictionary(fc.constantFrom(...Object.keys(UNIT_ROWS)), fc.nat(400))
const cautions = (input: Omit<Input, 'month' | 'kind'> & Partial<Input>) => {
  const outcome = runRule(rule, { month: '2024-05', kind: 'A2', ...input }, { on: '2024-05-01' })
  return outcome.ok ? outcome.answer.cautions : null
}

describe('従前相当サービスの単位', () => {
  it('市町村がどの行を低く定めても、回数でも日割りでも、1か月の単位を超えない', () => {
    const days = fc.option(fc.nat(31))
    fc.assert(
      fc.property(asked, days, own, (input, days, own) => {
        const band = input.band ?? (input.kind === 'A6' ? null : 'once')
        const part = { ...input, band, own, days, visits: days === null ? input.visits : null }
        const found = answer(part)
        const whole = answer({ ...part, visits: null, days: null })
        if (found !== null && whole !== null) expect(found.units).toBeLessThanOrEqual(whole.units)
      }),
      { numRuns: 1000 },
    )
  })
  it('日数が増えて単位が減ることはない', () => {
    fc.assert(
      fc.property(asked, fc.nat(30), own, (input, days, own) => {
        const [less, more] = [days, days + 1].map((days) => answer({ ...input, own, visits: null, days }))
        if (less && more) expect(more.units).toBeGreaterThanOrEqual(less.units)
      }),
    )
  })
  it('訪問型の回数の上限の読み方で単位が変わるときだけ、両方の単位を添えて注意を伝える', () => {
    const standard = { level: '13', content: 'standard' } as const
    const once = { ...standard, band: 'once' } as const
    expect(cautions({ ...once, visits: 4 })).toEqual([])
    expect(cautions({ ...once, visits: 5 })).toEqual([
      expect.stringMatching(/1435単位.*1176単位です.*1176単位/),
    ])
    const short = { ...once, content: 'lifeShort' } as const
    expect(cautions({ ...short, visits: 4 })).toEqual([])
    expect(cautions({ ...short, visits: 5 })).toEqual([
      expect.stringMatching(/895単位.*1176単位です.*895単位/),
    ])
    const more = { ...standard, band: 'more' } as const
    expect(cautions({ ...more, visits: 12 })).toEqual([])
    expect(cautions({ ...more, visits: 13 })).toEqual([])
    expect(cautions({ ...more, content: 'lifeLong', visits: 13 })).toHaveLength(1)
    expect(cautions({ ...standard, band: null, visits: 4 })).toEqual([])
    expect(cautions({ ...standard, band: null, visits: 5 })).toEqual([
      expect.stringContaining('週の回数が選ばれていない'),
    ])
    expect(cautions({ ...once, month: '2024-03', content: null, visits: 5 })).toEqual([])
    expect(cautions({ ...once, month: '2024-03', content: 'shortBody', visits: 9 })).toEqual([])
    expect(cautions({ level: '12', kind: 'A6', band: null, visits: 5 })).toEqual([])
  })
  it('月の全部の日割りは、なぜ1か月の単位によるかを言う', () => {
    const why = (days: number, homeMonthOnce: number) => {
      const input: Input = { month: '2026-02', kind: 'A2', level: '12', band: 'once', visits: null, days }
      const outcome = runRule(
        rule,
        { ...input, own: { homeMonthOnce } },
        { on: '2026-02-01', isExplained: true },
      )
      return outcome.ok
        ? outcome.answer.steps.find(({ label }) => label === '1か月の単位による')?.formula
        : null
    }
    expect([why(28, 1176), why(27, 1000), why(27, 1176)]).toEqual([
      '日数が月の全部',
      '日割りの合計が1か月の単位を超えた',
      undefined,
    ])
  })
  it('回数で計算しても、その区分の1か月の単位を超えない', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const byVisits = answer(input)
        if (byVisits === null) return
        const whole = answer({ ...input, visits: null, band: input.band ?? 'more' })
        const most = whole?.units ?? 3727
        expect(byVisits.units).toBeLessThanOrEqual(most)
        expect(byVisits.units).toBe(byVisits.unitPrice * byVisits.times)
      }),
      { numRuns: 500 },
    )
  })
  it('回数が増えて単位が減ることはない', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const [less, more] = [
          answer(input),
          answer({ ...input, visits: Math.min((input.visits ?? 0) + 1, 62) }),
        ]
        if (less !== null && more !== null) expect(more.units).toBeGreaterThanOrEqual(less.units)
      }),
      { numRuns: 500 },
    )
  })
  it('市町村の単位は、上限までなら、そのまま使われる', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1176 }), (units) => {
        const input: Input = { month: '2024-05', kind: 'A2', level: '12', band: 'once', visits: null }
        expect(answer({ ...input, own: { homeMonthOnce: units } })?.units).toBe(units)
      }),
    )
  })
  it('説明には、使った行と、1か月の単位によったことが並ぶ', () => {
    const labels = (input: Input) => {
      const outcome = runRule(rule, input, { on: '2024-05-01', isExplained: true })
      return outcome.ok
        ? outcome.answer.steps.map(({ label, source }) => `${label}/${source?.text ?? ''}`)
        : []
    }
    const day: Input = { month: '2024-05', kind: 'A6', level: '12', band: null, visits: 5 }
    expect(labels(day)).toEqual([
      expect.stringMatching(/^通所型 事業対象者・要支援1（1か月）.*コードと単位/),
      expect.stringMatching(/^1か月の単位による.*第72号/),
      '1か月の単位数/',
    ])
    expect(labels({ ...day, visits: null, own: { dayMonthLow: 1500 } })).toEqual([
      '通所型 事業対象者・要支援1（1か月）/市町村の定め',
      '1か月の単位数/',
    ])
  })
})

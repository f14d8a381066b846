import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divide } from '../../../platform/exact/index.ts'
import { crossTable, NOT_ASKED } from './cross-table.ts'
import { patternOfUse, USE_PATTERNS, type UsePattern } from './use-pattern.ts'

const PATTERNS = Object.keys(USE_PATTERNS) as UsePattern[]
const uses = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null })

describe('サービス利用の組合せ', () => {
  it('決まった組合せは、わからない回数をどう埋めても変わらず、決まらないときは埋め方で変わる', () => {
    fc.assert(
      fc.property(uses, uses, uses, (visits, dayCare, shortStay) => {
        const decided = patternOfUse({ visits, dayCare, shortStay })
        const filled = [0, 1].flatMap((a) =>
          [0, 1].flatMap((b) =>
            [0, 1].map((c) =>
              patternOfUse({ visits: visits ?? a, dayCare: dayCare ?? b, shortStay: shortStay ?? c }),
            ),
          ),
        )
        expect(filled).not.toContain(null)
        expect(new Set(filled).size === 1 ? filled[0] : null).toBe(decided)
      }),
    )
  })
})

describe('クロス集計', () => {
  const person = fc.record({
    pattern: fc.constantFrom(...PATTERNS, null),
    answer: fc.constantFrom('a', 'b', NOT_ASKED, null),
  })
  const tableOf = (persons: readonly { pattern: UsePattern | null; answer: string | null }[]) =>
    crossTable(persons, ['a', 'b'], (_, __, exact) => divide(exact, 'half-up'))

  it('どの行も、回答の人数の和が有効な回答で、全部の和が組合せのわかる人数になる', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), (persons) => {
        const rows = tableOf(persons)
        for (const { valid, answers } of rows) {
          expect(answers.reduce((sum, { count }) => sum + count, 0)).toBe(valid)
          const shares = answers.map(({ ratioPerMille }) => ratioPerMille)
          if (valid === 0) expect(shares).toEqual([null, null])
          else
            expect(Math.abs(shares.reduce<number>((sum, one) => sum + (one ?? 0), 0) - 1000)).toBeLessThan(2)
        }
        const counted = rows.reduce((sum, row) => sum + row.valid + row.missing + row.notAsked, 0)
        expect(counted).toBe(persons.filter(({ pattern }) => pattern !== null).length)
      }),
    )
  })

  it('人の順は結果を変えない', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), (persons) => {
        expect(tableOf([...persons].reverse())).toEqual(tableOf(persons))
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kihonCriteria } from '../../../law/casework/kihon-criteria.ts'
import { inForce } from '../../../law/in-force.ts'
import { countCriteria } from './criteria.ts'
import { judgePoints } from './judge-points.ts'
import { judge } from './judgement.ts'
import type { Point } from './points.ts'
import { asPoints } from './sheet-fields.ts'

const entry = inForce(kihonCriteria, '2026-11-22')
const point = fc.constantFrom<Point>(0, 1, null)
const sheet = fc.array(point, { minLength: 25, maxLength: 25 })
const insured = fc.constantFrom(
  'category1Insured' as const,
  'category2Insured' as const,
  'notInsured' as const,
  null,
)

describe('まとめて判定しても、一枚ずつの判定と同じ', () => {
  it('該当、判定できない基準、判定が同じになる', () => {
    fc.assert(
      fc.property(sheet, insured, (points, insuredType) => {
        const criteria = countCriteria(asPoints(points), entry).value
        const one = judge({ criteria, insuredType, certification: null, answeredOn: '2026-11-22' }).value
        const { judgement, met, undetermined } = one
        expect(judgePoints(points, entry.value, insuredType)).toEqual({ judgement, met, undetermined })
      }),
      { numRuns: 300 },
    )
  })

  it('1点が増えて、該当が減ることはない。わからない項目が埋まって、決まった判定が変わることはない', () => {
    fc.assert(
      fc.property(
        sheet,
        fc.integer({ min: 0, max: 24 }),
        fc.constantFrom<Point>(0, 1),
        (points, at, filled) => {
          const before = judgePoints(points, entry.value, 'category1Insured')
          const more = judgePoints(points.with(at, 1), entry.value, 'category1Insured')
          for (const key of before.met) expect(more.met).toContain(key)
          if (points[at] !== null) return
          const after = judgePoints(points.with(at, filled), entry.value, 'category1Insured')
          if (before.judgement !== 'undetermined') expect(after.judgement).toBe(before.judgement)
          for (const key of after.undetermined) expect(before.undetermined).toContain(key)
        },
      ),
      { numRuns: 300 },
    )
  })
})

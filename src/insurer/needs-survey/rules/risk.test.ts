import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plausibleBody } from '../../../law/casework/measured-body.ts'
import { needsSurveyRisks } from '../../../law/insurer/needs-survey-risks.ts'
import { needsSurveyScales } from '../../../law/insurer/needs-survey-scales.ts'
import { body, credible, isThin } from './body.ts'
import { levelOf, pointsOf, riskOf } from './risk.ts'

const risks = Object.values(needsSurveyRisks.history[0]!.value)
const scales = Object.values(needsSurveyScales.history[0]!.value).filter(({ items }) => items.length > 0)
const given = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null })

describe('無回答のある判定', () => {
  it('決まった判定は、無回答をどう埋めても変わらず、決まらないときは埋め方で変わる', () => {
    const answers = fc.array(fc.tuple(given, fc.integer({ min: 1, max: 4 })), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(fc.constantFrom(...risks), answers, (risk, pairs) => {
        const keys = risk.items.map(({ key }) => key)
        const partial = Object.fromEntries(keys.map((key, at) => [key, pairs[at]![0]]))
        const filled = Object.fromEntries(keys.map((key, at) => [key, pairs[at]![0] ?? pairs[at]![1]]))
        const decided = riskOf(risk, partial)
        expect(riskOf(risk, filled)).not.toBeNull()
        if (decided !== null) expect(riskOf(risk, filled)).toBe(decided)
        else {
          const fill = (value: (hits: readonly number[]) => number) =>
            Object.fromEntries(risk.items.map(({ key, hits }) => [key, partial[key] ?? value(hits)]))
          expect(
            riskOf(
              risk,
              fill((hits) => hits[0]!),
            ),
          ).toBe(true)
          expect(
            riskOf(
              risk,
              fill((hits) => (hits.includes(4) ? 1 : 4)),
            ),
          ).toBe(false)
        }
      }),
    )
  })

  it('点数は回答が増えて減らず、区分は最小と最大の点の区分が同じときだけ決まる', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scales),
        fc.array(given, { minLength: 5, maxLength: 5 }),
        (scale, values) => {
          const answers = Object.fromEntries(scale.items.map((key, at) => [key, values[at]!]))
          const points = pointsOf(scale, answers)
          expect(points.least).toBeLessThanOrEqual(points.most)
          expect(points.most).toBeLessThanOrEqual(scale.items.length)
          expect(points.points === null).toBe(points.least !== points.most)
          const level = (value: number) => levelOf(scale, { points: value, least: value, most: value })
          expect(levelOf(scale, points)).toBe(
            level(points.least) === level(points.most) ? level(points.least) : null,
          )
        },
      ),
    )
  })

  it('体重が増えてBMIの判定が「あり」に変わることはない', () => {
    const heights = fc.integer({ min: 1000, max: 2200 })
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: 200, max: 1500 }),
        fc.integer({ min: 1, max: 99 }),
        (h, w, more) => {
          const at = (weightTenthsKg: number) => isThin({ heightMillimetres: h, weightTenthsKg }, 185)
          if (at(w) === false) expect(at(w + more)).toBe(false)
          expect(at(w)).toBe((w / 10 / (h / 1000) ** 2) * 10 <= 185 + 1e-9)
        },
      ),
    )
    expect(body({ heightMillimetres: null, weightTenthsKg: 1 })).toBeNull()
  })
})

it('単位を取り違えた身長と体重は、どちらも言って使わない', () => {
  const said: string[] = []
  const limits = plausibleBody.history[0]!.value
  const left = credible(
    { heightMillimetres: 152, weightTenthsKg: 42 },
    limits,
    (text) => void said.push(text),
  )
  expect(left).toEqual({ heightMillimetres: null, weightTenthsKg: null })
  expect(said.map((text) => text.slice(0, 2))).toEqual(['身長', '体重'])
  const none = { heightMillimetres: null, weightTenthsKg: null }
  expect(credible(none, limits, () => expect.unreachable())).toEqual(none)
})

import { describe, expect, it } from 'vitest'
import { carriedForward } from './carried-forward.ts'
import { allParameters } from './find-parameters.ts'
import { inForce } from './in-force.ts'
import type { DatedEntry } from './types.ts'

const seen: DatedEntry<number> = {
  from: '2024-04-01',
  value: 442,
  source: { text: '架空の告示' },
  confidence: 'seen',
  note: '見た値です。',
}
const stand = { from: '2027-04-01', note: '改定の内容がわかりません。' }

describe('わからない値の代わりに置く、それまでの値', () => {
  it('値と出典はそのまま、確かさは出典未確認の仮置きになる', () => {
    expect(carriedForward(stand, [seen])).toEqual([
      seen,
      {
        ...stand,
        value: 442,
        source: seen.source,
        confidence: 'unverified',
        status: 'provisional',
      },
    ])
  })

  it('終わりの日と出典は、言われたものを使う', () => {
    const source = { text: 'ワークシートの仮の値' }
    expect(carriedForward({ ...stand, to: '2030-03-31', source }, [seen])[1]).toMatchObject({
      to: '2030-03-31',
      source,
    })
  })

  it('前に終わる値がなければ、置かない', () => {
    expect(() => carriedForward(stand, [])).toThrow(RangeError)
    expect(() => carriedForward(stand, [{ ...seen, from: '2027-04-01' }])).toThrow(RangeError)
    expect(() => carriedForward(stand, [{ ...seen, to: '2027-04-01' }])).toThrow(RangeError)
    expect(carriedForward(stand, [{ ...seen, to: '2027-03-31' }])).toHaveLength(2)
  })
})

const FEES =
  /^services\.(units\.|charges\.(preventive-support|plan-fee|initial-addition|unit-price|price-groups))/
const ENDED = ['services.units.improvement-transitional'] // what ended does not come back by the revision
const fees = (await allParameters()).filter(({ id }) => FEES.test(id) && !ENDED.includes(id))

describe('介護報酬の単位と単価', () => {
  it.each(fees.map((one) => [one.id, one] as const))('%s は、令和9年4月の改定から仮置き', (_, fee) => {
    expect(inForce(fee, '2027-03-31').status).toBeUndefined()
    expect(inForce(fee, '2027-04-01')).toMatchObject({ status: 'provisional', confidence: 'unverified' })
  })
})

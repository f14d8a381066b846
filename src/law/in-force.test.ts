import { describe, expect, it } from 'vitest'
import { defectsOf, inForce, NoValueInForce } from './in-force.ts'
import type { Dated } from './types.ts'

const invented: Dated<number> = {
  id: 'test.invented',
  title: '試験の値',
  unit: 'yen',
  history: [
    { from: '2021-04-01', value: 100, source: { text: '架空法第1条' }, confidence: 'decided' },
    {
      from: '2024-04-01',
      to: '2027-03-31',
      value: 0,
      source: { text: '架空法第1条' },
      confidence: 'decided',
    },
  ],
  checkedOn: '2026-11-22',
}

describe('適用日のある値', () => {
  it.each([
    ['2021-04-01', 100],
    ['2024-03-31', 100],
    ['2024-04-01', 0], // zero is a value
    ['2027-03-31', 0],
  ])('%s に効力があるのは %i', (date, value) => {
    expect(inForce(invented, date).value).toBe(value)
  })

  it.each(['2021-03-31', '2027-04-01'])('%s には値がなく、近い年の値で補わない', (date) => {
    expect(() => inForce(invented, date)).toThrow(NoValueInForce)
    expect(() => inForce(invented, date)).toThrow(`test.invented is in force on ${date}`)
  })

  it('日付でないものや、順の乱れた履歴は受け付けない', () => {
    expect(() => inForce(invented, '2024/04/01')).toThrow(RangeError)
    expect(() => inForce({ ...invented, history: invented.history.toReversed() }, '2024-04-01')).toThrow(
      RangeError,
    )
  })

  it('欠けのある定義を言い当てる', () => {
    expect(defectsOf(invented)).toEqual([])
    expect(defectsOf({ ...invented, history: [] })).toEqual(['no entry'])
    const [first, second] = invented.history
    if (!first || !second) throw new Error('two entries expected')
    expect(defectsOf({ ...invented, history: [second, first] })).toEqual([
      '2021-04-01: not after 2024-04-01',
      '2024-04-01: overlaps 2021-04-01',
    ])
    expect(defectsOf({ ...invented, history: [{ ...first, source: { text: ' ' } }] })).toEqual([
      '2021-04-01: no source',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { parameters } from '../factory.ts'
import { type JChsInput, jChs } from './j-chs.ts'

const none: JChsInput = {
  sex: 'male',
  weightLoss: 'no',
  gripTenthsKg: 300,
  item25: 'no',
  speedMmPerSecond: 1200,
  lightExercise: 'yes',
  regularSport: 'no',
}
const of = (change: Partial<JChsInput>) => jChs({ ...none, ...change }, parameters.jChs).value

describe('FRL-02 改定J-CHS', () => {
  it('FRL-02-a 男性、握力27.9kg、毎秒1.0m: 1項目でプレフレイル', () => {
    expect(of({ gripTenthsKg: 279, speedMmPerSecond: 1000 })).toMatchObject({
      frailty: 'preFrail',
      min: 1,
      max: 1,
    })
  })

  it('FRL-02-b 女性、体重減少、握力17.5kg、疲労感: 3項目でフレイル', () => {
    expect(of({ sex: 'female', weightLoss: 'yes', gripTenthsKg: 175, item25: 'yes' })).toMatchObject({
      frailty: 'frail',
      min: 3,
      max: 3,
    })
  })

  it('FRL-02-c 女性、握力なし、ほかは0: 0～1項目で判定できない', () => {
    expect(of({ sex: 'female', gripTenthsKg: null })).toMatchObject({
      frailty: 'undetermined',
      min: 0,
      max: 1,
    })
  })

  it('FRL-02-d 男性、握力28.0kg、毎秒0.999m: 1項目でプレフレイル', () => {
    expect(of({ gripTenthsKg: 280, speedMmPerSecond: 999 })).toMatchObject({
      frailty: 'preFrail',
      items: { weakness: 0, slowness: 1 },
    })
  })

  it.each([
    ['male', 279, 1],
    ['male', 280, 0],
    ['male', 281, 0],
    ['female', 179, 1],
    ['female', 180, 0],
    ['female', 181, 0],
    [null, 179, 1], // below both limits
    [null, 180, null],
    [null, 279, null],
    [null, 280, 0], // on or above both
    [null, null, null],
  ] as const)('握力 %s %s（0.1kg）→ %s', (sex, gripTenthsKg, point) => {
    expect(of({ sex, gripTenthsKg }).items.weakness).toBe(point)
  })

  it.each([
    [999, 1],
    [1000, 0],
    [1001, 0],
    [null, null],
  ])('歩行速度 毎秒%smm → %s', (speedMmPerSecond, point) => {
    expect(of({ speedMmPerSecond }).items.slowness).toBe(point)
  })

  it.each([
    ['no', 'no', 1],
    ['yes', 'no', 0],
    ['no', 'yes', 0],
    ['yes', null, 0],
    ['no', null, null],
    ['declined', 'no', null],
  ] as const)('身体活動 %s・%s → %s', (lightExercise, regularSport, point) => {
    expect(of({ lightExercise, regularSport }).items.lowActivity).toBe(point)
  })

  it.each([
    [{}, 'robust'],
    [{ weightLoss: 'yes' }, 'preFrail'],
    [{ weightLoss: 'yes', item25: 'yes' }, 'preFrail'],
    [{ weightLoss: 'yes', item25: 'yes', speedMmPerSecond: 900 }, 'frail'],
    [{ weightLoss: 'yes', item25: 'yes', speedMmPerSecond: 900, gripTenthsKg: 200 }, 'frail'],
    [{ weightLoss: 'yes', item25: 'declined' }, 'preFrail'], // 1..2, one class
  ] as const)('項目数の境目 %o → %s', (change, frailty) => {
    expect(of(change).frailty).toBe(frailty)
  })

  it('整数でない測定値は受け付けず、説明には出典の確かさが出る', () => {
    expect(() => of({ gripTenthsKg: 27.9 })).toThrow(RangeError)
    expect(() => of({ speedMmPerSecond: -1 })).toThrow(RangeError)
    const { steps } = jChs(none, parameters.jChs)
    expect(steps).toHaveLength(7)
    expect(steps.every(({ confidence }) => confidence === 'recalled')).toBe(true)
  })
})

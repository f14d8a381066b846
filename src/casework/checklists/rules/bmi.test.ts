import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parameters } from '../factory.ts'
import { bmiItem } from './bmi.ts'

const at = (heightHundredthsCm: number | null, weightHundredthsKg: number | null) =>
  bmiItem({ heightHundredthsCm, weightHundredthsKg }, parameters.bmi).value

describe('CHK-02 No.12: BMIが18.5未満なら1点', () => {
  it.each([
    ['CHK-02-a 18.476…', 16000, 4730, 1, 185],
    ['CHK-02-b 18.515…', 16000, 4740, 0, 185],
    ['CHK-02-c 18.491…は18.5と表示しても該当する', 15600, 4500, 1, 185],
    ['CHK-02-d ちょうど18.5', 20000, 7400, 0, 185],
    ['CHK-02-d の0.01kg下', 20000, 7399, 1, 185],
    ['CHK-02-d の0.01kg上', 20000, 7401, 0, 185],
    ['CHK-02-g 47.36kgはちょうど18.5（浮動小数点では18.499…）', 16000, 4736, 0, 185],
    ['CHK-02-g の0.01kg下', 16000, 4735, 1, 185],
    ['CHK-02-g の0.01kg上', 16000, 4737, 0, 185],
  ] as const)('%s', (_, height, weight, point, printedBmiTenths) => {
    expect(at(height, weight)).toEqual({ point, printedBmiTenths, warnings: [] })
  })

  it('CHK-02-g の落とし穴: 浮動小数点では18.5を下回ってしまう', () => {
    expect(47.36 / 1.6 / 1.6).toBeLessThan(18.5)
  })

  it.each([
    ['CHK-02-e 体重なし', 15000, null],
    ['身長なし', null, 4500],
    ['どちらもなし', null, null],
  ])('%s: 不明であって0点ではない', (_, height, weight) => {
    expect(at(height, weight)).toEqual({ point: null, printedBmiTenths: null, warnings: [] })
  })

  it('CHK-02-f cmの欄に1.56（メートル）: 不明として知らせる', () => {
    expect(at(156, 4500)).toEqual({ point: null, printedBmiTenths: null, warnings: ['heightImplausible'] })
  })

  it.each([
    ['身長 99.99cm', 9999, 4500, ['heightImplausible']],
    ['身長100.00cm', 10000, 4500, []],
    ['身長100.01cm', 10001, 4500, []],
    ['身長219.99cm', 21999, 4500, []],
    ['身長220.00cm', 22000, 4500, []],
    ['身長220.01cm', 22001, 4500, ['heightImplausible']],
    ['体重 19.99kg', 15000, 1999, ['weightImplausible']],
    ['体重 20.00kg', 15000, 2000, []],
    ['体重 20.01kg', 15000, 2001, []],
    ['体重199.99kg', 15000, 19999, []],
    ['体重200.00kg', 15000, 20000, []],
    ['体重200.01kg', 15000, 20001, ['weightImplausible']],
    ['体重だけで、範囲の外', null, 100, ['weightImplausible']],
  ] as const)('ありうる範囲 %s', (_, height, weight, warnings) => {
    const item = at(height, weight)
    expect(item.warnings).toEqual(warnings)
    expect(item.point === null).toBe(warnings.length > 0)
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('整数でない測定値(%s)は受け付けない', (value) => {
    expect(() => at(value, 4500)).toThrow(RangeError)
    expect(() => at(15000, value)).toThrow(RangeError)
  })

  it('説明に、基準と出典と確かさが出る', () => {
    const { steps } = bmiItem({ heightHundredthsCm: 15600, weightHundredthsKg: 4500 }, parameters.bmi)
    expect(steps.map(({ label, value }) => [label, value])).toEqual([
      ['身長と体重の確認', '範囲の中'],
      ['BMI（表示）', '18.5'],
      ['No.12の点数', 1],
    ])
    expect(steps.at(-1)).toMatchObject({ confidence: 'recalled', inputs: { 基準: 185 } })
  })
})

const height = fc.integer({ min: 1000, max: 2200 })
const weight = fc.integer({ min: 200, max: 2000 })

describe('CHK-02 どの身長と体重でも成り立つこと', () => {
  it('0.1cm・0.1kg単位の式 w×200000＜37×h² と一致する', () => {
    fc.assert(
      fc.property(height, weight, (h, w) => {
        expect(at(h * 10, w * 10).point).toBe(w * 200_000 < 37 * h * h ? 1 : 0)
      }),
    )
  })

  it('体重が減って、該当から非該当に変わることはない', () => {
    fc.assert(
      fc.property(height, weight, weight, (h, a, b) => {
        const [lighter, heavier] = [at(h * 10, Math.min(a, b) * 10), at(h * 10, Math.max(a, b) * 10)]
        expect(lighter.point).toBeGreaterThanOrEqual(heavier.point ?? Number.NaN)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { classesOf, classOf, quantileBreaks } from './classes.ts'
import type { MapData } from './map-data.ts'
import { coloursOf, palettes } from './palettes.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
const base: MapData = { areaWord: '市町村', valueWord: '率', unit: '％', shapes: null, values: {}, digits: 1 }
const withValues = (values: MapData['values'], more: Partial<MapData> = {}): MapData => ({
  ...base,
  values,
  withoutShape: Object.keys(values).map((code) => ({ code, name: code })),
  ...more,
})

describe('五つに分ける', () => {
  it('百の数は二十ずつ', () => {
    const breaks = quantileBreaks(numbers(100))
    expect(breaks).toEqual([21, 41, 61, 81])
    const counts = [0, 1, 2, 3, 4].map(
      (at) => numbers(100).filter((value) => classOf(breaks, value) === at).length,
    )
    expect(counts).toEqual([20, 20, 20, 20, 20])
  })

  it.each([
    ['同じ数ばかり', [7, 7, 7, 7], []],
    ['数がない', [], []],
    ['一つ', [3], []],
    ['二種類', [1, 1, 1, 1, 2], [2]],
  ])('%s でも、空の段は作らない', (_, values, breaks) => expect(quantileBreaks(values)).toEqual(breaks))

  it('境は、書かれるとおりに丸めた数。凡例の言うことと色が食い違わない', () => {
    const breaks = quantileBreaks([1.04, 1.06, 2.04, 2.06, 3.04, 3.06, 4.04, 4.06, 5.04, 5.06], 1)
    for (const end of breaks) expect(end).toBe(Number(end.toFixed(1)))
  })

  it('境の上の数は上の段、すぐ下の数は下の段', () => {
    expect([9.9, 10, 19.9, 20].map((value) => classOf([10, 20], value))).toEqual([0, 1, 1, 2])
  })
})

describe('凡例', () => {
  it('段ごとの数と、数のないところの言葉。0は数である', () => {
    const { classes, missing } = classesOf(
      withValues(
        { a: 0, b: 5, c: 12, d: { missing: '非公表' }, e: { missing: '不明' }, f: { missing: '非公表' } },
        { breaks: [5, 10] },
      ),
    )
    expect(classes.map(({ label, count }) => [label, count])).toEqual([
      ['5.0％未満', 1],
      ['5.0％以上 10.0％未満', 1],
      ['10.0％以上', 1],
    ])
    expect(missing).toEqual({ count: 3, words: '非公表 2、不明 1' })
  })

  it('値の書かれていない地域も、数がないところに数える', () => {
    expect(classesOf({ ...withValues({ a: 1 }), withoutShape: [{ code: 'z', name: 'z' }] }).missing).toEqual({
      count: 1,
      words: '数がありません 1',
    })
  })

  it.each([[[3, 2]], [[1, 1]], [[1, 2, 3, 4, 5]]])('境 %j は受け取らない', (breaks) =>
    expect(() => classesOf(withValues({ a: 1 }, { breaks }))).toThrow(RangeError),
  )
})

/** Lightness L* of CIE 1976. */
function lightness(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 116 * Math.cbrt(0.2126 * red! + 0.7152 * green! + 0.0722 * blue!) - 16
}

describe('色', () => {
  it('連続の五色は、灰色に刷っても一段ごとに暗くなる', () => {
    const steps = palettes.sequential.map(lightness)
    for (let at = 1; at < steps.length; at++) expect(steps[at - 1]! - steps[at]!).toBeGreaterThan(11)
  })

  it('両側の五色は真ん中が最も明るく、左右の段の明るさがそろう', () => {
    const [a, b, c, d, e] = palettes.diverging.map(lightness)
    expect(c).toBeGreaterThan(b! + 10)
    expect(Math.abs(b! - d!)).toBeLessThan(8)
    expect(Math.abs(a! - e!)).toBeLessThan(8)
  })

  it.each([1, 2, 3, 4, 5])('%i 段なら、違う色を同じ数', (count) =>
    expect(new Set(coloursOf('sequential', count)).size).toBe(count),
  )
})

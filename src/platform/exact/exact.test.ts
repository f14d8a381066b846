import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIRECTIONS, decimalText, divide, InexactQuotient, product } from './index.ts'

describe('割り算の端数', () => {
  it.each([
    [{ over: 7, under: 2 }, 3, 4, 4],
    [{ over: 5, under: 4 }, 1, 1, 2],
    [{ over: 8, under: 4 }, 2, 2, 2],
    [{ over: -7, under: 2 }, -4, -4, -3],
    [{ over: -5, under: 4 }, -2, -1, -1],
    [{ over: 0, under: 9 }, 0, 0, 0],
    [{ over: -1, under: 9 }, -1, 0, 0],
    [{ over: 5n, under: 2n }, 2, 3, 3],
    [{ over: -5n, under: 2n }, -3, -3, -2],
    [{ over: 0n, under: 2n }, 0, 0, 0],
    [
      { over: Number.MAX_SAFE_INTEGER, under: 2 },
      4_503_599_627_370_495,
      4_503_599_627_370_496,
      4_503_599_627_370_496,
    ],
    [{ over: 70_000_000_000_000_001n, under: 20_000_000_000_000_000n }, 3, 4, 4],
    [{ over: -70_000_000_000_000_001n, under: 20_000_000_000_000_000n }, -4, -4, -3],
  ] as const)('%o: 切捨て %i、四捨五入 %i、切上げ %i', (ratio, down, halfUp, up) => {
    expect([divide(ratio, 'down'), divide(ratio, 'half-up'), divide(ratio, 'up')]).toEqual([down, halfUp, up])
  })

  it('単位に丸める: 87,840円は100円単位の切上げで87,900円、19,836円は10円未満切捨てで19,830円', () => {
    expect(divide({ over: 73_200 * 1200, under: 1000 }, 'up', 100)).toBe(87_900)
    expect(divide({ over: 69_600 * 285, under: 1000 }, 'down', 10)).toBe(19_830)
    expect(divide({ over: 50, under: 1 }, 'half-up', 100)).toBe(100)
    // a denominator that only grows beyond 2^53 with the unit
    expect(divide({ over: 9_007_199_254_740_900, under: 90_071_992_614_096 }, 'half-up', 1000)).toBe(0)
    expect(divide({ over: 9_007_199_254_740_900, under: 90_071_992_614_096 }, 'up', 1000)).toBe(1000)
    expect(divide({ over: 49, under: 1 }, 'half-up', 100)).toBe(0)
  })

  it('端数処理なしは、割り切れなければ答えを作らない', () => {
    expect(divide({ over: 72_000 * 285, under: 1000 }, 'none', 100)).toBe(20_520)
    expect(() => divide({ over: 1, under: 3 }, 'none')).toThrow(InexactQuotient)
    expect(() => divide({ over: 10n ** 20n + 1n, under: 10n ** 19n }, 'none')).toThrow(InexactQuotient)
  })

  it.each([
    [{ over: 1.5, under: 1 }, 1],
    [{ over: 1, under: 0 }, 1],
    [{ over: 1, under: -2 }, 1],
    [{ over: 1n, under: 0n }, 1],
    [{ over: 1, under: 1 }, 0],
    [{ over: 1, under: 1 }, 1.5],
    [{ over: 3, under: 2 }, 1.5], // 2 × 1.5 would be whole again
    [{ over: 1n, under: -2n }, 1],
    [{ over: 2 ** 53, under: 1n }, 1], // no longer exact
    [{ over: 2 ** 53 + 2, under: 2 }, 1],
    [{ over: 10n ** 30n, under: 1n }, 1],
    [{ over: Number.NaN, under: 1 }, 1],
  ])('%o を単位 %d では数えない', (ratio, unit) => {
    expect(() => divide(ratio, 'down', unit)).toThrow(RangeError)
  })

  it('小さい数の道と大きい数の道は同じ答えになり、四捨五入は切捨てと切上げの間にある', () => {
    const over = fc.integer({ min: -(10 ** 12), max: 10 ** 12 })
    const under = fc.integer({ min: 1, max: 10 ** 6 })
    const unit = fc.constantFrom(1, 10, 100, 1000)
    fc.assert(
      fc.property(over, under, unit, (a, b, step) => {
        const [down, halfUp, up] = DIRECTIONS.slice(0, 3).map((direction) => {
          const small = divide({ over: a, under: b }, direction, step)
          expect(divide({ over: BigInt(a), under: BigInt(b) }, direction, step)).toBe(small)
          expect(Math.abs(small % step)).toBe(0)
          return small
        })
        expect(down! * b).toBeLessThanOrEqual(a)
        expect(up! * b).toBeGreaterThanOrEqual(a)
        expect(up! - down!).toBe(a % (b * step) === 0 ? 0 : step)
        expect([down, up]).toContain(halfUp)
        expect(Math.abs(halfUp! * b - a) * 2).toBeLessThanOrEqual(b * step)
      }),
    )
  })

  it.each([0, -1, 2.5, Number.NaN])('単位 %s では、丸めずに断る', (unit) => {
    expect(() => divide({ over: 5, under: 2 }, 'down', unit)).toThrow(RangeError)
  })
  it('整数でない数は、黙って切らずに断る', () => {
    for (const over of [2.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => divide({ over, under: 2n }, 'down')).toThrow(RangeError)
    expect(() => divide({ over: 5, under: 0n }, 'down')).toThrow(RangeError)
    expect(() => product(2n, 2.5)).toThrow(RangeError)
  })
  it('積は、要るときだけ大きい整数になる', () => {
    expect(product(9_519_211_524, 230)).toBe(2_189_418_650_520)
    expect(product(9_519_211_524, 2300, 9634, 9767)).toBe(9_519_211_524n * 2300n * 9634n * 9767n)
    expect(product()).toBe(1)
    expect(product(2n, 3)).toBe(6n)
    expect(() => product(0.5, 2 ** 53)).toThrow(RangeError)
  })

  it('途中の数は切って見せ、続きがあればそう書く', () => {
    expect(decimalText({ over: 642_792, under: 100 }, 2)).toBe('6427.92')
    expect(decimalText({ over: 1, under: 3 }, 4)).toBe('0.3333…')
    expect(decimalText({ over: -1, under: 3 }, 2)).toBe('-0.33…')
    expect(decimalText({ over: 5, under: 1 }, 0)).toBe('5')
    expect(decimalText({ over: 0, under: 7 }, 2)).toBe('0.00')
    expect(() => decimalText({ over: 0.5, under: 1 }, 2)).toThrow(RangeError)
  })
})

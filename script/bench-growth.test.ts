import { describe, expect, it } from 'vitest'
import { growthOf, isGrowing } from '../bench/day/growth.ts'

describe('メモリーの増え方', () => {
  it('まっすぐ増えれば、その幅と、疑いのない線', () => {
    expect(growthOf([100, 102, 104, 106])).toEqual({ over: 6, doubt: 0, mean: 103 })
  })

  it('上下に揺れるだけなら、増えているとは言わない', () => {
    expect(isGrowing(growthOf([100, 108, 99, 107, 101, 108, 100, 107]), 0.01)).toBe(false)
  })

  it('少しずつ漏れていれば、揺れていても見つける', () => {
    const leaking = Array.from({ length: 10 }, (_, at) => 100 + at * 2 + (at % 3))
    expect(isGrowing(growthOf(leaking), 0.05)).toBe(true)
  })

  it('二つでは何も言えない', () => {
    expect(() => growthOf([1, 2])).toThrow(RangeError)
  })
})

import { describe, expect, it } from 'vitest'
import { metresBetween } from './metres.ts'

describe('直線の距離(球の上)', () => {
  const point = (latitude: number, longitude: number) => ({ latitude, longitude })
  it('同じ点は0、どちらから測っても同じ', () => {
    expect(metresBetween(point(34.34, 134.05), point(34.34, 134.05))).toBe(0)
    expect(metresBetween(point(34.34, 134.05), point(34.2, 133.9))).toBe(
      metresBetween(point(34.2, 133.9), point(34.34, 134.05)),
    )
  })
  it('緯度1度は約111.2km、赤道と極の間は四分円', () => {
    expect(metresBetween(point(34, 134), point(35, 134))).toBeCloseTo(111_195.08, 1)
    expect(metresBetween(point(0, 0), point(90, 0))).toBeCloseTo((Math.PI / 2) * 6_371_008.8, 3)
  })
  it('経度1度は緯度とともに短くなる(北緯60度で赤道の半分)', () => {
    expect(metresBetween(point(60, 134), point(60, 135))).toBeCloseTo(55_597, -2)
  })
})

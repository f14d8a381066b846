import { describe, expect, it } from 'vitest'
import { binOf, bins, fiveNumbers, quantile, ranks, whiskers } from './spread.ts'

describe('四分位', () => {
  it('間を直線で補う（Excel の QUARTILE.INC と同じ）', () => {
    expect(fiveNumbers([4, 1, 3, 2])).toEqual({ lowest: 1, q1: 1.75, median: 2.5, q3: 3.25, highest: 4 })
    expect(quantile([7], 0.75)).toBe(7)
  })
  it('ひげは箱の1.5倍まで、その先は離れた値', () => {
    const values = [1, 2, 3, 4, 5, 20]
    const five = fiveNumbers(values) // 箱 2.25–4.75、届くのは -1.5 から 8.5
    expect(whiskers(values, five)).toEqual([1, 5])
  })
})

describe('階級', () => {
  it('幅は 1・2・5 の十の累乗倍で、下の端を含み、上の端を含まない', () => {
    const values = Array.from({ length: 100 }, (_, n) => n / 10) // 0.0 … 9.9
    const classes = bins(values)
    expect(classes[0]).toEqual({ from: 0, to: 2, count: 20 })
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(100)
    expect([1.9, 2, 2.1].map((value) => binOf(classes, value))).toEqual([0, 1, 1])
  })
  it('小数の端でも、値は自分の階級に入る', () => {
    const classes = bins([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
    expect(classes.map(({ from }) => from)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
    expect(classes.every(({ count }) => count === 1)).toBe(true)
    expect(binOf(classes, 0.3)).toBe(2)
  })
  it('同じ値ばかりなら一つの階級、値がなければ階級もない', () => {
    expect(bins([18.2, 18.2])).toEqual([{ from: 18, to: 19, count: 2 }])
    expect(bins([])).toEqual([])
  })
})

describe('順位', () => {
  it('書いた数が同じなら同じ順位で、次の順位は飛ぶ', () => {
    const { order, ranks: found } = ranks([20.04, 21, 20.01, 19], true, (value) => value.toFixed(1))
    expect(order).toEqual([1, 0, 2, 3])
    expect(found).toEqual([
      { rank: 2, ties: 2 },
      { rank: 1, ties: 1 },
      { rank: 2, ties: 2 },
      { rank: 4, ties: 1 },
    ])
  })
  it('低いほうからも', () => {
    expect(ranks([3, 1, 2], false, String).ranks.map(({ rank }) => rank)).toEqual([3, 1, 2])
  })
})

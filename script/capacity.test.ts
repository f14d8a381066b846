import { expect, it } from 'vitest'
import { capacity, measuredWorks, table } from './capacity.ts'

const work = (timesAnHour: number, ...costs: number[]) => ({
  label: '試験',
  timesAnHour,
  runs: costs.map((node) => ({ perSecond: 100, p99: 20, processorMilliseconds: { node, database: 0 } })),
})

it('一人の忙しい1時間の処理時間と、1コアで働ける人数(コアの3割まで)', () => {
  // 4 × (10 × 2 ms + 100 × 1 ms) = 480 ms; 1,080,000 ms of the hour's 30 %
  expect(capacity([work(10, 1, 2, 9), work(100, 1)])).toEqual({ millisecondsAnHour: 480, peopleACore: 2250 })
})

it('処理時間のない結果からは、表を作らない', () => {
  expect(() => capacity([{ label: '', timesAnHour: 1, runs: [{ perSecond: 1, p99: 1 }] }])).toThrow(
    'processor time',
  )
})

it('残っている測定から、表ができる', () => {
  const text = table(measuredWorks(), '機械', '2026-11-22')
  expect(text).not.toMatch(/NaN|undefined|Infinity/)
  expect(text.match(/^\| /gm)).toHaveLength(5)
})

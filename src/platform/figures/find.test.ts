import { beforeAll, describe, expect, it } from 'vitest'
import { allRights } from '../access/index.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { anActor, anInsurer, workOf } from '../testing/insurer.ts'
import { findFigureSources, hasWords, periodWords } from './index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

describe('数の出どころ', () => {
  it('どの出どころにも名前と権限があり、ない数には値でなく理由を言う', async () => {
    const sources = [...(await findFigureSources()).values()]
    expect(sources.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['published', 'indicator', 'monthly-report']),
    )
    const officer = await anActor(database, await anInsurer(database), 'officer')
    for (const source of sources) {
      expect([source.id, allRights().has(source.may)]).toEqual([source.id, true])
      expect(source.label).toMatch(/[\u3040-\u9fff]/)
      const offers = await workOf(database, officer).read((tx) => source.list(tx, officer, [], 5))
      expect(offers.length).toBeLessThanOrEqual(5)
      const reading = await workOf(database, officer).read((tx) =>
        source.read(tx, officer, 'no-such|figure|at|all', { from: '2025-04-01', to: '2026-03-31' }),
      )
      expect([source.id, reading.value]).toEqual([source.id, null])
      expect(reading.missing).toMatch(/。$/)
    }
  })
  it('言葉は、幅や空白や波線の違いを問わずに探す', () => {
    expect(hasWords('試験市 第1号被保険者数 65〜74歳', ['第１号', '65-74'])).toBe(true)
    expect(hasWords('試験市 第1号被保険者数 65〜74歳', ['75'])).toBe(false)
  })
  it('期間の言い方', () => {
    expect(
      [
        { from: '2025-04-01', to: '2026-03-31' },
        { from: '2026-03-31', to: '2026-03-31' },
        { from: '2025-10-01', to: '2025-10-31' },
        { from: '2025-04-01', to: '2025-06-30' },
      ].map(periodWords),
    ).toEqual(['令和7年度', '令和8年3月31日', '令和7年10月', '令和7年4月1日から令和7年6月30日まで'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monitoringInterval } from '../../../law/casework/monitoring-interval.ts'
import { inForce } from '../../../law/in-force.ts'
import { stepsAsText } from '../../../platform/explanation/index.ts'
import { addMonths, lastDayOf, type Month, monthNumber } from './months.ts'
import { type MonitoringMode, nextSpanDue, nextVisitDue } from './visit-due.ts'

const law = inForce(monitoringInterval, '2025-04-01')
const standard: MonitoringMode = { kind: 'standard' }
const video: MonitoringMode = { kind: 'video' }
const every = (months: number): MonitoringMode => ({ kind: 'flexible', months })

describe('CPM-03 次の訪問の期限', () => {
  it.each<[string, Month, Month | null, MonitoringMode, string | null, Month, Month]>([
    ['CPM-03-a 訪問なし', '2025-04', null, standard, null, '2025-05', '2025-07'],
    ['CPM-03-b 5月に訪問', '2025-04', '2025-05', standard, null, '2025-08', '2025-10'],
    ['CPM-03-c 7月に訪問、次の期間はテレビ電話', '2025-04', '2025-07', video, null, '2025-11', '2026-01'],
    ['CPM-03-d 訪問なし、最初の期間はテレビ電話でよい', '2025-04', null, video, null, '2025-08', '2025-10'],
    ['CPM-03-e 評価の月が先に来る', '2025-04', '2025-07', standard, '2025-09-30', '2025-09', '2025-09'],
    ['開始月の訪問は最初の期間に数えない', '2025-04', '2025-04', standard, null, '2025-05', '2025-07'],
    ['開始の前の訪問も数えない', '2025-04', '2025-03', standard, null, '2025-05', '2025-07'],
    ['期間の最後の月の訪問', '2025-04', '2025-07', standard, null, '2025-08', '2025-10'],
    ['期間の最初の月の訪問', '2025-04', '2025-08', standard, null, '2025-11', '2026-01'],
    ['評価の月に訪問を済ませた', '2025-04', '2025-09', standard, '2025-09-30', '2025-11', '2026-01'],
    ['評価の月が期間の最後と同じ', '2025-04', '2025-07', standard, '2025-10-31', '2025-08', '2025-10'],
    ['間隔6か月: 最初の期間は3か月', '2025-04', null, every(6), null, '2025-05', '2025-07'],
    ['間隔6か月: 3か月目の訪問の後', '2025-04', '2025-07', every(6), null, '2025-08', '2026-01'],
    ['間隔6か月: 2つ目の期間の訪問の後', '2025-04', '2025-08', every(6), null, '2026-02', '2026-07'],
  ])('%s', (_, startMonth, lastHomeVisitMonth, mode, evaluationOn, from, to) => {
    const due = nextVisitDue({ startMonth, lastHomeVisitMonth, mode, evaluationOn }, law).value
    expect(due).toMatchObject({ month: to, window: { from, to } })
  })

  it('CPM-03-f 開始月がわからなければ計算できない', () => {
    for (const mode of [standard, video, every(6)]) {
      const { value, steps } = nextVisitDue({ startMonth: null, lastHomeVisitMonth: '2025-07', mode }, law)
      expect(value).toBeNull()
      expect(stepsAsText(steps)).toContain('計算できない')
    }
    expect(nextSpanDue(null, null, law)).toBeNull()
  })

  it('テレビ電話でも、期間ごとに一度は訪問かテレビ電話がいる', () => {
    expect(nextSpanDue('2025-04', null, law)).toBe('2025-07')
    expect(nextSpanDue('2025-04', '2025-07', law)).toBe('2025-10')
  })

  it.each([
    ['2024年3月のテレビ電話', '2024-03-31', video],
    ['2024年7月の間隔の延長', '2024-07-31', every(6)],
    ['3か月の「延長」', '2025-04-01', every(3)],
    ['4.5か月', '2025-04-01', every(4.5)],
  ])('その日の決まりにない方法は断る: %s', (_, day, mode) => {
    const input = { startMonth: '2024-01', lastHomeVisitMonth: null, mode }
    expect(() => nextVisitDue(input, inForce(monitoringInterval, day))).toThrow(RangeError)
  })

  it('期限は最後の訪問より後で、期間は訪問の期間の次に続く', () => {
    const month = fc.integer({ min: 0, max: 240 }).map((n) => addMonths('2015-01', n))
    fc.assert(
      fc.property(month, fc.integer({ min: -3, max: 60 }), (startMonth, after) => {
        const last = addMonths(startMonth, after)
        const due = nextVisitDue({ startMonth, lastHomeVisitMonth: last, mode: standard }, law).value
        const gap = monthNumber(due?.month ?? '') - Math.max(monthNumber(last), monthNumber(startMonth))
        expect(gap).toBeGreaterThanOrEqual(3)
        expect(gap).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('月の最後の日は、うるう年も', () => {
    expect(['2024-02', '2025-02', '2025-04', '2100-02', '2000-02'].map(lastDayOf)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2025-04-30',
      '2100-02-28',
      '2000-02-29',
    ])
  })
})

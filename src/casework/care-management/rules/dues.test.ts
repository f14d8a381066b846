import { describe, expect, it } from 'vitest'
import { monitoringInterval } from '../../../law/casework/monitoring-interval.ts'
import { inForce } from '../../../law/in-force.ts'
import { type CourseFacts, type Due, duesOf, dueTitle, type RecordFacts } from './dues.ts'

const law = inForce(monitoringInterval, '2026-11-22')
const days = { firstVisitDays: 14, confirmDays: 7, changeDays: 7 }
const course = (more: Partial<CourseFacts> = {}): CourseFacts => ({
  state: 'running',
  type: 'A',
  startMonth: '2026-09',
  mode: { kind: 'standard' },
  typeBMonths: null,
  evaluationOn: '2027-08-31',
  openedOn: '2026-08-20',
  hasContract: true,
  ...more,
})
const records = (more: Partial<RecordFacts> = {}): RecordFacts => ({
  lastHomeVisitOn: null,
  lastSpanOn: null,
  lastContactOn: null,
  evaluatedOn: null,
  lastMarkedOn: null,
  oldestUnconfirmedOn: null,
  ...more,
})
const of = (c: CourseFacts, r: RecordFacts = records()) => duesOf(c, r, days, law)
const due = (slot: Due['slot'], dueOn: string): Due => ({ slot, dueOn })

describe('次にすることと期限', () => {
  it('準備中: アセスメントの訪問と、契約の確認（サービスの初日まで）', () => {
    expect(of(course({ state: 'preparing', hasContract: false })).dues).toEqual([
      due('contract', '2026-09-01'),
      due('first-visit', '2026-09-03'),
    ])
  })
  it('準備中でも訪問が済んでいれば、訪問の予定はない', () => {
    expect(of(course({ state: 'preparing' }), records({ lastHomeVisitOn: '2026-08-25' })).dues).toEqual([])
  })
  it('契約: 開始月が過ぎていれば、始めた日が期限', () => {
    expect(of(course({ hasContract: false, startMonth: '2026-08' })).dues[0]).toEqual(
      due('contract', '2026-08-20'),
    )
  })
  it('類型A: 訪問は期間の終わり、連絡は毎月、評価は期間の終わり', () => {
    expect(of(course()).dues).toEqual([
      due('visit', '2026-12-31'),
      due('contact', '2026-10-31'),
      due('evaluation', '2027-08-31'),
    ])
  })
  it('11月に電話すれば次の連絡は12月、訪問と同じ月なら訪問がそれを兼ねる', () => {
    const answer = of(course(), records({ lastContactOn: '2026-11-05' }))
    expect(answer.dues.map(({ slot }) => slot)).toEqual(['visit', 'evaluation'])
  })
  it('テレビ電話: 期間ごとのモニタリングと、2期間に1回の訪問', () => {
    expect(of(course({ mode: { kind: 'video' } })).dues).toEqual([
      due('visit', '2027-03-31'),
      due('span', '2026-12-31'),
      due('contact', '2026-10-31'),
      due('evaluation', '2027-08-31'),
    ])
  })
  it('評価を済ませれば、評価の予定は消える', () => {
    const slots = (evaluatedOn: string) =>
      of(course({ evaluationOn: '2026-11-30' }), records({ evaluatedOn })).dues.map(({ slot }) => slot)
    expect(slots('2026-10-31')).toContain('evaluation')
    expect(slots('2026-11-01')).not.toContain('evaluation')
  })
  it('著しい変化の記録があり、その後の訪問がなければ、7日以内の訪問', () => {
    const marked = { lastMarkedOn: '2026-11-10' }
    expect(of(course(), records(marked)).dues).toContainEqual(due('change', '2026-11-17'))
    const visited = of(course(), records({ ...marked, lastHomeVisitOn: '2026-11-10' }))
    expect(visited.dues.map(({ slot }) => slot)).not.toContain('change')
  })
  it('類型B: 決めた間隔で。間隔がなければ計算できない', () => {
    expect(of(course({ type: 'B', typeBMonths: 4 })).dues).toContainEqual(due('span', '2027-01-31'))
    expect(of(course({ type: 'B' }))).toMatchObject({ gaps: ['interval'] })
  })
  it('類型B: 前の連絡のある月から数える', () => {
    const spoken = records({ lastContactOn: '2026-11-20' })
    expect(of(course({ type: 'B', typeBMonths: 4 }), spoken).dues).toContainEqual(due('span', '2027-03-31'))
    expect(of(course({ type: 'B', typeBMonths: 4, startMonth: null }), spoken)).toMatchObject({ gaps: [] })
  })
  it('類型B: 開始月も間隔もなければ、両方を言う。評価期間がなくてもよい', () => {
    expect(of(course({ type: 'B', startMonth: null, evaluationOn: null }))).toEqual({
      dues: [],
      gaps: ['start', 'interval'],
    })
    expect(of(course({ type: 'B', startMonth: null, typeBMonths: 4, evaluationOn: null }))).toEqual({
      dues: [],
      gaps: ['start'],
    })
  })
  it('開始月がなければ、契約は始めた日まで', () => {
    expect(of(course({ state: 'preparing', startMonth: null, hasContract: false })).dues[0]).toEqual(
      due('contract', '2026-08-20'),
    )
  })
  it('テレビ電話: モニタリングの期限が訪問と同じ月なら、訪問が兼ねる', () => {
    const dues = (more: Partial<RecordFacts>) =>
      of(course({ mode: { kind: 'video' } }), records(more)).dues.map(({ slot, dueOn }) => [slot, dueOn])
    expect(dues({ lastSpanOn: '2026-12-10' })).toEqual([
      ['visit', '2027-03-31'],
      ['contact', '2026-10-31'],
      ['evaluation', '2027-08-31'],
    ])
    // the monitoring of December is the contact of December
    expect(dues({ lastContactOn: '2026-11-05' })).toEqual([
      ['visit', '2027-03-31'],
      ['span', '2026-12-31'],
      ['evaluation', '2027-08-31'],
    ])
  })
  it('終了した課程には、確認のほかに何もない', () => {
    expect(of(course({ state: 'ended', hasContract: false }))).toEqual({ dues: [], gaps: [] })
  })
  it('変化の記録より前の訪問は、変化を見た訪問でない', () => {
    const before = records({ lastMarkedOn: '2026-11-10', lastHomeVisitOn: '2026-11-09' })
    expect(of(course(), before).dues).toContainEqual(due('change', '2026-11-17'))
  })
  it('類型C: 初回のみ、予定はない', () => {
    expect(of(course({ type: 'C', evaluationOn: null }))).toEqual({ dues: [], gaps: [] })
  })
  it.each<[string, Partial<CourseFacts>, string[]]>([
    ['開始月がない', { startMonth: null }, ['start']],
    ['類型が決まらない', { type: null }, ['type']],
    ['評価期間がない', { evaluationOn: null }, ['evaluation']],
    ['どちらもない', { startMonth: null, evaluationOn: null }, ['start', 'evaluation']],
  ])('計算できない: %s', (_, more, gaps) => {
    expect(of(course(more)).gaps).toEqual(gaps)
  })
  it('委託先の記録は、7日以内に確認する。終了した後も', () => {
    const one = records({ oldestUnconfirmedOn: '2026-11-10' })
    expect(of(course({ type: 'C' }), one).dues).toEqual([due('confirm', '2026-11-17')])
    expect(of(course({ state: 'ended' }), one).dues).toEqual([due('confirm', '2026-11-17')])
  })
  it('予定の言葉には、個人の情報がない', () => {
    expect(dueTitle(due('visit', '2026-12-31'))).toBe('12月までの訪問モニタリング')
    expect(dueTitle(due('contact', '2026-10-31'))).toBe('10月の連絡（利用先・電話など）')
    expect(dueTitle(due('span', '2026-12-31'))).toBe('12月までのモニタリング（訪問・テレビ電話）')
    for (const slot of ['first-visit', 'contract', 'evaluation', 'change', 'confirm'] as const)
      expect(dueTitle(due(slot, '2026-12-31'))).toMatch(/^[^0-9]{4,}$/)
  })
})

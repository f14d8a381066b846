import type { RuleCase } from '../../../platform/computation/index.ts'
import { FLEXIBLE_CONDITIONS, VIDEO_CONDITIONS } from '../codes.ts'
import type { Input } from '../rules/cpm-03.rule.ts'

const videoConditions = VIDEO_CONDITIONS.map(({ code }) => code)
const flexibleConditions = FLEXIBLE_CONDITIONS.map(({ code }) => code)
const standard: Input = {
  work: 'AF',
  startMonth: '2025-04',
  lastHomeVisitMonth: null,
  mode: 'standard',
  evaluationOn: null,
}
const video = { mode: 'video', videoConditions } as const
const flexible = { mode: 'flexible', flexibleConditions, flexibleMonths: 6 } as const

const of = (
  title: string,
  input: Partial<Input>,
  [windowFrom, windowTo]: [string, string],
  more: object = {},
  on = '2025-05-01',
): RuleCase<Input> => ({
  title,
  on,
  input: { ...standard, ...input },
  value: { dueMonth: windowTo, windowFrom, windowTo, reason: 'window', spanDueMonth: null, ...more },
})
const refused = (
  title: string,
  input: Partial<Input>,
  code: string,
  path: string,
  on = '2025-05-01',
): RuleCase<Input> => ({ title, on, input: { ...standard, ...input }, refused: { code, path } })
const unknown = (title: string, input: Partial<Input>): RuleCase<Input> => ({
  title: `CPM-03-f 開始月がわからない、${title}`,
  on: '2025-05-01',
  input: { ...standard, ...input, startMonth: null, lastHomeVisitMonth: '2025-07' },
  value: null,
})

export const cpm03Cases: readonly RuleCase<Input>[] = [
  of('CPM-03-a 訪問なし', {}, ['2025-05', '2025-07']),
  of('CPM-03-b 5月に訪問', { lastHomeVisitMonth: '2025-05' }, ['2025-08', '2025-10']),
  of(
    'CPM-03-c 7月に訪問、次の期間はテレビ電話',
    { ...video, lastHomeVisitMonth: '2025-07', lastMonitoringMonth: '2025-10' },
    ['2025-11', '2026-01'],
    { spanDueMonth: '2026-01' },
  ),
  of(
    'CPM-03-d 訪問なし、最初の期間はテレビ電話',
    { ...video, lastMonitoringMonth: '2025-07' },
    ['2025-08', '2025-10'],
    { spanDueMonth: '2025-10' },
  ),
  of(
    'CPM-03-e 評価の月が先に来る',
    { lastHomeVisitMonth: '2025-07', evaluationOn: '2025-09-30' },
    ['2025-09', '2025-09'],
    { reason: 'evaluation' },
  ),
  unknown('標準', {}),
  unknown('テレビ電話', video),
  unknown('延ばした間隔', flexible),
  of('テレビ電話でも、最初の期間のモニタリングがいる', video, ['2025-08', '2025-10'], {
    spanDueMonth: '2025-07',
  }),
  of('介護予防支援でもテレビ電話を使える', { ...video, work: '46' }, ['2025-08', '2025-10'], {
    spanDueMonth: '2025-07',
  }),
  of('間隔6か月、最初の期間は3か月', flexible, ['2025-05', '2025-07']),
  of('間隔6か月、3か月目の訪問の後', { ...flexible, lastHomeVisitMonth: '2025-07' }, ['2025-08', '2026-01']),
  of('間隔4か月', { ...flexible, flexibleMonths: 4, lastHomeVisitMonth: '2025-07' }, ['2025-08', '2025-11']),
  refused(
    '間隔3か月は延ばしたことにならない',
    { ...flexible, flexibleMonths: 3 },
    'interval-too-short',
    'flexibleMonths',
  ),
  refused('間隔の月数がない', { ...flexible, flexibleMonths: null }, 'interval-too-short', 'flexibleMonths'),
  refused('介護予防支援は間隔を延ばせない', { ...flexible, work: '46' }, 'programme-only', 'mode'),
  refused(
    '間隔を延ばす条件が一つ足りない',
    { ...flexible, flexibleConditions: flexibleConditions.slice(1) },
    'conditions-missing',
    'flexibleConditions',
  ),
  refused(
    'テレビ電話の条件が一つ足りない',
    { ...video, videoConditions: videoConditions.slice(0, -1) },
    'conditions-missing',
    'videoConditions',
  ),
  refused('テレビ電話の条件がない', { mode: 'video' }, 'conditions-missing', 'videoConditions'),
  refused('テレビ電話は2024年3月にはない', video, 'mode-not-in-force', 'mode', '2024-03-31'),
  of('テレビ電話は2024年4月から', video, ['2025-08', '2025-10'], { spanDueMonth: '2025-07' }, '2024-04-01'),
  refused('間隔を延ばすのは2024年7月にはない', flexible, 'mode-not-in-force', 'mode', '2024-07-31'),
  of(
    '間隔を延ばすのは2024年8月から',
    { ...flexible, lastHomeVisitMonth: '2025-07' },
    ['2025-08', '2026-01'],
    {},
    '2024-08-01',
  ),
  of('2006年の決まり', { startMonth: '2006-04' }, ['2006-05', '2006-07'], {}, '2006-04-01'),
]

import { z } from 'zod'
import { type MonitoringInterval, monitoringInterval } from '../../../law/casework/monitoring-interval.ts'
import {
  choice,
  day,
  defineRule,
  month,
  orUnknown,
  type RuleProblem,
  RuleRefusal,
  whole,
} from '../../../platform/computation/index.ts'
import { FLEXIBLE_CONDITIONS, MODES, VIDEO_CONDITIONS } from '../codes.ts'
import { cpm03Cases } from '../examples/cpm-03.ts'
import { type MonitoringMode, nextSpanDue, nextVisitDue } from './visit-due.ts'

const labelsOf = <C extends string>(codes: readonly { code: C; label: string }[]) =>
  Object.fromEntries(codes.map(({ code, label }) => [code, label])) as Record<C, string>

const conditions = <C extends string>(title: string, codes: readonly { code: C; label: string }[]) =>
  z
    .array(choice(title, labelsOf(codes)))
    .max(codes.length, `${title}: ${codes.length}つまでです。`)
    .optional()
    .meta({ title, description: '満たしている条件。その方法でなければ空のまま' })

const Input = z.strictObject({
  work: choice('業務', { '46': '介護予防支援', AF: '介護予防ケアマネジメント（類型A）' }),
  startMonth: orUnknown(month('サービスの開始月')),
  lastHomeVisitMonth: orUnknown(month('最後に自宅を訪問した月'), 'まだなければ null'),
  lastMonitoringMonth: orUnknown(
    month('最後のモニタリングの月', '訪問かテレビ電話によるモニタリング'),
    'まだなければ null',
  ).optional(),
  mode: choice('モニタリングの方法', labelsOf(MODES)),
  flexibleMonths: orUnknown(
    whole('延ばした間隔', 'か月', { min: 1, max: 12 }),
    '間隔を延ばさないときは null',
  ).optional(),
  videoConditions: conditions('テレビ電話の条件', VIDEO_CONDITIONS),
  flexibleConditions: conditions('間隔を延ばす条件', FLEXIBLE_CONDITIONS),
  evaluationOn: orUnknown(day('評価期間の終わり'), '決めていなければ null'),
})
export type Input = z.input<typeof Input>

export const rule = defineRule({
  id: 'CPM-03',
  title: '次の訪問モニタリングの期限',
  group: '介護予防ケアマネジメント',
  meaning:
    'サービスの開始月、最後の訪問、モニタリングの方法から、次に自宅を訪問する期間と期限の月を出します。',
  formula:
    '開始月の翌月から3か月ごとの期間に1回の訪問。テレビ電話なら続く2つの期間のうち1回。評価期間の終わる月にも訪問',
  source: { text: '指定介護予防支援等の事業の人員及び運営に関する基準第30条第16号、令和6年度介護報酬改定' },
  confidence: 'recalled',
  limits:
    '著しい状態の変化による訪問、訪問しない月の連絡、類型B・Cの間隔は計算しません。間隔を延ばせない場合の一覧は見ておらず、確かめられません。居宅介護支援（毎月、テレビ電話は2か月に1回）は対象外です。',
  parameters: { interval: monitoringInterval },
  input: Input,
  compute(input, { entry, note }) {
    const { startMonth, lastHomeVisitMonth, lastMonitoringMonth = null, evaluationOn } = input
    const mode = modeOf(input, entry.interval.value)
    const due = nextVisitDue({ startMonth, lastHomeVisitMonth, mode, evaluationOn }, entry.interval)
    for (const step of due.steps) note?.(step)
    const spanDueMonth =
      mode.kind === 'video' ? nextSpanDue(startMonth, lastMonitoringMonth, entry.interval) : null
    if (spanDueMonth !== null)
      note?.({
        label: '次のモニタリング（訪問かテレビ電話）の期限',
        value: spanDueMonth,
        formula: '期間ごとに1回',
      })
    if (due.value === null) return null
    const { month: dueMonth, window, reason } = due.value
    return { dueMonth, windowFrom: window.from, windowTo: window.to, reason, spanDueMonth }
  },
  labels: {
    dueMonth: '訪問の期限の月',
    windowFrom: '訪問の期間の最初の月',
    windowTo: '訪問の期間の最後の月',
    reason: '期限の理由',
    'reason=window': '間隔による',
    'reason=evaluation': '評価期間の終わる月',
    spanDueMonth: '次のモニタリングの期限の月',
  },
  cases: cpm03Cases,
})

/** @throws RuleRefusal with every reason why the way of monitoring is not open */
function modeOf(input: z.output<typeof Input>, law: MonitoringInterval): MonitoringMode {
  const problems: RuleProblem[] = []
  const add = (code: string, path: string, message: string) => problems.push({ code, path, message })
  const months = input.flexibleMonths ?? null
  if (input.mode === 'video') {
    if (law.spansPerVisitByVideo === null)
      add('mode-not-in-force', 'mode', 'モニタリングの方法: この日にはテレビ電話の扱いがありません。')
    addMissing('videoConditions', VIDEO_CONDITIONS, input.videoConditions ?? [], add)
  }
  if (input.mode === 'flexible') {
    if (!law.mayBeLonger)
      add('mode-not-in-force', 'mode', 'モニタリングの方法: この日には間隔を延ばす扱いがありません。')
    if (input.work === '46')
      add(
        'programme-only',
        'mode',
        'モニタリングの方法: 予防給付を使う計画（介護予防支援）では、間隔を延ばせません。',
      )
    if (months === null || months <= law.spanMonths)
      add(
        'interval-too-short',
        'flexibleMonths',
        `延ばした間隔: ${law.spanMonths}か月より長い月数を入力してください。`,
      )
    addMissing('flexibleConditions', FLEXIBLE_CONDITIONS, input.flexibleConditions ?? [], add)
  }
  if (problems.length > 0) throw new RuleRefusal(problems)
  return input.mode === 'flexible' ? { kind: 'flexible', months: months ?? 0 } : { kind: input.mode }
}

function addMissing(
  path: string,
  all: readonly { code: string; label: string }[],
  met: readonly string[],
  add: (code: string, path: string, message: string) => void,
): void {
  const missing = all.filter(({ code }) => !met.includes(code)).map(({ label }) => label)
  if (missing.length > 0)
    add(
      'conditions-missing',
      path,
      `条件が足りません: ${missing.join('、')}。満たすまでは3か月に1回の訪問です。`,
    )
}

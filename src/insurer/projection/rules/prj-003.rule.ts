import { z } from 'zod'
import { trendRule } from '../../../law/insurer/projection-trend.ts'
import { defineRule, type RuleProblem, RuleRefusal, refuse } from '../../../platform/computation/index.ts'
import { prj003Cases } from '../examples/prj-003.ts'
import { fiscalYear, head, trend } from './projection-fields.ts'
import { rateText, roundTimes } from './rate.ts'
import { trendRates } from './trend-rates.ts'
import { repeatedYears } from './years.ts'

const MILLION = 1000 * 1000
const history = (title: string) =>
  z
    .array(
      z.strictObject({ fiscalYear: fiscalYear(), insured: head('被保険者数'), certified: head('認定者数') }),
      `${title}: 年度、被保険者数、認定者数を並べて入力してください。`,
    )
    .max(100, `${title}: 100年分までです。`)
    .meta({ title, description: `${title}。年度ごとの被保険者数と認定者数` })
type History = { fiscalYear: number; insured: number; certified: number }[]

const twice = (rows: History, path: string, title: string): RuleProblem[] =>
  repeatedYears(rows).map((index) => ({
    path: `${path}.${index}.fiscalYear`,
    code: 'twice',
    message: `${title}: ${rows[index]!.fiscalYear}年度が2度あります。1つにまとめてください。`,
  }))

const NAMES = { '-1': 'lower', '0': null, '1': 'upper' } as const

export const rule = defineRule({
  id: 'PRJ-003',
  title: '認定率の自然体推計',
  group: '将来推計',
  meaning:
    '一つの区分の認定率を、選んだ伸びで計画期間の3年先まで延ばします。基準年の認定率から上下1割までとし、そのあとは計画期間の最終年の率を保ちます。',
  formula: '基準年の認定率＋n×伸び。基準年の認定率の0.9倍から1.1倍まで、0から100%まで',
  source: { text: '地域包括ケア「見える化」システム 将来推計（計画作成の実務資料による）' },
  confidence: 'secondary',
  limits:
    '率は分数のままで、端数処理をしません。百万分率は表示のための四捨五入です。被保険者が0人の年度は認定率を0とし、注意を示します。',
  parameters: { rule: trendRule },
  input: z.strictObject({
    baseFiscalYear: fiscalYear('基準年'),
    trend,
    history: history('実績'),
    national: history('全国の実績').default([]),
  }),
  compute({ baseFiscalYear, trend, history, national }, { law, entry, note, caution }) {
    const repeated = [...twice(history, 'history', '実績'), ...twice(national, 'national', '全国の実績')]
    if (repeated.length > 0) throw new RuleRefusal(repeated)
    const { later, earlier, isNational } = law.rule.options[trend]
    const of = (from: History, path: string, year: number) =>
      from.find((one) => one.fiscalYear === year) ??
      refuse(
        'year-missing',
        path,
        `${path === 'history' ? '実績' : '全国の実績'}: ${year}年度がありません。加えるか、伸びの選び方を変えてください。`,
      )
    const [from, path] = isNational ? ([national, 'national'] as const) : ([history, 'history'] as const)
    const base = of(history, 'history', baseFiscalYear)
    const ends = {
      later: of(from, path, baseFiscalYear - later),
      earlier: of(from, path, baseFiscalYear - earlier),
      years: earlier - later,
    }
    for (const one of [base, ends.later, ends.earlier])
      if (one.certified > one.insured)
        refuse(
          'above-insured',
          'history',
          `${one.fiscalYear}年度: 認定者数${one.certified}人が、被保険者数${one.insured}人をこえています。`,
        )
    if (base.insured === 0) caution('基準年の被保険者が0人なので、認定率を0とします。')
    else if (base.certified > 0)
      for (const { fiscalYear } of [ends.earlier, ends.later].filter(({ insured }) => insured === 0))
        caution(
          `${isNational ? '全国の' : ''}${fiscalYear}年度の被保険者が0人なので、その年度の認定率を0として伸びを測っています。実績か、伸びの選び方を確かめてください。`,
        )
    const rates = trendRates(base, ends, law.rule).map(({ rate, clamped }, index) => ({
      fiscalYear: baseFiscalYear + index + 1,
      rate: rateText(rate),
      rateMillionths: roundTimes(MILLION, rate),
      heldBy: NAMES[clamped],
    }))
    for (const one of rates)
      note?.({
        label: `${one.fiscalYear}年度の認定率`,
        formula: '基準年の認定率＋n×伸び（上下1割まで）',
        inputs: {
          百万分率: one.rateMillionths,
          上限か下限: one.heldBy === null ? 'なし' : one.heldBy === 'upper' ? '上限' : '下限',
        },
        value: one.rate,
        source: entry.rule.source,
        confidence: entry.rule.confidence,
      })
    return { rates }
  },
  cases: prj003Cases,
})

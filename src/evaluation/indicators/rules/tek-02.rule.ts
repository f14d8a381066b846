import { z } from 'zod'
import { defineRule, type RuleProblem, RuleRefusal, whole, yen } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

const RATES = [
  ['certificationSurveys', '認定調査の点検率', '認定調査'],
  ['carePlans', 'ケアプラン点検率', 'ケアプラン'],
  ['homeModifications', '住宅改修の点検率', '住宅改修の申請'],
  ['equipment', '福祉用具の点検率', '福祉用具の申請'],
] as const
type Kind = (typeof RATES)[number][0]

const checked = (title: string, of: string) =>
  z
    .strictObject({ checked: whole(`点検した${of}`, '件'), all: whole(`すべての${of}`, '件') })
    .nullable()
    .meta({ title, description: `${title}の分子と分母（件）。記録がなければ null` })

const MONTHS = 12
const counts = (one: number, all: number) => ({ checked: one, all })
const none = { certificationSurveys: null, carePlans: null, homeModifications: null, equipment: null }

export const rule = defineRule({
  id: 'TEK-02',
  covers: ['TEK-02a', 'TEK-02b', 'TEK-02c', 'TEK-02d', 'TEK-02e'],
  title: '給付適正化の点検率と効果',
  group: '地域分析',
  meaning:
    '認定調査・ケアプラン・住宅改修・福祉用具の点検率、縦覧点検と医療情報の突合をした月数、過誤調整した給付費の合計です。',
  formula:
    '点検率＝点検した件数÷すべての件数×100、小数第1位まで（四捨五入）。実施月数÷12。効果＝過誤調整した給付費の和',
  source: { text: '介護給付適正化計画に関する指針（指標の例）' },
  confidence: 'recalled',
  limits:
    '分母の取り方は市町村で違います（ケアプランは、居宅介護支援と介護予防支援の利用者数か、事業所数か）。使った取り方を denominators に書いて、値と一緒に残してください。',
  parameters: {},
  input: z.strictObject({
    certificationSurveys: checked('認定調査', '認定調査'),
    carePlans: checked('ケアプラン', 'ケアプラン'),
    homeModifications: checked('住宅改修', '申請'),
    equipment: checked('福祉用具', '申請'),
    monthsDone: whole('縦覧点検・突合をした月数', '月', { max: MONTHS }),
    corrections: z
      .array(yen('過誤調整した給付費'), '過誤調整した給付費: 並びで入力してください。')
      .meta({ title: '過誤調整した給付費', description: '効果のあった件ごとの額（円）' }),
    denominators: z
      .string()
      .optional()
      .meta({ title: '分母の取り方', description: '市町村の取り方を言葉で' }),
  }),
  compute(input, { note, round, caution }) {
    const problems = RATES.flatMap(([key, label]): RuleProblem[] => {
      const one = input[key]
      if (!one || one.checked <= one.all) return []
      return [
        {
          path: `${key}.checked`,
          code: 'checked-above-all',
          message: `${label}: 点検した件数が、すべての件数より多くなっています。`,
        },
      ]
    })
    if (problems.length > 0) throw new RuleRefusal(problems)
    const rates = RATES.map(([key, label, of]) => {
      const one = input[key]
      const isOpen = !one || one.all === 0
      const perMille = isOpen
        ? null
        : round(label, { over: product(one.checked, 1000), under: one.all }, 'half-up', 1, '‰')
      note?.({
        label,
        formula: `点検した${of}÷すべての${of}×100`,
        inputs: { 点検した件数: one?.checked ?? null, すべての件数: one?.all ?? null },
        value: perMille === null ? null : perMille / 10,
        unit: '%',
      })
      return [`${key}PerMille`, perMille] as const
    })
    const effectYen = input.corrections.reduce((sum, one) => sum + one, 0)
    note?.({
      label: '効果額',
      formula: '過誤調整した給付費の和',
      inputs: { 件数: input.corrections.length },
      value: effectYen,
      unit: '円',
    })
    if (input.denominators === undefined)
      caution('分母の取り方が書かれていません。ほかの市町村の値と比べるときは、取り方を確かめてください。')
    return {
      ...(Object.fromEntries(rates) as Record<`${Kind}PerMille`, number | null>),
      monthsPerMille: round(
        '実施月の割合',
        { over: product(input.monthsDone, 1000), under: MONTHS },
        'half-up',
        1,
        '‰',
      ),
      effectiveCases: input.corrections.length,
      effectYen,
      denominators: input.denominators ?? null,
    }
  },
  cases: [
    {
      title: '四つの点検率、6か月、2件の過誤調整',
      on: '2026-04-01',
      input: {
        certificationSurveys: counts(500, 500),
        carePlans: counts(24, 360),
        homeModifications: counts(1, 8),
        equipment: counts(0, 5),
        monthsDone: 6,
        corrections: [12_000, 3500],
        denominators: '居宅介護支援と介護予防支援の利用者数（4月）',
      },
      value: {
        certificationSurveysPerMille: 1000,
        carePlansPerMille: 67,
        homeModificationsPerMille: 125,
        equipmentPerMille: 0,
        monthsPerMille: 500,
        effectiveCases: 2,
        effectYen: 15_500,
        denominators: '居宅介護支援と介護予防支援の利用者数（4月）',
      },
    },
    {
      title: '記録がないことと、分母が0のことは、0%ではない',
      on: '2026-04-01',
      input: { ...none, equipment: counts(0, 0), monthsDone: 12, corrections: [] },
      value: {
        certificationSurveysPerMille: null,
        carePlansPerMille: null,
        homeModificationsPerMille: null,
        equipmentPerMille: null,
        monthsPerMille: 1000,
        effectiveCases: 0,
        effectYen: 0,
        denominators: null,
      },
    },
    {
      title: '点検した件数の方が多ければ断る',
      on: '2026-04-01',
      input: { ...none, carePlans: counts(3, 2), monthsDone: 0, corrections: [] },
      refused: { code: 'checked-above-all', path: 'carePlans.checked' },
    },
    {
      title: '13か月はない',
      on: '2026-04-01',
      input: { ...none, monthsDone: 13, corrections: [] },
      refused: { code: 'too_big', path: 'monthsDone' },
    },
  ],
})

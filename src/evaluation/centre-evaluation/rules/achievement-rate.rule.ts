import { z } from 'zod'
import { defineRule, refuse } from '../../../platform/computation/index.ts'
import type { Ratio } from '../../../platform/exact/index.ts'
import { type AreaCounts, achievementOf, sumOf } from './achievement.ts'
import { areaName, countsFields } from './area-inputs.ts'

const area = (name: string, yes: number, of: number) => ({ name, yes, no: of - yes })
const rate = (name: string, yes: number, of: number, ratePerMille: number) => ({
  name,
  yes,
  of,
  ratePerMille,
  strictPerMille: ratePerMille,
})

export const rule = defineRule({
  id: 'achievement-rate',
  covers: ['EV-20', 'EV-21'],
  title: 'センター事業評価の達成率',
  group: 'センター事業評価',
  meaning:
    '分野ごとに、○の項目の割合を出します。非該当のある表では、非該当を除いた割合と、すべての項目に対する割合の両方を示します。',
  formula:
    '達成率＝○の項目÷（○＋×）×100、全項目に対する達成率＝○の項目÷（○＋×＋非該当）×100、小数第1位まで（四捨五入）',
  source: { text: '地域包括支援センターの事業の質の向上のための評価指標（平成30年通知）' },
  confidence: 'recalled',
  limits:
    '項目に重みは付けません。未回答の項目がある分野は、達成率を出しません。全国の集計は、すべての項目に対する割合です（非該当の扱いは出典未確認）。達成率そのものが目的ではなく、×の理由と改善が大切です。',
  parameters: {},
  input: z.strictObject({
    areas: z
      .array(
        z
          .strictObject({ name: areaName, ...countsFields })
          .meta({ title: '分野', description: '分野ごとの○×の数' }),
        '分野: 並びで入力してください。',
      )
      .min(1, '分野: 1つ以上入力してください。')
      .meta({ title: '分野', description: '分野ごとの○×の数' }),
  }),
  compute({ areas }, { note, round }) {
    const names = areas.map(({ name }) => name)
    if (new Set(names).size < names.length)
      refuse('area-twice', 'areas', '分野: 同じ名前の分野が2つあります。1つにまとめてください。')
    const rateOf = (name: string, counts: AreaCounts) => {
      const { applicable, strict } = achievementOf(counts)
      const perMille = (label: string, exact: Ratio | null) => exact && round(label, exact, 'half-up', 1, '‰')
      const ratePerMille = perMille(`${name}の達成率`, applicable)
      const strictPerMille = perMille(`${name}の全項目に対する達成率`, strict)
      const of = counts.yes + counts.no + counts.notApplicable + counts.unanswered
      note?.({
        label: `${name}の達成率`,
        formula: '○÷（○＋×）×100',
        inputs: { '○': counts.yes, '×': counts.no, 非該当: counts.notApplicable, 未回答: counts.unanswered },
        value: ratePerMille === null ? null : ratePerMille / 10,
        unit: '%',
      })
      return { yes: counts.yes, of, ratePerMille, strictPerMille }
    }
    const whole = areas.map(({ notApplicable = 0, unanswered = 0, ...rest }) => ({
      ...rest,
      notApplicable,
      unanswered,
    }))
    return {
      areas: whole.map(({ name, ...counts }) => ({ name, ...rateOf(name, counts) })),
      total: rateOf('全体', sumOf(whole)),
    }
  },
  cases: [
    {
      title: 'EV-20 九つの分野、55項目のうち45項目',
      on: '2023-04-01',
      input: {
        areas: [
          area('組織・運営体制等', 11, 12),
          area('個人情報の保護', 4, 4),
          area('利用者満足の向上', 2, 3),
          area('総合相談支援', 5, 6),
          area('権利擁護', 5, 5),
          area('包括的・継続的ケアマネジメント支援', 4, 6),
          area('地域ケア会議', 7, 9),
          area('介護予防ケアマネジメント・指定介護予防支援', 4, 5),
          area('事業間連携', 3, 5),
        ],
      },
      value: {
        areas: [
          rate('組織・運営体制等', 11, 12, 917),
          rate('個人情報の保護', 4, 4, 1000),
          rate('利用者満足の向上', 2, 3, 667),
          rate('総合相談支援', 5, 6, 833),
          rate('権利擁護', 5, 5, 1000),
          rate('包括的・継続的ケアマネジメント支援', 4, 6, 667),
          rate('地域ケア会議', 7, 9, 778),
          rate('介護予防ケアマネジメント・指定介護予防支援', 4, 5, 800),
          rate('事業間連携', 3, 5, 600),
        ],
        total: { yes: 45, of: 55, ratePerMille: 818, strictPerMille: 818 },
      },
    },
    {
      title: 'EV-21 非該当を除けば87.5%、全項目では77.8%',
      on: '2023-04-01',
      input: { areas: [{ name: '地域ケア会議', yes: 7, no: 1, notApplicable: 1 }] },
      value: {
        areas: [{ name: '地域ケア会議', yes: 7, of: 9, ratePerMille: 875, strictPerMille: 778 }],
        total: { yes: 7, of: 9, ratePerMille: 875, strictPerMille: 778 },
      },
    },
    {
      title: '未回答があれば率はなく、すべて非該当なら除いた率だけがない',
      on: '2023-04-01',
      input: {
        areas: [
          { name: '未回答あり', yes: 7, no: 1, unanswered: 1 },
          { name: 'すべて非該当', yes: 0, no: 0, notApplicable: 3 },
          { name: 'すべて×', yes: 0, no: 3 },
        ],
      },
      value: {
        areas: [
          { name: '未回答あり', yes: 7, of: 9, ratePerMille: null, strictPerMille: null },
          { name: 'すべて非該当', yes: 0, of: 3, ratePerMille: null, strictPerMille: 0 },
          { name: 'すべて×', yes: 0, of: 3, ratePerMille: 0, strictPerMille: 0 },
        ],
        total: { yes: 7, of: 15, ratePerMille: null, strictPerMille: null },
      },
    },
    {
      title: '同じ分野が2つあれば断る',
      on: '2023-04-01',
      input: { areas: [area('権利擁護', 1, 2), area('権利擁護', 1, 2)] },
      refused: { code: 'area-twice', path: 'areas' },
    },
  ],
})

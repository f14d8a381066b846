import { z } from 'zod'
import { defineRule, refuse, yen } from '../../../platform/computation/index.ts'

export const rule = defineRule({
  id: 'PRM-11',
  title: '保険者機能強化推進交付金等の充当額',
  group: '保険料',
  meaning:
    '推進交付金と努力支援交付金の見込みのうち、第1号保険料に充てる額です。保険料収納必要額から引きます。',
  formula: '推進交付金の充当額＋努力支援交付金の充当額（それぞれ交付見込額まで）',
  source: { text: '介護保険法第122条の3' },
  confidence: 'recalled',
  limits: '0とする計画が多くあります。交付額の見込みは交付金の規則（grant-allocation）で試算できます。',
  parameters: {},
  input: z.strictObject({
    promotionReceivedYen: yen('保険者機能強化推進交付金の交付見込額（3年の合計）'),
    promotionUsedYen: yen('そのうち第1号保険料に充てる額'),
    effortReceivedYen: yen('介護保険保険者努力支援交付金の交付見込額（3年の合計）'),
    effortUsedYen: yen('そのうち第1号保険料に充てる額'),
  }),
  compute({ promotionReceivedYen, promotionUsedYen, effortReceivedYen, effortUsedYen }, { note }) {
    if (promotionUsedYen > promotionReceivedYen)
      refuse(
        'used-above-received',
        'promotionUsedYen',
        '推進交付金の充当額: 交付見込額以下で入力してください。',
      )
    if (effortUsedYen > effortReceivedYen)
      refuse(
        'used-above-received',
        'effortUsedYen',
        '努力支援交付金の充当額: 交付見込額以下で入力してください。',
      )
    const incentiveGrantYen = promotionUsedYen + effortUsedYen
    note?.({
      label: '第1号保険料に充てる交付金',
      formula: '推進交付金の充当額＋努力支援交付金の充当額',
      inputs: { 推進交付金の充当額: promotionUsedYen, 努力支援交付金の充当額: effortUsedYen },
      value: incentiveGrantYen,
      unit: '円',
    })
    return { incentiveGrantYen }
  },
  cases: [
    {
      title: '受け取る額をすべて充てる（架空）',
      on: '2024-04-01',
      input: {
        promotionReceivedYen: 4_000_000,
        promotionUsedYen: 4_000_000,
        effortReceivedYen: 8_000_000,
        effortUsedYen: 6_800_000,
      },
      value: { incentiveGrantYen: 10_800_000 },
    },
    ...(['promotionUsedYen', 'effortUsedYen'] as const).map((path) => ({
      title: `${path === 'effortUsedYen' ? '努力支援交付金' : '推進交付金'}の充当額が1円多い`,
      on: '2024-04-01',
      input: {
        promotionReceivedYen: 5,
        promotionUsedYen: 5,
        effortReceivedYen: 5,
        effortUsedYen: 5,
        [path]: 6,
      },
      refused: { code: 'used-above-received', path },
    })),
  ],
})

import { z } from 'zod'
import { firstInsuredSharePerMille } from '../../../law/insurer/first-insured-share.ts'
import { defineRule, yen } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

export const rule = defineRule({
  id: 'PRM-04',
  title: '第1号被保険者負担分相当額',
  group: '保険料',
  meaning: '計画期間の標準給付費と地域支援事業費のうち、第1号被保険者の保険料でまかなう分です。',
  formula: '（標準給付費見込額＋地域支援事業費）×第1号被保険者負担割合、1円未満は四捨五入',
  source: { text: '介護保険法第129条第3項' },
  confidence: 'secondary',
  parameters: { sharePerMille: firstInsuredSharePerMille },
  input: z.strictObject({
    standardBenefitYen: yen('標準給付費見込額'),
    communitySupportYen: yen('地域支援事業費'),
  }),
  compute({ standardBenefitYen, communitySupportYen }, { law, entry, note, round }) {
    const baseYen = standardBenefitYen + communitySupportYen
    const exact = { over: product(baseYen, law.sharePerMille), under: 1000 }
    const firstInsuredShareYen = round('第1号被保険者負担分相当額', exact, 'half-up')
    note?.({
      label: '第1号被保険者負担分相当額',
      formula: '（標準給付費見込額＋地域支援事業費）×負担割合',
      inputs: {
        標準給付費見込額: standardBenefitYen,
        地域支援事業費: communitySupportYen,
        負担割合: law.sharePerMille,
      },
      value: firstInsuredShareYen,
      unit: '円',
      source: entry.sharePerMille.source,
      confidence: entry.sharePerMille.confidence,
    })
    return { firstInsuredShareYen }
  },
  cases: [
    {
      title: '大雪地区広域連合 第9期',
      on: '2024-04-01',
      input: { standardBenefitYen: 9_519_211_524, communitySupportYen: 593_658_000 },
      value: { firstInsuredShareYen: 2_325_959_991 },
      source: { text: '大雪地区広域連合 第9期介護保険事業計画（計画作成者の作業記録による転記）' },
      isSecondary: true,
    },
    ...(
      [
        ['2003-03-31', 170],
        ['2003-04-01', 180],
        ['2006-03-31', 180],
        ['2006-04-01', 190],
        ['2009-03-31', 190],
        ['2009-04-01', 200],
        ['2012-03-31', 200],
        ['2012-04-01', 210],
        ['2015-03-31', 210],
        ['2015-04-01', 220],
        ['2018-03-31', 220],
        ['2018-04-01', 230],
        ['2027-03-31', 230],
        ['2027-04-01', 230],
        ['2030-03-31', 230],
      ] as const
    ).map(([on, firstInsuredShareYen]) => ({
      title: `${on} の負担割合`,
      on,
      input: { standardBenefitYen: 900, communitySupportYen: 100 },
      value: { firstInsuredShareYen },
    })),
    {
      title: '第11期の負担割合は、仮の値もない',
      on: '2030-04-01',
      input: { standardBenefitYen: 900, communitySupportYen: 100 },
      refused: { code: 'no-value-in-force' },
    },
  ],
})

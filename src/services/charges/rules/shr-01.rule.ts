import { z } from 'zod'
import { shareThresholdsYen, shareYearStartMonth } from '../../../law/services/user-share.ts'
import {
  choice,
  defineRule,
  month,
  orUnknown,
  persons,
  yen,
  yesNo,
} from '../../../platform/computation/index.ts'
import { shr01Cases } from '../examples/shr-01.ts'
import { shareYear, userShare } from './user-share.ts'

const MOST = 1_000_000_000 // number: what an income may be
const Input = z.strictObject({
  month: month('サービスの月'),
  insuredType: orUnknown(
    choice('被保険者の種別', { category1Insured: '第1号被保険者', category2Insured: '第2号被保険者' }),
  ),
  isExempt: orUnknown(yesNo('非課税・生活保護', '本人が市町村民税非課税か、生活保護を受けている')),
  ownIncomeYen: orUnknown(yen('本人の合計所得金額', { max: MOST })),
  elderlyCount: orUnknown(
    persons('世帯の65歳以上の人数', {
      min: 1,
      max: 30, // number: what a household may be
      help: '本人を含めます',
    }),
  ),
  elderlyIncomeYen: orUnknown(
    yen('年金収入とその他の合計所得金額の合計', { max: MOST, help: '世帯の65歳以上の方全員の分' }),
  ),
  restrictedShare: orUnknown(
    choice('給付制限の割合', { '3': '3割', '4': '4割' }, '保険料の滞納による給付額の減額'),
    'なければ null',
  ).optional(),
})
export type Input = z.input<typeof Input>

export const rule = defineRule({
  id: 'SHR-01',
  title: '利用者負担割合',
  group: '利用者負担',
  meaning: '所得と世帯から、利用者負担が1割・2割・3割のどれかと、その負担割合証の期間を出します。',
  formula:
    '第2号・非課税・生活保護は1割。本人の所得と、世帯の65歳以上の方の収入の両方が基準以上なら3割、次いで2割。ほかは1割',
  source: { text: '介護保険法第49条の2・第59条の2、同法施行令第22条の2' },
  confidence: 'seen',
  limits:
    '合計所得金額の特別控除（2018年・2021年の改正）は、保険者のシステムが出した額を使います。2018年7月までの割合は載せていません。センターは負担割合証を写すのが普通で、この規則は保険者のためのものです。',
  parameters: { thresholds: shareThresholdsYen, startMonth: shareYearStartMonth },
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute(input, { law, entry, note }) {
    const { from: validFrom, to: validTo } = shareYear(input.month, law.startMonth)
    const restricted = input.restrictedShare ?? null
    const byIncome = userShare(input, law.thresholds)
    note?.({
      label: '所得による割合',
      formula:
        byIncome === null
          ? 'わかっていることだけでは決まらない。負担割合証を確かめる'
          : '本人の所得と世帯の収入を基準と比べる',
      inputs: {
        本人の合計所得金額: input.ownIncomeYen,
        世帯の65歳以上: input.elderlyCount,
        年金収入とその他の所得: input.elderlyIncomeYen,
      },
      value: byIncome,
      unit: '割',
      source: entry.thresholds.source,
      confidence: entry.thresholds.confidence,
    })
    if (restricted !== null) {
      note?.({
        label: '給付制限による割合',
        formula: '保険料の滞納による給付額の減額が先に立つ',
        value: Number(restricted),
        unit: '割',
        source: { text: '介護保険法第69条' },
        confidence: 'recalled',
      })
    }
    note?.({
      label: '負担割合証の期間',
      value: `${validFrom}〜${validTo}`,
      source: entry.startMonth.source,
      confidence: entry.startMonth.confidence,
    })
    return { shareTenths: restricted === null ? byIncome : Number(restricted), validFrom, validTo }
  },
  labels: {
    shareTenths: '利用者負担割合（割）',
    validFrom: '負担割合証の始まり',
    validTo: '負担割合証の終わり',
  },
  cases: shr01Cases,
})

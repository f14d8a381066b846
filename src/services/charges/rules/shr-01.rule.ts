import { z } from 'zod'
import { shareThresholdsYen, shareYearStartMonth } from '../../../law/services/user-share.ts'
import {
  choice,
  defineRule,
  month,
  orUnknown,
  persons,
  type RuleCase,
  yen,
  yesNo,
} from '../../../platform/computation/index.ts'
import { shareYear, userShare } from './user-share.ts'

const MOST = 1_000_000_000
const Input = z.strictObject({
  month: month('サービスの月'),
  insuredType: orUnknown(
    choice('被保険者の種別', { category1Insured: '第1号被保険者', category2Insured: '第2号被保険者' }),
  ),
  isExempt: orUnknown(yesNo('非課税・生活保護', '本人が市町村民税非課税か、生活保護を受けている')),
  ownIncomeYen: orUnknown(yen('本人の合計所得金額', { max: MOST })),
  elderlyCount: orUnknown(persons('世帯の65歳以上の人数', { min: 1, max: 30, help: '本人を含めます' })),
  elderlyIncomeYen: orUnknown(
    yen('年金収入とその他の合計所得金額の合計', { max: MOST, help: '世帯の65歳以上の方全員の分' }),
  ),
  restrictedShare: orUnknown(
    choice('給付制限の割合', { '3': '3割', '4': '4割' }, '保険料の滞納による給付額の減額'),
    'なければ null',
  ).optional(),
})
type Input = z.input<typeof Input>

const facts = (
  [ownIncomeYen, elderlyCount, elderlyIncomeYen]: [number | null, number | null, number | null],
  more: Partial<Input> = {},
): Input => ({
  month: '2025-09',
  insuredType: 'category1Insured',
  isExempt: false,
  ownIncomeYen,
  elderlyCount,
  elderlyIncomeYen,
  ...more,
})
const of = (title: string, input: Input, shareTenths: number | null): RuleCase<Input> => ({
  title,
  on: '2025-09-01',
  input,
  value: { shareTenths, validFrom: '2025-08-01', validTo: '2026-07-31' },
})

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
  cases: [
    of('SHR-01-e 3割の基準ちょうど', facts([2_200_000, 1, 3_400_000]), 3),
    of('SHR-01-a 本人の所得が160万円に1円足りない', facts([1_599_999, 1, 5_000_000]), 1),
    of('SHR-01-b 単身で収入が280万円に1円足りない', facts([1_600_000, 1, 2_799_999]), 1),
    of('SHR-01-c 2割の基準ちょうど（単身）', facts([1_600_000, 1, 2_800_000]), 2),
    of('SHR-01-d 単身で収入が340万円に1円足りない', facts([2_200_000, 1, 3_399_999]), 2),
    of('SHR-01-f 2人で収入が463万円に1円足りない', facts([2_200_000, 2, 4_629_999]), 2),
    of('SHR-01-g 3割の基準ちょうど（2人）', facts([2_200_000, 2, 4_630_000]), 3),
    of('SHR-01-h 2人で収入が346万円に1円足りない', facts([2_200_000, 2, 3_459_999]), 1),
    of('SHR-01-i 第2号被保険者', facts([9_000_000, 1, 9_000_000], { insuredType: 'category2Insured' }), 1),
    of('SHR-01-j 本人の所得がわからない', facts([null, 1, 3_000_000]), null),
    of('非課税・生活保護', facts([9_000_000, 1, 9_000_000], { isExempt: true }), 1),
    of('2割の基準ちょうど（2人）', facts([1_600_000, 2, 3_460_000]), 2),
    of('2割の基準の1円上（2人）', facts([1_600_001, 2, 3_460_001]), 2),
    of('3割の基準の1円上（単身）', facts([2_200_001, 1, 3_400_001]), 3),
    of('3割の基準の1円上（3人）', facts([2_200_001, 3, 4_630_001]), 3),
    of('3人は2人と同じ基準', facts([2_200_000, 3, 4_629_999]), 2),
    of('本人の所得が220万円に1円足りない', facts([2_199_999, 1, 9_000_000]), 2),
    of('本人の所得は多いが、世帯の収入が少ない', facts([9_000_000, 1, 2_799_999]), 1),
    of('所得0円は1割', facts([0, 1, 0]), 1),
    of('所得がわからなくても、世帯の収入が基準より少なければ1割', facts([null, 1, 2_799_999]), 1),
    of('世帯の収入がわからなくても、本人の所得が基準より少なければ1割', facts([1_599_999, 1, null]), 1),
    of('世帯の収入がわからず、本人の所得は基準以上', facts([1_600_000, 1, null]), null),
    of('世帯の人数がわからないが、どちらでも2割', facts([1_600_000, null, 3_460_000]), 2),
    of('世帯の人数しだい', facts([1_600_000, null, 3_459_999]), null),
    of('非課税かどうかわからない', facts([2_200_000, 1, 3_400_000], { isExempt: null }), null),
    of('非課税かどうかわからなくても、所得が少なければ1割', facts([0, 1, 0], { isExempt: null }), 1),
    of('種別がわからない', facts([2_200_000, 1, 3_400_000], { insuredType: null }), null),
    of(
      '何もわからなければ判定できない',
      facts([null, null, null], { insuredType: null, isExempt: null }),
      null,
    ),
    of('給付制限の3割が先に立つ', facts([0, 1, 0], { restrictedShare: '3' }), 3),
    of('給付制限の4割が先に立つ', facts([2_200_000, 1, 3_400_000], { restrictedShare: '4' }), 4),
    of(
      '給付制限の割合は、所得がわからなくても決まる',
      facts([null, null, null], { restrictedShare: '4' }),
      4,
    ),
    ...(
      [
        ['2025-07', '2024-08-01', '2025-07-31'],
        ['2025-08', '2025-08-01', '2026-07-31'],
        ['2025-12', '2025-08-01', '2026-07-31'],
        ['2026-01', '2025-08-01', '2026-07-31'],
        ['2024-02', '2023-08-01', '2024-07-31'],
      ] as const
    ).map(([month, validFrom, validTo]) => ({
      title: `${month} の負担割合証の期間`,
      on: `${month}-01`,
      input: facts([0, 1, 0], { month }),
      value: { shareTenths: 1, validFrom, validTo },
    })),
    {
      title: '2018年7月の基準は載せていない',
      on: '2025-09-01',
      input: facts([0, 1, 0], { month: '2018-07' }),
      refused: { code: 'no-value-in-force' },
    },
    {
      title: '世帯の65歳以上は、本人を含めて1人から',
      on: '2025-09-01',
      input: facts([0, 0, 0]),
      refused: { code: 'too_small', path: 'elderlyCount' },
    },
  ],
})

import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/shr-01.rule.ts'

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

export const shr01Cases: readonly RuleCase<Input>[] = [
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
  of('給付制限の割合は、所得がわからなくても決まる', facts([null, null, null], { restrictedShare: '4' }), 4),
  ...(
    [
      ['2025-07', '2024-08-01', '2025-07-31'],
      ['2025-08', '2025-08-01', '2026-07-31'],
      ['2025-12', '2025-08-01', '2026-07-31'],
      ['2026-01', '2025-08-01', '2026-07-31'],
      ['2024-02', '2023-08-01', '2024-07-31'],
      ['2027-07', '2026-08-01', '2027-07-31'],
      ['2027-08', '2027-08-01', '2028-07-31'], // the limits of that year stand in
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
]

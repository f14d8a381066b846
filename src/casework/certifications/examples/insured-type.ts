import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  birthOn: string | null
  asOf: string
  birthUncertainty?: 'known' | 'day-unknown' | 'month-unknown' | 'year-unknown'
  insuredNumber?: string | null
  insuredFrom?: string | null
  insuredTo?: string | null
}
const of = (
  title: string,
  input: Asked,
  insuredType: string | null,
  category1From: string | null,
  category2From: string | null,
): RuleCase<Asked> => ({
  title,
  on: '2026-11-22',
  input,
  value: { insuredType, category1From, category2From },
})
const C1 = 'category1Insured'
const C2 = 'category2Insured'
const april1 = '1960-04-01'

export const insuredTypeCases: RuleCase<Asked>[] = [
  of(
    'INS-01-a 4月1日生まれは3月31日に65歳',
    { birthOn: april1, asOf: '2025-03-31' },
    C1,
    '2025-03-31',
    '2000-03-31',
  ),
  of('INS-01-a その前の日は第2号', { birthOn: april1, asOf: '2025-03-30' }, C2, '2025-03-31', '2000-03-31'),
  of('INS-01-b 4月2日生まれ', { birthOn: '1960-04-02', asOf: '2025-04-01' }, C1, '2025-04-01', '2000-04-01'),
  of('INS-01-b その前の日', { birthOn: '1960-04-02', asOf: '2025-03-31' }, C2, '2025-04-01', '2000-04-01'),
  of('INS-01-c 2月29日生まれ', { birthOn: '1960-02-29', asOf: '2025-02-28' }, C1, '2025-02-28', '2000-02-28'),
  of('INS-01-d 3月1日生まれ', { birthOn: '1960-03-01', asOf: '2025-02-28' }, C1, '2025-02-28', '2000-02-29'),
  of('INS-01-e 生年月日がわからない', { birthOn: null, asOf: '2025-04-01' }, null, null, null),
  of('40歳に達する日', { birthOn: '1985-04-02', asOf: '2025-04-01' }, C2, '2050-04-01', '2025-04-01'),
  of(
    '40歳に達する前の日',
    { birthOn: '1985-04-02', asOf: '2025-03-31' },
    'notInsured',
    '2050-04-01',
    '2025-04-01',
  ),
  of(
    'H番号の62歳',
    { birthOn: '1963-01-01', asOf: '2025-04-01', insuredNumber: 'H000123456' },
    'notInsured',
    '2027-12-31',
    '2002-12-31',
  ),
  of(
    '資格を失った後',
    { birthOn: april1, asOf: '2026-01-02', insuredTo: '2026-01-01' },
    'notInsured',
    '2025-03-31',
    '2000-03-31',
  ),
  of(
    '資格を取る前',
    { birthOn: april1, asOf: '2026-01-01', insuredFrom: '2026-01-02' },
    'notInsured',
    '2025-03-31',
    '2000-03-31',
  ),
  of(
    '日がわからず、どちらでも第1号',
    { birthOn: april1, birthUncertainty: 'day-unknown', asOf: '2026-01-01' },
    C1,
    null,
    null,
  ),
  of(
    '日がわからず、決まらない',
    { birthOn: april1, birthUncertainty: 'day-unknown', asOf: '2025-04-01' },
    null,
    null,
    null,
  ),
  of(
    '日がわからず15日とあっても、月の初めから考える',
    { birthOn: '1961-05-15', birthUncertainty: 'day-unknown', asOf: '2026-05-05' },
    null,
    null,
    null,
  ),
  of(
    '月がわからず5月とあっても、年の初めから考える',
    { birthOn: '1961-05-15', birthUncertainty: 'month-unknown', asOf: '2026-01-01' },
    null,
    null,
    null,
  ),
  ...['h000123456', 'Ｈ000123456', 'ｈ０００１２３４５６', ' H000123456'].map((insuredNumber) =>
    of(
      `H番号の62歳、「${insuredNumber}」と書かれた`,
      { birthOn: '1963-01-01', asOf: '2025-04-01', insuredNumber },
      'notInsured',
      '2027-12-31',
      '2002-12-31',
    ),
  ),
  of(
    '年がわからない',
    { birthOn: april1, birthUncertainty: 'year-unknown', asOf: '2026-01-01' },
    null,
    null,
    null,
  ),
]

import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  fiscalYear: number
  annualYen: number
  acquiredOn?: string | null
  lostOn?: string | null
  rounding: { unitYen: number; direction: 'down' | 'none' }
}
type Case = RuleCase<Asked>

const on = '2026-04-01'
const tens = { unitYen: 10, direction: 'down' } as const
const charged = (
  title: string,
  acquiredOn: string | null,
  lostOn: string | null,
  months: number,
  amountYen: number,
): Case => ({
  title,
  on,
  input: { fiscalYear: 2026, annualYen: 69_600, acquiredOn, lostOn, rounding: tens },
  value: { months, amountYen },
})

export const stg06Cases: readonly Case[] = [
  charged('6月に得て10月に失った', '2026-06-15', '2026-10-15', 4, 23_200),
  charged('4月1日に得た', '2026-04-01', null, 12, 69_600),
  charged('4月30日に得た', '2026-04-30', null, 12, 69_600),
  charged('5月1日に得た', '2026-05-01', null, 11, 63_800),
  charged('翌年3月31日に得た', '2027-03-31', null, 1, 5800),
  charged('次の年度に得た', '2027-04-01', null, 0, 0),
  charged('前の年度に得た', '2026-03-31', null, 12, 69_600),
  charged('4月1日に失った', null, '2026-04-01', 0, 0),
  charged('4月30日に失った', null, '2026-04-30', 0, 0),
  charged('5月1日に失った', null, '2026-05-01', 1, 5800),
  charged('翌年3月31日に失った', null, '2027-03-31', 11, 63_800),
  charged('次の年度に失った', null, '2027-04-01', 12, 69_600),
  charged('前の年度に失った', null, '2026-03-31', 0, 0),
  charged('前の年度に得て失った', '2025-06-01', '2026-03-31', 0, 0),
  charged('同じ月に得て失った', '2026-06-01', '2026-06-30', 0, 0),
  charged('同じ日に得て失った', '2026-06-01', '2026-06-01', 0, 0),
  {
    title: '年度の前から終わりまで資格がある',
    on,
    input: { fiscalYear: 2026, annualYen: 69_600, rounding: tens },
    value: { months: 12, amountYen: 69_600 },
  },
  {
    title: '100円未満を切り捨てる市町村',
    on,
    input: {
      fiscalYear: 2026,
      annualYen: 33_750,
      acquiredOn: '2026-05-01',
      rounding: { unitYen: 100, direction: 'down' },
    },
    value: { months: 11, amountYen: 30_900 },
  },
  {
    title: '端数処理なしで端数が出れば断る',
    on,
    input: {
      fiscalYear: 2026,
      annualYen: 33_750,
      acquiredOn: '2026-05-01',
      rounding: { unitYen: 1, direction: 'none' },
    },
    refused: { code: 'inexact', path: '' },
  },
  {
    title: '得た日より前に失った',
    on,
    input: { fiscalYear: 2026, annualYen: 0, acquiredOn: '2026-05-02', lostOn: '2026-05-01', rounding: tens },
    refused: { code: 'lost-before-acquired', path: 'lostOn' },
  },
]

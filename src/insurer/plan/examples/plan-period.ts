import type { RuleCase } from '../../../platform/computation/index.ts'

const of = (fiscalYear: number, period: number, first: number) => ({
  title: `${fiscalYear}年度は第${period}期`,
  on: '2026-11-22',
  input: { fiscalYear },
  value: {
    period,
    fiscalYears: [first, first + 1, first + 2],
    from: `${first}-04-01`,
    to: `${first + 3}-03-31`,
  },
})

export const planPeriodCases: RuleCase<{ fiscalYear: number }>[] = [
  of(2024, 9, 2024),
  of(2026, 9, 2024),
  of(2023, 8, 2021),
  of(2027, 10, 2027),
  of(2030, 11, 2030),
  of(2000, 1, 2000),
  of(2002, 1, 2000),
  of(2003, 2, 2003),
]

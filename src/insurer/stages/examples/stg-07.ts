import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  fiscalYear: number
  salaryRevenueYen: number
  totalIncomeYen: number
}

const added = (salaryRevenueYen: number, additionYen: number) => ({
  title: `給与収入 ${salaryRevenueYen}円`,
  on: '2026-04-01',
  input: { fiscalYear: 2026, salaryRevenueYen, totalIncomeYen: 0 },
  value: { additionYen, adjustedIncomeYen: additionYen },
})

export const stg07Cases: readonly RuleCase<Asked>[] = [
  {
    title: '給与収入100万円、ほかの所得なし（薩摩川内市の例: 所得段階は変わらない）',
    on: '2026-04-01',
    input: { fiscalYear: 2026, salaryRevenueYen: 1_000_000, totalIncomeYen: 350_000 },
    value: { additionYen: 100_000, adjustedIncomeYen: 450_000 },
    source: {
      text: '薩摩川内市 令和8年度介護保険料の特例措置',
      url: 'https://www.city.satsumasendai.lg.jp/soshiki/1019/4/3/1/18785.html',
    },
  },
  added(0, 0),
  added(550_999, 0),
  added(551_000, 1000),
  added(649_999, 99_999),
  added(650_000, 100_000),
  added(1_625_000, 100_000),
  added(1_625_001, 100_000),
  added(1_625_003, 99_999),
  added(1_800_000, 30_000),
  added(1_800_004, 29_999),
  added(1_899_999, 1),
  added(1_900_000, 0),
  added(9_000_000, 0),
  {
    title: '令和7年度に特例はない',
    on: '2025-04-01',
    input: { fiscalYear: 2025, salaryRevenueYen: 1_000_000, totalIncomeYen: 0 },
    refused: { code: 'no-value-in-force', path: '' },
  },
  {
    title: '令和9年度に特例はない',
    on: '2027-04-01',
    input: { fiscalYear: 2027, salaryRevenueYen: 1_000_000, totalIncomeYen: 0 },
    refused: { code: 'no-value-in-force', path: '' },
  },
]

import type { TrendOption } from '../../../law/insurer/projection-trend.ts'
import type { RuleCase } from '../../../platform/computation/index.ts'

type History = { fiscalYear: number; insured: number; certified: number }[]
interface Asked {
  baseFiscalYear: number
  trend: TrendOption
  history: History
  national?: History
}
const on = '2026-11-22'
/** Certified among 1,000 (or so many) insured by year. */
const per = (counts: Record<number, number>, insured = 1000): History =>
  Object.entries(counts).map(([year, certified]) => ({ fiscalYear: Number(year), insured, certified }))
const rates = (...three: [rate: string, millionths: number, heldBy?: 'lower' | 'upper'][]) => ({
  rates: three.map(([rate, rateMillionths, heldBy], i) => ({
    fiscalYear: 2027 + i,
    rate,
    rateMillionths,
    heldBy: heldBy ?? null,
  })),
})
const trended = (
  title: string,
  trend: TrendOption,
  history: History,
  value: ReturnType<typeof rates>,
  national?: History,
): RuleCase<Asked> => ({ title, on, input: { baseFiscalYear: 2026, trend, history, national }, value })

export const prj003Cases: readonly RuleCase<Asked>[] = [
  trended(
    '12.0%、伸び+0.4: 12.4、12.8、13.2（上限ちょうど）',
    'last-year',
    per({ 2025: 116, 2026: 120 }),
    rates(['31/250', 124_000], ['16/125', 128_000], ['33/250', 132_000]),
  ),
  trended(
    '12.0%、伸び+0.6: 12.6、13.2、13.2（上限）',
    'last-year',
    per({ 2025: 114, 2026: 120 }),
    rates(['63/500', 126_000], ['33/250', 132_000], ['33/250', 132_000, 'upper']),
  ),
  trended(
    '12.0%、伸び-0.6: 下限',
    'last-year',
    per({ 2025: 126, 2026: 120 }),
    rates(['57/500', 114_000], ['27/250', 108_000], ['27/250', 108_000, 'lower']),
  ),
  trended(
    '伸びがなければ保つ',
    'last-year',
    per({ 2025: 120, 2026: 120 }),
    rates(['3/25', 120_000], ['3/25', 120_000], ['3/25', 120_000]),
  ),
  trended(
    '5年の平均',
    'five-years',
    per({ 2021: 100, 2026: 120 }),
    rates(['31/250', 124_000], ['16/125', 128_000], ['33/250', 132_000]),
  ),
  trended(
    '2年の平均',
    'two-years',
    per({ 2024: 112, 2026: 120 }),
    rates(['31/250', 124_000], ['16/125', 128_000], ['33/250', 132_000]),
  ),
  trended(
    '2年前から前年',
    'year-before',
    per({ 2024: 112, 2025: 113, 2026: 120 }),
    rates(['121/1000', 121_000], ['61/500', 122_000], ['123/1000', 123_000]),
  ),
  trended(
    '全国の2年前から前年',
    'national-year-before',
    per({ 2026: 120 }),
    rates(['121/1000', 121_000], ['61/500', 122_000], ['123/1000', 123_000]),
    per({ 2024: 1120, 2025: 1130 }, 10_000),
  ),
  trended(
    '基準年が0%なら、0%のまま',
    'last-year',
    per({ 2025: 10, 2026: 0 }),
    rates(['0/1', 0], ['0/1', 0], ['0/1', 0]),
  ),
  trended(
    '基準年が0%で伸びがあっても、0%のまま',
    'national-year-before',
    per({ 2026: 0 }),
    rates(['0/1', 0], ['0/1', 0], ['0/1', 0]),
    per({ 2024: 1, 2025: 2 }),
  ),
  trended(
    '100%をこえない',
    'last-year',
    per({ 2025: 93, 2026: 95 }, 100),
    rates(['97/100', 970_000], ['99/100', 990_000], ['1/1', 1_000_000, 'upper']),
  ),
  trended(
    '被保険者がいなかった年は0%とみる',
    'last-year',
    [...per({ 2025: 0 }, 0), ...per({ 2026: 120 })],
    rates(['33/250', 132_000, 'upper'], ['33/250', 132_000, 'upper'], ['33/250', 132_000, 'upper']),
  ),
  {
    title: '伸びに要る年度がない',
    on,
    input: { baseFiscalYear: 2026, trend: 'five-years', history: per({ 2025: 1, 2026: 1 }) },
    refused: { code: 'year-missing', path: 'history' },
  },
  {
    title: '基準年がない',
    on,
    input: {
      baseFiscalYear: 2026,
      trend: 'national-year-before',
      history: [],
      national: per({ 2024: 1, 2025: 1 }),
    },
    refused: { code: 'year-missing', path: 'history' },
  },
  {
    title: '全国の年度がない',
    on,
    input: {
      baseFiscalYear: 2026,
      trend: 'national-year-before',
      history: per({ 2026: 1 }),
      national: per({ 2024: 1 }),
    },
    refused: { code: 'year-missing', path: 'national' },
  },
  {
    title: '認定者が被保険者より多い',
    on,
    input: { baseFiscalYear: 2026, trend: 'last-year', history: per({ 2025: 1, 2026: 1001 }) },
    refused: { code: 'above-insured', path: 'history' },
  },
  {
    title: '同じ年度の実績が2度ある',
    on,
    input: {
      baseFiscalYear: 2026,
      trend: 'last-year',
      history: [...per({ 2025: 116, 2026: 120 }), ...per({ 2026: 200 })],
    },
    refused: { code: 'twice', path: 'history.2.fiscalYear' },
  },
  {
    title: '同じ年度の全国の実績が2度ある',
    on,
    input: {
      baseFiscalYear: 2026,
      trend: 'national-year-before',
      history: per({ 2026: 120 }),
      national: [...per({ 2024: 112, 2025: 113 }), ...per({ 2024: 113 })],
    },
    refused: { code: 'twice', path: 'national.2.fiscalYear' },
  },
  {
    title: '第10期より前の推計の決まりは登録していない',
    on: '2026-03-31',
    input: { baseFiscalYear: 2026, trend: 'last-year', history: per({ 2025: 116, 2026: 120 }) },
    refused: { code: 'no-value-in-force', path: '' },
  },
  {
    title: '第11期の推計の決まりは、まだない',
    on: '2029-04-01',
    input: { baseFiscalYear: 2026, trend: 'last-year', history: per({ 2025: 116, 2026: 120 }) },
    refused: { code: 'no-value-in-force', path: '' },
  },
]

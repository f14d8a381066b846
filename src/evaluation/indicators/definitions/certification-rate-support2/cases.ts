import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.support2': 4175, 'insured.total': 120_025 },
    value: 3.4784,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.support2': 234, 'insured.total': 8707 },
    value: 2.6875,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.support2': 0, 'insured.total': 39 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]

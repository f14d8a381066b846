import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care1': 5309, 'insured.total': 120_025 },
    value: 4.4232,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care1': 404, 'insured.total': 8707 },
    value: 4.6399,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care1': 0, 'insured.total': 39 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]

import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.total': 25_658, 'insured.total': 120_025 },
    value: 21.3772,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.total': 1713, 'insured.total': 8707 },
    value: 19.6738,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.total': 3, 'insured.total': 39 },
    value: 7.6923,
    digits: 4,
  },
] satisfies IndicatorCase[]

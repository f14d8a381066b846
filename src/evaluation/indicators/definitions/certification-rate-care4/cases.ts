import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care4': 2779, 'insured.total': 120_025 },
    value: 2.3154,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care4': 167, 'insured.total': 8707 },
    value: 1.918,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care4': 0, 'insured.total': 39 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]

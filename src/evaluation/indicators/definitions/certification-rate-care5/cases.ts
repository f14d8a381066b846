import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care5': 1830, 'insured.total': 120_025 },
    value: 1.5247,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care5': 93, 'insured.total': 8707 },
    value: 1.0681,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care5': 1, 'insured.total': 39 },
    value: 2.5641,
    digits: 4,
  },
] satisfies IndicatorCase[]

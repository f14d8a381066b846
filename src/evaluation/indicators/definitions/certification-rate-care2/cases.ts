import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care2': 4970, 'insured.total': 120_025 },
    value: 4.1408,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care2': 321, 'insured.total': 8707 },
    value: 3.6867,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care2': 1, 'insured.total': 39 },
    value: 2.5641,
    digits: 4,
  },
] satisfies IndicatorCase[]

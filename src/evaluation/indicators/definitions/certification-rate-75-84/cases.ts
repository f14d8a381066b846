import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.75-79.total': 3151, 'certified.80-84.total': 5502, 'insured.75-84': 45_581 },
    value: 18.9838,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.75-79.total': 182, 'certified.80-84.total': 335, 'insured.75-84': 3248 },
    value: 15.9175,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.75-79.total': 1, 'certified.80-84.total': 0, 'insured.75-84': 11 },
    value: 9.0909,
    digits: 4,
  },
] satisfies IndicatorCase[]

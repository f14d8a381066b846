import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'insured.address-exception': 160, 'insured.total': 120_025 },
    value: 0.1333,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'insured.address-exception': 156, 'insured.total': 8707 },
    value: 1.7917,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'insured.address-exception': 2, 'insured.total': 39 },
    value: 5.1282,
    digits: 4,
  },
] satisfies IndicatorCase[]

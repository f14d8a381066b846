import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.65-69.total': 704, 'certified.70-74.total': 1690, 'insured.65-74': 52_218 },
    value: 4.5846,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.65-69.total': 29, 'certified.70-74.total': 103, 'insured.65-74': 3445 },
    value: 3.8316,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.65-69.total': 0, 'certified.70-74.total': 1, 'insured.65-74': 24 },
    value: 4.1667,
    digits: 4,
  },
] satisfies IndicatorCase[]

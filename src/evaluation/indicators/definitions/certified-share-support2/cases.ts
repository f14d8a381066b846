import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.support2': 4175, 'certified.first.total': 25_658 },
    value: 16.2717,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.support2': 234, 'certified.first.total': 1713 },
    value: 13.6602,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.support2': 0, 'certified.first.total': 3 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]

import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.support1': 2529, 'certified.first.total': 25_658 },
    value: 9.8566,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.support1': 210, 'certified.first.total': 1713 },
    value: 12.2592,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.support1': 0, 'certified.first.total': 3 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]

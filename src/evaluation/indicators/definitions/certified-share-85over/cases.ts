import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: {
      'certified.85-89.total': 6854,
      'certified.90over.total': 7757,
      'certified.first.total': 25_658,
    },
    value: 56.9452,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.85-89.total': 508, 'certified.90over.total': 556, 'certified.first.total': 1713 },
    value: 62.1133,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.85-89.total': 1, 'certified.90over.total': 0, 'certified.first.total': 3 },
    value: 33.3333,
    digits: 4,
  },
] satisfies IndicatorCase[]

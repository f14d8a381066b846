import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: {
      'certified.first.care3': 4066,
      'certified.first.care4': 2779,
      'certified.first.care5': 1830,
      'certified.first.total': 25_658,
    },
    value: 33.8101,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: {
      'certified.first.care3': 284,
      'certified.first.care4': 167,
      'certified.first.care5': 93,
      'certified.first.total': 1713,
    },
    value: 31.7572,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: {
      'certified.first.care3': 1,
      'certified.first.care4': 0,
      'certified.first.care5': 1,
      'certified.first.total': 3,
    },
    value: 66.6667,
    digits: 4,
  },
] satisfies IndicatorCase[]

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
      'insured.total': 120_025,
    },
    value: 7.2277,
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
      'insured.total': 8707,
    },
    value: 6.2478,
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
      'insured.total': 39,
    },
    value: 5.1282,
    digits: 4,
  },
] satisfies IndicatorCase[]

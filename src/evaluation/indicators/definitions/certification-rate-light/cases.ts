import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: {
      'certified.first.support1': 2529,
      'certified.first.support2': 4175,
      'certified.first.care1': 5309,
      'certified.first.care2': 4970,
      'insured.total': 120_025,
    },
    value: 14.1496,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: {
      'certified.first.support1': 210,
      'certified.first.support2': 234,
      'certified.first.care1': 404,
      'certified.first.care2': 321,
      'insured.total': 8707,
    },
    value: 13.426,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: {
      'certified.first.support1': 0,
      'certified.first.support2': 0,
      'certified.first.care1': 0,
      'certified.first.care2': 1,
      'insured.total': 39,
    },
    value: 2.5641,
    digits: 4,
  },
] satisfies IndicatorCase[]

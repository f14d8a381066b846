import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'insured.85over': 22_226, 'insured.total': 120_025 },
    value: 18.5178,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'insured.85over': 2014, 'insured.total': 8707 },
    value: 23.1308,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'insured.85over': 4, 'insured.total': 39 },
    value: 10.2564,
    digits: 4,
  },
] satisfies IndicatorCase[]

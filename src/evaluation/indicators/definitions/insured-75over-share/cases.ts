import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'insured.75-84': 45_581, 'insured.85over': 22_226, 'insured.total': 120_025 },
    value: 56.4941,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'insured.75-84': 3248, 'insured.85over': 2014, 'insured.total': 8707 },
    value: 60.4341,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'insured.75-84': 11, 'insured.85over': 4, 'insured.total': 39 },
    value: 38.4615,
    digits: 4,
  },
] satisfies IndicatorCase[]

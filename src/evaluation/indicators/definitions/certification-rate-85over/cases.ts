import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.85-89.total': 6854, 'certified.90over.total': 7757, 'insured.85over': 22_226 },
    value: 65.7383,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.85-89.total': 508, 'certified.90over.total': 556, 'insured.85over': 2014 },
    value: 52.8302,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.85-89.total': 1, 'certified.90over.total': 0, 'insured.85over': 4 },
    value: 25,
    digits: 4,
  },
] satisfies IndicatorCase[]

import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.second.total': 429, 'certified.all.total': 26_087 },
    value: 1.6445,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.second.total': 20, 'certified.all.total': 1733 },
    value: 1.1541,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.second.total': 0, 'certified.all.total': 3 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]

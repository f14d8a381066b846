import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'city.certified': 26_331, 'city.insured': 120_093 },
    value: 21.9255,
    digits: 4,
  },
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2017-10-01',
    figures: { 'city.certified': 23_870, 'city.insured': 115_054 },
    value: 20.7468,
    digits: 4,
  },
] satisfies IndicatorCase[]

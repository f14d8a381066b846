import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: null,
    figures: { 'facilities.centre': 7, 'population.65over': 120_321 },
    value: 0.5818,
    digits: 4,
  },
] satisfies IndicatorCase[]

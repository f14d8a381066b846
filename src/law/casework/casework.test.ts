import { describe, expect, it } from 'vitest'
import { defectsOf, inForce, NoValueInForce } from '../in-force.ts'
import type { Dated } from '../types.ts'
import { careManagementServices } from './care-management-services.ts'
import { decisionDays, renewalWindowDays } from './certification-days.ts'
import { certificationValidity } from './certification-validity.ts'
import { frailtyCutPoints } from './frailty-cut-points.ts'
import { insuredAges } from './insured-ages.ts'
import { jChsLimits } from './j-chs-limits.ts'
import { kihonBmiLimitTenths } from './kihon-bmi.ts'
import { kihonCriteria } from './kihon-criteria.ts'
import { plausibleBody } from './measured-body.ts'
import { monitoringInterval } from './monitoring-interval.ts'
import { specifiedDiseases } from './specified-diseases.ts'

const all: [Dated<unknown>, dayBefore: string, firstDay: string][] = [
  [kihonCriteria, '2015-03-31', '2015-04-01'],
  [kihonBmiLimitTenths, '2015-03-31', '2015-04-01'],
  [plausibleBody, '2015-03-31', '2015-04-01'],
  [frailtyCutPoints, '2015-12-31', '2016-01-01'],
  [jChsLimits, '2019-12-31', '2020-01-01'],
  [certificationValidity, '2018-03-31', '2018-04-01'],
  [renewalWindowDays, '2000-03-31', '2000-04-01'],
  [decisionDays, '2000-03-31', '2000-04-01'],
  [insuredAges, '2000-03-31', '2000-04-01'],
  [specifiedDiseases, '2006-03-31', '2006-04-01'],
  [careManagementServices, '2018-03-31', '2018-04-01'],
  [monitoringInterval, '2006-03-31', '2006-04-01'],
]

describe('個別支援の数値: 出典と適用日', () => {
  it.each(all)('$id は、初日から効力があり、前日には値がない', (parameter, dayBefore, firstDay) => {
    expect(defectsOf(parameter)).toEqual([])
    expect(inForce(parameter, firstDay).from).toBe(firstDay)
    expect(() => inForce(parameter, dayBefore)).toThrow(NoValueInForce)
  })

  it('様式第二の7つの基準は、数える項目と下限がこのとおりである', () => {
    const { value } = inForce(kihonCriteria, '2026-11-22')
    expect(
      value.map((one) => [one.key, one.items[0], one.items.at(-1), one.items.length, one.atLeast]),
    ).toEqual([
      ['overall', 1, 20, 20, 10],
      ['motor', 6, 10, 5, 3],
      ['nutrition', 11, 12, 2, 2],
      ['oral', 13, 15, 3, 2],
      ['seclusion', 16, 16, 1, 1],
      ['cognition', 18, 20, 3, 1],
      ['depression', 21, 25, 5, 2],
    ])
  })

  it.each([
    ['2024-03-31', null, false],
    ['2024-04-01', 2, false],
    ['2024-07-31', 2, false],
    ['2024-08-01', 2, true],
  ] as const)('%s のモニタリング: テレビ電話 %s、間隔の延長 %s', (day, spansPerVisitByVideo, mayBeLonger) => {
    expect(inForce(monitoringInterval, day).value).toEqual({
      spanMonths: 3,
      spansPerVisitByVideo,
      mayBeLonger,
    })
  })
})

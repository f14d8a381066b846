import { describe, expect, it } from 'vitest'
import { areaOf, centreOf, placeOf } from './area-of.ts'

// 見本町: 東圏域 until 2026-03-31, 西圏域 from 2026-04-01. 西圏域: 西センター until 2026-09-30, 新センター from 2026-10-01.
const areaTowns = [
  { townId: '見本町', areaId: '東', validFrom: '2020-04-01', validTo: '2026-03-31' },
  { townId: '見本町', areaId: '西', validFrom: '2026-04-01', validTo: null },
]
const centreAreas = [
  { areaId: '東', centreId: '東センター', validFrom: '2020-04-01', validTo: null },
  { areaId: '西', centreId: '西センター', validFrom: '2020-04-01', validTo: '2026-09-30' },
  { areaId: '西', centreId: '新センター', validFrom: '2026-10-01', validTo: null },
]

describe('住所から圏域と担当センターを決める', () => {
  it.each([
    ['2020-03-31', null],
    ['2020-04-01', '東'],
    ['2026-03-31', '東'],
    ['2026-04-01', '西'],
  ])('町の圏域は %s に %s', (day, areaId) => expect(areaOf(areaTowns, '見本町', day)).toBe(areaId))

  it.each([
    ['2026-09-30', '西センター'],
    ['2026-10-01', '新センター'],
  ])('圏域の担当は %s に %s', (day, centreId) => expect(centreOf(centreAreas, '西', day)).toBe(centreId))

  it.each([
    ['2026-03-31', { areaId: '東', centreId: '東センター' }],
    ['2026-04-01', { areaId: '西', centreId: '西センター' }],
    ['2026-10-01', { areaId: '西', centreId: '新センター' }],
    ['2020-03-31', { areaId: null, centreId: null }],
  ])('%s の組み合わせ', (day, place) =>
    expect(placeOf({ areaTowns, centreAreas }, '見本町', day)).toEqual(place),
  )

  it('知らない町と町のない住所は、近い圏域にしない', () => {
    const nowhere = { areaId: null, centreId: null }
    expect(placeOf({ areaTowns, centreAreas }, '架空町', '2026-11-22')).toEqual(nowhere)
    expect(placeOf({ areaTowns, centreAreas }, null, '2026-11-22')).toEqual(nowhere)
  })
})

import { expect, it } from 'vitest'
import type { FactReader } from './facts.ts'
import { isHiddenCount } from './guard.ts'

/** Answers as a database whose one insurer set a limit of 10 for 高松市. */
const limited: FactReader = {
  query: async <Row>(text: string) =>
    (text.includes('small_counts') ? [{ municipalityCode: '372013', value: 10 }] : []) as Row[],
}
const of = (measure: string, level = 'town', series = '372013') =>
  isHiddenCount(limited, { measure, level, series, code: '架空町' }, '2025-10-01', '2026-11-22')

it('町の人の数は、和の表にないものもすべて伏せ、距離や事業所は伏せない', async () => {
  expect(await of('own.kayoi.participants')).toBe(true)
  expect(await of('population.65-69')).toBe(true)
  expect(await of('distance.160')).toBe(false)
  expect(await of('own.kayoi.participants', 'town', '222127')).toBe(false)
  expect(await of('own.kayoi.participants', 'municipality', 'japan')).toBe(false)
})

import { expect, it } from 'vitest'
import type { CentreEntry } from '../schema.ts'
import { inTree, isComing, isEnded, period } from './words.ts'

const centre = (id: string, parentId: string | null): CentreEntry => ({
  id,
  version: 1,
  parentId,
  name: id,
  shortName: id,
  kind: parentId ? 'branch' : 'standard',
  parentName: parentId,
  operation: 'contracted',
  organisationId: null,
  organisationName: null,
  officeNumber: null,
  phone: null,
  address: null,
  validFrom: '2020-04-01',
  validTo: null,
  areas: [],
})

it('親のすぐ下に、その親に属するものが並ぶ', () => {
  const entries = [
    centre('A', null),
    centre('B', null),
    centre('B1', 'B'),
    centre('A1', 'A'),
    centre('C', '無い親'),
  ]
  expect(inTree(entries).map(({ entry, depth }) => `${entry.id}${depth}`)).toEqual([
    'A0',
    'A11',
    'B0',
    'B11',
    'C0',
  ])
})

it('最後の日までは終わっていない', () => {
  const until = (validTo: string | null) => isEnded({ validFrom: '2020-04-01', validTo }, '2026-11-22')
  expect([until('2026-11-21'), until('2026-11-22'), until(null)]).toEqual([true, false, false])
  expect(isComing({ validFrom: '2026-11-23', validTo: null }, '2026-11-22')).toBe(true)
  expect(isComing({ validFrom: '2026-11-22', validTo: null }, '2026-11-22')).toBe(false)
  expect(period({ validFrom: '2019-05-01', validTo: null })).toBe('R1.5.1から')
})

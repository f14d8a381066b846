import { expect, it } from 'vitest'
import type { AreaDay, ByArea } from '../schema.ts'
import { areaLines } from './area-lines.ts'

const known = (value: number) => ({ value, missing: null })
const day = (asOf: string, townCount: number): AreaDay => ({
  asOf,
  townCount,
  total: known(100),
  aged65: known(30),
  aged75: known(15),
  ageingPerMille: known(300),
})
const data = (rest: number): ByArea => ({
  municipalityCode: '372013',
  areasOn: '2026-11-22',
  areas: [{ id: 'a', code: '1', name: '東', days: [day('2025-10-01', 3), day('2026-02-01', 4)] }],
  notPlaced: [day('2025-10-01', rest), day('2026-02-01', 0)],
  rounding: '',
  attribution: [],
})

it('選んだ調査日の行だけを出し、どの圏域でもない町は、あるときだけ最後に出す', () => {
  expect(areaLines(data(2), '2025-10-01').map(({ name, townCount }) => [name, townCount])).toEqual([
    ['東', 3],
    ['どの圏域でもない町', 2],
  ])
  expect(areaLines(data(2), '2026-02-01').map(({ name }) => name)).toEqual(['東'])
})

import { expect, it } from 'vitest'
import type { AreaRegister } from '../schema.ts'
import { onDay } from './words.ts'

const register: AreaRegister = {
  areas: [
    {
      id: 'E',
      version: 1,
      code: '01',
      name: '東',
      validFrom: '2020-04-01',
      validTo: null,
      townCount: 1,
      centres: [
        { centreId: 'a', centreName: 'A', validFrom: '2020-04-01', validTo: '2026-03-31' },
        { centreId: 'b', centreName: 'B', validFrom: '2026-04-01', validTo: null },
      ],
    },
    {
      id: 'W',
      version: 1,
      code: '02',
      name: '西',
      validFrom: '2026-04-01',
      validTo: null,
      townCount: 0,
      centres: [],
    },
  ],
  towns: [
    {
      id: 't',
      version: 1,
      name: '見本町',
      kana: '',
      areas: [
        { areaId: 'E', code: '01', name: '東', validFrom: '2020-04-01', validTo: '2026-03-31' },
        { areaId: 'W', code: '02', name: '西', validFrom: '2026-04-01', validTo: null },
      ],
    },
    { id: 'u', version: 1, name: '新町', kana: '', areas: [] },
  ],
}

it.each([
  ['2026-03-31', [['東', 'A', ['見本町']]]],
  [
    '2026-04-01',
    [
      ['東', 'B', []],
      ['西', null, ['見本町']],
    ],
  ],
])('%s の圏域と担当と町。属さない町は別に言う', (day, expected) => {
  const { areas, without } = onDay(register, day)
  expect(areas.map(({ name, centre, towns }) => [name, centre, towns])).toEqual(expected)
  expect(without).toEqual(['新町'])
})

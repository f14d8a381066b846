import { describe, expect, it } from 'vitest'
import {
  APPLICATION_KINDS,
  DECIDED_LEVELS,
  LEVELS,
  type LevelCode,
  levelGroup,
  levelLabel,
} from '../codes.ts'
import { isHeavier } from './levels.ts'

describe('CRT-01 要介護状態区分', () => {
  it('コードと名称は、このとおりである', () => {
    expect(LEVELS.map(({ code, label }) => `${code} ${label}`)).toEqual([
      '01 非該当',
      '06 事業対象者',
      '11 要支援（経過的要介護）',
      '12 要支援1',
      '13 要支援2',
      '21 要介護1',
      '22 要介護2',
      '23 要介護3',
      '24 要介護4',
      '25 要介護5',
    ])
  })

  it('重さの順は 01 < 06 = 12 < 13 < 21 < 22 < 23 < 24 < 25', () => {
    const order: LevelCode[] = ['01', '12', '13', '21', '22', '23', '24', '25']
    order.forEach((one, i) => {
      order.forEach((other, k) => {
        expect(isHeavier(one, other)).toBe(i > k)
      })
    })
    expect([
      isHeavier('06', '12'),
      isHeavier('12', '06'),
      isHeavier('06', '01'),
      isHeavier('13', '06'),
    ]).toEqual([false, false, true, true])
  })

  it('経過的要介護は、順に並べない', () => {
    expect([isHeavier('11', '12'), isHeavier('21', '11')]).toEqual([null, null])
  })

  it('事業対象者と経過的要介護は、認定として決めることができない', () => {
    expect(DECIDED_LEVELS.map(({ code }) => code)).toEqual(['01', '12', '13', '21', '22', '23', '24', '25'])
  })

  it('要支援・要介護の別', () => {
    expect(['01', '06', '12', '25'].map(levelGroup)).toEqual(['none', 'programme', 'support', 'care'])
    expect(() => levelGroup('99')).toThrow(RangeError) // なし is a process state of one system, not a level
    expect(levelLabel('13')).toBe('要支援2')
  })
})

describe('CRT-03 申請区分', () => {
  it('番号は、このとおりである', () => {
    expect(APPLICATION_KINDS.map(({ digit, label }) => `${digit} ${label}`)).toEqual([
      '1 新規申請',
      '2 更新申請',
      '3 区分変更申請',
      '4 職権',
      '5 転入申請',
      '6 資格喪失（死亡）',
    ])
  })
})

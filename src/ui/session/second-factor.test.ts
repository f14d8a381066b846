import { expect, it } from 'vitest'
import { groupsOfFour, secondFactorCode } from './second-factor.ts'

it('6けたの数字は確認コード、ほかは回復コード', () => {
  expect(secondFactorCode('１２３ 456')).toEqual({ plain: '123456', isRecovery: false })
  expect(secondFactorCode('12345')).toEqual({ plain: '12345', isRecovery: true })
  expect(secondFactorCode('1234567')).toEqual({ plain: '1234567', isRecovery: true })
  expect(secondFactorCode('abcd-efgh')).toEqual({ plain: 'abcd-efgh', isRecovery: true })
})

it('キーは4文字ずつ', () => expect(groupsOfFour('ABCDEFGHIJ')).toBe('ABCD EFGH IJ'))

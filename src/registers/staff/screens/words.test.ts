import { expect, it } from 'vitest'
import type { Account, StoredPost } from '../schema.ts'
import { accountState, period, postState } from './words.ts'

const post = (validFrom: string, validTo: string | null): StoredPost => ({
  id: 'p',
  version: 1,
  role: 'officer',
  roleLabel: '保険者職員',
  centreName: null,
  organisationName: null,
  validFrom,
  validTo,
})
const open: Account = {
  mustChangePassword: false,
  hasSecondFactor: true,
  lockedUntil: null,
  sessionCount: 0,
  lastUsedAt: null,
}
const today = '2026-11-22'

it.each([
  ['2026-11-22', null, 'now'], // the first day counts
  ['2026-11-23', null, 'coming'],
  ['2020-04-01', '2026-11-22', 'now'], // the last day counts
  ['2020-04-01', '2026-11-21', 'ended'],
] as const)('%s から %s までの職は、11月22日に %s', (from, to, expected) =>
  expect(postState(post(from, to), today)).toBe(expected),
)

it('口座の状態は、急ぐものから言う', () => {
  const now = [post('2020-04-01', null)]
  const word = (account: Account | null, posts = now) => accountState(account, posts, today).word
  expect(word(null)).toBe('口座なし')
  expect(word({ ...open, lockedUntil: '2026-11-22T01:00:00Z', mustChangePassword: true })).toBe('一時停止中')
  expect(word({ ...open, mustChangePassword: true }, [])).toBe('職がなく入れない')
  expect(word({ ...open, mustChangePassword: true })).toBe('最初のパスワードのまま')
  expect(word(open)).toBe('使える')
})

it('期間は和暦で', () => {
  expect(period(post('2026-04-01', null))).toBe('R8.4.1から')
  expect(period(post('2019-04-30', '2019-05-01'))).toBe('H31.4.30〜R1.5.1')
})

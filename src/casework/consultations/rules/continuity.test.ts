import { describe, expect, it } from 'vitest'
import { continuityOf } from './continuity.ts'

describe('新規・継続・再開の初期値', () => {
  it.each([
    { id: '初めて', last: null, expected: 'new' },
    { id: 'ちょうど2年前', last: { receivedOn: '2024-11-22', isClosed: false }, expected: 'continued' },
    { id: '2年と1日前', last: { receivedOn: '2024-11-21', isClosed: false }, expected: 'new' },
    { id: '昨日', last: { receivedOn: '2026-11-21', isClosed: false }, expected: 'continued' },
    { id: '終結していれば再開', last: { receivedOn: '2024-11-22', isClosed: true }, expected: 'reopened' },
    { id: '終結から2年を過ぎれば新規', last: { receivedOn: '2024-11-21', isClosed: true }, expected: 'new' },
  ])('$id', ({ last, expected }) => {
    expect(continuityOf(last, '2026-11-22')).toBe(expected)
  })

  it('うるう日の2年前は2月28日', () => {
    expect(continuityOf({ receivedOn: '2026-02-28', isClosed: false }, '2028-02-29')).toBe('continued')
    expect(continuityOf({ receivedOn: '2026-02-27', isClosed: false }, '2028-02-29')).toBe('new')
  })
})

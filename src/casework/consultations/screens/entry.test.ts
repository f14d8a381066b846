import { describe, expect, it } from 'vitest'
import { blankEntry, bodyOf, type Entry, isBegun, readTime, timedMinutes } from './entry.ts'

const opened = Date.parse('2026-11-22T01:47:20+09:00')
const entry = (change: Partial<Entry> = {}): Entry => ({
  ...blankEntry('0193512b-1c00-7000-8001-000000000001', opened),
  caller: 'self',
  text: '見本の相談',
  ...change,
})
const later = (minutes: number) => opened + minutes * 60_000

describe('時刻の読み取り', () => {
  it.each([
    ['10:23', '10:23'],
    ['1:47', '01:47'],
    ['1023', '10:23'],
    ['947', '09:47'],
    ['９時５分', '09:05'],
    ['9時', '09:00'],
    ['２３：５９', '23:59'],
    ['0:00', '00:00'],
  ])('%s は %s', (typed, time) => expect(readTime(typed)).toBe(time))
  it.each(['24:00', '10:60', '', 'あさ', '12345'])('「%s」は時刻ではない', (typed) =>
    expect(readTime(typed)).toBeNull(),
  )
})

describe('所要時間', () => {
  it.each([
    [0, 1], // begun is one minute
    [1, 1],
    [1.1, 2],
    [180, 180],
    [180.1, null], // forgotten open: nobody knows
  ])('%s 分たつと %s', (passed, minutes) => expect(timedMinutes(entry(), later(passed))).toBe(minutes))

  it('空欄にした時間は不明のまま送り、0 にしない', () => {
    const body = bodyOf(entry({ isTimed: false, minutes: null }), later(5))
    expect(body.minutes).toBeNull()
    expect(body.endedAt).toBeUndefined()
  })
  it('0 分は 0 分', () => expect(bodyOf(entry({ isTimed: false, minutes: 0 }), later(5)).minutes).toBe(0))
  it('数えた時間には終了時刻がつく', () =>
    expect(bodyOf(entry(), later(5))).toMatchObject({
      minutes: 5,
      receivedAt: '2026-11-21T16:47:20.000Z',
      endedAt: '2026-11-21T16:52:20.000Z',
    }))
})

describe('保存する内容', () => {
  it('開始を書き直すと、その時刻が受付になる', () => {
    const body = bodyOf(entry({ receivedDay: '2026-11-20', receivedTime: '9:05' }), later(1))
    expect(body.receivedAt).toBe('2026-11-20T00:05:00.000Z')
    expect(body.minutes).toBeNull() // two days are no call
  })
  it('緊急の対応は、同じ分なら受付の後になる', () => {
    const change = { urgency: 'emergency', responderId: 'x', respondedTime: '1:47' } as const
    const body = bodyOf(entry(change), later(1))
    expect(body.respondedAt).toBe(body.receivedAt)
  })
  it('緊急でなければ対応者を送らない', () =>
    expect(bodyOf(entry({ responderId: 'x', respondedTime: '1:47' }), later(1))).not.toHaveProperty(
      'responderId',
    ))
  it('新規・継続は、選ばなければ送らない', () => {
    expect(bodyOf(entry(), later(1))).not.toHaveProperty('continuity')
    expect(bodyOf(entry({ continuity: 'new' }), later(1)).continuity).toBe('new')
  })
  it('終結を選ばなければ、書きかけた終結の理由は送らない', () => {
    expect(bodyOf(entry({ closeReason: '転居' }), later(1)).closeReason).toBeNull()
    expect(bodyOf(entry({ closeReason: '転居', responses: ['closed'] }), later(1)).closeReason).toBe('転居')
  })
  it('開いただけの受付は書きかけではない', () => {
    expect(isBegun(blankEntry('x', opened))).toBe(false)
    expect(isBegun(entry())).toBe(true)
  })
})

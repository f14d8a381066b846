import { describe, expect, it } from 'vitest'
import { idleState, leftText } from './idle.ts'

const minute = 60_000

describe('操作がないときのサインアウト（30分の設定）', () => {
  it.each([
    ['28分のちょうど前', 28 * minute - 1, { state: 'active', nextCheckMs: 1 }],
    ['28分ちょうどに予告', 28 * minute, { state: 'warning', leftMs: 2 * minute }],
    ['30分の直前', 30 * minute - 1, { state: 'warning', leftMs: 1 }],
    ['30分ちょうどに終わる', 30 * minute, { state: 'expired' }],
    ['スリープから戻ったとき', 600 * minute, { state: 'expired' }],
  ] as const)('%s', (_name, nowMs, expected) => {
    expect(idleState(0, nowMs, 30)).toEqual(expected)
  })

  it('短い設定では、半分を過ぎてから予告する', () => {
    expect(idleState(0, minute - 1, 2)).toEqual({ state: 'active', nextCheckMs: 1 })
    expect(idleState(0, minute, 2)).toEqual({ state: 'warning', leftMs: minute })
  })

  it('残り時間の言い方', () => {
    expect([120_000, 90_000, 60_000, 59_001, 1].map(leftText)).toEqual([
      'あと 2分',
      'あと 1分30秒',
      'あと 1分',
      'あと 1分',
      'あと 1秒',
    ])
  })
})

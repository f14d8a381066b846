import { expect, it } from 'vitest'
import { isOver, percent, readJobState } from './job-state.ts'

it('進み具合は切り捨て、終わるまで100にならない', () => {
  const at = (done: number, total: number | null) => percent({ state: 'running', done, total, message: '' })
  expect([at(0, 3), at(1, 3), at(2, 3), at(3, 3)]).toEqual([0, 33, 66, 99])
  expect(at(5, null)).toBeNull() // unknown is not zero
  expect(percent({ state: 'done', done: 3, total: 3, message: '' })).toBe(100)
})

it('知らない形の報告は無視する', () => {
  expect(readJobState('{"state":"running","done":2,"total":5,"message":"読み込み中"}')).toEqual({
    state: 'running',
    done: 2,
    total: 5,
    message: '読み込み中',
  })
  expect(readJobState('{"state":"exploded"}')).toBeNull()
  expect(readJobState('ping')).toBeNull()
  expect(isOver({ state: 'cancelled', done: 0, total: null, message: '' })).toBe(true)
})

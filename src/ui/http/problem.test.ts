import { describe, expect, it } from 'vitest'
import { Conflict, offline, readProblem } from './problem.ts'

const none = new Headers()

describe('サーバーの断り', () => {
  it('problem+json の項目をそのまま渡す', () => {
    const body = {
      code: 'people.birth-in-future',
      title: '登録できません',
      detail: '生年月日を確かめてください。',
      requestId: 'r-1',
      errors: [{ path: 'birthOn', code: 'future', message: '生年月日が今日よりあとです。' }],
    }
    const problem = readProblem(422, body, none)
    expect(problem).toMatchObject({ status: 422, ...body })
    expect(problem).not.toBeInstanceOf(Conflict)
  })

  it('409 は保存されている版を持つ', () => {
    const problem = readProblem(409, { code: 'conflict', stored: { version: 3 } }, none)
    expect(problem).toBeInstanceOf(Conflict)
    expect(problem).toMatchObject({ stored: { version: 3 } })
  })

  it('版のない 409 は、ただの断り', () => {
    expect(readProblem(409, { code: 'duplicate' }, none)).not.toBeInstanceOf(Conflict)
  })

  it('503 は待つ秒数を、受付番号はヘッダーからも読む', () => {
    const problem = readProblem(503, null, new Headers({ 'retry-after': '7', 'x-request-id': 'r-9' }))
    expect(problem).toMatchObject({
      retryAfterSeconds: 7,
      requestId: 'r-9',
      title: 'ただいま混み合っています',
    })
    expect(readProblem(503, null, new Headers({ 'retry-after': 'soon' })).retryAfterSeconds).toBeNull()
  })

  it('JSON でない答えや壊れた errors にも日本語で答える', () => {
    expect(readProblem(502, 'Bad Gateway', none)).toMatchObject({
      code: 'http.502',
      title: '処理できませんでした',
      errors: [],
    })
    expect(readProblem(400, { errors: [null, {}] }, none).errors).toEqual([
      { path: '', code: '', message: '入力を確かめてください。' },
    ])
    expect(offline()).toMatchObject({ status: 0, code: 'offline', title: 'サーバーにつながりません' })
  })
})

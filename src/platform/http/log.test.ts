import { expect, it } from 'vitest'
import { type LogLine, placeOf } from './log.ts'
import { rarely } from './log-rarely.ts'

it('誤りは種類と場所だけを言い、ことば(記録の中身かもしれない)は言わない', () => {
  const error = Object.assign(new TypeError('値「架空 花子」'), { code: '22P02' })
  expect(placeOf(error)).toMatch(/^TypeError 22P02 at .*log\.test\.ts/)
  expect(placeOf(error)).not.toContain('架空')
})

it('Error でない物として届いた誤り(pg-boss)も、種類と番号を言う', () => {
  const error = Object.assign(new Error('connect ECONNREFUSED 架空'), { code: 'ECONNREFUSED' })
  const told = { ...error, message: error.message, stack: error.stack, queue: 'meguri' }
  expect(placeOf(told)).toMatch(/^Error ECONNREFUSED/)
  expect(placeOf(told)).not.toContain('架空')
  expect([placeOf('text'), placeOf(null), placeOf({})]).toEqual(['string', 'object', 'object'])
})

it('同じ行は10秒に一度だけ、間に何度あったかとともに言う', () => {
  const said: LogLine[] = []
  let nowMs = 0
  const log = rarely(
    (line) => said.push(line),
    () => nowMs,
  )
  const away: LogLine = { level: 'warn', event: 'jobs', error: 'Error ECONNREFUSED' }
  for (nowMs = 0; nowMs < 10_000; nowMs += 500) log(away)
  expect(said).toEqual([away])
  log({ ...away, error: 'error 57P01' }) // another thing is said at once
  log(away)
  expect(said).toEqual([away, { ...away, error: 'error 57P01' }, { ...away, repeated: 19 }])
})

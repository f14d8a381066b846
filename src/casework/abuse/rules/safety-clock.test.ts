import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { rule } from './abu-03.rule.ts'
import { type SafetyFacts, safetyClock } from './safety-clock.ts'
import { addHours, minutesBetween, type WallTime } from './wall-clock.ts'

const two = (number: number) => String(number).padStart(2, '0')
/** Minutes after the beginning of 2020. */
const at = (minutes: number): WallTime =>
  Temporal.PlainDateTime.from('2020-01-01T00:00').add({ minutes }).toString().slice(0, 16)
const moment = fc.integer({ min: 0, max: 5_000_000 })
const facts = (received: WallTime, more: Partial<SafetyFacts> = {}): SafetyFacts => ({
  receivedOn: received.slice(0, 10),
  receivedAt: received.slice(11),
  safetySeenAt: null,
  now: null,
  falseAlarmReason: null,
  ...more,
})

describe('日本時間の時計', () => {
  it('時間の足し算と分の引き算は、暦の計算と同じになる', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 1000 }), (start, hours) => {
        const later = addHours(at(start), hours)
        expect(later).toBe(at(start + hours * 60))
        expect(minutesBetween(at(start), later)).toBe(hours * 60)
        expect(minutesBetween(later, at(start))).toBe(hours === 0 ? 0 : -hours * 60)
      }),
    )
  })
})

describe('安全確認の期限', () => {
  it('早く確認したほうが遅れることはなく、期限までなら時間内', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 100 }),
        (start, after, hours) => {
          const seen = safetyClock(facts(at(start), { safetySeenAt: at(start + after) }), hours)
          expect(seen.state).toBe(after <= hours * 60 ? 'within' : 'late')
          expect(seen.minutesPastDue).toBe(after - hours * 60)
          const open = safetyClock(facts(at(start), { now: at(start + after) }), hours)
          const expected = after < hours * 60 ? 'running' : after === hours * 60 ? 'due' : 'overdue'
          expect(open.state).toBe(expected)
        },
      ),
    )
  })
  it('時刻がないときの期限は、その日のどの時刻の期限よりも遅くならない', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        const received = `2025-04-01T${two(hour)}:${two(minute)}`
        const unknown = safetyClock(facts(received, { receivedAt: null }), 48)
        expect(unknown).toMatchObject({ isTimeMissing: true, dueAt: '2025-04-03T00:00' })
        expect(unknown.dueAt <= safetyClock(facts(received), 48).dueAt).toBe(true)
      }),
    )
  })
})

describe('ABU-03 の説明', () => {
  const run = (more: object) => {
    const input = { receivedOn: '2025-04-01', receivedAt: '17:00', safetySeenAt: null, now: null, ...more }
    const outcome = runRule(rule, input, { on: '2025-04-01', isExplained: true })
    return outcome.ok ? outcome.answer : null
  }
  it('目安と市町村の定めで、出典が違う', () => {
    expect(run({})?.steps[0]).toMatchObject({ confidence: 'recalled', value: '2025-04-03T17:00' })
    expect(run({ hours: 24 })?.steps[0]).toMatchObject({
      source: { text: '市町村の定め' },
      confidence: 'seen',
    })
  })
  it('受付の時刻がないときだけ、そう伝える', () => {
    expect(run({})?.cautions).toEqual([])
    expect(run({ receivedAt: null })?.cautions).toHaveLength(1)
    expect(run({ receivedAt: null })?.steps[0]?.formula).toContain('0時')
  })
})

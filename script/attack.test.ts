import { randomUUID } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { faultsOf } from '../attack/answer.ts'
import { FOREIGN_BIRD, OTHER_BIRD } from '../attack/canaries.ts'
import { leaksIn } from '../attack/leaks.ts'
import { changed, placesIn } from '../attack/nasty.ts'
import { Random } from '../attack/random.ts'
import { mannWhitney, median } from '../attack/statistics.ts'
import { partsOf, textsOf } from '../attack/unpack.ts'
import { writeXlsx } from '../src/exchange/tabular/index.ts'

const answer = (status: number, type: string, body: string | Buffer) => {
  const bytes = Buffer.from(body as string)
  return { status, headers: { 'content-type': type }, bytes, text: bytes.toString(), milliseconds: 1 }
}
const problem = (more: object) => JSON.stringify({ title: '見つかりません', ...more })

// The attack says that nothing leaks; these say that it would see a leak.
describe('script/attack', () => {
  it('sees a stack, SQL, English, a wrong type and an accident', () => {
    const of = (status: number, body: string, type = 'application/problem+json') =>
      faultsOf(answer(status, type, body), 'GET', true, ['quoted casework.person'])
    expect(of(404, problem({}))).toEqual([])
    expect(of(404, problem({ detail: 'at run (/x/src/a.ts:1:2)' }))).not.toEqual([])
    expect(of(422, problem({ errors: [{ message: 'Invalid input' }] }))).toEqual(['日本語でない文'])
    expect(of(422, problem({ detail: '「quoted casework.person」です' }))).toEqual([])
    expect(of(409, problem({ detail: '違反 casework.person' }))).not.toEqual([])
    expect(of(500, problem({}))).toEqual(['答えが 500'])
    expect(of(404, 'no', 'text/plain')).not.toEqual([])
    expect(of(503, problem({ code: 'overloaded' }))).toEqual(['答えが 503'])
  })

  it('sees canaries and numbers of others, but not what was asked for', () => {
    const id = randomUUID()
    const known = { foreign: new Map([[id, 'casework.person']]), other: new Map(), taken: new Set<string>() }
    expect(leaksIn(`{"id":"${id}"}`, '', true, known)).toHaveLength(1)
    expect(leaksIn(`{"id":"${id}"}`, id, true, known)).toEqual([])
    expect(leaksIn(`名〔${FOREIGN_BIRD}:a.b〕`, '', true, known)).toHaveLength(1)
    expect(leaksIn(OTHER_BIRD, '', true, known)).toEqual([])
    expect(leaksIn(OTHER_BIRD, '', false, known)).toHaveLength(1)
  })

  it('opens every layer of a workbook and Shift_JIS', async () => {
    const columns = [{ heading: '氏名', kind: 'text' as const }]
    const xlsx = await writeXlsx([{ name: '表', columns, rows: [['隠れたしるし']] }], {
      createdAt: new Date(0),
    })
    const opened = await textsOf(answer(200, 'application/x', Buffer.from(xlsx)))
    expect(opened.kind).toBe('excel')
    expect(opened.text).toContain('隠れたしるし')
    const sjis = Buffer.from([0x82, 0xb5, 0x82, 0xe9, 0x82, 0xb5])
    expect((await textsOf(answer(200, 'text/csv; charset=shift_jis', sjis))).text).toContain('しるし')
    expect(() => partsOf(deflateRawSync('x'))).toThrow()
  })

  it('tells times apart that differ, and not those that do not', () => {
    const random = new Random(1)
    const times = (shift: number) => Array.from({ length: 200 }, () => 4 + random.next() + shift)
    expect(mannWhitney(times(0), times(0.5))).toBeLessThan(1e-9)
    expect(mannWhitney(times(0), times(0))).toBeGreaterThan(0.001)
    expect(mannWhitney([1, 1, 1], [1, 1, 1])).toBe(1)
    expect(mannWhitney([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toBeCloseTo(0.0122, 3)
    expect(median([3, 1, 2, 10])).toBe(2.5)
  })

  it('changes one place of a value and leaves the rest', () => {
    const value = { a: [{ b: 1 }], c: 'x' }
    expect(placesIn(value)).toHaveLength(5)
    expect(changed(value, ['a', 0, 'b'], null)).toEqual({ a: [{ b: null }], c: 'x' })
    expect(changed(value, ['c'], undefined)).toEqual({ a: [{ b: 1 }] })
    expect(value.a[0]!.b).toBe(1)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TimelineSource, timelineSource } from '../../platform/contributes/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { storePerson } from './factory.ts'
import { personTimeline } from './service-timeline.ts'

let database: TestDatabase
let insurer: TestInsurer
let reader: Actor
let person: string

/** Two sources over invented instants: one with whole seconds, one with fractions, some at the same moment. */
const source = (kind: string, ats: string[], idOf: (n: number) => string): TimelineSource =>
  timelineSource<{ at: string; id: string }>({
    kind,
    label: `${kind}の記録`,
    query: (_actor, _today, _person, { before, limit }) => ({
      text: `select * from (select a as at, i as id from unnest($1::timestamptz[], $2::uuid[]) as r (a, i)) r
        where $3::timestamptz is null or (r.at, r.id) < ($3, $4::uuid) order by r.at desc, r.id desc limit $5`,
      values: [ats, ats.map((_, n) => idOf(n)), before?.at ?? null, before?.id ?? null, limit],
    }),
    toItem: ({ at, id }) => ({
      id,
      at,
      kind,
      kindLabel: `${kind}の記録`,
      title: kind,
      text: '',
      staffName: null,
      centreName: null,
      link: null,
      mine: false,
    }),
  })
const id = (letter: string) => (n: number) => `00000000-0000-4000-8000-${letter}0000000000${n}`
const sources = [
  source('甲', ['2026-11-20T01:00:00Z', '2026-11-20T01:00:01Z', '2026-11-18T00:00:00Z'], id('a')),
  source('乙', ['2026-11-20T01:00:00.5Z', '2026-11-20T01:00:01Z', '2026-11-19T00:00:00Z'], id('b')),
]

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  reader = await anActor(database, insurer, 'centreStaff', 'a')
  person = await asOwner(database, (client) =>
    storePerson(client, insurer.id, { centreId: insurer.centres.a }),
  )
})
const page = (query: object) =>
  personTimeline(workOf(database, reader), person, { limit: 30, ...query }, sources)

describe('経過', () => {
  const whole = ['乙1', '甲1', '乙0', '甲0', '乙2', '甲2']
  const short = (items: { kind: string; id: string }[]) => items.map((item) => item.kind + item.id.at(-1))

  it('元の記録がちがっても、新しい順に一つになる', async () => {
    const { items, nextCursor, kinds } = await page({})
    expect(short(items)).toEqual(whole)
    expect(nextCursor).toBeNull()
    expect(kinds.map((kind) => kind.kind)).toEqual(['甲', '乙'])
  })

  it.each([[1], [2], [4]])('%d件ずつめくっても、重なりも抜けもない', async (limit) => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const next: Awaited<ReturnType<typeof page>> = await page({ limit, ...(cursor ? { cursor } : {}) })
      seen.push(...short(next.items))
      cursor = next.nextCursor
    } while (cursor)
    expect(seen).toEqual(whole)
  })

  it('種類で絞る', async () =>
    expect(short((await page({ kind: '甲' })).items)).toEqual(['甲1', '甲0', '甲2']))

  it('読み取れない続きの位置は、理由を言って断る', () =>
    expect(page({ cursor: 'よめない' })).rejects.toMatchObject({ status: 422 }))

  it('相談がつながっている', async () => {
    const given = await personTimeline(workOf(database, reader), person, { limit: 30 })
    expect(given.kinds).toContainEqual({ kind: 'consultation', label: '相談' })
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import { fixedClock } from '../clock.ts'
import { anActor, anInsurer, asOwner, engineOf, TEST_NOW, workOf } from '../testing/insurer.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'
import { Work } from './work.ts'

let database: TestDatabase
let actor: Actor
beforeAll(async () => {
  database = await testDatabase()
  actor = await anActor(database, await anInsurer(database), 'officer')
})

const linesOf = (action: string) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ outcome: string; person_ids: string[] }>(
      'select outcome, person_ids from audit.line where action = $1 order by xid, id',
      [action],
    )
    return rows.map(({ outcome, person_ids }) => [outcome, person_ids])
  })
const one = 'select 1 as one'

describe('監査の一行', () => {
  it('書き込みは、その保存と一緒に一行', async () => {
    const [action, person] = [`test.${randomUUID()}`, randomUUID()]
    const work = workOf(database, actor, { action })
    work.touched(person)
    await work.write((tx) => tx.query(one))
    await work.finish('done')
    expect(await linesOf(action)).toEqual([['done', [person]]])
  })

  it('保存のあとで答えに加わった人も、答えの前に残る', async () => {
    const [action, first, second] = [`test.${randomUUID()}`, randomUUID(), randomUUID()]
    const work = workOf(database, actor, { action })
    work.touched(first)
    await work.write((tx) => tx.query(one))
    work.touched(second)
    await work.finish('done')
    expect(await linesOf(action)).toEqual([
      ['done', [first]],
      ['done', [first, second]],
    ])
  })

  it('取り消された保存の行は残らず、失敗として残る', async () => {
    const [action, person] = [`test.${randomUUID()}`, randomUUID()]
    const work = workOf(database, actor, { action })
    await expect(
      work.write(async (tx) => {
        work.touched(person)
        await tx.query('select 1 / 0')
      }),
    ).rejects.toMatchObject({ code: '22012' })
    await work.finish('failed')
    expect(await linesOf(action)).toEqual([['failed', [person]]])
  })

  it('保存のあとの失敗は、保存と失敗の二行', async () => {
    const action = `test.${randomUUID()}`
    const work = workOf(database, actor, { action })
    await work.write((tx) => tx.query(one))
    await work.finish('failed')
    expect((await linesOf(action)).map(([outcome]) => outcome)).toEqual(['done', 'failed'])
  })

  it('残せなければ、答えは出ない', async () => {
    const readQueue = { add: () => Promise.reject(new Error('disk full')) }
    const tools = { engine: engineOf(database), clock: fixedClock(TEST_NOW), readQueue }
    await expect(new Work(tools, actor, 'r', 'test.read').finish('done')).rejects.toThrow('disk full')
  })
})

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { testDatabase } from '../database/testing/database.ts'
import { anActor, anInsurer, aPerson, workOf } from '../testing/insurer.ts'
import { link, linksOf } from './index.ts'

it('どちらの記録からもたどれ、二度つないでも一つで、ほかのセンターには見えない', async () => {
  const database = await testDatabase()
  const insurer = await anInsurer(database)
  const personId = await aPerson(database, insurer, insurer.centres.a)
  const place = { personId, centreId: insurer.centres.a }
  const work = workOf(database, await anActor(database, insurer, 'centreStaff', 'a'))
  const review = { type: 'case-review', id: randomUUID() }
  const issue = { type: 'regional-issue', id: randomUUID() }
  await work.write(async (tx) => {
    await link(tx, work, review, issue, 'raised', place)
    await link(tx, work, review, issue, 'raised', place)
  })
  expect(await work.read((tx) => linksOf(tx, work, review))).toMatchObject([
    { direction: 'to', other: issue, kind: 'raised' },
  ])
  expect(await work.read((tx) => linksOf(tx, work, issue))).toMatchObject([
    { direction: 'from', other: review },
  ])
  const foreign = workOf(database, await anActor(database, insurer, 'centreStaff', 'b'))
  expect(await foreign.read((tx) => linksOf(tx, foreign, issue))).toEqual([])
})

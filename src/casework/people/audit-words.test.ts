import { beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { EventBody } from './events/schema.ts'
import { cancelEvent, recordEvent } from './events/service.ts'
import { storePerson } from './factory.ts'
import './index.ts'
import { mergePeople, requestMerge } from './merge/service.ts'
import { setRestriction } from './standing/restriction.ts'

// Audit lines are never deleted, and auditors and administrators, who may see no record, read them.

const REASON = '夫から逃れて転居した'
let database: TestDatabase
let insurer: TestInsurer
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
})

it('理由の文章は、その記録に残り、監査の行には残らない', async () => {
  const officer = await anActor(database, insurer, 'officer')
  const work = () => workOf(database, officer)
  const stored = () =>
    asOwner(database, (client) => storePerson(client, insurer.id, { centreId: insurer.centres.a }))
  const [one, other, third] = [await stored(), await stored(), await stored()]
  await requestMerge(work(), one, { reason: REASON })
  await mergePeople(work(), one, { version: 1, otherId: other, otherVersion: 1, choices: {}, reason: REASON })
  const body = { version: 1, kind: 'died', happenedOn: '2026-11-20', informationSource: 'family', tasks: [] }
  const { id } = await recordEvent(work(), third, EventBody.parse({ ...body, confirmedBy: officer.staffId }))
  await cancelEvent(work(), third, id, { version: 1, reason: REASON })
  await setRestriction(work(), third, { version: 3, kind: 'locked', isOn: true, reason: REASON })
  const lines = await asOwner(database, async (client) => {
    const { rows } = await client.query<{ detail: unknown }>(
      'select detail from audit.line where insurer_id = $1 and staff_id = $2',
      [insurer.id, officer.staffId],
    )
    return rows
  })
  expect(lines).toHaveLength(5)
  expect(JSON.stringify(lines)).not.toContain(REASON)
})

import { beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../../platform/testing/insurer.ts'
import { EventBody } from '../events/schema.ts'
import { cancelEvent, recordEvent } from '../events/service.ts'
import { storePerson } from '../factory.ts'
import '../index.ts'
import { personSheet } from '../service-sheet.ts'
import { mergePeople } from './service.ts'

let database: TestDatabase
let insurer: TestInsurer
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
})

it('統合された記録の死亡を、統合の後に取り消すと、残る記録から消える', async () => {
  const officer = await anActor(database, insurer, 'officer')
  const work = () => workOf(database, officer)
  const stored = () =>
    asOwner(database, (client) => storePerson(client, insurer.id, { centreId: insurer.centres.a }))
  const [kept, gone] = [await stored(), await stored()]
  const body = { version: 1, kind: 'died', happenedOn: '2026-11-20', informationSource: 'family', tasks: [] }
  const { id } = await recordEvent(work(), gone, EventBody.parse({ ...body, confirmedBy: officer.staffId }))
  await mergePeople(work(), kept, {
    version: 1,
    otherId: gone,
    otherVersion: (await personSheet(work(), gone)).person.version,
    choices: { core: 'merged' },
    reason: '同じ方でした',
  })
  const before = await personSheet(work(), kept)
  expect(before.person).toMatchObject({ diedOn: '2026-11-20', stopsContact: true })
  const event = before.events.find((one) => one.id === id)
  await cancelEvent(work(), kept, id, { version: event?.version ?? 0, reason: '別の方でした' })
  expect((await personSheet(work(), kept)).person).toMatchObject({ diedOn: null, stopsContact: false })
})

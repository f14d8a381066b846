import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, aPerson, asOwner, workOf } from '../../platform/testing/insurer.ts'
import { storeCertification } from './factory.ts'
import { certificationOn, insuredTypeOn } from './index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

async function aCase() {
  const insurer = await anInsurer(database)
  const personId = await aPerson(database, insurer, insurer.centres.a, { birthOn: '1960-04-02' })
  const actor = await anActor(database, insurer, 'centreStaff', 'a')
  const base = { personId, centreId: insurer.centres.a }
  return { insurer, personId, actor, base }
}

describe('ある日に効力のある認定', () => {
  it('期間の初日から末日まで。前日と翌日には、ない', async () => {
    const { insurer, personId, actor, base } = await aCase()
    await asOwner(database, (client) => storeCertification(client, insurer.id, base))
    const found = await workOf(database, actor).read((tx) =>
      Promise.all(
        ['2026-06-30', '2026-07-01', '2027-06-30', '2027-07-01'].map((day) =>
          certificationOn(tx, insurer.id, personId, day),
        ),
      ),
    )
    expect(found.map((one) => one?.level ?? null)).toEqual([null, '12', '12', null])
    expect(found[1]).toMatchObject({ validFrom: '2026-07-01', validTo: '2027-06-30', lastDay: '2027-06-30' })
  })

  it('区分変更の認定が始まると、前の認定はその前日に終わる', async () => {
    const { insurer, personId, actor, base } = await aCase()
    await asOwner(database, async (client) => {
      await storeCertification(client, insurer.id, base)
      await storeCertification(client, insurer.id, {
        ...base,
        kind: 'change',
        level: '21',
        validFrom: '2026-10-15',
        validTo: '2027-04-30',
      })
    })
    const found = await workOf(database, actor).read((tx) =>
      Promise.all(['2026-10-14', '2026-10-15'].map((day) => certificationOn(tx, insurer.id, personId, day))),
    )
    expect(found.map((one) => [one?.level, one?.lastDay])).toEqual([
      ['12', '2026-10-14'],
      ['21', '2027-04-30'],
    ])
  })

  it('非該当、申請中、取下げには期間がない。途中で取り消された認定は、その日まで', async () => {
    const { insurer, personId, actor, base } = await aCase()
    await asOwner(database, async (client) => {
      await storeCertification(client, insurer.id, { ...base, level: '01', validFrom: null, validTo: null })
      await storeCertification(client, insurer.id, {
        ...base,
        state: 'received',
        basis: 'application',
        level: null,
      })
      await storeCertification(client, insurer.id, { ...base, state: 'cancelled', endedOn: '2026-11-10' })
    })
    const found = await workOf(database, actor).read((tx) =>
      Promise.all(['2026-11-10', '2026-11-11'].map((day) => certificationOn(tx, insurer.id, personId, day))),
    )
    expect(found.map((one) => one?.level ?? null)).toEqual(['12', null])
  })

  it('ほかのセンターの方の認定は、聞いても出ない', async () => {
    const { insurer, personId, base } = await aCase()
    await asOwner(database, (client) => storeCertification(client, insurer.id, base))
    const other = await anActor(database, insurer, 'centreStaff', 'b')
    const found = await workOf(database, other).read((tx) =>
      certificationOn(tx, insurer.id, personId, '2026-11-22'),
    )
    expect(found).toBeNull()
  })

  it('被保険者の種別は、生年月日から', async () => {
    const { insurer, personId, actor } = await aCase()
    const types = await workOf(database, actor).read((tx) =>
      Promise.all(['2025-03-31', '2025-04-01'].map((day) => insuredTypeOn(tx, insurer.id, personId, day))),
    )
    expect(types).toEqual(['category2Insured', 'category1Insured'])
  })
})

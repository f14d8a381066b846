import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, aPerson, asOwner, workOf } from '../../platform/testing/insurer.ts'
import { dependentsOf } from './dependents.ts'
import { endCentre, putCentre } from './put.ts'
import { PutCentre } from './schema.ts'
import { centreRegister } from './service.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

async function anOffice() {
  const insurer = await anInsurer(database)
  const administrator = await anActor(database, insurer, 'administrator')
  const work = () => workOf(database, administrator)
  const entry = async (id: string) => (await centreRegister(work())).find((one) => one.id === id)!
  const end = async (id: string, lastDay: string | null) =>
    endCentre(work(), id, { version: (await entry(id)).version, lastDay })
  return { insurer, work, entry, end }
}

const centre = (more: Partial<PutCentre> = {}) =>
  PutCentre.parse({
    id: randomUUID(),
    version: null,
    name: '見本センター（架空）',
    shortName: '見本',
    kind: 'standard',
    operation: 'direct',
    validFrom: '2026-04-01',
    ...more,
  })

const problem = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => null,
    (reason: { code: string; errors?: { path: string; code: string }[] }) => reason,
  )
  return { code: error?.code, errors: error?.errors?.map(({ path, code }) => `${path} ${code}`) }
}

describe('センターの登録', () => {
  it('登録し、直せる。先に直されていれば、いまの内容を返す', async () => {
    const { work, entry } = await anOffice()
    const given = centre()
    await putCentre(work(), given)
    await putCentre(work(), { ...given, version: 1, name: '見本中央センター（架空）' })
    expect(await entry(given.id)).toMatchObject({ name: '見本中央センター（架空）', version: 2 })
    expect((await problem(putCentre(work(), { ...given, version: 1 }))).code).toBe('conflict')
  })

  it.each([
    [{ kind: 'branch' as const }, 'parentId parent-needed'],
    [{ parentId: randomUUID() }, 'parentId unknown'],
    [{ operation: 'contracted' as const }, 'organisationId organisation-needed'],
    [{ organisationId: randomUUID() }, 'organisationId unknown'],
    [{ officeNumber: '1300000000' }, 'officeNumber check-digit'],
  ])('%j は、欄を示して断る', async (change, error) => {
    const { work } = await anOffice()
    expect((await problem(putCentre(work(), centre(change)))).errors).toEqual([error])
  })

  it('親をたどると自分に戻る登録は断る', async () => {
    const { insurer, work } = await anOffice()
    const core = {
      id: insurer.centres.core,
      version: 1,
      kind: 'core' as const,
      parentId: insurer.centres.branch,
    }
    expect((await problem(putCentre(work(), centre(core)))).errors).toEqual(['parentId circle'])
  })

  it.each([
    ['自分の職がある', 'core'],
    ['自分の職があるセンターの下の', 'branch'],
  ] as const)(
    '%sセンターへ、ほかのセンターを移せない。ほかの管理者は移せて、監査に残る',
    async (_, below) => {
      const { insurer, work, entry } = await anOffice()
      const { staffId } = work().actor
      const { postId } = await anActor(database, insurer, 'centreStaff', 'core')
      const { a, b } = insurer.centres
      const lastDayOfPost = (day: string | null) =>
        asOwner(database, (client) =>
          client.query(
            'update registers.post set staff_id = $3, valid_to = $4 where insurer_id = $1 and id = $2',
            [insurer.id, postId, staffId, day],
          ),
        )
      await lastDayOfPost('2026-11-22')
      const parentId = insurer.centres[below]
      const move = async (id: string, by = work(), to: string | null = parentId) =>
        putCentre(by, centre({ id, version: (await entry(id)).version, parentId: to }))
      expect((await problem(move(a))).errors).toEqual(['parentId own-centre'])
      await move(a, work(), b) // not below one's own
      expect((await problem(move(b))).errors).toEqual(['parentId own-centre']) // nor in two steps
      const other = workOf(database, await anActor(database, insurer, 'administrator'))
      await move(b, other)
      await move(b) // stays where it is: only the rest is changed
      await move(b, work(), null)
      await lastDayOfPost('2026-11-21')
      await move(b)
      const { rows } = await asOwner(database, (client) =>
        client.query(
          `select staff_id as "staffId", detail -> 'moved' as moved from audit.line
         where record_id = $1 and detail ? 'moved' order by at, id limit 1`,
          [b],
        ),
      )
      expect(rows).toEqual([{ staffId: other.actor.staffId, moved: { from: null, to: parentId } }])
    },
  )

  it('保険者職員の接続からは直せない', async () => {
    const { insurer } = await anOffice()
    const officer = workOf(database, await anActor(database, insurer, 'officer'))
    expect((await problem(putCentre(officer, centre()))).code).toBe('42501')
  })
})

describe('センターを終える', () => {
  it('残る職・圏域・ブランチがあれば終えられず、その日までに終わるものは残りに数えない', async () => {
    const { insurer, end, work } = await anOffice()
    const { core, branch } = insurer.centres
    const actor = await anActor(database, insurer, 'coreCentreStaff', 'core')
    await asOwner(database, (client) =>
      client.query(
        `with a as (insert into registers.daily_life_area (insurer_id, code, name, valid_from) values ($1, '01', '東', '2020-04-01') returning id)
         insert into registers.centre_area (insurer_id, centre_id, area_id, valid_from) select $1, $2, id, '2020-04-01' from a`,
        [insurer.id, core],
      ),
    )
    expect((await problem(end(core, '2027-03-31'))).errors).toEqual([
      'lastDay posts',
      'lastDay areas',
      'lastDay branches',
    ])
    await end(branch, '2027-03-31')
    await asOwner(database, async (client) => {
      await client.query(
        `update registers.post set valid_to = '2027-03-31' where insurer_id = $1 and id = $2`,
        [insurer.id, actor.postId],
      )
      await client.query(`update registers.centre_area set valid_to = '2027-03-31' where insurer_id = $1`, [
        insurer.id,
      ])
    })
    expect((await problem(end(core, '2027-03-30'))).errors).toEqual([
      'lastDay posts',
      'lastDay areas',
      'lastDay branches',
    ])
    expect((await problem(end(core, '2027-03-31'))).code).toBeUndefined()
    expect(await dependentsOf(work(), core, '2027-03-31')).toMatchObject({
      posts: [],
      areas: [],
      branches: [],
    })
  })

  it('担当の人がいれば、これからの日ならすることとして言い、過ぎた日では終えられない', async () => {
    const { insurer, end } = await anOffice()
    await aPerson(database, insurer, insurer.centres.a)
    await aPerson(database, insurer, insurer.centres.a)
    expect((await problem(end(insurer.centres.a, '2026-11-21'))).errors).toEqual(['lastDay people'])
    expect((await end(insurer.centres.a, '2026-11-22')).toDo).toEqual(['担当している利用者・住民（人）: 2'])
    expect((await end(insurer.centres.a, null)).toDo).toEqual([])
  })

  it('始まる前の日では終えられず、ほかの保険者のセンターはないのと同じ', async () => {
    const { insurer, end, work } = await anOffice()
    const other = await anOffice()
    expect((await problem(end(insurer.centres.b, '2020-03-31'))).errors).toEqual([
      'lastDay ends-before-it-begins',
    ])
    const foreign = endCentre(work(), other.insurer.centres.b, { version: 1, lastDay: '2027-03-31' })
    expect((await problem(foreign)).code).toBe('not-found')
  })

  it('残りを確かめたあとに職が加わっても、データベースが断る（第二の鍵）', async () => {
    const { insurer, work } = await anOffice()
    await anActor(database, insurer, 'centreStaff', 'b')
    const door = work().write((tx) =>
      tx.query(`select registers.end_centre($1, 1, '2027-03-31')`, [insurer.centres.b]),
    )
    expect((await problem(door)).code).toBe('23001')
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, workOf } from '../../platform/testing/insurer.ts'
import { modulus10CheckDigit } from '../../platform/text/index.ts'
import { exportOrganisations } from './export.ts'
import { listOrganisations, putOrganisation } from './organisations.ts'
import { PutOrganisation } from './schema.ts'
import { changeInsurer, insurerSheet, putMember, removeMember } from './service.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

async function anOffice() {
  const insurer = await anInsurer(database)
  const administrator = await anActor(database, insurer, 'administrator')
  const officer = await anActor(database, insurer, 'officer')
  return { insurer, work: () => workOf(database, administrator), officer: () => workOf(database, officer) }
}

const problem = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => null,
    (reason: { code: string; errors?: { path: string; code: string }[] }) => reason,
  )
  return { code: error?.code, errors: error?.errors?.map(({ path, code }) => `${path} ${code}`) }
}

describe('保険者の登録', () => {
  const change = (version: number, insurerNumber: string) => ({
    version,
    insurerNumber,
    name: '試験市（架空）',
    kind: 'municipality' as const,
  })

  it('番号を確かめて保存し、先に直されていればいまの内容を返す', async () => {
    const { work, insurer } = await anOffice()
    const other = await anOffice()
    const five = String(insurer.id % 100_000).padStart(5, '0')
    const number = `${five}${modulus10CheckDigit(five)}` // each test has a number of its own
    const { version } = await insurerSheet(work())
    const refused = async (typed: string) =>
      (await problem(changeInsurer(work(), change(version, typed)))).errors
    expect(await refused('131016')).toEqual(['insurerNumber municipality-code'])
    expect(await refused('13101')).toEqual(['insurerNumber length'])
    await changeInsurer(work(), change(version, number))
    expect(await insurerSheet(work())).toMatchObject({ insurerNumber: number, name: '試験市（架空）' })
    expect((await problem(changeInsurer(work(), change(version, number)))).code).toBe('conflict')
    const same = changeInsurer(other.work(), change((await insurerSheet(other.work())).version, number))
    expect((await problem(same)).errors).toEqual(['insurerNumber taken'])
  })

  it('管理者でない職の接続からは直せない', async () => {
    const { officer } = await anOffice()
    expect((await problem(changeInsurer(officer(), change(1, '990010')))).code).toBe('42501')
  })
})

describe('構成市町村', () => {
  const member = (code: string, from: string, to: string | null = null) => ({
    id: randomUUID(),
    version: null,
    municipalityCode: code,
    name: '試験町（架空）',
    validFrom: from,
    validTo: to,
  })

  it('検査数字の合わないコード、逆さまの期間、重なる期間を断る', async () => {
    const { work } = await anOffice()
    const put = (one: ReturnType<typeof member>) => problem(putMember(work(), one))
    expect((await put(member('131017', '2020-04-01'))).errors).toEqual(['municipalityCode check-digit'])
    expect((await put(member('131016', '2020-04-01', '2020-03-31'))).errors).toEqual([
      'validTo ends-before-it-begins',
    ])
    expect((await put(member('13101', '2000-04-01', '2020-03-31'))).code).toBeUndefined() // five digits are completed
    expect((await put(member('131016', '2020-03-31'))).errors).toEqual(['validFrom overlaps'])
    expect((await put(member('131016', '2020-04-01'))).code).toBeUndefined()
    expect((await insurerSheet(work())).members).toMatchObject([
      { municipalityCode: '131016', validTo: '2020-03-31' },
      { municipalityCode: '131016', validFrom: '2020-04-01' },
    ])
  })

  it('まちがいは取り除け、ほかの保険者のものは見えも取り除けもしない', async () => {
    const { work } = await anOffice()
    const other = await anOffice()
    const one = member('131016', '2020-04-01')
    await putMember(work(), one)
    const removal = { id: one.id, version: 1 }
    expect((await problem(removeMember(other.work(), removal))).code).toBe('not-found')
    expect((await problem(removeMember(work(), { ...removal, version: 2 }))).code).toBe('conflict')
    await removeMember(work(), removal)
    expect((await insurerSheet(work())).members).toEqual([])
  })
})

describe('法人・事業所', () => {
  const office = (more: Partial<PutOrganisation> = {}) =>
    PutOrganisation.parse({
      id: randomUUID(),
      version: null,
      name: '見本事業所（架空）',
      kind: 'care-office',
      ...more,
    })

  it('事業所番号の検査数字が合わなければ一度断り、照らし合わせたと言えば注意つきで保存する', async () => {
    const { work } = await anOffice()
    const wrong = office({ officeNumber: '1370000001' })
    const refused = await problem(putOrganisation(work(), wrong))
    expect(refused.errors).toEqual(['officeNumber check-digit'])
    const stored = await putOrganisation(work(), { ...wrong, acceptsOfficeNumber: true })
    expect(stored.warnings).toHaveLength(1)
    expect((await problem(putOrganisation(work(), office({ officeNumber: '137' })))).errors).toEqual([
      'officeNumber length',
    ])
    expect((await problem(putOrganisation(work(), office({ corporateNumber: '12' })))).errors).toEqual([
      'corporateNumber length',
    ])
  })

  it('センター、職、委託が残れば終えられず、何が残るかを言う。その日までなら終えられる', async () => {
    const { insurer, work } = await anOffice()
    const [stored] = await listOrganisations(work())
    await anActor(database, insurer, 'contractedCareManager')
    await asOwner(database, async (client) => {
      await client.query(
        'update registers.centre set organisation_id = $2 where insurer_id = $1 and id = $3',
        [insurer.id, insurer.officeId, insurer.centres.a],
      )
      await client.query(
        `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, valid_to)
         values ($1, $2, $3, 'assignment', '2026-04-01', '2027-03-31')`,
        [insurer.id, randomUUID(), insurer.officeId],
      )
    })
    const end = (validTo: string) =>
      problem(
        putOrganisation(
          work(),
          office({ id: insurer.officeId, version: stored!.version, name: stored!.name, validTo }),
        ),
      )
    expect((await end('2027-03-30')).errors).toEqual(['validTo centres', 'validTo posts', 'validTo people'])
    await asOwner(database, async (client) => {
      await client.query(`update registers.centre set valid_to = '2027-03-31' where insurer_id = $1`, [
        insurer.id,
      ])
      await client.query(
        `update registers.post set valid_to = '2027-03-31' where insurer_id = $1 and organisation_id is not null`,
        [insurer.id],
      )
    })
    expect((await end('2027-03-30')).errors).toEqual(['validTo centres', 'validTo posts', 'validTo people'])
    expect((await end('2027-03-31')).code).toBeUndefined()
  })

  it('保険者職員は見られるが直せず、ほかの保険者のものは出ない', async () => {
    const { work, officer } = await anOffice()
    const other = await anOffice()
    await putOrganisation(work(), office())
    expect((await listOrganisations(officer())).map(({ name }) => name)).toContain('見本事業所（架空）')
    expect((await listOrganisations(other.work())).map(({ name }) => name)).not.toContain(
      '見本事業所（架空）',
    )
    expect((await problem(putOrganisation(officer(), office()))).code).toBe('42501')
    const file = await exportOrganisations(work(), 'csv')
    expect(Buffer.from(file.bytes).toString()).toContain('見本事業所（架空）,居宅介護支援事業所')
  })
})

import { randomUUID } from 'node:crypto'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, workOf } from '../../platform/testing/insurer.ts'
import { namedMapping, parseMapping } from './index.ts'
import { previewFile } from './preview.ts'
import { type FacilityMapping, PutMappingProfile } from './schema.ts'
import { listProfiles, putProfile, removeProfile } from './service.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

const columns = [
  { heading: '№', field: 'id' },
  { heading: 'つどいの名', field: 'name' },
  { heading: 'ところ', field: 'address' },
  { heading: 'お世話係', field: null },
]
const mapping = { target: 'facilities', category: '通いの場', areaCode: '372013', headerRow: 2, columns }
const entry = (more: object = {}) =>
  PutMappingProfile.parse({ id: randomUUID(), version: null, name: 'つどいの場（見本）', mapping, ...more })
const file = (lines: string[]) => ({ name: 'tsudoi.csv', bytes: iconv.encode(lines.join('\r\n'), 'cp932') })

async function anOffice() {
  const insurer = await anInsurer(database)
  const officer = await anActor(database, insurer, 'officer')
  return { insurer, work: () => workOf(database, officer) }
}
const problem = async (doing: Promise<unknown>) =>
  doing.then(
    () => null,
    ({ code, errors }: { code: string; errors?: { path: string }[] }) => ({
      code,
      paths: errors?.map(({ path }) => path) ?? [],
    }),
  )

describe('対応づけを残す', () => {
  it('名前を付けて残し、直し、消せる。先に直されていれば、いまの内容を返す', async () => {
    const { work } = await anOffice()
    const given = entry()
    const stored = await putProfile(work(), given)
    expect(stored).toMatchObject({
      version: 1,
      name: 'つどいの場（見本）',
      mapping: { category: '通いの場' },
    })
    const again = await putProfile(work(), { ...given, version: 1, name: 'つどい（見本）' })
    expect(again.version).toBe(2)
    expect(await problem(putProfile(work(), { ...given, version: 1 }))).toMatchObject({ code: 'conflict' })
    expect(await problem(removeProfile(work(), given.id, 1))).toMatchObject({ code: 'conflict' })
    await removeProfile(work(), given.id, 2)
    expect(await listProfiles<FacilityMapping>(work(), 'facilities')).toEqual([])
    expect(await problem(removeProfile(work(), given.id, 2))).toMatchObject({ code: 'not-found' })
  })

  it('同じ名前は一つだけ。送り直しは二つにならず、ほかの保険者のものは見えない', async () => {
    const { work, insurer } = await anOffice()
    const given = entry()
    await putProfile(work(), given)
    expect(await problem(putProfile(work(), given))).toMatchObject({ code: 'conflict' })
    expect(await problem(putProfile(work(), entry()))).toEqual({ code: 'invalid', paths: ['name'] })
    const other = await anOffice()
    expect(await listProfiles<FacilityMapping>(other.work(), 'facilities')).toEqual([])
    await putProfile(other.work(), entry())
    const named = await asOwner(database, (client) => namedMapping(client, insurer.id, 'つどいの場（見本）'))
    expect(named).toMatchObject({ areaCode: '372013' })
    expect(await asOwner(database, (client) => namedMapping(client, insurer.id, 'ない名前'))).toBeUndefined()
  })

  it('保険者職員でない職は、直接書いても残せない', async () => {
    const { insurer } = await anOffice()
    const administrator = await anActor(database, insurer, 'administrator')
    await expect(putProfile(workOf(database, administrator), entry())).rejects.toThrow()
  })

  it.each([
    ['名称の列がない', { columns: columns.slice(2) }, 'mapping.columns'],
    ['同じ項目が二つ', { columns: [...columns, { heading: '別名', field: 'name' }] }, 'mapping.columns'],
    ['種類がない', { category: null }, 'mapping.category'],
    ['市区町村が分からない', { areaCode: null }, 'mapping.areaCode'],
    ['コードの検査数字が違う', { areaCode: '372014' }, 'mapping.areaCode'],
  ])('%s対応づけは断る', async (_, change, path) => {
    const refused = await problem(Promise.resolve().then(() => parseMapping({ ...mapping, ...change })))
    expect(refused).toEqual({ code: 'invalid', paths: [path] })
  })
})

describe('ファイルを試しに読む', () => {
  const lines = [
    '令和9年度 つどいの場（架空）',
    '№,つどいの名称,ところ,お世話係,駐車場',
    '1,見本体操の会,香川県高松市架空町1,見本 花子,有',
    '2,,香川県高松市架空町2,例示 太郎,無',
  ]
  const look = { sheet: null, headerRow: null, mapping: null }

  it('見出しの行を探し、列の見当を付け、合う対応づけを違いとともに出す', async () => {
    const { work } = await anOffice()
    await putProfile(work(), entry())
    const preview = await previewFile(
      file(lines),
      await listProfiles<FacilityMapping>(work(), 'facilities'),
      look,
    )
    expect(preview).toMatchObject({ encoding: 'CP932', headerRow: 2, reading: null })
    expect(preview.columns).toMatchObject([
      { heading: '№', samples: ['1', '2'], guess: 'id' },
      { heading: 'つどいの名称', guess: 'name' },
      { heading: 'ところ', guess: null },
      {},
      {},
    ])
    expect(preview.offers[0]?.differences).toEqual({
      missing: ['つどいの名'],
      added: ['つどいの名称', '駐車場'],
      renamed: [{ from: 'つどいの名', to: 'つどいの名称' }],
    })
  })

  it('題だけの長い行より見出しを選び、関係のない対応づけは出さない', async () => {
    const { work } = await anOffice()
    await putProfile(work(), entry())
    const other = file(['題', '注意', '番号,施設名,住所', '1,見本会館,架空町1'])
    const preview = await previewFile(other, await listProfiles<FacilityMapping>(work(), 'facilities'), look)
    expect([preview.headerRow, preview.offers]).toEqual([3, []])
  })

  it('対応づけを送れば、全体を読んで、読める数と断る行を言い、選ばない列は出さない', async () => {
    const renamed = parseMapping({
      ...mapping,
      columns: columns.map((one) => (one.field === 'name' ? { ...one, heading: 'つどいの名称' } : one)),
    })
    const { reading } = await previewFile(file(lines), [], { ...look, headerRow: 2, mapping: renamed })
    expect(reading).toMatchObject({ read: 1, refusedCount: 1, refused: [{ row: 4, column: 'つどいの名称' }] })
    expect(JSON.stringify(reading)).not.toContain('花子')
  })
})

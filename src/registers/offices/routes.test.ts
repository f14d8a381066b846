import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, asOwner, workOf } from '../../platform/testing/insurer.ts'
import { allOffices } from './list.ts'
import { routes } from './routes.ts'
import type { Difference, Office, OfficeRow } from './schema.ts'
import { clearOffices, filesOf, fixtures, loadOffices, referenceClient } from './testing/load.ts'

let client: pg.Client
let database: TestDatabase
let call: Call
let officer: Actor
let nurse: Actor
let other: Actor
beforeAll(async () => {
  database = await testDatabase()
  client = await referenceClient(database)
  await clearOffices(client)
  await loadOffices(client, filesOf('pref37-kagawa'))
  call = anApi(database, [routes])
  const insurer = await anInsurer(database)
  officer = await anActor(database, insurer, 'officer')
  nurse = await anActor(database, insurer, 'centreStaff', 'a')
  other = await anActor(database, await anInsurer(database), 'officer')
  await asOwner(database, (owner) =>
    owner.query(
      `insert into registers.member_municipality (insurer_id, municipality_code, name, valid_from) values ($1, '372013', '試験', '2020-04-01')`,
      [insurer.id],
    ),
  )
})
afterAll(async () => {
  await clearOffices(client)
  await client.end()
})

const search = async (body: object = {}, actor = nurse) => {
  const answer = await call(actor, 'POST', '/api/offices/search', body)
  expect(answer.status).toBe(200)
  return answer.body as { items: OfficeRow[]; nextCursor: string | null; total: number | null }
}
const differenceOf = async (officeNumber: string, actor = officer, state = 'open') => {
  const { body } = await call(actor, 'POST', '/api/offices/differences', { state, limit: 200 })
  return (body.items as Difference[]).find((one) => one.officeNumber === officeNumber)
}
const decide = (found: Difference, more: object, actor = officer) =>
  call(actor, 'POST', '/api/offices/differences/decide', {
    officeNumber: found.officeNumber,
    version: found.decision?.version ?? null,
    textsHash: found.textsHash,
    reason: '指定の通知書で確かめた',
    ...more,
  })

describe('介護事業所の一覧', () => {
  it('サインインしていなければ断る', async () => {
    expect((await call(null, 'POST', '/api/offices/search', {})).status).toBe(401)
  })

  it('香川県は402（番号と市区町村の組）、高松市は163、出典は加工の断りつき', async () => {
    const all = await call(nurse, 'POST', '/api/offices/search', { withTotal: true })
    expect(all.body).toMatchObject({
      total: 402,
      attribution: [
        '出典: 「介護サービス情報公表システム オープンデータ」（厚生労働省）を加工して作成（公共データ利用規約（第1.0版））',
      ],
    })
    expect((await search({ municipalityCode: '372013', withTotal: true })).total).toBe(163)
    expect((await search({ municipalityCode: '372013', serviceCode: '520', withTotal: true })).total).toBe(
      (
        await client.query(
          `select 1 from registers.care_office_service where service_code = '520' and municipality_code = '372013'`,
        )
      ).rowCount,
    )
  })

  it.each([
    ['さつき荘', 1],
    ['ｻﾂｷ 荘', 1],
    ['さつきそう', 1],
    ['3750180089', 1],
    ['なし%', 0],
  ])('「%s」で探すと %i 件', async (word, total) => {
    expect((await search({ word, municipalityCode: '372013', withTotal: true })).total).toBe(total)
  })

  it.each(['name', 'number', 'municipality', 'services'] as const)(
    '%s の順に50件ずつたどると、全部が一度ずつ出る',
    async (by) => {
      for (const direction of ['ascending', 'descending'] as const) {
        const ids: string[] = []
        for (let cursor: string | undefined; ; ) {
          const page = await search({ by, direction, limit: 150, ...(cursor ? { cursor } : {}) })
          ids.push(...page.items.map(({ id }) => id))
          if (page.nextCursor === null) break
          cursor = page.nextCursor
        }
        expect([ids.length, new Set(ids).size]).toEqual([402, 402])
      }
    },
  )

  it('壊れた続きの場所は、言葉で断る', async () => {
    const answer = await call(nurse, 'POST', '/api/offices/search', { cursor: 'xx' })
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'cursor'])
  })

  it('入っていないサービスを、都道府県ごとに言う', async () => {
    const { body } = await call(officer, 'GET', '/api/offices/holdings')
    const [kagawa] = body.prefectures
    expect([kagawa.prefectureName, kagawa.services.length]).toEqual(['香川県', 22])
    const missing = kagawa.missing.map(({ code }: { code: string }) => code)
    expect(missing).toEqual(expect.arrayContaining(['110', '130', '150', '210', '320', '430', '510', '780']))
    expect(body.municipalities.filter(({ isOwn }: { isOwn: boolean }) => isOwn)).toMatchObject([
      { code: '372013', name: '高松市' },
    ])
    expect(body.differences.open).toEqual({ spacing: 16, notation: 8, real: 26 })
  })

  it('一つの事業所: サービスごとに、どのファイルの何行目かも', async () => {
    const [row] = (await search({ word: '3750180089' })).items
    const { body } = await call(nurse, 'GET', `/api/offices/by-id/${row?.id}`)
    const office = body as Office
    expect(office).toMatchObject({
      officeNumber: '3750180089',
      hasRightNumber: true,
      prefectureName: '香川県',
    })
    expect(office.services.map(({ code }) => code)).toEqual(row?.services.map(({ code }) => code))
    expect(office.services[0]).toMatchObject({
      fileName: expect.stringMatching(/^jigyosho_/),
      datedBy: 'load',
    })
    expect(office.names.length).toBe(2) // さつき荘, with and without a space
    expect(office.notLoaded.length).toBe(13)
    const absent = await call(nurse, 'GET', '/api/offices/by-id/00000000-0000-7000-8000-000000000000')
    expect(absent.status).toBe(404)
  })

  it('書き出しは絞り込みのとおりで、入っていないサービスを書き添える', async () => {
    const { items } = await allOffices(workOf(database, officer), {
      word: '',
      serviceCode: null,
      municipalityCode: '372013',
      by: 'name',
      direction: 'ascending',
    })
    expect(items).toHaveLength(163)
  })
})

describe('同じ番号の二つの名称・住所', () => {
  it('市の担当者だけが決められる', async () => {
    const found = (await differenceOf('3750180089')) as Difference
    expect((await decide(found, { outcome: 'different-offices' }, nurse)).status).toBe(403)
  })

  it('理由のない決定、公表されていない名称、古い表示からの決定は受けない', async () => {
    const found = (await differenceOf('3750180055')) as Difference // サンライズ屋島
    const without = await decide(found, { outcome: 'different-offices', reason: ' ' })
    expect(without.body.errors).toMatchObject([{ path: 'reason' }])
    const unnamed = await decide(found, { outcome: 'one-office' })
    expect(unnamed.body.errors).toMatchObject([{ path: 'shownName' }])
    const own = await decide(found, { outcome: 'one-office', shownName: '架空荘', shownAddress: '架空町' })
    expect(own.body.errors.map(({ path }: { path: string }) => path)).toEqual(['shownName', 'shownAddress'])
    const stale = await decide({ ...found, textsHash: '0'.repeat(32) }, { outcome: 'different-offices' })
    expect([stale.status, stale.body.stored.officeNumber]).toEqual([409, '3750180055'])
  })

  it('どちらのファイルが何と書くかを並べて示し、決めたものを一覧に出す。決定はその保険者だけのもの', async () => {
    const found = (await differenceOf('3750180055')) as Difference
    expect(found.kind).toBe('real')
    expect(found.texts.length).toBeGreaterThan(1)
    expect(found.texts.flatMap(({ files }) => files.map(({ fileName }) => fileName))).toContain(
      'jigyosho_520.csv',
    )
    const [, chosen] = found.texts
    const decided = await decide(found, {
      outcome: 'one-office',
      shownName: chosen?.name,
      shownAddress: chosen?.address,
    })
    expect(decided.status).toBe(200)
    const shown = (await search({ word: '3750180055' })).items
    expect(shown).toMatchObject([{ name: chosen?.name, address: chosen?.address, difference: 'decided' }])
    expect((await search({ word: '3750180055' }, other)).items).toMatchObject([{ difference: 'open' }])
    expect((await differenceOf('3750180055', other))?.decision).toBeNull()
    expect((await differenceOf('3750180055', officer, 'decided'))?.decision).toMatchObject({
      reason: '指定の通知書で確かめた',
      decidedBy: '試験 職員',
      isCurrent: true,
    })
    expect((await decide(found, { outcome: 'different-offices' })).status).toBe(409) // decided meanwhile
  })

  it('別の事業所と決めると、一覧に二つの行で出る', async () => {
    const found = (await differenceOf('3710118419')) as Difference // 通所 at 天神前5-6, 訪問 at 5-5
    expect((await search({ word: '3710118419' })).items).toHaveLength(1)
    await decide(found, { outcome: 'different-offices' })
    const rows = (await search({ word: '3710118419' })).items
    expect(rows.map(({ difference }) => difference)).toEqual(['different', 'different'])
    expect(new Set(rows.map(({ name }) => name)).size).toBe(2)
  })

  it('空白と全角・半角だけのちがいは、まとめて確認できる。ほかのちがいには触れない', async () => {
    const { body } = await call(officer, 'POST', '/api/offices/differences/accept-spacing', {})
    expect(body).toEqual({ count: 16 })
    const left = await call(officer, 'POST', '/api/offices/differences', {})
    expect(left.body.counts.open).toEqual({ spacing: 0, notation: 8, real: 24 })
    expect(left.body.counts.decided.spacing).toBe(16)
    expect((await call(officer, 'POST', '/api/offices/differences/accept-spacing', {})).body).toEqual({
      count: 0,
    })
    const accepted = await differenceOf('3750180089', officer, 'decided')
    expect(accepted?.decision).toMatchObject({ isBulk: true, shownName: accepted?.texts[0]?.name })
  })

  it('同じファイルの読み直しでは決定が残り、文言が変わるともう一度上がってくる。前の決定は見える', async () => {
    await loadOffices(client, filesOf('pref37-kagawa'), { today: '2026-12-01' })
    expect(await differenceOf('3750180055', officer, 'decided')).toBeDefined()
    const text = readFileSync(join(fixtures, 'pref37-kagawa', 'jigyosho_520.csv'), 'utf8')
    const renamed = text.replace('介護老人保健施設サンライズ屋島', '介護老人保健施設サンライズやしま')
    expect(renamed).not.toBe(text)
    await loadOffices(client, [{ name: 'jigyosho_520.csv', bytes: Buffer.from(renamed) }])
    const again = await differenceOf('3750180055')
    expect(again?.decision).toMatchObject({ isCurrent: false, reason: '指定の通知書で確かめた' })
    expect(again?.decision?.texts.some(({ name }) => name === '介護老人保健施設サンライズ屋島')).toBe(true)
    expect((await search({ word: '3750180055' })).items).toMatchObject([{ difference: 'open' }])
    const { body } = await call(officer, 'GET', '/api/offices/holdings')
    expect(body.differences.again).toBe(1)
    // and back: what was decided holds again
    await loadOffices(client, [{ name: 'jigyosho_520.csv', bytes: Buffer.from(text) }])
    expect((await search({ word: '3750180055' })).items).toMatchObject([{ difference: 'decided' }])
  })

  it('決定は取り消せ、前の内容は履歴に残る', async () => {
    const found = (await differenceOf('3710118419', officer, 'decided')) as Difference
    const { id = '', version = 0 } = found.decision ?? {}
    const body = { id, version }
    expect((await call(other, 'POST', '/api/offices/differences/withdraw', body)).status).toBe(404)
    expect(
      (await call(officer, 'POST', '/api/offices/differences/withdraw', { id, version: 9 })).status,
    ).toBe(409)
    expect((await call(officer, 'POST', '/api/offices/differences/withdraw', body)).status).toBe(200)
    expect((await differenceOf('3710118419'))?.decision).toBeNull()
    const kept = await asOwner(
      database,
      async (owner) =>
        (
          await owner.query(
            `select row ->> 'outcome' as outcome from platform.history where insurer_id = $1 and table_name = 'registers.care_office_decision' and row_id = $2`,
            [officer.insurerId, id],
          )
        ).rows,
    )
    expect(kept).toEqual([{ outcome: 'different-offices' }])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { toJSONSchema } from 'zod'
import { type Actor, ROLE_NAMES } from '../access/index.ts'
import { fixedClock } from '../clock.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { createApp } from '../http/index.ts'
import type { Jobs } from '../jobs/index.ts'
import { anApi, type Call } from '../tasks/testing/api.ts'
import { anActor, anInsurer, engineOf, TEST_NOW, TEST_TODAY, type TestInsurer } from '../testing/insurer.ts'
import { allRules } from './find-rules.ts'
import { routes } from './routes.ts'

const LARGE = { standardBenefitYen: 9_519_211_524, communitySupportYen: 593_658_000 }
let database: TestDatabase
let insurer: TestInsurer
let officer: Actor
let call: Call
let app: ReturnType<typeof createApp>
/** audit lines and log lines of `app` */
const lines: string[] = []
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  officer = await anActor(database, insurer, 'officer')
  call = anApi(database, [routes])
  app = createApp({
    engine: engineOf(database),
    clock: fixedClock(TEST_NOW),
    readQueue: { add: async (line) => void lines.push(JSON.stringify(line)) },
    log: (line) => void lines.push(JSON.stringify(line)),
    get jobs(): Jobs {
      throw new Error('these routes start no job')
    },
    origin: undefined,
    findSession: async () => ({ actor: officer, restricted: null }),
    areas: [routes],
    screensFolder: import.meta.dirname,
    isReady: async () => true,
  })
})

/** The text as it is, with its length, as a browser sends it. */
const open = async (text: string) =>
  app.request('http://test/api/rules/PRM-04', {
    method: 'POST',
    headers: {
      'x-meguri-csrf': '1',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    },
    body: text,
  })

describe('一覧と一件', () => {
  it('一覧はすべての決まりを、分類、意味、出典の確かさとともに並べる', async () => {
    const { status, body } = await call(officer, 'GET', '/api/rules')
    expect(status).toBe(200)
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual((await allRules()).map(({ id }) => id))
    expect(body.items.find(({ id }: { id: string }) => id === 'PRM-04')).toEqual({
      id: 'PRM-04',
      covers: [],
      title: '第1号被保険者負担分相当額',
      group: '保険料',
      meaning: expect.stringContaining('第1号被保険者の保険料'),
      confidence: 'secondary',
      isUnverified: false,
      decidedBy: 'on',
    })
  })

  it('一件は、式、入力の形、日付ごとの数値、計算例を持つ。大文字と小文字を区別しない', async () => {
    const { body } = await call(officer, 'GET', '/api/rules/prm-04')
    expect(body.input.properties.standardBenefitYen).toMatchObject({ title: '標準給付費見込額', unit: '円' })
    expect(body.input.required).toEqual(['standardBenefitYen', 'communitySupportYen'])
    const [share] = body.parameters
    expect(share).toMatchObject({ id: 'insurer.premium.first-insured-share', unit: '‰' })
    expect(share.history.at(-1)).toMatchObject({ from: '2027-04-01', status: 'provisional' })
    expect(body.cases[0]).toMatchObject({ on: '2024-04-01', input: LARGE, isSecondary: true })
  })

  it('ない番号には、ないと答える', async () => {
    for (const [method, body] of [['GET'], ['POST', {}]] as const)
      expect((await call(officer, method, '/api/rules/NONE-99', body)).status).toBe(404)
  })

  it('どの決まりも、一件として開ける', async () => {
    for (const { id, covers = [] } of await allRules())
      for (const name of [id, ...covers]) {
        const { status, body } = await call(officer, 'GET', `/api/rules/${encodeURIComponent(name)}`)
        expect([name, status, body.id]).toEqual([name, 200, id])
      }
  })
})

describe('試算', () => {
  it('値、日、端数、使った数値を返す。過程は求めたときだけ', async () => {
    const { status, body } = await call(officer, 'POST', '/api/rules/PRM-04?on=2024-04-01', LARGE)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ruleId: 'PRM-04',
      value: { firstInsuredShareYen: 2_325_959_991 },
      on: '2024-04-01',
      steps: [],
      cautions: [],
      filled: [],
    })
    expect(body.roundings[0]).toMatchObject({ direction: 'half-up', to: 1, unit: '円' })
    expect(body.parameters).toEqual([
      expect.objectContaining({
        id: 'insurer.premium.first-insured-share',
        from: '2018-04-01',
        value: 230,
        confidence: 'seen',
      }),
    ])
    const explained = await call(officer, 'POST', '/api/rules/PRM-04?on=2024-04-01&steps=true', LARGE)
    expect(explained.body.steps.at(-1)).toMatchObject({ value: 2_325_959_991, unit: '円' })
  })

  it('日を言わなければ今日の数値、仮置きの値にはそう書く', async () => {
    const today = await call(officer, 'POST', '/api/rules/PRM-04', LARGE)
    expect(today.body.on).toBe(TEST_TODAY)
    const { body } = await call(officer, 'POST', '/api/rules/PRM-04?on=2027-04-01', LARGE)
    expect(body.parameters[0]).toMatchObject({ status: 'provisional', confidence: 'unverified' })
    const old = await call(officer, 'POST', '/api/rules/PRM-04?on=2000-03-31', LARGE)
    expect(old.status).toBe(422)
    expect(old.body.errors[0]).toMatchObject({ code: 'no-value-in-force' })
    expect(old.body.errors[0].message).toContain('第1号被保険者負担割合')
  })

  it.each([
    ['number', { ...LARGE, communitySupportYen: 'x' }, 'communitySupportYen', '地域支援事業費'],
    ['missing', { communitySupportYen: 1 }, 'standardBenefitYen', '標準給付費見込額'],
    ['negative', { ...LARGE, communitySupportYen: -1 }, 'communitySupportYen', '0円以上'],
  ])('入力が合わなければ、項目と理由を日本語で言う: %s', async (_, input, path, words) => {
    const { status, body } = await call(officer, 'POST', '/api/rules/PRM-04', input)
    expect([status, body.code]).toEqual([422, 'not-computed'])
    expect(body.errors[0].path).toBe(path)
    expect(body.errors[0].message).toContain(words)
  })

  it('決まりにない項目、日付でない日、JSON でない本文、大きすぎる本文は断る', async () => {
    const unknown = await call(officer, 'POST', '/api/rules/PRM-04', { ...LARGE, extra: 1 })
    expect(unknown.status).toBe(422)
    expect(
      (await call(officer, 'POST', '/api/rules/PRM-04?on=2026-02-30', LARGE)).body.errors[0],
    ).toMatchObject({
      path: 'on',
      message: expect.stringContaining('実在する日付'),
    })
    const [broken, huge] = [await open('{'), await open(JSON.stringify({ text: 'あ'.repeat(400_000) }))]
    expect([broken.status, huge.status]).toEqual([400, 413])
    expect(await huge.text()).toContain('1 MB までです。内容を分けて')
  })

  it('どの決まりの計算例も、同じ値になる', async () => {
    for (const rule of await allRules()) {
      const [one] = rule.cases
      const { status, body } = await call(
        officer,
        'POST',
        `/api/rules/${rule.id}?on=${one!.on}&steps=true`,
        one!.input,
      )
      if (one!.refused) expect([rule.id, status]).toEqual([rule.id, 422])
      else expect([rule.id, body.value]).toEqual([rule.id, JSON.parse(JSON.stringify(one!.value ?? null))])
    }
  })

  it('どの役割でも使え、サインインしていなければ使えない', async () => {
    for (const role of ROLE_NAMES) {
      const actor = await anActor(database, insurer, role)
      expect([role, (await call(actor, 'POST', '/api/rules/PRM-04', LARGE)).status]).toEqual([role, 200])
    }
    expect((await call(null, 'POST', '/api/rules/PRM-04', LARGE)).status).toBe(401)
  })
})

it('監査の行もログも、送られた内容を持たない', async () => {
  lines.length = 0
  for (const body of [LARGE, { ...LARGE, communitySupportYen: 593_658_000.5 }, 593_658_000])
    await open(JSON.stringify(body))
  expect(lines).toHaveLength(3)
  expect(lines.join('\n')).toContain('/api/rules/{id}')
  expect(lines.join('\n')).not.toContain('593658000')
})

it('API の文書は、決まりごとの入力の形を部品に持ち、一つの操作から指す', async () => {
  const answer = await app.request('http://test/api/openapi.json')
  const { paths, components } = (await answer.json()) as {
    paths: Record<
      string,
      { post: { requestBody: { content: Record<string, { schema: { oneOf: unknown[] } }> } } }
    >
    components: { schemas: Record<string, { properties: unknown }> }
  }
  const { schema } = paths['/api/rules/{id}']!.post.requestBody.content['application/json']!
  const rules = await allRules()
  expect(schema.oneOf).toEqual(rules.map(({ id }) => ({ $ref: `#/components/schemas/Rule-${id}` })))
  for (const { id, input } of rules) {
    const { properties } = toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
    expect([id, components.schemas[`Rule-${id}`]?.properties]).toEqual([id, properties])
  }
})

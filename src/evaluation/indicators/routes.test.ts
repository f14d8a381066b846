import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { createApp } from '../../platform/http/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import {
  anActor,
  anInsurer,
  asOwner,
  engineOf,
  setSetting,
  TEST_NOW,
  type TestInsurer,
} from '../../platform/testing/insurer.ts'
import { routes } from './routes.ts'
import type { Value, View } from './schema.ts'
import { clearRealData, loadRealData } from './testing/real-data.ts'

const TAKAMATSU = '372013'
let database: TestDatabase
let insurer: TestInsurer
let officer: Actor
let call: Call
let openly: (path: string, headers?: Record<string, string>) => Promise<Response>
beforeAll(async () => {
  database = await testDatabase()
  await clearRealData(database)
  await loadRealData(database, [
    'municipality-codes',
    'annual-report-insured',
    'annual-report-certified',
    'population-by-town',
  ])
  insurer = await anInsurer(database)
  officer = await anActor(database, insurer, 'officer')
  call = anApi(database, [routes])
  const app = createApp({
    engine: engineOf(database),
    clock: fixedClock(TEST_NOW),
    readQueue: { add: async () => {} },
    log: () => {},
    get jobs(): Jobs {
      throw new Error('these routes start no job')
    },
    origin: undefined,
    findSession: async () => null,
    areas: [routes],
    screensFolder: import.meta.dirname,
    isReady: async () => true,
  })
  openly = async (path, headers) => app.fetch(new Request(`http://test${path}`, { headers }))
}, 120_000)
afterAll(() => clearRealData(database))

describe('定義と値', () => {
  it('定義の一覧は、分子、分母、言えないこと、根拠の確かさ、値のある期間を持つ', async () => {
    const { status, body } = await call(officer, 'GET', '/api/indicators?level=insurer')
    expect(status).toBe(200)
    const rate = body.items.find(({ id }: { id: string }) => id === 'certification-rate')
    expect(rate).toMatchObject({
      title: '要介護認定率',
      unit: '%',
      confidenceWord: '出典未確認',
      better: 'neither',
    })
    expect(rate.available.find(({ level }: { level: string }) => level === 'insurer').periods).toEqual([
      { periodFrom: '2024-03-31', periodTo: '2024-03-31', release: '確定' },
    ])
  })
  it('香川県だけに絞っても、分布はその保険者だけになる', async () => {
    const { body } = await call(officer, 'GET', '/api/indicators/certification-rate/values?prefecture=370002')
    expect([body.items.length, body.spread.count]).toEqual([17, 17])
  })
  it('いくつかの指標を、一度の答えでまとめて受け取る', async () => {
    const indicators = [
      'certification-rate',
      'adjusted-certification-rate',
      'insured-85over-share',
      'ageing-rate',
    ]
    const { body } = await call(officer, 'POST', '/api/indicators/compare', {
      indicators,
      level: 'insurer',
      places: [TAKAMATSU],
      include: ['values', 'spread', 'series'],
    })
    expect(body.items.map(({ values }: { values: Value[] }) => values[0]!.value!.toFixed(1))).toEqual([
      '21.4',
      '21.3',
      '18.5',
    ])
    expect(body.items[0].nation.value.toFixed(1)).toBe('19.4')
    expect(body.items[1].standard).toContain('全国の第1号被保険者')
    expect(body.items[0].line[0].points).toHaveLength(1)
    expect(body.empty).toEqual(['ageing-rate'])
  })
  it('図の多いページには、全保険者の値だけを、場所の並びとともに渡す', async () => {
    const { body } = await call(officer, 'POST', '/api/indicators/compare', {
      indicators: ['certification-rate', 'insured-85over-share'],
      places: [TAKAMATSU],
      include: ['figures'],
    })
    const at = body.places.findIndex(({ code }: Value) => code === TAKAMATSU)
    expect(
      body.items.map(({ figures }: { figures: number[] }) => [figures.length, figures[at]!.toFixed(1)]),
    ).toEqual([
      [1571, '21.4'],
      [1571, '18.5'],
    ])
    expect(body.items[0].values).toBeNull()
  })
  it('ない指標、ない期間、ない場所は、どれも見つからない', async () => {
    for (const path of [
      'no-such/values',
      'certification-rate/values?periodTo=1999-03-31',
      'certification-rate/reading?code=999999',
    ])
      expect([path, (await call(officer, 'GET', `/api/indicators/${path}`)).status]).toEqual([path, 404])
  })
  it('期間の書き方がちがうときは、どう書くかを言う', async () => {
    const { status, body } = await call(
      officer,
      'GET',
      '/api/indicators/certification-rate/values?periodTo=R5',
    )
    expect([status, body.errors[0].message]).toEqual([
      422,
      '期間の最後の日を「2024-03-31」の形で指定してください。',
    ])
  })
})

describe('公開データ（サインインなし）', () => {
  it('値は出典とともに出て、同じ札なら本文なしの 304', async () => {
    const first = await openly('/api/open/indicators/certification-rate/values')
    expect(first.status).toBe(200)
    const tag = first.headers.get('etag')!
    expect([first.headers.get('cache-control'), first.headers.get('access-control-allow-origin')]).toEqual([
      'public, no-cache',
      '*',
    ])
    const body = (await first.json()) as { items: Value[]; attribution: string[]; notes: string[] }
    expect([body.items.length, body.attribution.length > 0, body.notes[0]!.includes('加工')]).toEqual([
      1571,
      true,
      true,
    ])
    for (const sent of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await openly('/api/open/indicators/certification-rate/values', { 'if-none-match': sent })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    }
    expect(
      (await openly('/api/open/indicators/certification-rate/values', { 'if-none-match': '"other"' })).status,
    ).toBe(200)
  })
  it('定義の一覧と一つの定義、移り変わりも同じに出る', async () => {
    for (const path of [
      '',
      '/certification-rate',
      `/ageing-rate/series?level=municipality&codes=${TAKAMATSU}`,
    ]) {
      const answer = await openly(`/api/open/indicators${path}`)
      expect([path, answer.status, answer.headers.has('etag')]).toEqual([path, 200, true])
    }
  })
  it('サインインのいる道には入れない', async () => {
    for (const path of [
      '/api/indicators',
      '/api/indicators/certification-rate/values',
      '/api/indicator-views',
    ])
      expect([path, (await openly(path)).status]).toEqual([path, 401])
  })
  it('CSV は UTF-8（BOM つき）、コードの列、定義と出典の列を持つ', async () => {
    const answer = await openly('/api/open/indicators/certification-rate/values.csv')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [heading, ...lines] = new TextDecoder().decode(bytes).split('\r\n')
    expect(heading).toBe(
      '指標ID,指標名,全国地方公共団体コード,名称,都道府県コード,値,単位,値のない理由,分子の数,分母の数,95%の幅 下限,95%の幅 上限,期間の最初の日,期間の最後の日,公表の状態,定義,出典',
    )
    const ours = lines.find((line) => line.includes(',372013,'))!
    expect(ours).toMatch(
      /^certification-rate,要介護認定率,372013,高松市,370002,21\.3772130806,%,,25658,120025,/,
    )
    expect(ours).toContain('分子: 要支援・要介護の認定を受けた第1号被保険者数')
    const union = lines.find((line) => line.includes('空知中部広域連合'))!
    expect(union).toMatch(/^certification-rate,要介護認定率,,空知中部広域連合,010006,/)
  })
})

describe('見方を保存する', () => {
  const view = { title: '認定率を近くの市と', link: '/indicators?ids=certification-rate', isShared: false }
  it('自分のものは自分だけが見て、共有すれば保険者の中で見られる。直せるのは保存した人だけ', async () => {
    const other = await anActor(database, insurer, 'clerk')
    const outsider = await anActor(database, await anInsurer(database), 'officer')
    const { body: kept } = (await call(officer, 'POST', '/api/indicator-views', view)) as { body: View }
    const seenBy = async (actor: Actor) =>
      (await call(actor, 'GET', '/api/indicator-views')).body.items.filter(({ id }: View) => id === kept.id)
        .length
    expect([await seenBy(officer), await seenBy(other)]).toEqual([1, 0])
    const shared = { ...view, isShared: true, version: kept.version }
    expect((await call(other, 'PUT', `/api/indicator-views/${kept.id}`, shared)).status).toBe(404)
    const { body: changed } = (await call(officer, 'PUT', `/api/indicator-views/${kept.id}`, shared)) as {
      body: View
    }
    expect([changed.isShared, changed.version]).toEqual([true, kept.version + 1])
    expect([await seenBy(other), await seenBy(outsider)]).toEqual([1, 0])
    expect(
      (await call(other, 'DELETE', `/api/indicator-views/${kept.id}?version=${changed.version}`)).status,
    ).toBe(404)
    expect((await call(officer, 'PUT', `/api/indicator-views/${kept.id}`, shared)).status).toBe(409)
    expect(
      (await call(officer, 'DELETE', `/api/indicator-views/${kept.id}?version=${changed.version}`)).status,
    ).toBe(200)
    expect(await seenBy(officer)).toBe(0)
  })
  it('指標の画面でないリンクは保存しない', async () => {
    for (const link of [
      'https://example.org/',
      '/people?id=1',
      '//example.org/indicators',
      '/indicators?x=<script>',
    ])
      expect([link, (await call(officer, 'POST', '/api/indicator-views', { ...view, link })).status]).toEqual(
        [link, 422],
      )
  })
})

describe('町の少ない数', () => {
  const town = `level=town&series=${TAKAMATSU}&periodTo=2025-10-01`
  it('町の属する保険者が基準を10人にすると、だれの、どの出口でも伏せられる', async () => {
    const path = `/api/indicators/population-65over/values?${town}`
    const small = ({ value }: Value) => value !== null && value > 0 && value < 10
    const before = (await call(officer, 'GET', path)).body.items as Value[]
    expect(before.filter(small).length).toBeGreaterThan(0)
    const owner = await anInsurer(database)
    await asOwner(database, async (client) => {
      await client.query(
        `insert into registers.member_municipality (insurer_id, municipality_code, name, valid_from) values ($1, $2, '試験の市', '2020-04-01')`,
        [owner.id, TAKAMATSU],
      )
      await setSetting(client, owner.id, 'indicators.small-count', 10)
    })
    try {
      const after = (await call(officer, 'GET', path)).body.items as Value[]
      expect(after.filter(small)).toEqual([])
      const hidden = after.filter(({ missing }) => missing === 'hidden')
      expect(hidden.length).toBeGreaterThan(before.filter(small).length)
      for (const { value, numerator, missingWord } of hidden)
        expect([value, numerator, missingWord]).toEqual([null, null, '人数が少ないので伏せています'])
      // 0 stays 0
      expect(after.filter(({ value }) => value === 0).length).toBe(
        before.filter(({ value }) => value === 0).length,
      )
      const names = new Set(hidden.map(({ name }) => name))
      const csv = await (await openly(`/api/open/indicators/population-65over/values.csv?${town}`)).text()
      for (const line of csv.split('\r\n').slice(1)) {
        const cells = line.split(',')
        if (names.has(cells[3]!))
          expect([cells[5], cells[7], cells[8]]).toEqual(['', '人数が少ないので伏せています', ''])
      }
      const series = await call(
        officer,
        'GET',
        `/api/indicators/population-65over/series?level=town&series=${TAKAMATSU}`,
      )
      const points = series.body.places.flatMap(({ points }: { points: Value[] }) => points)
      expect(points.filter(small)).toEqual([])
      const ranking = await call(officer, 'GET', `/api/indicators/population-65over/ranking?${town}`)
      expect(ranking.body.items.filter(small)).toEqual([])
    } finally {
      await asOwner(database, async (client) => {
        await client.query('delete from registers.local_setting where insurer_id = $1', [owner.id])
        await client.query('delete from registers.member_municipality where insurer_id = $1', [owner.id])
      })
    }
    expect(((await call(officer, 'GET', path)).body.items as Value[]).filter(small).length).toBeGreaterThan(0)
  })
})

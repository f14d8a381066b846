import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { checksumsOf, runImport } from '../../platform/import/index.ts'
import {
  anActor,
  anInsurer,
  asOwner,
  setSetting,
  type TestInsurer,
  workOf,
} from '../../platform/testing/insurer.ts'
import { byArea } from './by-area.ts'
import { exportTowns } from './export.ts'
import { imports } from './imports.ts'
import { townPopulation, trend } from './service.ts'

const folder = join(import.meta.dirname, '..', '..', 'exchange', 'population-by-town', 'fixtures')
const files = readdirSync(folder)
  .filter((name) => name.startsWith('0066_'))
  .map((name) => ({ name, path: join(folder, name) }))

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  const client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  await client.query(
    `begin; delete from evaluation.town_population; delete from platform.dataset_release where dataset = 'population-by-town'`,
  )
  const context = {
    insurerId: null,
    checksums: await checksumsOf(files),
    loadedBy: 'command',
    now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
    today: '2026-11-22',
    attribution: null,
  }
  await runImport(client, imports[0]!, files, context, { dryRun: false })
  await client.query('commit')
  await client.end()
})

/** Two areas; 塩屋町 and 丸の内 stated for the first until yesterday or open, 天神前 known by the own register. */
async function withAreas(insurer: TestInsurer) {
  return asOwner(database, async (client) => {
    const one = async (text: string, values: unknown[]) =>
      (await client.query<{ id: string }>(text, values)).rows[0]!.id
    const area = (code: string, name: string) =>
      one(
        `insert into registers.daily_life_area (insurer_id, code, name, valid_from) values ($1, $2, $3, '2020-04-01') returning id`,
        [insurer.id, code, name],
      )
    const [east, west] = [await area('1', '東圏域'), await area('2', '西圏域')]
    await client.query(
      `insert into evaluation.town_of_area (insurer_id, municipality_code, town_name, area_id, valid_from, valid_to) values
         ($1, '372013', '塩屋町', $2, '2020-04-01', '2026-11-21'), ($1, '372013', '塩屋町', $3, '2026-11-22', null),
         ($1, '372013', '丸の内', $2, '2020-04-01', null)`,
      [insurer.id, east, west],
    )
    const town = await one(
      `insert into registers.town (insurer_id, name, kana, fold) values ($1, '天神前', 'テンジンマエ', '天神前') returning id`,
      [insurer.id],
    )
    await client.query(
      `insert into registers.area_town (insurer_id, area_id, town_id, valid_from) values ($1, $2, $3, '2020-04-01')`,
      [insurer.id, west, town],
    )
    return { east, west }
  })
}

describe('圏域ごとの人口', () => {
  it('圏域の和と、どの圏域でもない町の和で、全体になる（11の調査日すべて）', async () => {
    const insurer = await anInsurer(database)
    await withAreas(insurer)
    const work = workOf(database, await anActor(database, insurer, 'officer'))
    const answer = await byArea(work, '372013')
    expect(answer.notPlaced).toHaveLength(11)
    for (const [at, rest] of answer.notPlaced.entries()) {
      const whole = (await townPopulation(work, '372013', rest.asOf)).whole
      const parts = [...answer.areas.map(({ days }) => days[at]!), rest]
      for (const key of ['total', 'aged65', 'aged75'] as const) {
        const sum = parts.reduce<number | null>(
          (n, day) => (n === null || day[key].value === null ? null : n + day[key].value),
          0,
        )
        if (sum !== null) expect(sum).toBe(whole[key].value)
      }
    }
  })

  it('圏域を移った町は、移る前日までは前の圏域、その日からは新しい圏域', async () => {
    const insurer = await anInsurer(database)
    const { east, west } = await withAreas(insurer)
    const actor = await anActor(database, insurer, 'officer')
    const counts = async (now: string) => {
      const { areas } = await byArea(workOf(database, actor, { now }), '372013')
      return [east, west].map((id) => areas.find((area) => area.id === id)!.days.at(-1)!.townCount)
    }
    expect(await counts('2026-11-21T10:00:00+09:00')).toEqual([2, 0])
    expect(await counts('2026-11-22T10:00:00+09:00')).toEqual([1, 1])
  })

  it('自分の町の台帳は、自分の市町村の表にだけ効く', async () => {
    const insurer = await anInsurer(database)
    const { west } = await withAreas(insurer)
    await asOwner(database, (client) =>
      client.query(
        `insert into registers.member_municipality (insurer_id, municipality_code, name, valid_from) values ($1, '372013', '高松市', '2020-04-01')`,
        [insurer.id],
      ),
    )
    const work = workOf(database, await anActor(database, insurer, 'officer'))
    const { areas } = await byArea(work, '372013')
    expect(areas.find(({ id }) => id === west)!.days.at(-1)!.townCount).toBe(2)
    const { towns } = await townPopulation(work, '372013', undefined)
    expect(towns.find(({ townName }) => townName === '天神前')?.areaName).toBe('西圏域')
    expect(towns.find(({ townName }) => townName === '丸の内')?.areaName).toBe('東圏域')
  })

  it('ほかの保険者の圏域は見えない', async () => {
    const [mine, other] = [await anInsurer(database), await anInsurer(database)]
    await withAreas(other)
    const work = workOf(database, await anActor(database, mine, 'officer'))
    const answer = await byArea(work, '372013')
    expect(answer.areas).toEqual([])
    expect(answer.notPlaced.at(-1)?.townCount).toBe(235)
  })
})

it('地図用の書き出しは、すべての町を経度・緯度の順で、同じ数字で持つ', async () => {
  const insurer = await anInsurer(database)
  const work = workOf(database, await anActor(database, insurer, 'officer'))
  const { bytes, type } = await exportTowns(work, { municipalityCode: '372013', format: 'geojson' })
  expect(type).toBe('application/geo+json')
  const map = JSON.parse(new TextDecoder().decode(bytes))
  expect(map.features).toHaveLength(235)
  const { towns } = await townPopulation(work, '372013', undefined)
  const placed = towns.find(({ latitude }) => latitude !== null)!
  const feature = map.features.find(
    (one: { properties: { 町: string } }) => one.properties.町 === placed.townName,
  )
  expect(feature.geometry).toEqual({ type: 'Point', coordinates: [placed.longitude, placed.latitude] })
  expect(feature.properties['65歳以上']).toBe(placed.aged65.value)
})

describe('町の少ない数', () => {
  const isSmall = (value: number | null) => value !== null && value > 0 && value < 10

  it('町の属する保険者が基準を10人にすると、表にもファイルにも出ず、ほかの分け方の和からも求められない', async () => {
    const [owner, reader] = [await anInsurer(database), await anInsurer(database)]
    await withAreas(reader)
    await asOwner(database, async (client) => {
      await client.query(
        `insert into registers.member_municipality (insurer_id, municipality_code, name, valid_from) values ($1, '372013', '高松市', '2020-04-01')`,
        [owner.id],
      )
    })
    const work = workOf(database, await anActor(database, reader, 'officer'))
    const figures = ({ towns }: Awaited<ReturnType<typeof townPopulation>>) =>
      towns.flatMap(({ total, aged65, aged75, households }) => [total, aged65, aged75, households])
    const before = await townPopulation(work, '372013', undefined)
    expect(figures(before).filter(({ value }) => isSmall(value)).length).toBeGreaterThan(0)
    await asOwner(database, (client) => setSetting(client, owner.id, 'indicators.small-count', 10))
    try {
      const after = await townPopulation(work, '372013', undefined)
      expect(figures(after).filter(({ value }) => isSmall(value))).toEqual([])
      const small = after.towns.filter(({ aged65 }) => aged65.missing === 'small')
      expect(small.length).toBeGreaterThan(0)
      for (const { ageingPerMille } of small) expect(ageingPerMille.value).toBeNull()
      expect(after.whole).toEqual(before.whole)
      const { bytes } = await exportTowns(work, { municipalityCode: '372013', format: 'csv' })
      const lines = new TextDecoder().decode(bytes).split('\r\n')
      for (const { townName } of small) {
        const line = lines.find((one) => one.startsWith(`${townName},`))!
        expect(line.split(',')[2]).toBe('')
        expect(line).toContain('伏せています')
      }
      const areas = await byArea(work, '372013')
      const sums = [...areas.areas.flatMap(({ days }) => days), ...areas.notPlaced]
      expect(sums.filter(({ aged65 }) => aged65.value !== null)).toEqual([])
      expect((await trend(work, '372013')).items.every(({ aged65 }) => aged65.value !== null)).toBe(true)
    } finally {
      await asOwner(database, async (client) => {
        await client.query('delete from registers.local_setting where insurer_id = $1', [owner.id])
        await client.query('delete from registers.member_municipality where insurer_id = $1', [owner.id])
      })
    }
  })

  it('二つの保険者が同じ市町村をちがう圏域に分けているとき、どちらの和の差からも町の数が求められない', async () => {
    const [first, second] = [await anInsurer(database), await anInsurer(database)]
    for (const insurer of [first, second]) await withAreas(insurer)
    await asOwner(database, async (client) => {
      for (const { id } of [first, second])
        await client.query(
          `insert into registers.member_municipality (insurer_id, municipality_code, name, valid_from) values ($1, '372013', '高松市', '2020-04-01')`,
          [id],
        )
      await setSetting(client, first.id, 'indicators.small-count', 10)
    })
    try {
      const shownTo = async (insurer: TestInsurer) => {
        const answer = await byArea(workOf(database, await anActor(database, insurer, 'officer')), '372013')
        const days = [...answer.areas.flatMap((area) => area.days), ...answer.notPlaced]
        return days.filter(({ aged65 }) => aged65.value !== null).length
      }
      const shown = [await shownTo(first), await shownTo(second)]
      expect(Math.min(...shown)).toBe(0) // only one grouping was looked at: the other shows nothing
      expect(Math.max(...shown)).toBeGreaterThan(0)
    } finally {
      await asOwner(database, async (client) => {
        for (const { id } of [first, second]) {
          await client.query('delete from registers.local_setting where insurer_id = $1', [id])
          await client.query('delete from registers.member_municipality where insurer_id = $1', [id])
        }
      })
    }
  })
})

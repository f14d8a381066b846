import pg from 'pg'
import { expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { type Level, putPlaces, readerOf, storeFacts } from '../statistics/index.ts'
import { countsOf } from './service-counts.ts'

it('速報の値のうしろには、分母の確定があとから入っても、値を作った速報の数が立つ', async () => {
  const database = await testDatabase()
  const client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  await client.query('begin')
  const where = {
    level: 'municipality' as Level,
    series: 'japan',
    periodFrom: '2031-03-31',
    periodTo: '2031-03-31',
  }
  const nowhere = { prefectureCode: null, municipalityCodes: [], latitude: null, longitude: null }
  await putPlaces(client, where.level, where.series, [{ code: '990019', name: '架空市', ...nowhere }])
  const keep = (measure: string, release: '速報' | '確定', count: number) =>
    storeFacts(client, {
      ...where,
      dataset: 'trial-counts',
      measure,
      unit: '実人数',
      release,
      byCode: new Map([['990019', count]]),
      releaseIds: [],
    })
  await keep('trial.certified', '速報', 10)
  await keep('trial.insured', '速報', 100)
  await keep('trial.insured', '確定', 200)
  const reader = readerOf(client)
  const position = (
    await reader.query<{ position: number }>(
      `select position from evaluation.place where level = 'municipality' and code = '990019'`,
    )
  )[0]!.position
  const ratio = {
    kind: 'ratio',
    numerator: ['trial.certified'],
    denominator: ['trial.insured'],
    per: 100,
  } as const
  const behind = async (release: string) =>
    (
      await countsOf(
        reader,
        { ...ratio, numerator: [...ratio.numerator], denominator: [...ratio.denominator] },
        { ...where, release },
      )
    ).denominator(position - 1)
  expect([await behind('速報'), await behind('確定')]).toEqual([100, 200])
  await client.query('rollback')
  await client.end()
})

import pg from 'pg'
import { expect, it } from 'vitest'
import { testDatabase } from '../../../platform/database/testing/database.ts'
import { valueTypes } from '../../../platform/database/types.ts'
import { lockReference } from '../../../platform/import/index.ts'
import { refreshIndicators } from './refresh.ts'

it('公表されたファイルの読み込みが続いている間は、その前の数から作り直さずに待つ', async () => {
  const database = await testDatabase()
  const connected = async () => {
    const client = new pg.Client({ ...database.client('reference'), types: valueTypes })
    await client.connect()
    await client.query('begin')
    return client
  }
  const [importing, refreshing] = [await connected(), await connected()]
  await lockReference(importing)
  await refreshing.query(`set local lock_timeout = '200ms'`)
  const now = Temporal.Instant.from('2026-11-22T01:00:00Z')
  const refresh = () => refreshIndicators(refreshing, 'no-such-file', { now, today: '2026-11-22' })
  await expect(refresh()).rejects.toMatchObject({ code: '55P03' })
  await refreshing.query('rollback')
  await importing.query('rollback')
  await refreshing.query('begin')
  await expect(refresh()).resolves.toBeDefined()
  await refreshing.query('rollback')
  await Promise.all([importing.end(), refreshing.end()])
})

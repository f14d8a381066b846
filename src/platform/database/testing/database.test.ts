import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { LOGIN_ROLES, roleName } from '../roles.ts'
import { testDatabase } from './database.ts'

async function asRole<T>(
  role: Parameters<Awaited<ReturnType<typeof testDatabase>>['client']>[0],
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client((await testDatabase()).client(role))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

describe('the database of a test worker', () => {
  it.each(LOGIN_ROLES)('lets the role %s log in', async (role) => {
    const { rows } = await asRole(role, (client) =>
      client.query('select current_user as name, current_database() as database'),
    )
    expect(rows).toEqual([{ name: roleName(role), database: (await testDatabase()).name }])
  })

  it('has every migration applied', async () => {
    const { rows } = await asRole('owner', (client) =>
      client.query('select count(*)::int as n from platform.migration'),
    )
    expect(rows[0].n).toBeGreaterThan(0)
  })

  it('finds Japanese by trigram, which needs a UTF-8 character type', async () => {
    const { rows } = await asRole('superuser', (client) =>
      client.query(`select show_trgm('たかまつ市') as trigrams`),
    )
    expect(rows[0].trigrams.length).toBeGreaterThan(3)
  })

  it('is the same one each time', async () => {
    expect(await testDatabase()).toBe(await testDatabase())
  })
})

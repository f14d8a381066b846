import pg from 'pg'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'

export interface EmptyDatabase extends Pick<TestDatabase, 'client'> {
  drop(): Promise<void>
}

let made = 0

/** A database says once whether it is a sample: a test that loads one takes a database of its own, cloned from the template. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const base = await testDatabase()
  const name = `${base.name}_sample_${++made}`
  const asSuperuser = async (...statements: string[]) => {
    const client = new pg.Client({ ...base.client('superuser'), database: 'postgres' })
    await client.connect()
    try {
      for (const statement of statements) await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await asSuperuser(
    `create database ${name} template meguri_template strategy file_copy`,
    `grant connect, temporary on database ${name} to meguri_owner, meguri_app, meguri_reference`,
  )
  return {
    client: (role) => ({ ...base.client(role), database: name }),
    drop: () => asSuperuser(`drop database if exists ${name} with (force)`),
  }
}

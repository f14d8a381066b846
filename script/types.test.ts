import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testDatabase } from '../src/platform/database/testing/database.ts'
import { writeTypes } from './types.ts'

const TABLES = join(import.meta.dirname, '..', 'src', 'platform', 'database', 'tables')

/** kanel asks for the schemas at once and writes them as the answers come: only the order of lines may differ. */
const ordered = (text: string) =>
  text
    .split('\n')
    .map((line) =>
      line.startsWith('type Database = ')
        ? line
            .replace(/[;=]/g, '')
            .split(/\s+&?\s*/)
            .sort()
            .join(' ')
        : line,
    )
    .sort()

const contents = (folder: string) =>
  Object.fromEntries(
    globSync('**/*.ts', { cwd: folder })
      .sort()
      .map((path) => [path, ordered(readFileSync(join(folder, path), 'utf8'))]),
  )

it('表の型は、移行をすべて適用した実際のデータベースと一致する(ずれたら script/types)', async () => {
  const database = await testDatabase()
  const connection = { ...database.client('superuser'), database: database.name }
  if (process.env.MEGURI_WRITE_TYPES === '1') await writeTypes(connection, TABLES)
  const scratch = mkdtempSync(join(tmpdir(), 'meguri-types-'))
  try {
    await writeTypes(connection, scratch)
    expect(contents(scratch)).toEqual(contents(TABLES))
  } finally {
    rmSync(scratch, { recursive: true })
  }
})

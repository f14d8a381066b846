// Writes the row types of every table to src/platform/database/tables, from a real migrated database.
// Run by `script/types`; the drift check (types.test.ts) runs the same into a scratch folder and compares.
import { createRequire } from 'node:module'
import type pg from 'pg'

const require = createRequire(import.meta.url)
const { processDatabase } = require('kanel') as typeof import('kanel')
const { makeKyselyHook } = require('kanel-kysely') as typeof import('kanel-kysely')

/** The schemas whose tables the product's own code reads; identity and jobs belong to their libraries. */
const schemas = ['platform', 'registers', 'casework', 'evaluation', 'audit']

/** @param connection a database with all migrations; @param outputPath folder, emptied first */
export async function writeTypes(connection: pg.ClientConfig, outputPath: string): Promise<void> {
  const { log } = console
  console.log = () => {} // kanel lists every file
  try {
    await processDatabase({
      connection,
      schemas,
      outputPath,
      preDeleteOutputFolder: true,
      importsExtension: '.ts',
      preRenderHooks: [makeKyselyHook()],
      // verbatimModuleSyntax: a type cannot be exported as a default value
      postRenderHooks: [
        (_path: string, lines: string[]) =>
          lines.map((line) =>
            line === 'export default Database;' ? 'export type { Database as default };' : line,
          ),
      ],
      // as platform/database/types.ts parses them
      customTypeMap: {
        'pg_catalog.date': 'string',
        'pg_catalog.timestamptz': 'string',
        'pg_catalog.int8': 'number',
      },
    })
  } finally {
    console.log = log
  }
}

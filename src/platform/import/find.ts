import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type pg from 'pg'
import type { AfterImport, ImportContext, ImportKind } from './kind.ts'

const SOURCE = join(import.meta.dirname, '..', '..')
let found: Promise<ImportKind[]> | undefined

/** Every kind of file that can be read, found by listing `src/<floor>/<area>/imports.ts`. */
export function findImportKinds(): Promise<ImportKind[]> {
  found ??= list()
  return found
}

async function list(): Promise<ImportKind[]> {
  const paths = globSync('*/*/imports.ts', { cwd: SOURCE }).sort()
  const kinds = await Promise.all(
    paths.map(async (path) => {
      const loaded = (await import(pathToFileURL(join(SOURCE, path)).href)) as { imports?: ImportKind[] }
      if (!loaded.imports) throw new Error(`${path} exports no imports`)
      return loaded.imports
    }),
  )
  return kinds.flat()
}

let foundAfter: Promise<AfterImport[]> | undefined

/** What follows when published files changed, found by listing `src/<floor>/<area>/after-import.ts`. */
function findAfterImports(): Promise<AfterImport[]> {
  foundAfter ??= Promise.all(
    globSync('*/*/after-import.ts', { cwd: SOURCE })
      .sort()
      .map(async (path) => {
        const loaded = (await import(pathToFileURL(join(SOURCE, path)).href)) as { afterImport?: AfterImport }
        if (!loaded.afterImport) throw new Error(`${path} exports no afterImport`)
        return loaded.afterImport
      }),
  )
  return foundAfter
}

/** After published files changed, or were put back: what other areas make from them. */
export async function followChange(
  client: pg.ClientBase,
  kind: ImportKind,
  context: ImportContext,
): Promise<void> {
  for (const follow of await findAfterImports()) await follow(client, kind.kind, context)
}

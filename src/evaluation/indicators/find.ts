import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GROUPS, type IndicatorDefinition } from './define.ts'

const FOLDER = join(import.meta.dirname, 'definitions')

let found: Promise<ReadonlyMap<string, IndicatorDefinition>> | undefined

/** Every indicator by id, in the order of groups, then titles: found by listing `definitions/<id>/`, read once a process. */
export function allIndicators(): Promise<ReadonlyMap<string, IndicatorDefinition>> {
  found ??= list()
  return found
}

/** @throws Error when a folder's name is not the id of what it defines */
async function list(): Promise<ReadonlyMap<string, IndicatorDefinition>> {
  const paths = globSync('*/definition.ts', { cwd: FOLDER })
  const definitions = await Promise.all(
    paths.map(async (path) => {
      const { default: definition } = (await import(pathToFileURL(join(FOLDER, path)).href)) as {
        default: IndicatorDefinition
      }
      if (path !== join(definition.id, 'definition.ts')) throw new Error(`${path} defines ${definition.id}`)
      return definition
    }),
  )
  definitions.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || (a.id < b.id ? -1 : 1))
  return new Map(definitions.map((definition) => [definition.id, definition]))
}

import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SettingDefinition } from './definition.ts'

const SOURCE = join(import.meta.dirname, '..', '..')
const FLOORS = '{registers,casework,community,services,insurer,evaluation,prefecture}'

let found: Promise<ReadonlyMap<string, SettingDefinition>> | undefined

/** All settings by key, found by listing `src/<floor>/<area>/settings.ts`; read once a process. */
export function allSettings(): Promise<ReadonlyMap<string, SettingDefinition>> {
  found ??= list()
  return found
}

/** @throws Error when a key is stated twice or an initial value does not pass its own schema */
async function list(): Promise<ReadonlyMap<string, SettingDefinition>> {
  const byKey = new Map<string, SettingDefinition>()
  for (const path of globSync(`${FLOORS}/*/settings.ts`, { cwd: SOURCE }).sort()) {
    const loaded = (await import(pathToFileURL(join(SOURCE, path)).href)) as {
      settings?: readonly SettingDefinition[]
    }
    if (!loaded.settings) throw new Error(`${path} exports no settings`)
    for (const definition of loaded.settings) {
      if (byKey.has(definition.key)) throw new Error(`setting ${definition.key} is stated twice`)
      definition.schema.parse(definition.initial)
      byKey.set(definition.key, definition)
    }
  }
  return byKey
}

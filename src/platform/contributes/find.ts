import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Contributes } from './contributes.ts'

const SOURCE = join(import.meta.dirname, '..', '..')
const FLOORS = '{registers,casework,community,services,insurer,evaluation,prefecture}'

let found: Promise<Required<Contributes>> | undefined

/** Everything given down by all areas, found by listing `src/<floor>/<area>/contributes.ts`; read once a process. */
export function allContributes(): Promise<Required<Contributes>> {
  found ??= listContributes()
  return found
}

async function listContributes(): Promise<Required<Contributes>> {
  const paths = globSync(`${FLOORS}/*/contributes.ts`, { cwd: SOURCE }).sort()
  const given = await Promise.all(
    paths.map(async (path) => {
      const loaded = (await import(pathToFileURL(join(SOURCE, path)).href)) as { contributes?: Contributes }
      if (!loaded.contributes) throw new Error(`${path} exports no contributes`)
      return loaded.contributes
    }),
  )
  return joinContributes(given)
}

export const joinContributes = (given: readonly Contributes[]): Required<Contributes> => ({
  timeline: given.flatMap((area) => area.timeline ?? []),
  cards: given.flatMap((area) => area.cards ?? []),
  facts: given.flatMap((area) => area.facts ?? []),
  searchHits: given.flatMap((area) => area.searchHits ?? []),
  menu: given.flatMap((area) => area.menu ?? []),
  notices: given.flatMap((area) => area.notices ?? []),
  consequences: given.flatMap((area) => area.consequences ?? []),
  dependents: given.flatMap((area) => area.dependents ?? []),
  asOn: given.flatMap((area) => area.asOn ?? []),
})

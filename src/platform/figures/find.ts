import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FigureSource } from './source.ts'

const SOURCE = join(import.meta.dirname, '..', '..')
let found: Promise<ReadonlyMap<string, FigureSource>> | undefined

/** Every source of figures by its id, found by listing `src/<floor>/<area>/figures.ts`. */
export function findFigureSources(): Promise<ReadonlyMap<string, FigureSource>> {
  found ??= list()
  return found
}

/** @throws Error when two sources share an id: a mapping would mean two things */
async function list(): Promise<ReadonlyMap<string, FigureSource>> {
  const paths = globSync('*/*/figures.ts', { cwd: SOURCE }).sort()
  const loaded = await Promise.all(
    paths.map(async (path) => {
      const { figureSources } = (await import(pathToFileURL(join(SOURCE, path)).href)) as {
        figureSources?: FigureSource[]
      }
      if (!figureSources) throw new Error(`${path} exports no figureSources`)
      return figureSources
    }),
  )
  const sources = new Map<string, FigureSource>()
  for (const source of loaded.flat()) {
    if (sources.has(source.id)) throw new Error(`two sources of figures are called ${source.id}`)
    sources.set(source.id, source)
  }
  return sources
}

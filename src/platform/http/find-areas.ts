import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { JobKind } from '../jobs/kind.ts'
import type { Env } from './env.ts'

const SOURCE = join(import.meta.dirname, '..', '..')

async function exportsOf<Name extends string, Value>(pattern: string, name: Name): Promise<Value[]> {
  const paths = globSync(pattern, { cwd: SOURCE }).sort()
  return Promise.all(
    paths.map(async (path) => {
      const loaded = (await import(pathToFileURL(join(SOURCE, path)).href)) as Record<string, Value>
      const value = loaded[name]
      if (value === undefined) throw new Error(`${path} exports no ${name}`)
      return value
    }),
  )
}

/** The routes of every area and platform part, found by listing `routes.ts`. */
export const findAreas = (): Promise<OpenAPIHono<Env>[]> => exportsOf('**/routes.ts', 'routes')

/** Every kind of long work, found by listing `jobs.ts`. */
export const findJobKinds = async (): Promise<JobKind[]> =>
  (await exportsOf<'jobs', JobKind[]>('**/jobs.ts', 'jobs')).flat()

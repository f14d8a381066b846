import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Actor } from '../../access/index.ts'
import { fixedClock } from '../../clock.ts'
import type { Engine } from '../../database/engine.ts'
import type { TestDatabase } from '../../database/testing/database.ts'
import type { WorkTools } from '../../database/work.ts'
import { createApp } from '../../http/app.ts'
import { openApi } from '../../http/document.ts'
import { findAreas } from '../../http/find-areas.ts'
import type { Log } from '../../http/log.ts'
import { createIdentity } from '../../identity/index.ts'
import { TEST_NOW } from '../insurer.ts'
import type { AccessExamples } from './example.ts'

const SOURCE = join(import.meta.dirname, '..', '..', '..')
const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete'])

export type App = ReturnType<typeof createApp>

/** The whole product over a test database, with every area; the cookie is `role=<key of actors>`. */
export async function anAccessApp(
  database: TestDatabase,
  actors: ReadonlyMap<string, Actor>,
  { engine, readQueue, log = () => {} }: { engine: Engine; readQueue: WorkTools['readQueue']; log?: Log },
): Promise<{ app: App; end(): Promise<void> }> {
  const clock = fixedClock(TEST_NOW)
  const identity = await createIdentity({
    identityConfig: database.client('identity'),
    clock,
    origin: undefined,
    secret: 'access-test-secret-of-32-letters-or-more',
  })
  const app = createApp({
    engine,
    clock,
    readQueue,
    identity,
    jobs: { start: async () => crypto.randomUUID(), stop: async () => {} },
    log,
    origin: undefined,
    areas: await findAreas(),
    screensFolder: '/nonexistent',
    isReady: async () => true,
    rate: { perSecond: 1e6, burst: 1e6 },
    findSession: async (cookie) => {
      const actor = actors.get((cookie ?? '').replace('role=', ''))
      return actor ? { actor, restricted: null } : null
    },
  } as Parameters<typeof createApp>[0])
  return { app, end: () => identity.end() }
}

export interface Schema {
  properties?: Record<string, Schema>
  $ref?: string
  anyOf?: Schema[]
}
export interface Operation {
  /** `GET /api/people/{id}/sheet` */
  key: string
  method: string
  path: string
  may: string | undefined
  audit: string | undefined
  parameters: { name: string; in: string }[]
  /** of a JSON body; undefined: none is expected */
  body: Schema | undefined
}

interface Declared {
  'x-may'?: string
  'x-audit'?: string
  parameters?: Operation['parameters']
  requestBody?: { content: Record<string, { schema: Schema }> }
}

/** Every operation of the app. */
export const operationsOf = (app: App): Operation[] => operationsIn(openApi(app))

/** Every operation of an API document, also of one that a server has sent. */
export function operationsIn(document: unknown): Operation[] {
  const { paths } = document as { paths: Record<string, Record<string, Declared>> }
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => {
        return {
          key: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          may: operation['x-may'],
          audit: operation['x-audit'],
          parameters: operation.parameters ?? [],
          body: operation.requestBody?.content['application/json']?.schema,
        }
      }),
  )
}

/** A request that succeeds, of every operation: the `access-examples.ts` of all areas. */
export async function findExamples(): Promise<AccessExamples> {
  const loaded = await Promise.all(
    globSync('*/*/access-examples.ts', { cwd: SOURCE }).map(
      async (path) =>
        (await import(pathToFileURL(join(SOURCE, path)).href)) as { accessExamples: AccessExamples },
    ),
  )
  return Object.assign({}, ...loaded.map((one) => one.accessExamples))
}

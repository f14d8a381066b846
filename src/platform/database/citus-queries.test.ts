import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, mayRole, ROLE_NAMES, ROLES, type RoleName } from '../access/index.ts'
import { anAccessApp, findExamples, operationsOf } from '../testing/access/app.ts'
import { askExample } from '../testing/access/ask.ts'
import { type AccessWorld, aWorld, recordsOf } from '../testing/access/world.ts'
import { anActor, asOwner, engineOf } from '../testing/insurer.ts'
import { CROSSING, unnamed } from './citus-crossing.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'

let database: TestDatabase
let world: AccessWorld
let opened: Awaited<ReturnType<typeof anAccessApp>>
let tenant: Set<string>
const actors = new Map<RoleName, Actor>()
/** every statement that the application role sent, with the first request that sent it */
const sent = new Map<string, string>()
const query = pg.Client.prototype.query

beforeAll(async () => {
  database = await testDatabase()
  world = await aWorld(database)
  for (const role of ROLE_NAMES) actors.set(role, await anActor(database, world.insurer, role, 'a'))
  opened = await anAccessApp(database, actors, {
    engine: engineOf(database),
    readQueue: { add: async () => {} },
  })
  const names = await asOwner(database, (client) =>
    client.query<{ name: string }>('select table_name as name from platform.tenant_table_register'),
  )
  tenant = new Set(names.rows.map(({ name }) => name))
}, 60_000)
afterAll(async () => {
  pg.Client.prototype.query = query
  await world.owner.end()
  await opened.end()
})

/** One of each reach: what a statement names depends on the reach, not on the name of the post. */
function askersOf(may: string | undefined): RoleName[] {
  const reaches = new Map(
    ROLE_NAMES.filter((role) => mayRole(role, may ?? '')).map((role) => [ROLES[role].reach, role]),
  )
  return [...reaches.values()]
}

/** Sends every example as one of each reach who may, in their own place. */
async function askEverything(): Promise<void> {
  let asking = ''
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string } | undefined]
    const text = typeof first === 'string' ? first : first?.text
    if (text && this.user === 'meguri_app' && !sent.has(text)) sent.set(text, asking)
    return (query as (...given: unknown[]) => unknown).apply(this, given)
  } as typeof query
  const examples = await findExamples()
  for (const operation of operationsOf(opened.app)) {
    const example = examples[operation.key]
    if (!example) continue
    for (const role of askersOf(operation.may)) {
      const actor = actors.get(role)!
      asking = `${operation.key} (${role})`
      const own = await recordsOf(world, 'own', actor)
      await (await askExample(opened.app, operation, role, example.request(own, actor))).text()
    }
  }
  pg.Client.prototype.query = query
}

describe('全国に分けたとき(Citus)、どの問い合わせも一台で済むか', () => {
  it('送るすべての文が、業務の表ごとに保険者を名ざす。名ざさないものは、わけとともに一覧にある', async () => {
    await askEverything()
    expect(sent.size).toBeGreaterThan(300)
    const crossing = [...sent].flatMap(([text, asking]) => {
      const tables = unnamed(text, tenant)
      return tables.length > 0 ? [{ text, asking, tables }] : []
    })
    const known = (text: string) => CROSSING.find(({ part }) => text.includes(part))
    expect(
      crossing
        .filter(({ text }) => !known(text))
        .map(({ text, asking, tables }) => `${asking}: ${tables.join(', ')}: ${text.slice(0, 300)}`),
    ).toEqual([])
    const used = new Set(crossing.map(({ text }) => known(text)))
    expect(CROSSING.filter((one) => one.isSent && !used.has(one))).toEqual([])
  }, 300_000)

  it('扉と引き金の中の文も、保険者を名ざす', async () => {
    const functions = await asOwner(database, (client) =>
      client.query<{ name: string; body: string }>(
        `select n.nspname || '.' || p.proname as name, p.prosrc as body from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname in ('platform', 'registers', 'casework', 'evaluation', 'audit')`,
      ),
    )
    expect(functions.rows.length).toBeGreaterThan(40)
    const crossing = functions.rows.flatMap(({ name, body }) => {
      const tables = unnamed(body, tenant)
      return tables.length > 0 && !CROSSING.some(({ part }) => part === name)
        ? [`${name}: ${tables.join(', ')}`]
        : []
    })
    expect(crossing).toEqual([])
  })

  it('運用の手引きの「全国」に、その一覧がある', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8')
    expect(CROSSING.filter(({ what }) => !page.includes(what))).toEqual([])
  })

  it('見分け方: 名ざさない表だけを言う', () => {
    const some = new Set(['casework.person', 'casework.contact'])
    expect(unnamed('select 1 from casework.person p where p.insurer_id = $1', some)).toEqual([])
    expect(unnamed('select 1 from casework.person p where p.id = $1', some)).toEqual(['casework.person p'])
    expect(
      unnamed(
        'select 1 from casework.person p join casework.contact c on c.person_id = p.id where p.insurer_id = $1',
        some,
      ),
    ).toEqual(['casework.contact c'])
    expect(unnamed('insert into casework.person (insurer_id, name) values ($1, $2)', some)).toEqual([])
    expect(unnamed('insert into casework.person (name) values ($1)', some)).toEqual(['casework.person'])
    expect(unnamed('update casework.person set name = $2 where insurer_id = $1', some)).toEqual([])
    expect(unnamed('select 1 from evaluation.other o', some)).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentOf, readZip } from '../../exchange/workbook/zip.ts'
import { type Actor, ROLE_NAMES, type RoleName } from '../access/index.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { anAccessApp, findExamples, type Operation, operationsOf } from '../testing/access/app.ts'
import { type AccessWorld, aWorld, recordsOf } from '../testing/access/world.ts'
import { anActor, engineOf } from '../testing/insurer.ts'

// Every list that leaves as a file, with texts that a spreadsheet would take for a formula in every column that takes a text.

const FORMULAS = [
  '=HYPERLINK("http://x.invalid","印")',
  '+1+cmd|x',
  '-1+印',
  '@SUM(印)',
  '\t=印',
  '\r=印',
  '＝印',
]

let database: TestDatabase
let world: AccessWorld
let opened: Awaited<ReturnType<typeof anAccessApp>>
let operations: Operation[]
const actors = new Map<RoleName, Actor>()
let stored = 0

beforeAll(async () => {
  database = await testDatabase()
  world = await aWorld(database)
  for (const role of ROLE_NAMES) actors.set(role, await anActor(database, world.insurer, role, 'a'))
  opened = await anAccessApp(database, actors, {
    engine: engineOf(database),
    readQueue: { add: async () => {} },
  })
  operations = operationsOf(opened.app)
  for (const formula of FORMULAS) {
    const actor = actors.get('centreStaff')!
    await recordsOf(world, 'own', actor)
    stored += await poison(formula)
  }
}, 60_000)
afterAll(async () => {
  await world.owner.end()
  await opened.end()
})

/** Puts the text into every column of the insurer that takes it, of rows not poisoned before. @returns columns that took it */
async function poison(formula: string): Promise<number> {
  const { rows: columns } = await world.owner.query<{ table: string; column: string }>(
    `select t.table_name as table, quote_ident(a.attname) as column from platform.tenant_table_register t
     join pg_attribute a on a.attrelid = t.table_name::regclass and a.attnum > 0 and not a.attisdropped
     where a.atttypid = 'text'::regtype and a.attgenerated = '' and t.table_name !~ '^(audit|jobs)'`,
  )
  let taken = 0
  for (const { table, column } of columns) {
    const done = await world.owner
      .query(
        `update ${table} set ${column} = $2 where insurer_id = $1 and ${column} like '%印%' and ${column} !~ '^[=+@＝\\t\\r-]'`,
        [world.insurer.id, formula],
      )
      .then(({ rowCount }) => rowCount ?? 0)
      .catch(() => 0) // a code, a number, a key: it takes no such text, which is as good
    taken += done > 0 ? 1 : 0
  }
  return taken
}

/** Cells of a CSV by RFC 4180. */
function cellsOf(text: string): string[] {
  const cells: string[] = []
  for (const [, quoted, bare] of text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g))
    cells.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
  return cells
}
const isNumber = (cell: string) => /^[+-]?\d*(\.\d+)?$/.test(cell)

async function exported(operation: Operation, role: RoleName, format: string): Promise<Uint8Array | null> {
  const example = (await findExamples())[operation.key]
  const actor = actors.get(role)!
  const request = example?.request(await recordsOf(world, 'own', actor), actor)
  if (!request) return null
  const isInBody = operation.body !== undefined
  const query = isInBody ? request.query : { ...request.query, format }
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(request.params?.[name] ?? name),
  )
  const answer = await opened.app.request(`${path}${query ? `?${new URLSearchParams(query)}` : ''}`, {
    method: operation.method,
    headers: { cookie: `role=${role}`, 'x-meguri-csrf': '1', 'content-type': 'application/json' },
    ...(isInBody ? { body: JSON.stringify({ ...(request.body as object), format }) } : {}),
  })
  return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null
}

const isExport = ({ key, parameters, body }: Operation) =>
  /export|\/file|\/form$/.test(key) &&
  (parameters.some(({ name }) => name === 'format') ||
    JSON.stringify(body ?? {}).includes('format') ||
    /export/.test(key))

describe('書き出したファイルの中の式', () => {
  it('CSV のどのセルも式の字で始まらず、Excel には式のセルがない', async () => {
    expect(stored).toBeGreaterThan(10)
    const seen = { csv: 0, xlsx: 0, poisoned: 0 }
    const wrong: string[] = []
    for (const operation of operations.filter(isExport)) {
      let areOthersDone = false // one role for the other two: they hold the same cells
      for (const role of ROLE_NAMES) {
        for (const [format, charset] of [
          ['csv', 'utf-8'],
          ['csv-cp932', 'shift_jis'],
        ] as const) {
          if (areOthersDone && format !== 'csv') continue
          const bytes = await exported(operation, role, format)
          if (!bytes) continue
          seen.csv++
          const cells = cellsOf(new TextDecoder(charset).decode(bytes))
          if (cells.some((cell) => cell.includes('印'))) seen.poisoned++
          const bad = cells.filter((cell) => /^[=+\-@＝\t\r]/.test(cell) && !isNumber(cell))
          for (const cell of bad.slice(0, 3)) wrong.push(`${operation.key} ${format} ${JSON.stringify(cell)}`)
        }
        const book = areOthersDone ? null : await exported(operation, role, 'xlsx')
        if (book?.[0] !== 0x50) continue
        seen.xlsx++
        areOthersDone = true
        for (const part of readZip(book)) {
          if (!/worksheets\/.*\.xml$/.test(part.name)) continue
          if (/<f[\s>]/.test(contentOf(part).toString())) wrong.push(`${operation.key} xlsx has a formula`)
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([])
    expect(seen.csv).toBeGreaterThan(20)
    expect(seen.xlsx).toBeGreaterThan(10)
    expect(seen.poisoned).toBeGreaterThan(5)
  }, 120_000)
})

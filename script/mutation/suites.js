import { expect as assert } from '../../node_modules/vitest/dist/index.js'

/*
 A small collector with the words of vitest (describe, it, each): tests become plain functions in a list. Loading hundreds of modules
 for each of thirty thousand changes would take half a day; in one process the list is run again within milliseconds.
*/
const rowsOf = (table, run) => table.map((row) => (Array.isArray(row) ? () => run(...row) : () => run(row)))
const bodyOf = (args) => args.find((one) => typeof one === 'function')

let collected = []
const kept = new Map() // what a snapshot held when nothing was changed

function it(name, ...args) {
  collected.push({ name, run: bodyOf(args) })
}
it.each =
  (table) =>
  (name, ...args) => {
    for (const run of rowsOf(table, bodyOf(args))) it(name, run)
  }
const describe = (_, ...args) => bodyOf(args)()
describe.each =
  (table) =>
  (_, ...args) => {
    for (const run of rowsOf(table, bodyOf(args))) run()
  }

export let running = { id: '', snapshots: 0 }
function matchSnapshot(received) {
  const key = `${running.id} ${running.snapshots++}`
  const now = JSON.stringify(received)
  if (!kept.has(key)) kept.set(key, now)
  if (kept.get(key) !== now) throw new Error('another snapshot')
}
/** The expectations of vitest; only its snapshots need a run of vitest. */
const expect = Object.assign(
  (received, message) =>
    new Proxy(assert(received, message), {
      get: (target, name) =>
        name === 'toMatchSnapshot' ? () => matchSnapshot(received) : Reflect.get(target, name, target),
    }),
  assert,
)

export const suites = { describe, it, expect }

/** The tests that `load` registers, with ids that begin with the name of their file. */
export async function collect(file, load) {
  collected = []
  await load()
  return collected.map(({ name, run }, at) => ({ id: `${file}#${at}`, name: `${file} ${name}`, file, run }))
}

/** null: passed; otherwise why not. */
export async function failureOf(test) {
  running = { id: test.id, snapshots: 0 }
  try {
    await test.run()
    return null
  } catch (error) {
    return String(error?.message ?? error)
  }
}

import { parseArgs } from 'node:util'
import { machineLine } from '../machine.ts'
import { NotPossible, type Part } from './part.ts'
import { clock } from './parts/clock.ts'
import { diskFull } from './parts/disk-full.ts'
import { jobs } from './parts/jobs.ts'
import { kill } from './parts/kill.ts'
import { pool } from './parts/pool.ts'
import { restart } from './parts/restart.ts'
import { slowDisk } from './parts/slow-disk.ts'
import { twoServers } from './parts/two-servers.ts'
import { removePlaces } from './place.ts'
import { store, writePage } from './report.ts'

/*
 script/chaos [part…] [--seconds N] [--seed N] [--dry]
 Breaks the product in the named ways (by default all), stores what was seen in bench/results/chaos.json and writes docs/reliability.md.
   --seconds  how long the faults of each part go on (default: each part's own)
   --seed     of the faults (default 6)      --dry  prints only, stores and writes nothing
 Ends with 1 when something is not as it must be.
*/
const PARTS: readonly Part[] = [kill, diskFull, slowDisk, pool, restart, twoServers, jobs, clock]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    seed: { type: 'string', default: '6' },
    dry: { type: 'boolean', default: false },
  },
})

async function main(): Promise<number> {
  const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name))
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds)
  const seed = Number(values.seed)
  if (unknown.length > 0 || (seconds !== undefined && !(seconds >= 1 && seconds <= 600)) || !(seed >= 0)) {
    console.error(`parts: ${PARTS.map((part) => part.name).join(' ')}; --seconds 1–600, --seed 0–`)
    return 2
  }
  const isOurs = !process.env.MEGURI_CHAOS_DATA
  if (isOurs) removePlaces() // what a broken-off run left may be of another release
  const machine = machineLine()
  console.log(machine)
  let areAllGood = true
  for (const part of PARTS) {
    if (positionals.length > 0 && !positionals.includes(part.name)) continue
    if (!(await tried(part, { seconds: seconds ?? part.seconds, seed, machine }))) areAllGood = false
  }
  if (isOurs) removePlaces()
  return areAllGood ? 0 : 1
}

async function tried(
  part: Part,
  { seconds, seed, machine }: { seconds: number; seed: number; machine: string },
): Promise<boolean> {
  const begun = performance.now()
  console.log(`\n${part.title} (${part.name})`)
  const result = await part.run({ seconds, seed, say: console.log }).catch((error: Error) => {
    const reason = error instanceof NotPossible ? error.message : `途中で止まった: ${error.message}`
    return { failure: reason }
  })
  const tookSeconds = Math.round((performance.now() - begun) / 1000)
  const observations = 'observations' in result ? result.observations : []
  for (const { what, wanted, seen, isGood } of observations)
    console.log(`${isGood === null ? '     ' : isGood ? 'good ' : 'BAD  '} ${what}: ${seen} [${wanted}]`)
  if ('failure' in result) console.log(`NOT TRIED ${result.failure}`)
  console.log(`  took ${tookSeconds} s`)
  if (!values.dry) {
    const on = new Date().toISOString().slice(0, 10)
    store(part.name, { title: part.title, machine, on, seconds, seed, tookSeconds, ...result })
    writePage(PARTS.map(({ name }) => name))
  }
  return !('failure' in result) && observations.every(({ isGood }) => isGood !== false)
}

process.exitCode = await main()

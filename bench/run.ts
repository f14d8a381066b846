import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { indicators } from './indicators.ts'
import { machineLine } from './machine.ts'
import type { Part } from './part.ts'
import { audit } from './parts/audit.ts'
import { checklists } from './parts/checklists.ts'
import { create } from './parts/create.ts'
import { day } from './parts/day.ts'
import { duplicates } from './parts/duplicates.ts'
import { firstPage } from './parts/first-page.ts'
import { growth } from './parts/growth.ts'
import { importPeople } from './parts/import-people.ts'
import { importStream } from './parts/import-stream.ts'
import { indicatorPages } from './parts/indicator-pages.ts'
import { list } from './parts/list.ts'
import { memory } from './parts/memory.ts'
import { overload } from './parts/overload.ts'
import { report } from './parts/report.ts'
import { rules } from './parts/rules.ts'
import { search } from './parts/search.ts'
import { sheet } from './parts/sheet.ts'
import { start } from './parts/start.ts'
import { today } from './parts/today.ts'
import { DATA } from './processes.ts'
import { store, writePage } from './report.ts'

/*
 script/bench [part…] [--runs 5] [--seconds 10] [--long] [--hour] [--fresh] [--dry]
 Measures the parts (by default all but the long ones: day, memory, growth), stores the raw figures in bench/results/ and writes docs/benchmarks.md.
   --long   the long ones too (day 11 minutes, memory 12, growth 15)      --hour  the leak test of memory takes a true hour
   --fresh  makes the data folders in .cache/bench anew      --dry  prints only, stores and writes nothing
 Ends with 1 when a goal is missed.
*/
const PARTS: readonly Part[] = [
  search,
  list,
  create,
  sheet,
  today,
  day,
  overload,
  memory,
  growth,
  audit,
  checklists,
  report,
  importStream,
  importPeople,
  duplicates,
  indicators,
  indicatorPages,
  rules,
  firstPage,
  start,
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string' },
    long: { type: 'boolean', default: false },
    hour: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    dry: { type: 'boolean', default: false },
  },
})

async function main(): Promise<number> {
  const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name))
  const runs = Number(values.runs)
  const ownSeconds = values.seconds === undefined ? undefined : Number(values.seconds)
  const seconds = ownSeconds ?? 10
  const most =
    positionals.length > 0 && PARTS.every((part) => part.isLong || !positionals.includes(part.name))
      ? 3600
      : 60
  if (unknown.length > 0 || !(runs >= 1 && runs <= 20) || !(seconds >= 1 && seconds <= most)) {
    console.error(
      `parts: ${PARTS.map((part) => part.name).join(' ')}; --runs 1–20, --seconds 1–60 (a long part alone: 3600)`,
    )
    return 2
  }
  if (values.fresh) rmSync(DATA, { recursive: true, force: true })
  const machine = machineLine()
  console.log(machine)
  let areAllMet = true
  for (const part of PARTS) {
    if (positionals.length > 0 ? !positionals.includes(part.name) : part.isLong && !values.long) continue
    const begun = performance.now()
    console.log(`\n${part.title} (${part.name})`)
    const result = await part.run({
      runs,
      seconds,
      ownSeconds,
      hour: values.hour,
      say: (line) => console.log(line),
    })
    for (const { what, goal, measured, spread, isMet } of result.lines) {
      console.log(
        `${isMet === null ? '     ' : isMet ? 'met  ' : 'MISS '} ${what}: ${measured} [${spread}], goal ${goal}`,
      )
      if (isMet === false) areAllMet = false
    }
    console.log(`  took ${Math.round((performance.now() - begun) / 1000)} s`)
    if (values.dry) continue
    store({
      name: part.name,
      title: part.title,
      machine,
      on: new Date().toISOString().slice(0, 10),
      runs,
      seconds,
      ...result,
    })
    writePage(PARTS.map(({ name }) => name))
  }
  return areAllMet ? 0 : 1
}

process.exitCode = await main()

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machineLine } from '../machine.ts'
import type { Line } from '../part.ts'
import type { DrillPart } from './part.ts'
import { crash } from './parts/crash.ts'
import { disk } from './parts/disk.ts'
import { upgrade } from './parts/upgrade.ts'
import { volume } from './parts/volume.ts'

/*
 script/drill [crash|disk|volume|upgrade…] [--gigabytes 0.5] [--rounds 5] [--from MIGRATION] [--dry]
 Rehearses loss and recovery on data folders of its own in .cache/drill; two to five minutes. Keeps the raw figures in
 bench/results/drill.json and writes the table in docs/operations.md. Ends with 1 when a goal is missed.
*/
const PARTS: readonly DrillPart[] = [crash, disk, volume, upgrade]
/** There is no release yet: the last migration of the stage before published figures, workbooks and two-person settings came in. */
const PREVIOUS = '20261122210700_new_after_submission.sql'

const root = join(import.meta.dirname, '..', '..')
const RESULTS = join(root, 'bench', 'results', 'drill.json')
const PAGE = join(root, 'docs', 'operations.md')
const TABLE = /(<!-- drill -->\n)[\s\S]*(<!-- end of drill -->)/

type Stored = Record<string, { on: string; machine: string; lines: Line[]; raw: unknown }>

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gigabytes: { type: 'string', default: '0.5' },
    rounds: { type: 'string', default: '5' },
    from: { type: 'string', default: PREVIOUS },
    dry: { type: 'boolean', default: false },
  },
})

async function main(): Promise<number> {
  const [gigabytes, rounds] = [Number(values.gigabytes), Number(values.rounds)]
  const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name))
  if (unknown.length > 0 || !(gigabytes >= 0.05 && gigabytes <= 50) || !(rounds >= 1 && rounds <= 100)) {
    console.error(`parts: ${PARTS.map(({ name }) => name).join(' ')}; --gigabytes 0.05–50, --rounds 1–100`)
    return 2
  }
  const folder = join(root, '.cache', 'drill')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let areAllMet = true
  for (const part of PARTS) {
    if (positionals.length > 0 && !positionals.includes(part.name)) continue
    console.log(part.name)
    const { lines, raw } = await part.run({
      folder,
      gigabytes,
      rounds,
      from: values.from,
      say: (text) => console.log(text),
    })
    for (const { what, goal, measured, isMet } of lines) {
      console.log(
        `${isMet === null ? '     ' : isMet ? 'met  ' : 'MISS '} ${what}: ${measured}(目標 ${goal})`,
      )
      if (isMet === false) areAllMet = false
    }
    if (!values.dry)
      store(part.name, { on: new Date().toISOString().slice(0, 10), machine: machineLine(), lines, raw })
  }
  return areAllMet ? 0 : 1
}

function store(name: string, result: Stored[string]): void {
  const all = { ...stored(), [name]: result }
  writeFileSync(RESULTS, `${JSON.stringify(all, null, 1)}\n`)
  const page = readFileSync(PAGE, 'utf8')
  if (!TABLE.test(page)) throw new Error('docs/operations.md has lost its marks <!-- drill -->')
  writeFileSync(
    PAGE,
    page.replace(TABLE, (_, begin, end) => `${begin}${tableOf(all)}${end}`),
  )
}

function stored(): Stored {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8'))
  } catch {
    return {} // the first drill
  }
}

function tableOf(all: Stored): string {
  const found = PARTS.flatMap(({ name }) => (all[name] ? [all[name]] : []))
  const verdict = (isMet: boolean | null) => (isMet === null ? '—' : isMet ? '守れた' : '**守れない**')
  return [
    '**練習の結果**(`script/drill`。小さな機械での測定で、あなたの機械では `script/drill --gigabytes 10` で測ってください)',
    '',
    `${found.at(-1)!.on}、${found.at(-1)!.machine}`,
    '',
    '| 何を | 目標 | 測った値 | |',
    '|---|---|---|---|',
    ...found.flatMap(({ lines }) =>
      lines.map(
        ({ what, goal, measured, isMet }) => `| ${what} | ${goal} | ${measured} | ${verdict(isMet)} |`,
      ),
    ),
    '',
  ].join('\n')
}

process.exitCode = await main()

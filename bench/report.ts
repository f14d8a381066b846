import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PartResult } from './part.ts'

const RESULTS = join(import.meta.dirname, 'results')
const PAGE = join(import.meta.dirname, '..', 'docs', 'benchmarks.md')
const TABLE = /(<!-- results -->\n)[\s\S]*(<!-- end of results -->)/

export interface Stored extends PartResult {
  name: string
  title: string
  machine: string
  /** day of the measurement, UTC */
  on: string
  runs: number
  seconds: number
}

export function store(result: Stored): void {
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(join(RESULTS, `${result.name}.json`), `${JSON.stringify(result, null, 1)}\n`)
}

/** Writes the tables of every part that has been measured, in the given order, between the marks of the page. */
export function writePage(names: readonly string[]): void {
  const results = names.flatMap((name) => {
    try {
      return [JSON.parse(readFileSync(join(RESULTS, `${name}.json`), 'utf8')) as Stored]
    } catch {
      return [] // not measured yet
    }
  })
  const page = readFileSync(PAGE, 'utf8')
  if (!TABLE.test(page)) throw new Error('docs/benchmarks.md has lost its marks <!-- results -->')
  writeFileSync(
    PAGE,
    page.replace(TABLE, (_, begin, end) => `${begin}${results.map(section).join('')}${end}`),
  )
}

const VERDICTS = new Map<boolean | null, string>([
  [true, 'met'],
  [false, '**missed**'],
  [null, '—'],
])

function section({ title, machine, on, runs, lines, notes = [] }: Stored): string {
  const rows = lines.map(
    ({ what, goal, measured, spread, isMet }) =>
      `| ${what} | ${goal} | ${measured} | ${spread} | ${VERDICTS.get(isMet)} |`,
  )
  return [
    `\n### ${title}\n`,
    `${on}, ${machine}; median of ${runs}.\n`,
    '| what | goal | measured (median) | spread (least–most) | verdict |',
    '|---|---|---|---|---|',
    ...rows,
    ...notes.map((note) => `\n${note}`),
    '',
  ].join('\n')
}

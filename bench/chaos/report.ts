import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PartResult } from './part.ts'

const RESULTS = join(import.meta.dirname, '..', 'results', 'chaos.json')
const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'reliability.md')
const TABLE = /(<!-- results -->\n)[\s\S]*(<!-- end of results -->)/

export interface Stored extends Partial<PartResult> {
  title: string
  machine: string
  /** day, UTC */
  on: string
  seconds: number
  seed: number
  tookSeconds: number
  /** why it was not run, or broke off */
  failure?: string
}

type All = Record<string, Stored>

const read = (): All => {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8')) as All
  } catch {
    return {}
  }
}

/** Keeps the raw result of one part beside those of the others. */
export function store(name: string, result: Stored): void {
  mkdirSync(dirname(RESULTS), { recursive: true })
  writeFileSync(RESULTS, `${JSON.stringify({ ...read(), [name]: result }, null, 1)}\n`)
}

/** Writes the tables of all parts that have run, in the given order, between the marks of the page. */
export function writePage(names: readonly string[]): void {
  const all = read()
  const page = readFileSync(PAGE, 'utf8')
  if (!TABLE.test(page)) throw new Error('docs/reliability.md has lost its marks <!-- results -->')
  const sections = names.flatMap((name) => (all[name] ? [section(all[name], name)] : []))
  writeFileSync(
    PAGE,
    page.replace(TABLE, (_, begin, end) => `${begin}${sections.join('')}\n${end}`),
  )
}

const VERDICTS = new Map<boolean | null, string>([
  [true, '良い'],
  [false, '**だめ**'],
  [null, '—'],
])
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function section(
  { title, on, machine, did, observations = [], meaning, failure, tookSeconds }: Stored,
  name: string,
): string {
  const head = `\n### ${title}(\`script/chaos ${name}\`)\n`
  const when = `${on}、${machine}、${tookSeconds} 秒。`
  if (failure) return `${head}\n${when}\n\n**試せませんでした:** ${cell(failure)}\n`
  const rows = observations.map(
    ({ what, wanted, seen, isGood }) =>
      `| ${[what, wanted, seen, VERDICTS.get(isGood)!].map(cell).join(' | ')} |`,
  )
  return [
    head,
    `${did}\n\n${when}\n`,
    '| 見たこと | 求めること | 観察 | 判定 |',
    '|---|---|---|---|',
    ...rows,
    `\n**運用では:** ${meaning}\n`,
  ].join('\n')
}

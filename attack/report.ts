import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Result } from './part.ts'

const ROOT = join(import.meta.dirname, '..')
const RESULTS = join(ROOT, 'bench', 'results', 'attack.json')
const PAGE = join(ROOT, 'docs', 'security', 'attack.md')
const TABLE = /(<!-- results -->\n)[\s\S]*(<!-- end of results -->)/
const MOST_FINDINGS = 40

export interface Stored extends Result {
  title: string
  machine: string
  /** day, UTC */
  on: string
  requests: number
  seed: number
  tookSeconds: number
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
  const findings = result.findings.slice(0, MOST_FINDINGS)
  writeFileSync(RESULTS, `${JSON.stringify({ ...read(), [name]: { ...result, findings } }, null, 1)}\n`)
}

/** Writes the tables of all parts that have run, in the given order, between the marks of the page. */
export function writePage(names: readonly string[]): void {
  const all = read()
  const page = readFileSync(PAGE, 'utf8')
  if (!TABLE.test(page)) throw new Error('docs/security/attack.md has lost its marks <!-- results -->')
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
  { title, on, machine, requests, seed, tookSeconds, observations, findings }: Stored,
  name: string,
): string {
  const rows = observations.map(
    ({ what, wanted, seen, isGood }) =>
      `| ${[what, wanted, seen, VERDICTS.get(isGood)!].map(cell).join(' | ')} |`,
  )
  const list = findings
    .slice(0, MOST_FINDINGS)
    .map((one) => `- \`${cell(one).replaceAll('`', "'").slice(0, 300)}\``)
  return [
    `\n### ${title}(${name})\n`,
    `${on}、${machine}、要求の数 ${requests}、種 ${seed}、${tookSeconds} 秒。\n`,
    '| 見たこと | 求めること | 観察 | 判定 |',
    '|---|---|---|---|',
    ...rows,
    ...(list.length > 0 ? ['\n見つかったもの:\n', ...list] : []),
    '',
  ].join('\n')
}

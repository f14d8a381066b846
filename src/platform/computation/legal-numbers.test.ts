import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'vite'
import { expect, it } from 'vitest'

// No legal number stands in a formula: it is a parameter with date and source (src/law). What a rule may write itself is
// arithmetic: 0, 1, 2, powers of ten, the twelve months; anything else says on its line why it is no law (`// number: why`), a file of
// mathematics in its first line (`// numbers: why`).

const SOURCE = join(import.meta.dirname, '..', '..')
const ARITHMETIC = new Set([0, 1, 2, 10, 12, 100, 1000, 10_000])
/** Worked examples of a rule: published figures, not its formula. */
const EXAMPLES = new Set(['cases'])

interface Node {
  type: string
  start: number
  value?: unknown
  key?: { name?: string }
  [child: string]: unknown
}

/** Files that make up the computable rules: every `.rule.ts` and what it takes from its own area's `rules`. */
function filesOfRules(): string[] {
  const found = new Set<string>()
  const open = globSync('*/*/rules/*.rule.ts', { cwd: SOURCE }).map((path) => join(SOURCE, path))
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path) || !existsSync(path)) continue
    found.add(path)
    for (const [, to] of readFileSync(path, 'utf8').matchAll(/from '(\.[^']+\.ts)'/g)) {
      const target = join(dirname(path), to!)
      if (/\/rules\/[^/]+\.ts$/.test(target)) open.push(target)
    }
  }
  return [...found].sort()
}

/** Numbers and dates that are neither arithmetic nor explained, as `line: text`. */
function lawIn(text: string): string[] {
  if (text.startsWith('// numbers: ')) return []
  const lines = text.split('\n')
  const found: string[] = []
  const visit = (node: unknown, within?: string) => {
    if (Array.isArray(node)) for (const one of node) visit(one, within)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const { type, start, value, key } = node as Node
    if (type?.startsWith('TS') && !/Expression|Assertion/.test(type)) return // a type is no formula
    if (type === 'Property' && key?.name && EXAMPLES.has(key.name)) return
    const isNumber = type === 'Literal' && typeof value === 'number' && !ARITHMETIC.has(value)
    const isBig = type === 'Literal' && typeof value === 'bigint' && !ARITHMETIC.has(Number(value))
    const isDate = type === 'Literal' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    if (isNumber || isBig || isDate) {
      const at = text.slice(0, start).split('\n').length
      const line = lines[at - 1] ?? ''
      if (!line.includes('// number: ')) found.push(`${at}: ${line.trim()}`)
    }
    for (const [name, child] of Object.entries(node)) if (name !== 'start' && name !== 'end') visit(child)
  }
  visit(parseSync('rule.ts', text, { lang: 'ts' }).program)
  return found
}

it('数を書いた式は見つかり、計算の決まりと説明のある数、例、型は見のがす', () => {
  expect(lawIn('const a = age >= 65')).toEqual(['1: const a = age >= 65'])
  expect(lawIn("const a = on < '2015-04-01'")).toHaveLength(1)
  expect(lawIn('const a = 25n * b')).toHaveLength(1)
  expect(lawIn('const a = b[3] + (c as 4)')).toHaveLength(1)
  expect(lawIn('const a = yen * 1000 / 12')).toEqual([])
  expect(lawIn('const a = 7 // number: days of a week')).toEqual([])
  expect(lawIn('// numbers: a series\nconst a = 60')).toEqual([])
  expect(lawIn('const rule = { cases: [{ input: 65 }] }; type A = 65')).toEqual([])
})

it('規則の式に、制度の数値と日付は書かれていない', () => {
  const files = filesOfRules()
  expect(files.length).toBeGreaterThan(0)
  const found = files.flatMap((path) =>
    lawIn(readFileSync(path, 'utf8')).map((one) => `${relative(SOURCE, path)}:${one}`),
  )
  expect(found).toEqual([])
})

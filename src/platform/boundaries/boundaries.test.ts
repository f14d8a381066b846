import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCE = join(import.meta.dirname, '..', '..')
const FLOORS = ['registers', 'casework', 'community', 'services', 'insurer', 'evaluation', 'prefecture']
const BASE = ['law', 'exchange', 'ui', 'platform']

interface Import {
  from: string
  to: string
  isType: boolean
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gm

function imports(): Import[] {
  return globSync('**/*.{ts,tsx}', { cwd: SOURCE }).flatMap((file) => {
    const text = readFileSync(join(SOURCE, file), 'utf8')
    return [...text.matchAll(IMPORT)].map((match) => ({
      from: file,
      to: relative(SOURCE, join(SOURCE, dirname(file), match[2] ?? match[3] ?? '')),
      isType: match[1] !== undefined,
    }))
  })
}

const floorOf = (file: string) => file.split('/')[0] ?? ''
const areaOf = (file: string) => file.split('/').slice(0, 2).join('/')
const isTest = (file: string) => /\.test\.tsx?$|\/testing\/|factory\.ts$|fixtures\//.test(file)
const isScreen = (file: string) => file.includes('/screens/') || file.startsWith('ui/') || file === 'web.tsx'
const all = imports()
it('読んだ import が十分ある', () => expect(all.length).toBeGreaterThan(100))

const broken = (wrong: (one: Import) => boolean) => all.filter(wrong).map((one) => `${one.from} → ${one.to}`)

describe('建物の境(import を読んで確かめる)', () => {
  it('下の階は上の階を知らない', () => {
    const wrong = broken(({ from, to }) => {
      const lower = FLOORS.indexOf(floorOf(from))
      const higher = FLOORS.indexOf(floorOf(to))
      return lower >= 0 && higher > lower
    })
    expect(wrong).toEqual([])
  })

  it('土台(law, exchange, ui, platform)は業務の領域を知らない', () => {
    const wrong = broken(
      ({ from, to }) => BASE.includes(floorOf(from)) && !isTest(from) && FLOORS.includes(floorOf(to)),
    )
    expect(wrong).toEqual([])
  })

  it('別の領域へは、その領域の戸口(index.ts, schema.ts, screens/index.ts)からだけ入る', () => {
    const wrong = broken(({ from, to }) => {
      if (isTest(from) || !FLOORS.includes(floorOf(to)) || !FLOORS.includes(floorOf(from))) return false
      if (areaOf(from) === areaOf(to)) return false
      return !/^[^/]+\/[^/]+\/(index\.ts|schema\.ts|codes\.ts|screens\/index\.tsx?|rules\/[^/]+\.ts)$/.test(
        to,
      )
    })
    expect(wrong).toEqual([])
  })

  it('画面のファイルは routes.ts を型としてだけ使い、サーバーの戸口を開けない', () => {
    const wrong = broken(({ from, to, isType }) => {
      if (!isScreen(from) || isTest(from)) return false
      return (
        !isType &&
        /(^|\/)(routes|service[^/]*|policy|contributes)\.ts$|\/index\.ts$/.test(to) &&
        !isScreen(to) &&
        !isPure(to)
      )
    })
    expect(wrong).toEqual([])
  })

  it('規則は純粋である: データベースも時計も環境も持ち込まない', () => {
    const rules = globSync('**/rules/**/*.ts', { cwd: SOURCE }).filter((file) => !isTest(file))
    const impure = rules.filter((file) => {
      const text = readFileSync(join(SOURCE, file), 'utf8')
      return /from '(node:|pg|kysely|hono)|process\.env|Date\.now|new Date\(\)|Temporal\.Now|\/platform\/(database|http)/.test(
        text,
      )
    })
    expect(impure).toEqual([])
  })

  it('時計は platform/clock.ts だけが見る', () => {
    const lookers = globSync('**/*.ts', { cwd: SOURCE }).filter((file) => {
      if (isTest(file) || isScreen(file) || file === 'platform/clock.ts') return false
      return /Date\.now\(\)|new Date\(\)|Temporal\.Now/.test(readFileSync(join(SOURCE, file), 'utf8'))
    })
    expect(lookers).toEqual([])
  })
})

/** Pure platform modules that serve both sides. */
function isPure(file: string): boolean {
  return (
    /^platform\/(calendar|text|explanation|exact)\//.test(file) ||
    /^law\//.test(file) ||
    /^registers\/numbers\//.test(file)
  )
}

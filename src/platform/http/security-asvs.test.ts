import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// docs/security/asvs.md against the numbers of OWASP ASVS 5.0.0: of level 2, and of level 3 for V8 and V16. In every section
// these are the first so many numbers; zero: the section asks for something at level 3 only.

const ROOT = join(import.meta.dirname, '..', '..', '..')
const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  V1: [2, 9, 11, 3, 2],
  V2: [3, 3, 4, 1],
  V3: [0, 2, 4, 6, 5, 0, 2],
  V4: [3, 1, 2, 4],
  V5: [1, 3, 2, 3],
  V6: [3, 12, 4, 4, 5, 3, 0, 4],
  V7: [3, 4, 2, 5, 2, 2],
  V8: [4, 4, 3, 2],
  V9: [3, 4],
  V10: [2, 2, 4, 11, 5, 2, 3],
  V11: [2, 3, 3, 4, 1, 1, 0],
  V12: [3, 2, 4],
  V13: [1, 5, 2, 5],
  V14: [2, 4, 3],
  V15: [3, 3, 7, 0],
  V16: [1, 5, 4, 3, 4],
  V17: [1, 4, 2],
}
const expected = Object.entries(NUMBERS).flatMap(([chapter, sections]) =>
  sections.flatMap((count, at) => Array.from({ length: count }, (_, n) => `${chapter}.${at + 1}.${n + 1}`)),
)

const text = readFileSync(join(ROOT, 'docs', 'security', 'asvs.md'), 'utf8')
const rows = [...text.matchAll(/^\| (V\d+\.\d+\.\d+) \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
  ([, number = '', what = '', state = '', why = '']) => ({ number, what, state, why }),
)
const STATES = ['適合(試験)', '適合(しくみ)', '該当なし', '未適合']

describe('ASVS 5.0 との照らし合わせの表', () => {
  it('どの番号も一度だけ、順番どおりにある', () => {
    expect(expected).toHaveLength(260)
    expect(rows.map(({ number }) => number)).toEqual(expected)
  })

  it('状態は四つのどれかで、理由がある', () => {
    for (const { number, state, what, why } of rows) {
      expect(STATES, number).toContain(state)
      expect(what.length, number).toBeGreaterThan(2)
      expect(why.trim().length, number).toBeGreaterThan(1)
    }
  })

  it('名ざした試験のファイルはすべてあり、試験である', () => {
    const named = rows.filter(({ state }) => state === '適合(試験)')
    for (const { number, why } of named) {
      const path = /^`([^`]+)`$/.exec(why)?.[1] ?? ''
      expect(path, number).toMatch(/\.(test|journey)\.ts$/)
      expect(existsSync(join(ROOT, path)), `${number}: ${path}`).toBe(true)
    }
  })

  it('しくみの根拠として挙げた文書とフォルダーがある', () => {
    for (const { number, why } of rows)
      for (const [path] of why.matchAll(/\b(?:docs|src|e2e|script)\/[\w./-]+[\w]/g))
        expect(existsSync(join(ROOT, path)), `${number}: ${path}`).toBe(true)
  })

  it.each(STATES)('「%s」の数が初めの表と合う', (state) => {
    const stated = Number(
      new RegExp(`^\\| ${state.replace(/[()]/g, '\\$&')} \\| (\\d+) \\|$`, 'm').exec(text)?.[1],
    )
    expect(rows.filter((row) => row.state === state)).toHaveLength(stated)
  })
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Computation, type IndicatorCase, UNITS } from './define.ts'
import { allIndicators } from './find.ts'
import { compute } from './rules/compute.ts'

const LEVEL_OF_CARE = '(support[12]|care[1-5]|total)'
/** What the readers store, and what one of it is. */
const MEASURES: readonly [RegExp, string][] = [
  [/^insured\.(total|65-74|75-84|85over|foreign|address-exception)$/, '人'],
  [
    new RegExp(`^certified\\.(all|first|65-69|70-74|75-79|80-84|85-89|90over|second)\\.${LEVEL_OF_CARE}$`),
    '人',
  ],
  [/^population\.(total|65over|75over|85over)$/, '人'],
  [/^population\.households$/, '世帯'],
  [/^offices\.\d{3}$/, 'か所'],
  [/^facilities\.centre$/, 'か所'],
  [/^distance\.\d{3}$/, 'm'],
  [/^city\.(insured|certified)$/, '人'],
]
const kindOf = (measure: string) => MEASURES.find(([known]) => known.test(measure))?.[1]

const measuresOf = (computation: Computation): string[] => {
  if ('measures' in computation) return [...computation.measures]
  const strata = computation.kind === 'ratio' ? [computation] : computation.strata
  return strata.flatMap(({ numerator, denominator }) => [...numerator, ...denominator])
}
const kindsOf = (measures: readonly string[]) => [...new Set(measures.map(kindOf))].join('・')

/** The unit that figures of these kinds must have. */
const unitOf = (computation: Computation): string[] => {
  if (computation.kind === 'count') return [kindsOf(computation.measures)]
  if (computation.kind === 'indirect') return ['全国=100']
  if (computation.kind !== 'ratio') return ['%']
  const [above, below] = [kindsOf(computation.numerator), kindsOf(computation.denominator)]
  if (above === below) return ['%', `${above}/千${below}`]
  return [`${above}/${below}`, `${above}/1万${below}`]
}

const definitions = [...(await allIndicators()).values()]
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

it('定義が60以上ある', () => expect(definitions.length).toBeGreaterThanOrEqual(60))
it('題名が重ならない', () => {
  expect(new Set(definitions.map(({ title }) => title)).size).toBe(definitions.length)
})

describe.each(definitions.map((definition) => [definition.id, definition] as const))(
  '指標 %s',
  (id, definition) => {
    const { computation } = definition
    it('日本語の題名、分子、分母、除くもの、出典、言えないこと、根拠がある', () => {
      const { title, numerator, denominator, exclusions, source, caveat, basis } = definition
      for (const text of [title, numerator, denominator, exclusions, source, caveat, basis.text])
        expect(text).toMatch(JAPANESE)
      expect(caveat).toMatch(/。$/)
    })
    it('単位が計算のしかたと合う', () => {
      expect('per' in computation ? computation.per : 1).toBe(UNITS[definition.unit])
      expect(unitOf(computation)).toContain(definition.unit)
    })
    it('使う数はどれも、取り込みが置くものである', () => {
      expect(measuresOf(computation).filter((measure) => kindOf(measure) === undefined)).toEqual([])
    })
    it('足す数は同じ種類で、区分は重ならない', () => {
      const parts = 'strata' in computation ? computation.strata.flatMap((one) => one.numerator) : []
      expect(new Set(parts).size).toBe(parts.length)
      for (const measures of addedTogether(computation)) expect(kindsOf(measures)).not.toContain('・')
    })
    it('年齢を調整した指標があれば、それは調整済みの率である', () => {
      const adjusted = definitions.find((other) => other.id === definition.adjusted)
      expect(adjusted?.computation.kind).toBe(definition.adjusted === undefined ? undefined : 'standardised')
    })
    it('手で計算した例のとおりになる', async () => {
      const path = join(import.meta.dirname, 'definitions', id, 'cases.ts')
      expect(existsSync(path)).toBe(true)
      const { default: cases } = (await import(pathToFileURL(path).href)) as { default: IndicatorCase[] }
      expect(cases.length).toBeGreaterThan(0)
      for (const one of cases) {
        expect(definition.levels).toContain(one.level)
        expect(Object.keys(one.figures).sort()).toEqual([...new Set(measuresOf(computation))].sort())
        const made = compute(computation, one.figures, one)
        const shown = made.value === null ? null : Number(made.value.toFixed(one.digits))
        expect([one.place, shown]).toEqual([one.place, one.value])
      }
    })
  },
)

function addedTogether(computation: Computation): (readonly string[])[] {
  if ('measures' in computation) return [computation.measures]
  const strata = computation.kind === 'ratio' ? [computation] : computation.strata
  return strata.flatMap(({ numerator, denominator }) => [numerator, denominator])
}

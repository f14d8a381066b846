import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgePoints } from '../../src/casework/checklists/rules/judge-points.ts'
import { kihonCriteria } from '../../src/law/casework/kihon-criteria.ts'
import { inForce } from '../../src/law/in-force.ts'
import { runRule } from '../../src/platform/computation/run-rule.ts'
import { spreadOf } from '../figures.ts'
import { type Line, type Part, range } from '../part.ts'
import { DATA } from '../processes.ts'
import { INSURERS, manyPersons, oneInsurer, PERSONS, prepared, ruleNamed } from '../rules-data.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PROCESSES = 11
const DAY = '2026-04-01'

/** What a rule costs as a process, in a loop, over a whole town and over the nation. */
export const rules: Part = {
  name: 'rules',
  title: 'Rules: premium chain, stages, checklist, projection',
  async run({ runs, seconds, say }) {
    const chain = await ruleNamed('premium-chain')
    const { input } = chain.cases[0]!
    const persons = await prepared(
      'premium-persons',
      { ...(await personsCase()), persons: manyPersons() },
      DAY,
    )
    const projection = await prepared('projection', oneInsurer(), DAY)
    const { value: criteria } = inForce(kihonCriteria, DAY)
    const sheet = Array.from({ length: 25 }, (_, n) => (n % 7 === 3 ? null : n % 3 === 0 ? 1 : 0))
    const measures: Record<string, () => number> = {
      process: () => processMilliseconds(input),
      chains: () => perSecond(() => runRule(chain, input, { on: DAY }), seconds),
      explained: () => perSecond(() => runRule(chain, input, { on: DAY, isExplained: true }), seconds),
      checklists: () => perSecond(() => judgePoints(sheet, criteria, 'category1Insured'), seconds),
      persons: () => milliseconds(() => runRule(persons.rule, persons.parsed, { on: DAY, isParsed: true })),
      personsChecked: () => milliseconds(() => runRule(persons.rule, persons.input, { on: DAY })),
      projection: () =>
        milliseconds(() => runRule(projection.rule, projection.parsed, { on: DAY, isParsed: true })),
      projections: () =>
        milliseconds(() => {
          for (let n = 0; n < INSURERS; n++)
            runRule(projection.rule, projection.parsed, { on: DAY, isParsed: true })
        }),
    }
    const raw: Record<string, number[]> = Object.fromEntries(Object.keys(measures).map((name) => [name, []]))
    for (let run = 0; run < runs; run++) {
      for (const [name, measure] of Object.entries(measures)) raw[name]!.push(measure())
      say(
        `  ${run + 1} ${Object.entries(raw)
          .map(([name, all]) => `${name} ${all[run]!.toFixed(1)}`)
          .join(', ')}`,
      )
    }
    const cost = raw.chains!.map((plain, run) => plain / raw.explained![run]!)
    const people = PERSONS.toLocaleString('en')
    return {
      lines: [
        below(`rule run premium-chain as a process (median of ${PROCESSES})`, raw.process!, 150, ' ms'),
        above('premium chains a second, input checked, steps off', raw.chains!, 20_000),
        below('cost of steps', cost, 3, ' ×', 2),
        above('checklist judgements a second', raw.checklists!, 500_000),
        below(`stage and premium of ${people} persons in one call`, raw.persons!, 300, ' ms'),
        shown(`the same with the check of every field`, raw.personsChecked!, ' ms'),
        below('projection of one insurer', raw.projection!, 20, ' ms'),
        below(`projection of ${INSURERS.toLocaleString('en')} insurers`, raw.projections!, 20_000, ' ms', 0),
      ],
      notes: [
        'One insurer: 2 sexes, 6 bands of age, 7 levels, every kind of service of the catalogue, 25 years, natural trend and policy side by side.',
      ],
      raw,
    }
  },
}

/** The base, stages and rounding of the first worked case. */
async function personsCase(): Promise<Record<string, unknown>> {
  const { persons: _, ...rest } = (await ruleNamed('premium-persons')).cases[0]!.input as Record<
    string,
    unknown
  >
  return rest
}

function processMilliseconds(input: unknown): number {
  mkdirSync(DATA, { recursive: true })
  const path = join(DATA, 'premium-chain.json')
  writeFileSync(path, JSON.stringify(input))
  const words = ['rule', 'run', 'premium-chain', '--input', path, '--json']
  const taken = Array.from({ length: PROCESSES }, () =>
    milliseconds(() => {
      const { status, stderr } = spawnSync(join(ROOT, 'bin', 'meguri'), words, { encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
    }),
  )
  return spreadOf(taken).median
}

function milliseconds(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

function perSecond(work: () => unknown, seconds: number): number {
  const begun = performance.now()
  let count = 0
  while (performance.now() - begun < seconds * 1000) {
    for (let n = 0; n < 200; n++) work()
    count += 200
  }
  return (count / (performance.now() - begun)) * 1000
}

const said = (value: number, unit: string) => `${value.toLocaleString('en')}${unit}`

function line(what: string, values: number[], unit: string, places: number): Line & { median: number } {
  const { median, least, most } = spreadOf(values, places)
  const spread = range({ median, least, most }, unit)
  return { what, goal: '', measured: said(median, unit), spread, isMet: null, median }
}

function below(what: string, values: number[], goal: number, unit: string, places = 1): Line {
  const { median, ...shown } = line(what, values, unit, places)
  return { ...shown, goal: `< ${said(goal, unit)}`, isMet: median < goal }
}

function above(what: string, values: number[], goal: number): Line {
  const { median, ...shown } = line(what, values, '', 0)
  return { ...shown, goal: `≥ ${said(goal, '')}`, isMet: median >= goal }
}

function shown(what: string, values: number[], unit: string): Line {
  const { median: _, ...rest } = line(what, values, unit, 1)
  return { ...rest, goal: '—' }
}

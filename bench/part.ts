import type { Figures, Spread } from './figures.ts'
import { spreadOf } from './figures.ts'

/** One row of the table in docs/benchmarks.md. */
export interface Line {
  what: string
  goal: string
  measured: string
  spread: string
  /** null: shown, not judged */
  isMet: boolean | null
}

export interface PartResult {
  lines: Line[]
  /** sentences that belong below the table */
  notes?: string[]
  raw: unknown
}

export interface Settings {
  runs: number
  seconds: number
  /** --seconds as given: a long part has a length of its own */
  ownSeconds?: number
  /** --hour: the leak test takes a true one */
  hour: boolean
  say(line: string): void
}

export interface Part {
  name: string
  title: string
  /** takes minutes by its nature: runs only when named, or with --long */
  isLong?: true
  run(settings: Settings): Promise<PartResult>
}

/** Product and peer in turn, A B A B: what the machine does besides falls on both. */
export async function inTurn<Name extends string>(
  { runs, say }: Settings,
  sides: Record<Name, () => Promise<Figures>>,
): Promise<Record<Name, Figures[]>> {
  const names = Object.keys(sides) as Name[]
  const all = Object.fromEntries(names.map((name) => [name, [] as Figures[]])) as Record<Name, Figures[]>
  for (let run = 0; run < runs; run++) {
    for (const name of names) {
      const figures = await sides[name]()
      all[name].push(figures)
      const { perSecond, p50, p95, p99, errors, processorMilliseconds: cpu } = figures
      const processor = cpu ? `, processor ${cpu.node} + ${cpu.database} ms` : ''
      say(
        `  ${run + 1} ${name}: ${perSecond}/s, p50 ${p50}, p95 ${p95}, p99 ${p99} ms, errors ${errors}${processor}`,
      )
    }
  }
  return all
}

type Measure = 'perSecond' | 'p50' | 'p95' | 'p99'

export const across = (runs: readonly Figures[], of: Measure): Spread => spreadOf(runs.map((run) => run[of]))

/** Ratios pair by pair, not of medians: the two of a pair met the same machine. */
export const ratios = (over: readonly Figures[], under: readonly Figures[], of: Measure): Spread =>
  spreadOf(
    over.map((run, n) => run[of] / under[n]![of]),
    2,
  )

export const range = ({ least, most }: Spread, unit = ''): string => `${least}–${most}${unit}`

/** @throws when a run had errors: a figure with failed requests in it says nothing */
export function withoutErrors(all: Record<string, Figures[]>): void {
  for (const [name, runs] of Object.entries(all))
    for (const { errors, statuses, count } of runs)
      if (errors > 0 || count === 0)
        throw new Error(`${name}: ${errors} answers were no success: ${JSON.stringify(statuses)}`)
}

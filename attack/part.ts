import type { Route } from './catalogue.ts'
import type { Known } from './leaks.ts'
import type { Target } from './place.ts'
import type { World } from './world.ts'

/** Everything a part works on. */
export interface Setting {
  target: Target
  world: World
  routes: Route[]
  known: Known
  requests: number
  seed: number
  /** milliseconds of performance.now() at which the run has to come to its end */
  deadline: number
}

/** One line of the page, which is Japanese. */
export interface Observation {
  what: string
  wanted: string
  seen: string
  /** null: told, not judged */
  isGood: boolean | null
}

export interface Result {
  observations: Observation[]
  /** each finding once, with what makes it again */
  findings: string[]
  raw: unknown
}

export interface Part {
  name: string
  title: string
  run(setting: Setting): Promise<Result>
}

export const judged = (what: string, wanted: string, seen: string, isGood: boolean): Observation => ({
  what,
  wanted,
  seen,
  isGood,
})
export const told = (what: string, seen: string): Observation => ({ what, wanted: '—', seen, isGood: null })

/** Several at once from one supply, until it is empty or the time is over. @returns how many were done */
export async function work<Item>(
  supply: Iterator<Item>,
  deadline: number,
  each: (item: Item) => Promise<void>,
  hands = 6,
): Promise<number> {
  let done = 0
  const hand = async () => {
    while (performance.now() < deadline) {
      const { value, done: isOver } = supply.next()
      if (isOver) return
      await each(value)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return done
}

export class Tally {
  readonly counts = new Map<string, number>()

  add(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }

  /** the most frequent first */
  entries(): [string, number][] {
    return [...this.counts].sort(([, one], [, other]) => other - one)
  }

  words(): string {
    return this.entries()
      .map(([key, count]) => `${key} × ${count.toLocaleString('en')}`)
      .join('、')
  }
}

/** One thing that was looked at. The page is Japanese, so these sentences are. */
export interface Observation {
  what: string
  wanted: string
  seen: string
  /** null: told, not judged */
  isGood: boolean | null
}

export interface PartResult {
  /** what was done, one sentence or two */
  did: string
  observations: Observation[]
  /** what an operator has to know or do */
  meaning: string
  raw: unknown
}

export interface Settings {
  /** how long the faults go on */
  seconds: number
  /** the same number makes the same faults in the same order; when they fall is up to the machine */
  seed: number
  say(line: string): void
}

export interface Part {
  name: string
  title: string
  /** seconds of faults when none are asked for */
  seconds: number
  run(settings: Settings): Promise<PartResult>
}

/** This machine cannot make the fault (no right to mount, say): told as not run, never as passed. */
export class NotPossible extends Error {}

export const judged = (what: string, wanted: string, seen: string, isGood: boolean): Observation => ({
  what,
  wanted,
  seen,
  isGood,
})

export const told = (what: string, seen: string): Observation => ({ what, wanted: '—', seen, isGood: null })

import type { Actor } from '../access/index.ts'
import type { Work } from '../database/work.ts'

/** Thrown by `progress` when somebody asked to stop; lets the transaction roll back and ends as cancelled. */
export class JobCancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'JobCancelled'
  }
}

export interface JobContext<Input> {
  input: Input
  actor: Actor
  /** one Work under the actor's rights; its audit word is the kind's */
  work: Work
  /** Stores how far it is, at most a few times a second. @throws JobCancelled */
  progress(done: number, total: number | null, message?: string): Promise<void>
}

/**
 * A kind of long work, found in an area's `jobs.ts` (`export const jobs: JobKind[]`). `run` may be started again after a
 * crash with the same input and must then end as if it had run once.
 */
export interface JobKind<Input = never> {
  kind: string
  /** 日本語: what the progress bar is headed with */
  label: string
  audit: string
  run(context: JobContext<Input>): Promise<Record<string, unknown>>
}

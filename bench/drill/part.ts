import type { Line } from '../part.ts'

export interface DrillSettings {
  /** where data folders may be made and removed */
  folder: string
  gigabytes: number
  rounds: number
  /** last migration of the release that the upgrade starts from */
  from: string
  say(line: string): void
}

export interface DrillPart {
  name: string
  run(settings: DrillSettings): Promise<{ lines: Line[]; raw: unknown }>
}

export const line = (what: string, goal: string, measured: string, isMet: boolean | null): Line => ({
  ...{ what, goal, measured, isMet },
  spread: '',
})

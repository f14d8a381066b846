import { type Figures, figuresOf } from '../figures.ts'
import type { Paper } from './papers.ts'

export interface Acknowledged {
  paper: Paper
  requestId: string
  staffId: string
}

/** What came of the day: times, errors, and every write that was acknowledged. */
export class DayRecord {
  /** people who were given a checklist */
  readonly checked = new Set<string>()
  readonly #begun = performance.now()
  readonly #times: { label: string; milliseconds: number }[] = []
  readonly #statuses: Record<string, number> = {}
  readonly writes: Acknowledged[] = []
  /** the first refusals, in their own words */
  readonly refusals: string[] = []

  answered(label: string, milliseconds: number, status: number, text: string): void {
    if (status >= 200 && status < 300) {
      this.#times.push({ label, milliseconds })
      return
    }
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1
    if (this.refusals.length < 20) this.refusals.push(`${label} ${status} ${text.slice(0, 200)}`)
  }

  acknowledged(paper: Paper, requestId: string, staffId: string): void {
    this.writes.push({ paper, requestId, staffId })
  }

  figures(): Figures {
    return figuresOf(this.#times, (performance.now() - this.#begun) / 1000, this.#statuses)
  }
}

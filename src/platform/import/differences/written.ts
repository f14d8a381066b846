import { closeSync, openSync, writeSync } from 'node:fs'
import { csvBytes } from '../../../exchange/tabular/index.ts'
import type { DifferencePart } from './each.ts'
import { differenceHeadings, differenceLines } from './lines.ts'

/** A CSV (UTF-8 with BOM) that takes every difference of a run as it comes. */
export class DifferenceFile {
  readonly #file: number

  /** @throws Error of the system when the file cannot be made */
  constructor(path: string) {
    this.#file = openSync(path, 'w')
    writeSync(this.#file, csvBytes([differenceHeadings], { encoding: 'UTF-8+BOM' }))
  }

  take({ items }: DifferencePart): void {
    const bytes = csvBytes(items.flatMap(differenceLines), { encoding: 'UTF-8+BOM' })
    writeSync(this.#file, bytes, 3) // the BOM stands at the beginning alone
  }

  close(): void {
    closeSync(this.#file)
  }
}

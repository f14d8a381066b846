import { headerKey, type YearMode } from './header-key.ts'
import type { Place } from './headings.ts'
import { type CellAt, keyOf } from './reference.ts'
import { type Candidate, type FormReading, openCells, resolvePlace } from './resolve.ts'

/** A cell of the older form that has a figure. */
export interface Bound extends CellAt {
  id: string
  place: Place
  years: YearMode
}
/**
 * What became of it: same · moved (same words, another cell) · changed (words like it: to be confirmed) · several · vanished.
 * Only `same` and `moved` have one cell that may be taken.
 */
export type Carried = { id: string } & (
  | { outcome: 'same' | 'moved'; found: Candidate }
  | { outcome: 'changed' | 'several'; candidates: Candidate[] }
  | { outcome: 'vanished' }
)
export interface NewCell extends CellAt {
  sheet: string
  place: Place
}

export function carryOver(bound: readonly Bound[], fiscalYear: number, to: FormReading): Carried[] {
  return bound.map(({ id, place, years, row, column }) => {
    const result = resolvePlace(place, { fiscalYear, years }, to)
    if (result.outcome === 'one') {
      const { found } = result
      const isThere = found.row === row && found.column === column
      return { id, outcome: isThere ? 'same' : 'moved', found }
    }
    if (result.outcome === 'several') return { id, outcome: 'several', candidates: result.candidates }
    return result.candidates.length > 0
      ? { id, outcome: 'changed', candidates: result.candidates }
      : { id, outcome: 'vanished' }
  })
}

const MAX_NEW = 300
const MAX_OPEN = 20_000

/** Open cells of the newer form whose headings the older one did not have, in sheets that are filled. */
export function newCells(from: FormReading, to: FormReading, filledSheets: ReadonlySet<string>): NewCell[] {
  const words = (place: Place, year: number) => {
    const key = (text: string) => headerKey(text, { fiscalYear: year, years: 'relative' })
    return [place.sheet, ...place.rowPath, '|', ...place.columnPath].map(key).join('\n')
  }
  const known = new Set(
    from.sheets.flatMap((reader) =>
      openCells(reader, MAX_OPEN).map(({ place }) => words(place, from.fiscalYear)),
    ),
  )
  const found: NewCell[] = []
  for (const reader of to.sheets) {
    if (!filledSheets.has(reader.sheet.name)) continue
    const seen = new Set<number>()
    for (const { place, ...at } of openCells(reader, MAX_OPEN)) {
      if (known.has(words(place, to.fiscalYear)) || seen.has(keyOf(at))) continue
      seen.add(keyOf(at))
      found.push({ ...at, sheet: reader.sheet.name, place })
      if (found.length >= MAX_NEW) return found
    }
  }
  return found
}

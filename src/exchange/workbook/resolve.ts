import { headerKey, likeness, type Reading, type YearMode } from './header-key.ts'
import type { Heading, HeadingReader, Place } from './headings.ts'
import { type CellAt, contains, keyOf } from './reference.ts'

export interface Difference {
  part: 'sheet' | 'title' | 'row' | 'column'
  before: string
  after: string
}
export interface Candidate extends CellAt {
  sheet: string
  place: Place
  differences: Difference[]
  /** 1: the same words throughout */
  likeness: number
}
/** `one` has the same sheet, rows and columns; anything less is a candidate for a person to confirm, never taken. */
export type Resolution =
  | { outcome: 'one'; found: Candidate }
  | { outcome: 'several'; candidates: Candidate[] }
  | { outcome: 'none'; candidates: Candidate[] }

export interface FormReading {
  fiscalYear: number
  sheets: readonly HeadingReader[]
}

const MAX_CANDIDATES = 3
/** rows, and columns, that are tried for one label */
const MAX_LINES = 60
/** rows, or columns, that are tried where there is no label */
const MAX_EVERYWHERE = 400
/** cells that are compared for one place in one sheet */
const MAX_CELLS = 2_000
const NEAR = 0.6

/** Finds the cell that a place names in another edition of the form. */
export function resolvePlace(
  place: Place,
  { fiscalYear, years }: { fiscalYear: number; years: YearMode },
  form: FormReading,
): Resolution {
  const wanted = keysOf(place, { fiscalYear, years })
  const reading: Reading = { fiscalYear: form.fiscalYear, years }
  // a cell without headings is found by nothing but its place, which is no way to find it again
  if (place.rowPath.length === 0 && place.columnPath.length === 0) return { outcome: 'none', candidates: [] }
  const exact: Candidate[] = []
  for (const reader of form.sheets) exact.push(...exactIn(reader, place, wanted, reading))
  const here = exact.filter(({ sheet }) => headerKey(sheet, reading) === wanted.sheet)
  const chosen = here.length > 1 ? narrowed(here) : here
  if (chosen.length === 1) return { outcome: 'one', found: chosen[0]! }
  if (chosen.length > 1) return { outcome: 'several', candidates: chosen.slice(0, MAX_CANDIDATES * 3) }
  if (exact.length > 0) return { outcome: 'none', candidates: exact.slice(0, MAX_CANDIDATES) }
  return { outcome: 'none', candidates: nearest(place, wanted, reading, form) }
}

/** Several cells of the same headings: the title of the table tells them apart, when one alone has it. */
function narrowed(candidates: Candidate[]): Candidate[] {
  const same = candidates.filter(({ differences }) => differences.every(({ part }) => part !== 'title'))
  return same.length === 1 ? same : candidates
}

interface Keys {
  sheet: string
  title: string
  rows: string[]
  columns: string[]
}

const keysOf = ({ sheet, title, rowPath, columnPath }: Place, reading: Reading): Keys => ({
  sheet: headerKey(sheet, reading),
  title: headerKey(title ?? '', reading),
  rows: rowPath.map((text) => headerKey(text, reading)),
  columns: columnPath.map((text) => headerKey(text, reading)),
})

function exactIn(reader: HeadingReader, place: Place, wanted: Keys, reading: Reading): Candidate[] {
  const index = indexOf(reader, reading)
  const rows = index.get(wanted.rows.at(-1) ?? '') ?? []
  const columns = index.get(wanted.columns.at(-1) ?? '') ?? []
  if (rows.length === 0 && wanted.rows.length > 0) return []
  if (columns.length === 0 && wanted.columns.length > 0) return []
  return cellsBetween(reader, rows, columns).flatMap((at) => {
    const found = reader.placeOf(at)
    const keys = keysOf(found, reading)
    if (!isSame(keys.rows, wanted.rows) || !isSame(keys.columns, wanted.columns)) return []
    return [candidateOf(reader, at, found, place, wanted, reading)]
  })
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, at) => text === b[at])

/** Cells right of one of the row labels and below one of the column headings; without either, along the other. */
function cellsBetween(
  { sheet, anchorOf }: HeadingReader,
  rows: readonly Heading[],
  columns: readonly Heading[],
): CellAt[] {
  const found = new Map<number, CellAt>()
  const used = sheet.used ?? { top: 1, left: 0, bottom: 1, right: 0 }
  const everywhere: Heading['range'] = { ...used, bottom: Math.min(used.bottom, used.top + MAX_EVERYWHERE) }
  const bands = rows.length > 0 ? rows.map(({ range }) => range) : [{ ...everywhere, right: used.left - 1 }]
  const heads = columns.length > 0 ? columns.map(({ range }) => range) : [{ ...everywhere, bottom: 0 }]
  for (const band of bands)
    for (const head of heads)
      for (const row of lines(band.top, band.bottom, rows.length > 0))
        for (const column of lines(head.left, head.right, columns.length > 0)) {
          if (row <= head.bottom || column <= band.right) continue
          const at = anchorOf({ row, column })
          if (at.row > head.bottom && at.column > band.right) found.set(keyOf(at), at)
          if (found.size >= MAX_CELLS) return [...found.values()]
        }
  return [...found.values()]
}

const lines = (from: number, to: number, isLabel: boolean): number[] =>
  Array.from(
    { length: Math.max(0, Math.min(to - from + 1, isLabel ? MAX_LINES : MAX_EVERYWHERE)) },
    (_, at) => from + at,
  )

function candidateOf(
  reader: HeadingReader,
  at: CellAt,
  place: Place,
  before: Place,
  wanted: Keys,
  reading: Reading,
): Candidate {
  const keys = keysOf(place, reading)
  const alike =
    likeness(keys.rows.join('/'), wanted.rows.join('/')) * 0.45 +
    likeness(keys.columns.join('/'), wanted.columns.join('/')) * 0.35 +
    likeness(keys.sheet, wanted.sheet) * 0.15 +
    likeness(keys.title, wanted.title) * 0.05
  return {
    sheet: reader.sheet.name,
    ...at,
    place,
    differences: differencesOf(before, place, wanted, keys),
    likeness: alike,
  }
}

function differencesOf(before: Place, after: Place, wanted: Keys, keys: Keys): Difference[] {
  const words = (path: readonly string[]) => path.join(' › ')
  return [
    ...(keys.sheet === wanted.sheet
      ? []
      : [{ part: 'sheet' as const, before: before.sheet, after: after.sheet }]),
    ...(keys.title === wanted.title
      ? []
      : [{ part: 'title' as const, before: before.title ?? '', after: after.title ?? '' }]),
    ...(isSame(keys.rows, wanted.rows)
      ? []
      : [{ part: 'row' as const, before: words(before.rowPath), after: words(after.rowPath) }]),
    ...(isSame(keys.columns, wanted.columns)
      ? []
      : [{ part: 'column' as const, before: words(before.columnPath), after: words(after.columnPath) }]),
  ]
}

/** Cells whose headings are like it, best first: in its sheet, else in any. */
function nearest(place: Place, wanted: Keys, reading: Reading, form: FormReading): Candidate[] {
  const own = form.sheets.filter(({ sheet }) => headerKey(sheet.name, reading) === wanted.sheet)
  const found = (own.length > 0 ? own : form.sheets.slice(0, 20)).flatMap((reader) => {
    const rows = likest(reader, wanted.rows.at(-1), reading)
    const columns = likest(reader, wanted.columns.at(-1), reading)
    if (rows.length === 0 && columns.length === 0) return []
    return cellsBetween(reader, rows, columns)
      .slice(0, 400)
      .map((at) => candidateOf(reader, at, reader.placeOf(at), place, wanted, reading))
  })
  return found
    .filter((candidate) => candidate.likeness >= NEAR)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MAX_CANDIDATES)
}

function likest(reader: HeadingReader, key: string | undefined, reading: Reading): Heading[] {
  if (key === undefined) return []
  return [...indexOf(reader, reading)]
    .map(([other, headings]) => ({ headings, alike: likeness(other, key) }))
    .filter(({ alike }) => alike >= 0.4)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, 6)
    .flatMap(({ headings }) => headings.slice(0, 12))
}

const indexes = new WeakMap<HeadingReader, Map<string, ReadonlyMap<string, Heading[]>>>()

/** Headings of a sheet by their keys, made once for a way of reading years: a mapping asks for thousands. */
function indexOf(reader: HeadingReader, reading: Reading): ReadonlyMap<string, Heading[]> {
  const known = indexes.get(reader) ?? new Map<string, ReadonlyMap<string, Heading[]>>()
  indexes.set(reader, known)
  const way = `${reading.years} ${reading.years === 'fixed' ? '' : reading.fiscalYear}`
  const made = known.get(way) ?? Map.groupBy(reader.all, ({ text }) => headerKey(text, reading))
  known.set(way, made)
  return made
}

/** Whether a cell is one that a person would type a figure into: blank, no formula, with headings on both sides. */
export function openCells(
  { sheet, anchorOf, placeOf }: HeadingReader,
  limit: number,
): (CellAt & { place: Place })[] {
  const found: (CellAt & { place: Place })[] = []
  for (const cell of sheet.cells.values()) {
    if (cell.kind !== 'blank' || cell.formula !== null) continue
    if (!cell.style.hasBorder && !(sheet.isProtected && !cell.style.isLocked)) continue
    if (sheet.isProtected && cell.style.isLocked) continue
    if (sheet.computed.some((range) => contains(range, cell))) continue
    const at = anchorOf(cell)
    if (at.row !== cell.row || at.column !== cell.column) continue
    const place = placeOf(at)
    if (place.rowPath.length === 0 || place.columnPath.length === 0) continue
    found.push({ row: at.row, column: at.column, place })
    if (found.length >= limit) break
  }
  return found
}

import { type FacilityField, headingKey } from './layout.ts'

/** How people read a list that no standard knows. Columns are known by their heading, never by their place. */
export interface FacilityMapping {
  target: 'facilities'
  /** what kind of places, in Japanese; null: as the file itself shows */
  category: string | null
  /** six digits, where the file has no such column */
  areaCode: string | null
  /** the day the list is of, 'YYYY-MM-DD'; null: not stated */
  asOf: string | null
  /** sheet of a workbook; null: the first */
  sheet: string | null
  /** as a spreadsheet counts; where the headings are found in another row, that one is taken */
  headerRow: number | null
  /** rows below the header that are no places (units, remarks) */
  skipRows: number
  /** every heading of the file that was mapped; 'extra' keeps a column as it is, null leaves it out. Empty: a known layout */
  columns: readonly MappedColumn[]
}

export interface MappedColumn {
  heading: string
  field: FacilityField | 'extra' | null
}

/** A mapping of any target, as far as its headings go. */
export interface ReadByHeading {
  columns: readonly { heading: string; field: string | null }[]
}

/** A header beside the one that a mapping was made for. */
export interface HeaderDifferences {
  /** headings of the mapping that are not in the file, and are read by it */
  missing: string[]
  /** headings of the file that the mapping does not know */
  added: string[]
  /** a missing one and the added one that probably took its place */
  renamed: { from: string; to: string }[]
}

export function headerDifferences(mapping: ReadByHeading, header: readonly string[]): HeaderDifferences {
  const inFile = new Set(header.map(headingKey))
  const inMapping = new Set(mapping.columns.map(({ heading }) => headingKey(heading)))
  const added = header.filter((heading) => heading !== '' && !inMapping.has(headingKey(heading)))
  const missing = mapping.columns
    .filter(({ heading, field }) => field !== null && !inFile.has(headingKey(heading)))
    .map(({ heading }) => heading)
  return { missing, added, renamed: renamedOf(mapping, header, missing, added) }
}

/** Alike in letters, or standing between the same neighbours as before; each heading is used once. */
function renamedOf(
  { columns }: ReadByHeading,
  header: readonly string[],
  missing: readonly string[],
  added: readonly string[],
): { from: string; to: string }[] {
  const before = columns.map(({ heading }) => heading)
  const pairs = missing
    .flatMap((from) =>
      added.map((to) => ({ from, to, likeness: likeness(from, to) + neighbours(before, from, header, to) })),
    )
    .filter((pair) => pair.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness)
  const used = new Set<string>()
  return pairs.flatMap(({ from, to }) => {
    if (used.has(`from ${from}`) || used.has(`to ${to}`)) return []
    used.add(`from ${from}`).add(`to ${to}`)
    return [{ from, to }]
  })
}

/** Share of common letters, 0 to 1. */
function likeness(a: string, b: string): number {
  const left = new Set(headingKey(a))
  const right = new Set(headingKey(b))
  const common = [...left].filter((letter) => right.has(letter)).length
  return (2 * common) / (left.size + right.size)
}

/** A quarter for each side on which the same heading stands. */
function neighbours(before: readonly string[], from: string, header: readonly string[], to: string): number {
  const at = before.indexOf(from)
  const now = header.indexOf(to)
  const isSame = (a = '^', b = '^') => headingKey(a) === headingKey(b)
  const left = isSame(before[at - 1], header[now - 1])
  const right = isSame(before[at + 1] ?? '$', header[now + 1] ?? '$')
  return (left ? 0.25 : 0) + (right ? 0.25 : 0)
}

/** The mapping with some headings renamed: what a person confirms before next year's file is read. */
export function withRenamed(
  mapping: FacilityMapping,
  renamed: readonly { from: string; to: string }[],
): FacilityMapping {
  const names = new Map(renamed.map(({ from, to }) => [from, to]))
  const columns = mapping.columns.map((column) => ({
    ...column,
    heading: names.get(column.heading) ?? column.heading,
  }))
  return { ...mapping, columns }
}

/** How many of the headings that a mapping reads stand in this row: the row with most of them is the header. */
export function headingsFound(mapping: ReadByHeading, cells: readonly string[]): number {
  const inRow = new Set(cells.map(headingKey))
  return mapping.columns.filter(({ heading, field }) => field !== null && inRow.has(headingKey(heading)))
    .length
}

import { headerDifferences } from '../../exchange/facilities/index.ts'
import {
  type FiguresMapping,
  guessFigureField,
  headingsOf,
  likelyHeaderRow,
  type MappedFigure,
  readMappedFigures,
  readPeriod,
  topOf,
} from '../../exchange/mapped-figures/index.ts'
import type { FirstRows, TabularSource } from '../../exchange/tabular/index.ts'
import { bestFits } from '../../registers/mapping-profiles/index.ts'
import { MISSING_WORDS, measureLabel } from '../statistics/index.ts'
import { type Candidate, PlaceFinder } from './places.ts'
import type { FiguresOffer, FiguresPreview, FiguresProfile, FiguresReading } from './schema.ts'

const SHOWN_TOP = 12
const SHOWN_ROWS = 20
const SHOWN_REFUSALS = 50

interface Asked {
  sheet: string | null
  /** null: to be found */
  headerRow: number | null
  /** null: only look at the file */
  mapping: FiguresMapping | null
  today: string
  /** places that rows may name; only asked for with a mapping */
  candidates: readonly Candidate[]
}

/**
 * Looks at a table: its top, its probable header, saved mappings that fit, and with a mapping what the whole table would give.
 * @throws TabularRefused when it cannot be read at all
 */
export async function previewFigures(
  source: TabularSource,
  profiles: readonly FiguresProfile[],
  asked: Asked,
): Promise<FiguresPreview> {
  const top = await topOf(source, asked.sheet)
  const offers = offersFor(top, profiles)
  const headerRow = asked.headerRow ?? offers[0]?.headerRow ?? likelyHeaderRow(top)
  return {
    file: source.name,
    encoding: top.encoding,
    sheetNames: top.sheetNames,
    sheet: top.sheet,
    top: top.rows.slice(0, SHOWN_TOP),
    headerRow,
    columns: columnsAt(top, headerRow),
    offers,
    reading: asked.mapping && (await tryReading(source, asked.mapping, asked)),
  }
}

const isPeriod = (heading: string) => 'period' in readPeriod(heading, 'fiscal-year')

function columnsAt({ rows }: FirstRows, headerRow: number): FiguresPreview['columns'] {
  const header = rows.find(({ rowNumber }) => rowNumber === headerRow)?.cells ?? []
  const below = rows.filter(({ rowNumber }) => rowNumber > headerRow)
  const headings = headingsOf(header)
  return headings.flatMap((heading, column) => {
    const filled = below.map(({ cells }) => cells[column]?.trim() ?? '').filter((text) => text !== '')
    if ((header[column] ?? '').trim() === '' && filled.length === 0) return []
    const samples = [...new Set(filled)].slice(0, 3)
    return [{ heading, samples, guess: guessFigureField(heading), isPeriod: isPeriod(heading) }]
  })
}

/** Periods across are other ones each year: of them nothing is missing and nothing is new. */
function offersFor({ rows }: FirstRows, profiles: readonly FiguresProfile[]): FiguresOffer[] {
  const read = rows.map(({ rowNumber, cells }) => ({ rowNumber, headings: headingsOf(cells) }))
  return bestFits(read, profiles).map(({ profile, headerRow, headings }) => {
    const isAcross = profile.mapping.layout === 'periods'
    const named = headings.filter((heading) => !(isAcross && isPeriod(heading)))
    return { profile, headerRow, differences: headerDifferences(profile.mapping, named) }
  })
}

/** Reads the whole table as it would be taken; the first counts and refusals are shown. */
async function tryReading(
  source: TabularSource,
  mapping: FiguresMapping,
  { today, candidates }: Asked,
): Promise<FiguresReading> {
  const file = await readMappedFigures(source, mapping, { notAfter: today })
  const finder = new PlaceFinder(candidates, mapping)
  const known = candidates.filter(({ isNew }) => !isNew).length
  const reading: FiguresReading = {
    read: 0,
    missing: 0,
    places: 0,
    known,
    refusedCount: 0,
    refused: [],
    leftOut: [],
    rows: [],
  }
  const refuse = (refusal: FiguresReading['refused'][number]) => {
    reading.refusedCount += 1
    if (reading.refused.length < SHOWN_REFUSALS) reading.refused.push(refusal)
  }
  const places = new Set<string>()
  let lastOther = 0
  for await (const item of file.items) {
    if (item.kind === 'refused') {
      const { row, column, value, reason, remedy } = item.refusal
      refuse({ row, column, value, reason, remedy })
      continue
    }
    const { row } = item
    const found = finder.find(row)
    if ('place' in found) {
      places.add(found.place.code)
      reading.read += 1
      if (row.count === null) reading.missing += 1
      if (reading.rows.length < SHOWN_ROWS) reading.rows.push(shown(row, found.place.name))
    } else if (row.rowNumber !== lastOther) {
      // once for the row, not for each of its counts
      lastOther = row.rowNumber
      const name = row.placeName ?? row.placeCode ?? ''
      if (mapping.otherPlaces === 'leave-out' && found.code === 'place.unknown')
        reading.leftOut.push({ rowNumber: row.rowNumber, name })
      else
        refuse({
          row: row.rowNumber,
          column: row.placeHeading,
          value: name,
          reason: found.reason,
          remedy: found.remedy,
        })
    }
  }
  reading.places = places.size
  reading.leftOut = [...reading.leftOut, ...file.leftOut.totals, ...file.leftOut.notes]
    .sort((a, b) => a.rowNumber - b.rowNumber)
    .slice(0, SHOWN_REFUSALS)
  return reading
}

const shown = (row: MappedFigure, place: string): FiguresReading['rows'][number] => ({
  rowNumber: row.rowNumber,
  place,
  measure: measureLabel(row.measure),
  unit: row.unit,
  from: row.periodFrom,
  to: row.periodTo,
  count: row.count,
  missing: row.missing && (MISSING_WORDS[row.missing] ?? '数がありません。'),
})

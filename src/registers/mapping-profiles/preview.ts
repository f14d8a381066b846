import {
  type Facility,
  type FacilityMapping,
  fieldLabels,
  guessField,
  headerDifferences,
  headingsFound,
  type ReadByHeading,
  readFacilities,
} from '../../exchange/facilities/index.ts'
import { type FirstRows, readFirstRows, type TabularSource } from '../../exchange/tabular/index.ts'
import type { MappingProfile, Offer, Preview, Reading } from './schema.ts'

const TOP = 30
const SHOWN_TOP = 12
const SHOWN_ROWS = 20
const SHOWN_REFUSALS = 50

interface Asked {
  sheet: string | null
  /** null: to be found */
  headerRow: number | null
  /** null: only look at the file */
  mapping: FacilityMapping | null
}

/**
 * Looks at a file: its top, its probable header, saved mappings that fit, and with a mapping what the whole file would give.
 * @throws TabularRefused when it cannot be read at all
 */
export async function previewFile(
  source: TabularSource,
  profiles: readonly MappingProfile[],
  { sheet, headerRow, mapping }: Asked,
): Promise<Preview> {
  const top = await readFirstRows(source, TOP, sheet === null ? {} : { sheet })
  const offers = offersFor(top, profiles)
  const row = headerRow ?? offers[0]?.headerRow ?? likelyHeader(top)
  return {
    file: source.name,
    encoding: top.encoding,
    sheetNames: top.sheetNames,
    top: top.rows.slice(0, SHOWN_TOP),
    headerRow: row,
    columns: columnsAt(top, row),
    offers,
    reading: mapping && (await tryReading(source, mapping)),
  }
}

/** The first row with the most different texts: titles and remarks above a header fill one or two cells. */
function likelyHeader({ rows }: FirstRows): number {
  const counted = rows.map(({ rowNumber, cells }) => ({
    rowNumber,
    count: new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size,
  }))
  const most = Math.max(...counted.map(({ count }) => count))
  // rows of places are sometimes fuller than their header (a remark without a heading)
  return counted.find(({ count }) => count >= most * 0.8)?.rowNumber ?? 1
}

function columnsAt({ rows }: FirstRows, headerRow: number): Preview['columns'] {
  const header = rows.find(({ rowNumber }) => rowNumber === headerRow)?.cells ?? []
  const below = rows.filter(({ rowNumber }) => rowNumber > headerRow)
  return header.flatMap((cell, column) => {
    const heading = cell.trim()
    if (heading === '') return []
    const filled = below.map(({ cells }) => cells[column]?.trim() ?? '').filter((text) => text !== '')
    return [{ heading, samples: [...new Set(filled)].slice(0, 3), guess: guessField(heading) }]
  })
}

/** Saved mappings of which half of the headings or more stand in one row; the best first. */
function offersFor({ rows }: FirstRows, profiles: readonly MappingProfile[]): Offer[] {
  return bestFits(
    rows.map(({ rowNumber, cells }) => ({ rowNumber, headings: cells.map((cell) => cell.trim()) })),
    profiles,
  ).map(({ profile, headerRow, headings }) => ({
    profile,
    headerRow,
    differences: headerDifferences(profile.mapping, headings),
  }))
}

/** Mappings of any target of which half of the headings or more stand in one row, with that row; the best first. */
export function bestFits<P extends { mapping: ReadByHeading }>(
  rows: readonly { rowNumber: number; headings: readonly string[] }[],
  profiles: readonly P[],
): { profile: P; headerRow: number; headings: readonly string[] }[] {
  return profiles
    .flatMap((profile) => {
      const needed = profile.mapping.columns.filter(({ field }) => field !== null).length
      const found = rows.map((row) => ({ row, count: headingsFound(profile.mapping, row.headings) }))
      const best = found.reduce<(typeof found)[number] | null>(
        (most, one) => (one.count > (most?.count ?? 0) ? one : most),
        null,
      )
      if (!best || best.count * 2 < needed) return []
      const { rowNumber: headerRow, headings } = best.row
      return [{ share: best.count / needed, fit: { profile, headerRow, headings } }]
    })
    .sort((a, b) => b.share - a.share)
    .map(({ fit }) => fit)
}

/** Reads the whole file as it would be taken; the first places and refusals are shown. */
async function tryReading(source: TabularSource, mapping: FacilityMapping): Promise<Reading> {
  const reading: Reading = {
    read: 0,
    refusedCount: 0,
    refused: [],
    asWrittenCount: 0,
    withoutPlaceCount: 0,
    rows: [],
  }
  for await (const item of (await readFacilities(source, mapping)).items) {
    if (item.kind === 'refused') {
      reading.refusedCount += 1
      const { row, column, value, reason, remedy } = item.refusal
      if (reading.refused.length < SHOWN_REFUSALS)
        reading.refused.push({ row, column, value, reason, remedy })
      continue
    }
    reading.read += 1
    if (Object.keys(item.row.asWritten).length > 0) reading.asWrittenCount += 1
    if (item.row.latitude === null) reading.withoutPlaceCount += 1
    if (reading.rows.length < SHOWN_ROWS) reading.rows.push(shown(item.row))
  }
  return reading
}

function shown(facility: Facility): Reading['rows'][number] {
  const { marks: _, extras, asWritten, rowNumber, category: __, key: ___, ...fields } = facility
  const said = Object.entries(fields).flatMap(([field, value]) =>
    value === null ? [] : [{ label: fieldLabels[field as keyof typeof fieldLabels], text: String(value) }],
  )
  const values = [
    ...said.map((one) => ({ ...one, isAsWritten: false })),
    ...Object.entries(extras).map(([label, text]) => ({ label, text, isAsWritten: false })),
    ...Object.entries(asWritten).map(([label, text]) => ({ label, text, isAsWritten: true })),
  ]
  return { rowNumber, values }
}

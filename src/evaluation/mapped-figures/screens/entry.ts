import { headingKey } from '../../../exchange/facilities/layout.ts'
import {
  type DashMeaning,
  type FigureField,
  type FigureLevel,
  type FiguresMapping,
  type FigureUnit,
  figureFields,
} from '../../../exchange/mapped-figures/mapping.ts'
import type { FiguresOffer, FiguresPreview } from '../schema.ts'

export type Chosen = { field: FigureField | null; measure: string; unit: FigureUnit | null }
export type PeriodKind = 'day' | 'fiscal-year' | 'column'

/** What is typed and chosen so far; columns by their heading. */
export interface Entry {
  list: string
  level: FigureLevel
  municipalityCode: string
  prefecture: string
  layout: 'columns' | 'periods'
  /** of layout 'periods' */
  measure: string
  unit: FigureUnit | null
  periodKind: PeriodKind
  day: string | null
  year: number | null
  bareYear: FiguresMapping['bareYear']
  release: FiguresMapping['release']
  dash: DashMeaning
  otherPlaces: FiguresMapping['otherPlaces']
  sheet: string | null
  headerRow: number
  skipRows: number
  attribution: string
  chosen: Record<string, Chosen>
  /** the saved mapping that this came from; null: a new one */
  profile: { id: string; version: number; name: string } | null
}

const NOT_READ: Chosen = { field: null, measure: '', unit: null }

/** A table seen for the first time: guesses to be looked at. Two headings that are periods: they stand across. */
export function entryOf(preview: FiguresPreview): Entry {
  return {
    list: '',
    level: 'municipality',
    municipalityCode: '',
    prefecture: '',
    layout: preview.columns.filter(({ isPeriod }) => isPeriod).length >= 2 ? 'periods' : 'columns',
    measure: '',
    unit: null,
    periodKind: preview.columns.some(({ guess }) => guess === 'period') ? 'column' : 'fiscal-year',
    day: null,
    year: null,
    bareYear: 'fiscal-year',
    release: '確定',
    dash: 'not-reported',
    otherPlaces: 'refuse',
    sheet: preview.sheet,
    headerRow: preview.headerRow,
    skipRows: 0,
    attribution: '',
    chosen: guessed(preview, {}),
    profile: null,
  }
}

/** Another header row or sheet: what was chosen stays where the heading is still there. */
export const withPreview = (entry: Entry, preview: FiguresPreview): Entry => ({
  ...entry,
  sheet: preview.sheet,
  headerRow: preview.headerRow,
  chosen: guessed(preview, entry.chosen),
})

/** Of two columns guessed for one field the first has it. */
function guessed(preview: FiguresPreview, before: Entry['chosen']): Entry['chosen'] {
  const chosen: Entry['chosen'] = {}
  const taken = new Set(preview.columns.flatMap(({ heading }) => before[heading]?.field ?? []))
  for (const { heading, guess } of preview.columns) {
    const field = figureFields.find((one) => one.field === guess)?.field ?? null
    chosen[heading] = before[heading] ?? (field && !taken.has(field) ? { ...NOT_READ, field } : NOT_READ)
    if (chosen[heading].field) taken.add(chosen[heading].field)
  }
  return chosen
}

/** A saved mapping on this table: columns by heading, renamed ones by what took their place. Of when it is must be said anew. */
export function entryOfOffer(
  { profile, headerRow, differences }: FiguresOffer,
  preview: FiguresPreview,
): Entry {
  const { mapping } = profile
  const before = new Map(differences.renamed.map(({ from, to }) => [headingKey(to), headingKey(from)]))
  const columns = new Map(mapping.columns.map((column) => [headingKey(column.heading), column]))
  const chosenOf = (heading: string): Chosen => {
    const key = headingKey(heading)
    const known = columns.get(before.get(key) ?? key)
    return known ? { field: known.field, measure: known.measure ?? '', unit: known.unit } : NOT_READ
  }
  return {
    ...entryOf(preview),
    list: mapping.list,
    level: mapping.level,
    municipalityCode: mapping.municipalityCode ?? '',
    prefecture: mapping.prefecture ?? '',
    layout: mapping.layout,
    measure: mapping.measure?.name ?? '',
    unit: mapping.measure?.unit ?? null,
    periodKind: mapping.period?.kind ?? 'column',
    bareYear: mapping.bareYear,
    release: mapping.release,
    dash: mapping.dash,
    otherPlaces: mapping.otherPlaces,
    headerRow,
    skipRows: mapping.skipRows,
    attribution: profile.attribution ?? '',
    chosen: Object.fromEntries(preview.columns.map(({ heading }) => [heading, chosenOf(heading)])),
    profile: { id: profile.id, version: profile.version, name: profile.name },
  }
}

function periodOf({ layout, periodKind, day, year }: Entry): FiguresMapping['period'] {
  if (layout === 'periods' || periodKind === 'column') return null
  if (periodKind === 'day') return day === null ? null : { kind: 'day', day }
  return year === null ? null : { kind: 'fiscal-year', year }
}

/** What is chosen so far, also where it cannot be read by yet. */
export function mappingOf(entry: Entry, preview: FiguresPreview): FiguresMapping {
  const isAcross = entry.layout === 'periods'
  return {
    target: 'figures',
    list: entry.list.trim(),
    level: entry.level,
    municipalityCode: entry.level === 'town' ? entry.municipalityCode.normalize('NFKC').trim() || null : null,
    prefecture: entry.level === 'town' ? null : entry.prefecture.trim() || null,
    layout: entry.layout,
    measure: isAcross && entry.unit ? { name: entry.measure.trim(), unit: entry.unit } : null,
    period: periodOf(entry),
    bareYear: entry.bareYear,
    release: entry.release,
    dash: entry.dash,
    otherPlaces: entry.otherPlaces,
    sheet: entry.sheet,
    headerRow: entry.headerRow,
    skipRows: entry.skipRows,
    columns: preview.columns
      .filter(({ isPeriod }) => !(isAcross && isPeriod))
      .map(({ heading }) => columnOf(heading, entry.chosen[heading] ?? NOT_READ)),
  }
}

const columnOf = (heading: string, { field, measure, unit }: Chosen): FiguresMapping['columns'][number] =>
  field === 'value'
    ? { heading, field, measure: measure.trim() || null, unit }
    : { heading, field, measure: null, unit: null }

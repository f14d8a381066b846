import type { Fact } from './fact.ts'
import {
  attendances,
  type CountedFact,
  contacts,
  counted,
  type Figure,
  type Measure,
  minutes,
  noMinutes,
  outsideShare,
  people,
  perThousand,
  residentsFigure,
  times,
} from './measures.ts'
import { type Places, SECTIONS, type SectionDefinition } from './sections.ts'

/** One figure of the report. `id` is section/row/measure and stays the same from month to month. */
export interface Cell extends Figure {
  id: string
}
/** section → rows that have to stand there besides, though there is no work for them */
export type MoreRows = Readonly<Record<string, readonly string[]>>
export interface ReportRow {
  key: string
  label: string
  cells: Cell[]
}
export interface ReportSection {
  id: string
  title: string
  note: string | null
  isOnForm: boolean
  measures: Measure[]
  rows: ReportRow[]
}

export const cellId = (section: string, row: string, measure: string): string =>
  `${section}/${row}/${measure}`

/**
 * 月報: every figure of a month, from the pieces of work done in it. Several topics on one contact count once in each topic;
 * figures of a row are never the sum of other rows' 実人数.
 * @param facts work of the month of one centre, or of all; what was withdrawn is not among them
 * @source casework.md CON-02, CON-03; national law fixes no form of this report
 */
export const monthlyReport = (
  facts: readonly Fact[],
  places: Places,
  more: MoreRows = {},
): ReportSection[] => {
  const prepared = counted(facts)
  return SECTIONS.filter((section) => section.isIn?.(places) ?? true)
    .map((section) => sectionOf(section, prepared, places, more[section.id] ?? []))
    .filter(({ rows }) => rows.length > 0)
}

/** The rows of a report, so that another one can have them too. */
export const rowsOf = (sections: readonly ReportSection[]): MoreRows =>
  Object.fromEntries(sections.map(({ id, rows }) => [id, rows.map(({ key }) => key)]))

/** The pieces of work behind the figures of one row, by day. */
export function factsBehind(facts: readonly Fact[], sectionId: string, rowKey: string): Fact[] {
  const section = SECTIONS.find(({ id }) => id === sectionId)
  if (!section) return []
  return counted(facts)
    .filter((fact) => section.keysOf(fact).includes(rowKey))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

/** Where a piece of work stands in a list: by day, then in the order of recording. */
export const placeOf = ({ day, id }: Pick<Fact, 'day' | 'id'>): string => `${day} ${id}`

function sectionOf(
  section: SectionDefinition,
  facts: readonly CountedFact[],
  places: Places,
  more: readonly string[],
): ReportSection {
  const byRow = new Map<string, CountedFact[]>([...section.keys(places), ...more].map((key) => [key, []]))
  for (const fact of facts) {
    for (const key of section.keysOf(fact)) {
      const row = byRow.get(key)
      if (row) row.push(fact)
      else byRow.set(key, [fact])
    }
  }
  const measures = section.measures.filter(
    ({ id }) => id !== 'attendances' || facts.some(({ unit }) => unit === '人'),
  )
  return {
    id: section.id,
    title: section.title,
    note: section.note ?? null,
    isOnForm: section.isOnForm,
    measures,
    rows: [...byRow].map(([key, inRow]) => ({
      key,
      label: section.label(key, places),
      cells: measures.map(({ id }) => ({
        id: cellId(section.id, key, id),
        ...figureOf(id, inRow, places.residents, key),
      })),
    })),
  }
}

function figureOf(
  measure: string,
  facts: CountedFact[],
  residents: Places['residents'],
  key: string,
): Figure {
  switch (measure) {
    case 'people':
      return people(facts)
    case 'contacts':
      return contacts(facts)
    case 'attendances':
      return attendances(facts)
    case 'times':
      return times(facts)
    case 'minutes':
      return minutes(facts)
    case 'no-minutes':
      return noMinutes(facts)
    case 'outside':
      return outsideShare(facts)
    case 'residents':
      return residentsFigure(residentsOf(residents, key))
    case 'per-thousand':
      return perThousand(facts, residentsOf(residents, key))
    default:
      throw new RangeError(`no way of counting is called ${measure}`)
  }
}

/** null: no register at all, or the row is no town. A town in which nobody of that age is registered has 0. */
const residentsOf = (residents: Places['residents'], key: string): number | null =>
  residents === null || key === 'unknown' ? null : (residents[key] ?? 0)

/** Every figure by its id. */
export const figuresOf = (sections: readonly ReportSection[]): Map<string, Cell> =>
  new Map(sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => [cell.id, cell]))))

import type { Tx } from '../../platform/database/engine.ts'
import {
  type FigureOffer,
  type FigurePeriod,
  type FigureReading,
  type FigureSource,
  hasWords,
  missingReading,
  periodWords,
} from '../../platform/figures/index.ts'
import './policy.ts'
import { INSURER } from './reach.ts'
import { figureNumber, MISSING_WORDS } from './rules/figure-text.ts'
import { addMonths, firstDay, formatMonth, lastDay, type Month, monthOfDay } from './rules/month.ts'
import { monthlyReport } from './rules/monthly-report.ts'
import type { ReportSection } from './schema.ts'
import { readFigures, type SubmittedFigures } from './stored.ts'

type Measure = ReportSection['measures'][number]

/** Measures whose months add up. People are counted once a month: twelve months of 実人数 are no people of a year. */
const ADDED = new Set(['contacts', 'attendances', 'times', 'minutes', 'no-minutes'])

/** What every report has, before any is confirmed. */
const USUAL: ReportSection[] = monthlyReport([], {
  month: '2026-04',
  until: '2026-04-30',
  areas: [],
  towns: [],
  centres: null,
  kinds: {},
  residents: null,
}).filter(({ id }) => id !== 'day')

interface UnitRow {
  /** null: the insurer over all centres */
  centreId: string | null
  unitName: string
  month: string | null
  figures: string | null
}

/** 確定 of the monthly reports: what was confirmed or accepted, never the present figures. Ref: `unit|section/row/measure`. */
const reports: FigureSource = {
  id: 'monthly-report',
  label: '月報の確定値',
  may: 'monthly-report.read',
  list: async (tx, { insurerId }, words, limit) => {
    const units = await tx.query<UnitRow>(
      `select u.id as "centreId", u.name as "unitName", r.month::text as month, v.figures
       from (select null::uuid as id, '市全体' as name, 0 as place
         union all select id, name, 1 from registers.centre where insurer_id = $1) u
       left join lateral (select m.month, m.last_version_id from evaluation.monthly_report m
         where m.insurer_id = $1 and m.centre_id is not distinct from u.id and m.state in ('confirmed', 'accepted')
         order by m.month desc limit 1) r on true
       left join evaluation.monthly_report_version v on v.insurer_id = $1 and v.id = r.last_version_id
       order by u.place, u.name, u.id`,
      [insurerId],
    )
    return units.flatMap((unit) => offersOf(unit, words)).slice(0, limit)
  },
  read: async (tx, { insurerId }, ref, period) => {
    const [unit = '', cellId = ''] = ref.split('|')
    const months = monthsWithin(period)
    const about = { label: cellId, unit: '', definition: '月報の確定値' }
    if (months === null)
      return missingReading(about, '月報の数は、月か年度で指します。この日付では数えていません。')
    // people are counted once a month: twelve months of them are no people of a year, however many are confirmed
    const measure = cellId.split('/').at(-1) ?? ''
    if (months.length > 1 && !ADDED.has(measure))
      return missingReading(
        about,
        `月ごとの実人数や割合は、足しても${periodWords(period)}の数になりません。月で指してください。`,
      )
    const stored = await confirmed(tx, insurerId, unit === INSURER ? null : unit, months)
    const cells = months.map((month) => cellOf(stored.get(month), cellId))
    const [named] = cells.flatMap((cell) => (cell ? [cell] : []))
    const words = named ? wordsOf(named) : about
    return together(words, period, months, stored, cells)
  },
}

function offersOf({ centreId, unitName, month, figures }: UnitRow, words: readonly string[]): FigureOffer[] {
  const sections = figures === null ? USUAL : readFigures(figures).sections.filter(({ id }) => id !== 'day')
  const latest = month === null ? null : lastMonth(month)
  return sections.flatMap((section) =>
    section.rows.flatMap((row) =>
      section.measures.flatMap((measure, at): FigureOffer[] => {
        const label = labelOf(unitName, section, row.label, measure)
        const cell = row.cells[at]
        if (!cell || !hasWords(label, words)) return []
        const ref = `${centreId ?? INSURER}|${cell.id}`
        return [{ ref, label, unit: measure.unit, definition: definitionOf(section, measure), latest }]
      }),
    ),
  )
}

const labelOf = (unit: string, section: Pick<ReportSection, 'title'>, row: string, { heading }: Measure) =>
  `${unit} 月報 ${section.title} ${row} ${heading}`
const definitionOf = ({ note }: ReportSection, { heading, unit }: Measure) =>
  `${heading}（${unit}）。確定した月だけ。${note ?? ''}`

const lastMonth = (first: string): FigurePeriod => ({ from: first, to: lastDay(monthOfDay(first)) })

/** @returns null for a period that does not consist of whole months */
function monthsWithin({ from, to }: FigurePeriod): Month[] | null {
  const last = monthOfDay(to)
  if (from !== firstDay(monthOfDay(from)) || to !== lastDay(last)) return null
  const months: Month[] = []
  for (let month = monthOfDay(from); month <= last; month = addMonths(month, 1)) months.push(month)
  return months
}

async function confirmed(tx: Tx, insurerId: number, centreId: string | null, months: readonly Month[]) {
  const rows = await tx.query<{ month: string; figures: string }>(
    `select to_char(r.month, 'YYYY-MM') as month, v.figures from evaluation.monthly_report r
     join evaluation.monthly_report_version v on v.insurer_id = r.insurer_id and v.id = r.last_version_id
     where r.insurer_id = $1 and r.centre_id is not distinct from $2::uuid and r.state in ('confirmed', 'accepted')
       and to_char(r.month, 'YYYY-MM') = any ($3::text[])`,
    [insurerId, centreId, months],
  )
  return new Map(rows.map(({ month, figures }) => [month, readFigures(figures)]))
}

interface NamedCell {
  unitName: string
  section: ReportSection
  row: ReportSection['rows'][number]
  measure: Measure
  cell: ReportSection['rows'][number]['cells'][number]
}

function cellOf(figures: SubmittedFigures | undefined, cellId: string): NamedCell | undefined {
  for (const section of figures?.sections ?? [])
    for (const row of section.rows) {
      const at = row.cells.findIndex(({ id }) => id === cellId)
      const cell = row.cells[at]
      const measure = section.measures[at]
      if (cell && measure && figures) return { unitName: figures.unitName, section, row, measure, cell }
    }
  return undefined
}

const wordsOf = ({ unitName, section, row, measure }: NamedCell) => ({
  label: labelOf(unitName, section, row.label, measure),
  unit: measure.unit,
  definition: definitionOf(section, measure),
})

/** One month as it is; of several the sum, when every month is confirmed and the measure adds up. */
function together(
  about: Pick<FigureReading, 'label' | 'unit' | 'definition'>,
  period: FigurePeriod,
  months: readonly Month[],
  stored: ReadonlyMap<Month, unknown>,
  cells: readonly (NamedCell | undefined)[],
): FigureReading {
  const open = months.filter((month) => !stored.has(month))
  if (open.length > 0)
    return missingReading(
      about,
      `${open.length === 1 ? '' : `${open.length}か月分（`}${open.slice(0, 3).map(formatMonth).join('、')}${open.length > 3 ? 'ほか' : ''}${open.length === 1 ? '' : '）'}の月報が確定していません。`,
    )
  let sum = 0
  for (const [at, named] of cells.entries()) {
    const month = formatMonth(months[at] ?? '')
    if (!named) return missingReading(about, `${month}の月報に、この行がありません。`)
    const number = figureNumber(named.cell, named.measure)
    if (number === null) {
      const reason = named.cell.missing ? MISSING_WORDS[named.cell.missing] : '数がありません'
      return missingReading(about, `${month}: ${reason}。`)
    }
    sum += number
  }
  const source = `${periodWords(period)}の月報（確定）`
  return { ...about, value: sum, missing: null, asOf: period.to, source }
}

export const figureSources: FigureSource[] = [reports]

import { fiscalYear, fiscalYearOf, formatFiscalYear } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { INSURER, isInProgress } from './reach.ts'
import {
  closingDue,
  firstDay,
  formatMonth,
  lastDay,
  type Month,
  monthOfDay,
  monthsOfFiscalYear,
} from './rules/month.ts'
import { type ReportState, stateLabel } from './rules/states.ts'
import type { Overview } from './schema.ts'

interface UnitRow {
  id: string
  name: string
  valid_from: string
  valid_to: string | null
}
interface StateRow {
  centre_id: string | null
  month: string
  state: ReportState
  last_number: number
}

/** 月 × センター of a fiscal year, the newest month first: own centres, for the insurer all of them and its own. */
export async function overview(work: Work, year: number | undefined): Promise<Overview> {
  const { actor, today } = work
  const wanted = year === undefined ? fiscalYearOf(today) : fiscalYear(year)
  const months = monthsOfFiscalYear(wanted, monthOfDay(today))
  const [centres, states] = (await work.flight([
    {
      text: `select id, short_name as name, valid_from, valid_to from registers.centre
        where insurer_id = $1 and ($2 = 'insurer' or id = any ($3::uuid[]))
        order by array_position(array['core', 'enhanced', 'standard', 'branch', 'sub'], kind), valid_from, name, id`,
      values: [actor.insurerId, actor.reach, actor.centreIds],
    },
    {
      text: `select centre_id, month, state, last_number from evaluation.monthly_report
        where insurer_id = $1 and ($2 = 'insurer' or centre_id = any ($3::uuid[]))
          and month >= make_date($4, 4, 1) and month < make_date($4 + 1, 4, 1)`,
      values: [actor.insurerId, actor.reach, actor.centreIds, wanted],
    },
  ])) as [UnitRow[], StateRow[]]
  const units = centres.filter((centre) => months.some((month) => isOpen(centre, month)))
  const all = [
    ...units.map((unit) => ({ ...unit, centreId: unit.id as string | null })),
    ...(actor.reach === 'insurer'
      ? [{ id: INSURER, name: '市全体', centreId: null, valid_from: '0001-01-01', valid_to: null }]
      : []),
  ]
  return {
    fiscalYear: wanted,
    fiscalYearLabel: formatFiscalYear(wanted),
    units: all.map(({ id, name }) => ({ id, name })),
    months: months.toReversed().map((month) => ({
      month,
      label: formatMonth(month),
      isInProgress: isInProgress(work, month),
      dueOn: closingDue(month),
      cells: all.map((unit) => (isOpen(unit, month) ? cellOf(unit.centreId, month, states, today) : null)),
    })),
  }
}

const isOpen = ({ valid_from, valid_to }: UnitRow, month: Month): boolean =>
  valid_from <= lastDay(month) && (valid_to === null || valid_to >= firstDay(month))

function cellOf(centreId: string | null, month: Month, states: readonly StateRow[], today: string) {
  const row = states.find((one) => one.centre_id === centreId && one.month === firstDay(month))
  const state = row?.state ?? 'draft'
  return {
    state,
    stateLabel: stateLabel(state, centreId === null),
    lastNumber: row?.last_number ?? 0,
    isOverdue: (state === 'draft' || state === 'returned') && closingDue(month) < today,
  }
}

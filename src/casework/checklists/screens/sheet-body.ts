import type { z } from 'zod'
import type { Judgement } from '../codes.ts'
import { writeAnswers } from '../rules/coding.ts'
import type { ChecklistChange, NewChecklist } from '../schema.ts'
import { tidyMeasured } from './measured.ts'
import type { SheetEntry } from './sheet-entry.ts'

export type NewBody = z.input<typeof NewChecklist>
export type ChangeBody = z.input<typeof ChecklistChange>
type Filled = Pick<NewBody, 'answeredOn' | 'method' | 'respondent'>

/** The answers travel as cells under their coding, as every other way in does. */
const measuredBody = ({ coding, answers, height, weight }: SheetEntry) => ({
  coding,
  cells: writeAnswers(coding, answers),
  height: tidyMeasured(height),
  weight: tidyMeasured(weight),
})

const circumstances = (entry: SheetEntry) => ({
  ...({
    answeredOn: entry.answeredOn ?? '',
    method: entry.method,
    respondent: entry.respondent === '' ? null : entry.respondent,
  } as Filled),
  staffId: entry.staffId === '' ? null : entry.staffId,
  note: entry.note.trim() === '' ? null : entry.note,
  minutes: entry.minutes,
})

/** @param confirmed the proposal that the professional read and took over; null: somebody confirms it later */
export const newBody = (
  entry: SheetEntry,
  personId: string,
  consultationId: string | null,
  confirmed: Judgement | null,
): NewBody => ({
  id: entry.id,
  personId,
  ...circumstances(entry),
  ...measuredBody(entry),
  consultationId,
  confirmation: confirmed === null ? null : { judgement: confirmed },
})

export const changeBody = (entry: SheetEntry, version: number): ChangeBody => ({
  version,
  ...circumstances(entry),
  ...measuredBody(entry),
})

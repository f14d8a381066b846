import type { ChecklistFileRow } from '../../../exchange/checklists/index.ts'
import type { Refusal } from '../../../exchange/tabular/index.ts'
import { METHODS, type Method, RESPONDENTS, type Respondent } from '../codes.ts'

/** A row as it lies in `stage`. */
export interface StagedRow {
  file: string
  row: number
  sheet: ChecklistFileRow
}

export function refusal(
  { file, row }: Pick<StagedRow, 'file' | 'row'>,
  column: string,
  code: string,
  reason: string,
  remedy: string,
): Refusal {
  return { file, row, column, cell: null, value: null, code, reason, remedy }
}

/** The code of a word of the file. @throws RangeError for a word that the layout and our lists do not share */
export function codeOf(list: 'method', word: string): Method
export function codeOf(list: 'respondent', word: string): Respondent
export function codeOf(list: 'method' | 'respondent', word: string): Method | Respondent {
  const found = (list === 'method' ? METHODS : RESPONDENTS).find(({ label }) => label === word)
  if (!found) throw new RangeError(`no code for ${word}`)
  return found.code
}

import { type HeadingReader, openForm, readHeadings, type Workbook } from '../../exchange/workbook/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import { notFound } from '../../platform/errors/index.ts'

export interface OpenedForm {
  workbook: Workbook
  headings: readonly HeadingReader[]
}
export interface FormRow {
  id: string
  familyId: string
  familyName: string
  ownerOffice: string
  fiscalYear: number
  fileName: string
  sha256: string
  carriedFrom: string | null
  uploadedAt: string
  uploadedBy: string
}

const FORM = `select f.id, f.family_id as "familyId", m.name as "familyName", m.owner_office as "ownerOffice",
    f.fiscal_year as "fiscalYear", f.file_name as "fileName", f.sha256, f.carried_from as "carriedFrom", f.uploaded_at as "uploadedAt",
    coalesce(s.name, '') as "uploadedBy"
  from evaluation.workbook_form f join evaluation.workbook_family m on m.insurer_id = f.insurer_id and m.id = f.family_id
  left join registers.staff s on s.insurer_id = f.insurer_id and s.id = f.uploaded_by
  where f.insurer_id = $1 and f.id = $2`

/** @throws 404 */
export async function formRow(tx: Tx, insurerId: number, id: string): Promise<FormRow> {
  const [row] = await tx.query<FormRow>(FORM, [insurerId, id])
  if (!row) throw notFound()
  return row
}

/**
 * Workbooks read lately, by their content: a page asks a form for sheet after sheet, and reading one of 140,000 cells takes half a
 * second. Few, since each may be large.
 */
const lately = new Map<string, OpenedForm>()
const KEPT = 3

/** The form as it was received, read. */
export async function openedForm(
  tx: Tx,
  insurerId: number,
  { id, sha256, fileName }: Pick<FormRow, 'id' | 'sha256' | 'fileName'>,
): Promise<OpenedForm> {
  const known = lately.get(sha256)
  if (known) {
    lately.delete(sha256)
    lately.set(sha256, known)
    return known
  }
  const [row] = await tx.query<{ content: Buffer }>(
    'select content from evaluation.workbook_form where insurer_id = $1 and id = $2',
    [insurerId, id],
  )
  if (!row) throw notFound()
  const workbook = openForm(fileName, row.content)
  const opened = { workbook, headings: workbook.sheets.map(readHeadings) }
  lately.set(sha256, opened)
  for (const oldest of [...lately.keys()].slice(0, -KEPT)) lately.delete(oldest)
  return opened
}

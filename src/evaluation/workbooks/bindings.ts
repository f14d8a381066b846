import type { Place, Workbook } from '../../exchange/workbook/index.ts'
import { addressOf, checkWrite } from '../../exchange/workbook/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, notFound } from '../../platform/errors/index.ts'
import { periodWords } from '../../platform/figures/index.ts'
import { cellAt } from './cells.ts'
import { type FormRow, formRow, openedForm } from './opened.ts'
import { describeFigure, sourceLabels } from './read-figures.ts'
import { offsetWords, periodOf, spanWords } from './rules/period.ts'
import type { Binding, BindingBody, ChangeBody } from './schema.ts'
import { STAYS_WORDS } from './words.ts'

interface Row extends Omit<Binding, 'sheetIndex' | 'address' | 'place' | 'sourceLabel' | 'periodLabel'> {
  place: string
}

const BINDING = `select b.id, b.version, b.sheet, b.row_number as "row", b.column_number as "column", b.place, b.years, b.source, b.ref,
    b.label, b.unit, b.span, b.year_offset as "yearOffset", b.note
  from evaluation.workbook_binding b where b.insurer_id = $1 and b.form_id = $2`

/** Bound cells of a form, in the order of its sheets. */
export async function bindingsOf(
  tx: Tx,
  insurerId: number,
  form: Pick<FormRow, 'id' | 'fiscalYear'>,
  { sheets }: Pick<Workbook, 'sheets'>,
): Promise<Binding[]> {
  const rows = await tx.query<Row>(`${BINDING} order by b.row_number, b.column_number`, [insurerId, form.id])
  const labels = await sourceLabels()
  return rows
    .map((row) => toBinding(row, form.fiscalYear, sheets, labels))
    .sort((a, b) => a.sheetIndex - b.sheetIndex)
}

function toBinding(
  row: Row,
  fiscalYear: number,
  sheets: Workbook['sheets'],
  labels: ReadonlyMap<string, string>,
): Binding {
  const period = periodOf(fiscalYear + row.yearOffset, row.span)
  return {
    ...row,
    place: JSON.parse(row.place) as Place,
    sheetIndex: sheets.findIndex(({ name }) => name === row.sheet),
    address: addressOf(row),
    sourceLabel: labels.get(row.source) ?? row.source,
    periodLabel: `${periodWords(period)}（${offsetWords(row.yearOffset)}・${spanWords(row.span)}）`,
  }
}

async function bindingById(
  tx: Tx,
  insurerId: number,
  form: FormRow,
  id: string,
  { sheets }: Workbook,
): Promise<Binding> {
  const [row] = await tx.query<Row>(`${BINDING} and b.id = $3`, [insurerId, form.id, id])
  if (!row) throw notFound()
  return toBinding(row, form.fiscalYear, sheets, await sourceLabels())
}

/** Binds a figure to a cell. @throws 404, 422 a cell that cannot be written or is bound already */
export async function addBinding(work: Work, formId: string, body: BindingBody): Promise<Binding> {
  const { insurerId, staffId } = work.actor
  return work.write(async (tx) => {
    const form = await formRow(tx, insurerId, formId)
    const { workbook, headings } = await openedForm(tx, insurerId, form)
    const { sheet, anchor, reader } = cellAt(workbook, headings, body)
    const { stays } = checkWrite(workbook, { sheet: sheet.name, ...anchor, value: '' })
    if (stays && stays !== 'rule-broken')
      throw invalid([{ path: 'cell', code: stays, message: `${addressOf(anchor)}: ${STAYS_WORDS[stays]}` }])
    const figure = await describeFigure(tx, work.actor, body, form.fiscalYear)
    const [stored] = await tx.query<{ id: string }>(
      `insert into evaluation.workbook_binding (insurer_id, form_id, sheet, row_number, column_number, place, years, source, ref, label, unit,
         span, year_offset, note, changed_at, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (insurer_id, form_id, sheet, row_number, column_number) do nothing returning id`,
      [
        insurerId,
        formId,
        sheet.name,
        anchor.row,
        anchor.column,
        JSON.stringify(reader.placeOf(anchor)),
        body.years,
        body.source,
        body.ref,
        figure.label,
        figure.unit,
        body.span,
        body.yearOffset,
        body.note,
        work.clock.now().toString(),
        staffId,
      ],
    )
    if (!stored)
      throw invalid([
        {
          path: 'cell',
          code: 'bound',
          message: `${addressOf(anchor)}: ほかの数がすでに対応づいています。それを直すか、外してから選んでください。`,
        },
      ])
    work.about('workbook-form', formId, { bound: addressOf(anchor), source: body.source })
    return bindingById(tx, insurerId, form, stored.id, workbook)
  })
}

/** @throws 404; 409 somebody changed it first; 422 */
export async function changeBinding(
  work: Work,
  formId: string,
  id: string,
  body: ChangeBody,
): Promise<Binding> {
  const { insurerId, staffId } = work.actor
  work.about('workbook-form', formId, { binding: id, source: body.source })
  return work.write(async (tx) => {
    const form = await formRow(tx, insurerId, formId)
    const { workbook } = await openedForm(tx, insurerId, form)
    const figure = await describeFigure(tx, work.actor, body, form.fiscalYear)
    const changed = await tx.query<{ id: string }>(
      `update evaluation.workbook_binding set version = version + 1, years = $5, source = $6, ref = $7, label = $8, unit = $9, span = $10,
         year_offset = $11, note = $12, changed_at = $13, changed_by = $14
       where insurer_id = $1 and form_id = $2 and id = $3 and version = $4 returning id`,
      [
        insurerId,
        formId,
        id,
        body.version,
        body.years,
        body.source,
        body.ref,
        figure.label,
        figure.unit,
        body.span,
        body.yearOffset,
        body.note,
        work.clock.now().toString(),
        staffId,
      ],
    )
    const stored = await bindingById(tx, insurerId, form, id, workbook)
    if (changed.length === 0) throw conflict(stored)
    return stored
  })
}

/** @throws 404; 409 somebody changed it first */
export async function removeBinding(work: Work, formId: string, id: string, version: number): Promise<void> {
  const { insurerId } = work.actor
  work.about('workbook-form', formId, { removed: id })
  await work.write(async (tx) => {
    const form = await formRow(tx, insurerId, formId)
    const { workbook } = await openedForm(tx, insurerId, form)
    const stored = await bindingById(tx, insurerId, form, id, workbook)
    const removed = await tx.query<{ id: string }>(
      'delete from evaluation.workbook_binding where insurer_id = $1 and form_id = $2 and id = $3 and version = $4 returning id',
      [insurerId, formId, id, version],
    )
    if (removed.length === 0) throw conflict(stored)
  })
}

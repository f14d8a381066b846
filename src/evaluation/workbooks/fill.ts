import { createHash } from 'node:crypto'
import { checkWrite, fillWorkbook, type Workbook } from '../../exchange/workbook/index.ts'
import type { Actor } from '../../platform/access/index.ts'
import { formatDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound, Problem } from '../../platform/errors/index.ts'
import { periodWords } from '../../platform/figures/index.ts'
import { bindingsOf } from './bindings.ts'
import { FILLS, yearLabel } from './forms.ts'
import { type FormRow, formRow, openedForm } from './opened.ts'
import { readingOf } from './read-figures.ts'
import { periodOf } from './rules/period.ts'
import type { Binding, Fill, FillLine, Line, Preview } from './schema.ts'
import { HAND, REMARK_WORDS, STALE_WORDS, STAYS_WORDS } from './words.ts'

type Typed = Readonly<Record<string, string>>

/** What filling now would write, and what would stay and why. @throws 404 */
export async function previewFill(work: Work, formId: string, typed: Typed): Promise<Preview> {
  work.about('workbook-form', formId)
  const { insurerId } = work.actor
  return work.read(async (tx) => {
    const form = await formRow(tx, insurerId, formId)
    const { workbook } = await openedForm(tx, insurerId, form)
    return previewOf(await linesOf(tx, work.actor, form, workbook, typed))
  })
}

/**
 * Writes what the preview showed into the form and keeps the file as it is handed out.
 * @throws 404; 409 when a figure is no longer what was previewed
 */
export async function fillForm(
  work: Work,
  formId: string,
  typed: Typed,
  digest: string,
): Promise<{ id: string }> {
  const { insurerId, staffId } = work.actor
  return work.write(async (tx) => {
    const form = await formRow(tx, insurerId, formId)
    const { workbook } = await openedForm(tx, insurerId, form)
    const preview = previewOf(await linesOf(tx, work.actor, form, workbook, typed))
    if (preview.digest !== digest)
      throw new Problem('workbook.changed-since-preview', 409, '確かめたあとで数が変わりました', {
        detail: '数か対応づけが変わっています。もう一度内容を確かめてから記入してください。',
      })
    const writes = preview.lines.flatMap(({ sheet, reason, at, value }) =>
      reason === null && value !== null ? [{ sheet, ...at, value }] : [],
    )
    const content = Buffer.from(fillWorkbook(workbook, writes))
    const lines: Line[] = preview.lines.map(({ at: _, ...line }) => line)
    const [stored] = await tx.query<{ id: string }>(
      `insert into evaluation.workbook_fill (insurer_id, form_id, file_name, lines, written_count, unfilled_count, sha256, content,
         filled_at, filled_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        insurerId,
        formId,
        filledName(form.fileName, work.today),
        JSON.stringify(lines),
        preview.writtenCount,
        preview.unfilledCount,
        createHash('sha256').update(content).digest('hex'),
        content,
        work.clock.now().toString(),
        staffId,
      ],
    )
    const id = stored?.id ?? ''
    work.about('workbook-fill', id, {
      formId,
      written: preview.writtenCount,
      unfilled: preview.unfilledCount,
    })
    return { id }
  })
}

const filledName = (name: string, today: string): string => name.replace(/(\.xls[xm])$/i, `_記入_${today}$1`)

type PlacedLine = Line & { at: { row: number; column: number } }

async function linesOf(
  tx: Tx,
  actor: Actor,
  form: FormRow,
  workbook: Workbook,
  typed: Typed,
): Promise<PlacedLine[]> {
  const bindings = await bindingsOf(tx, actor.insurerId, form, workbook)
  const lines: PlacedLine[] = []
  for (const binding of bindings)
    lines.push(await lineOf(tx, actor, form, workbook, binding, typed[binding.id]))
  return lines
}

async function lineOf(
  tx: Tx,
  actor: Actor,
  { fiscalYear }: FormRow,
  workbook: Workbook,
  binding: Binding,
  typed: string | undefined,
): Promise<PlacedLine> {
  const reading = await readingOf(tx, actor, binding, fiscalYear, typed)
  const check = checkWrite(workbook, { ...binding, value: reading.value ?? 0 })
  const isOtherUnit = reading.unit !== '' && binding.unit !== '' && reading.unit !== binding.unit
  const reason =
    reading.missing ??
    (isOtherUnit
      ? `単位が変わりました（${binding.unit} → ${reading.unit}）。数を選び直してください。`
      : null) ??
    (check.stays ? STAYS_WORDS[check.stays] : null)
  return {
    bindingId: binding.id,
    sheet: binding.sheet,
    address: binding.address,
    at: { row: binding.row, column: binding.column },
    place: binding.place,
    label: binding.label,
    sourceLabel: binding.sourceLabel,
    periodLabel: periodWords(periodOf(fiscalYear + binding.yearOffset, binding.span)),
    unit: binding.unit,
    value: reading.value,
    written: reason === null ? check.value : null,
    before: check.before,
    reason,
    remarks: reason === null ? check.remarks.map((remark) => REMARK_WORDS[remark]) : [],
    asOf: reading.asOf && formatDate(reading.asOf),
    source: reading.source,
    isTyped: binding.source === HAND,
  }
}

function previewOf(lines: PlacedLine[]) {
  const writtenCount = lines.filter(({ reason }) => reason === null).length
  const attribution = [
    ...new Set(lines.flatMap(({ source, reason }) => (source !== '' && reason === null ? [source] : []))),
  ]
  return {
    lines,
    writtenCount,
    unfilledCount: lines.length - writtenCount,
    digest: createHash('sha256')
      .update(
        JSON.stringify(lines.map(({ sheet, address, written, reason }) => [sheet, address, written, reason])),
      )
      .digest('hex'),
    staleWords: STALE_WORDS,
    attribution,
  }
}

interface FillRow extends FillLine {
  formId: string
  formName: string
  fiscalYear: number
  lines: string
}

/** A filled file's cells as they were handed out. @throws 404 */
export async function readFill(work: Work, id: string): Promise<Fill> {
  work.about('workbook-fill', id)
  const [row] = await work.read((tx) =>
    tx.query<FillRow>(
      `select y.*, x.form_id as "formId", m.name as "formName", f.fiscal_year as "fiscalYear", x.lines
       from (${FILLS} where x.insurer_id = $1 and x.id = $2) y
       join evaluation.workbook_fill x on x.insurer_id = $1 and x.id = y.id
       join evaluation.workbook_form f on f.insurer_id = $1 and f.id = x.form_id
       join evaluation.workbook_family m on m.insurer_id = $1 and m.id = f.family_id`,
      [work.actor.insurerId, id],
    ),
  )
  if (!row) throw notFound()
  const { fiscalYear, lines, ...fill } = row
  return { ...fill, fiscalYearLabel: yearLabel(fiscalYear), lines: JSON.parse(lines) as Line[] }
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
}

/** The filled file as it was made. @throws 404 */
export async function fillFile(work: Work, id: string) {
  work.about('workbook-fill', id)
  const [row] = await work.read((tx) =>
    tx.query<{ name: string; content: Buffer }>(
      'select file_name as name, content from evaluation.workbook_fill where insurer_id = $1 and id = $2',
      [work.actor.insurerId, id],
    ),
  )
  if (!row) throw notFound()
  const type = /m$/i.test(row.name) ? TYPES.xlsm : TYPES.xlsx
  return { name: row.name, type, bytes: Uint8Array.from(row.content) }
}

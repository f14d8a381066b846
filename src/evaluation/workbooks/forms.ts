import { createHash } from 'node:crypto'
import { TabularRefused } from '../../exchange/tabular/index.ts'
import { openForm, workbookLimits } from '../../exchange/workbook/index.ts'
import { formatFiscalYear, fiscalYear as toFiscalYear } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type FieldError, invalid, notFound } from '../../platform/errors/index.ts'
import { cleanLine } from '../../platform/text/index.ts'
import { bindingsOf } from './bindings.ts'
import { formRow, openedForm } from './opened.ts'
import { type Family, type FillLine, type Form, fiscalYear } from './schema.ts'
import { NOTE_WORDS, STALE_WORDS } from './words.ts'

export const yearLabel = (year: number): string => formatFiscalYear(toFiscalYear(year))

/** Every form with its editions, newest year first. */
export async function families(work: Work): Promise<Family[]> {
  const rows = await work.read((tx) =>
    tx.query<Family & { forms: Omit<Family['forms'][number], 'fiscalYearLabel'>[] }>(
      `select m.id, m.name, m.owner_office as "ownerOffice", coalesce((
         select jsonb_agg(jsonb_build_object('id', f.id, 'fiscalYear', f.fiscal_year, 'fileName', f.file_name,
           'uploadedAt', to_char(f.uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'uploadedBy', coalesce(s.name, ''),
           'boundCount', (select count(*) from evaluation.workbook_binding b where b.insurer_id = f.insurer_id and b.form_id = f.id),
           'waitingCount', ${WAITING},
           'lastFilledAt', (select to_char(max(x.filled_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
             from evaluation.workbook_fill x where x.insurer_id = f.insurer_id and x.form_id = f.id))
           order by f.fiscal_year desc, f.uploaded_at desc)
         from evaluation.workbook_form f left join registers.staff s on s.insurer_id = f.insurer_id and s.id = f.uploaded_by
         where f.insurer_id = m.insurer_id and f.family_id = m.id), '[]') as forms
       from evaluation.workbook_family m where m.insurer_id = $1 order by m.name, m.id`,
      [work.actor.insurerId],
    ),
  )
  return rows.map((family) => ({
    ...family,
    forms: family.forms.map((form) => ({ ...form, fiscalYearLabel: yearLabel(form.fiscalYear) })),
  }))
}

/** Cells of the edition before about which nothing was decided; null where nothing is carried. */
const WAITING = `case when f.carried_from is null then null else (
    select count(*) from evaluation.workbook_binding o where o.insurer_id = f.insurer_id and o.form_id = f.carried_from
      and not exists (select from evaluation.workbook_carried d where d.insurer_id = f.insurer_id and d.form_id = f.id
        and d.from_binding = o.id)) end`

interface Upload {
  file: { name: string; bytes: Buffer }
  familyId: string | null
  name: string
  ownerOffice: string
  year: number
  carriedFrom: string | null
}

/** Takes a form in. @throws 422 with each field that is wrong; 404 a family or edition that is not the insurer's */
export async function uploadForm(work: Work, form: FormData): Promise<{ id: string }> {
  const upload = await uploadOf(form)
  const { insurerId, staffId } = work.actor
  const now = work.clock.now().toString()
  const sha256 = createHash('sha256').update(upload.file.bytes).digest('hex')
  return work.write(async (tx) => {
    const before = upload.carriedFrom === null ? null : await formRow(tx, insurerId, upload.carriedFrom)
    const familyId = before?.familyId ?? upload.familyId ?? (await newFamily())
    const [known] = await tx.query<{ id: string }>(
      'select id from evaluation.workbook_family where insurer_id = $1 and id = $2',
      [insurerId, familyId],
    )
    if (!known) throw notFound()
    const [stored] = await tx.query<{ id: string }>(
      `insert into evaluation.workbook_form (insurer_id, family_id, fiscal_year, file_name, sha256, content, carried_from, uploaded_at, uploaded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (insurer_id, family_id, sha256, fiscal_year) do nothing returning id`,
      [
        insurerId,
        familyId,
        upload.year,
        upload.file.name,
        sha256,
        upload.file.bytes,
        before?.id ?? null,
        now,
        staffId,
      ],
    )
    if (!stored)
      throw invalid([
        {
          path: 'file',
          code: 'same-file',
          message: `${upload.file.name}: 同じ内容のファイルを${yearLabel(upload.year)}の様式としてすでに預かっています。一覧から開いてください。`,
        },
      ])
    work.about('workbook-form', stored.id, {
      familyId,
      fiscalYear: upload.year,
      bytes: upload.file.bytes.length,
    })
    return { id: stored.id }

    async function newFamily(): Promise<string> {
      const [made] = await tx.query<{ id: string }>(
        `insert into evaluation.workbook_family (insurer_id, name, owner_office, created_at, created_by)
         values ($1, $2, $3, $4, $5) on conflict (insurer_id, name) do nothing returning id`,
        [insurerId, upload.name, upload.ownerOffice, now, staffId],
      )
      if (made) return made.id
      throw invalid([
        {
          path: 'name',
          code: 'taken',
          message: `様式の名前「${upload.name}」はすでにあります。その様式の「次の年度のファイルを預ける」を使うか、別の名前にしてください。`,
        },
      ])
    }
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function uploadOf(form: FormData): Promise<Upload> {
  const errors: FieldError[] = []
  const text = (name: string) => {
    const given = form.get(name)
    return typeof given === 'string' ? cleanLine(given).trim() : ''
  }
  const idOf = (name: string) => (UUID.test(text(name)) ? text(name) : null)
  const year = fiscalYear.safeParse(text('fiscalYear') || undefined)
  if (!year.success)
    errors.push({ path: 'fiscalYear', code: 'year', message: year.error.issues[0]?.message ?? '' })
  const familyId = idOf('familyId')
  const carriedFrom = idOf('carriedFrom')
  const name = text('name')
  if (!familyId && !carriedFrom && (name === '' || name.length > 100))
    errors.push({ path: 'name', code: 'name', message: '様式の名前を100字までで入力してください。' })
  const ownerOffice = text('ownerOffice').slice(0, 100)
  const file = await fileOf(form, errors)
  if (errors.length > 0 || !file || !year.success) throw invalid(errors)
  return { file, familyId, name, ownerOffice, year: year.data, carriedFrom }
}

async function fileOf(form: FormData, errors: FieldError[]) {
  const given = form.get('file')
  const refuse = (code: string, message: string) => void errors.push({ path: 'file', code, message })
  if (!(given instanceof File))
    return refuse('missing', 'ファイル: 選ばれていません。様式の Excel ファイルを選んでください。')
  const name = cleanLine(given.name.split(/[\\/]/).pop() ?? '').slice(0, 200)
  if (given.size > workbookLimits.fileBytes)
    return refuse(
      'too-large',
      `${name}: 20 MB を超えています。画像や使わないシートを除いて保存し直してください。`,
    )
  const bytes = Buffer.from(await given.arrayBuffer())
  try {
    openForm(name, bytes)
  } catch (error) {
    if (!(error instanceof TabularRefused)) throw error
    const { code, reason, remedy } = error.refusal
    return refuse(code, `${name}: ${reason}${remedy}`)
  }
  return { name, bytes }
}

/** @throws 404 */
export async function readForm(work: Work, id: string): Promise<Form> {
  const { insurerId } = work.actor
  work.about('workbook-form', id)
  return work.read(async (tx) => {
    const row = await formRow(tx, insurerId, id)
    const { workbook } = await openedForm(tx, insurerId, row)
    const before = row.carriedFrom === null ? null : await formRow(tx, insurerId, row.carriedFrom)
    const [waiting] = await tx.query<{ count: number }>(
      `select ${WAITING}::int as count from evaluation.workbook_form f where f.insurer_id = $1 and f.id = $2`,
      [insurerId, id],
    )
    return {
      id,
      family: { id: row.familyId, name: row.familyName, ownerOffice: row.ownerOffice },
      fiscalYear: row.fiscalYear,
      fiscalYearLabel: yearLabel(row.fiscalYear),
      fileName: row.fileName,
      sha256: row.sha256,
      uploadedAt: row.uploadedAt,
      uploadedBy: row.uploadedBy,
      notes: workbook.notes.map((note) => NOTE_WORDS[note]),
      staleWords: STALE_WORDS,
      sheets: workbook.sheets.map(({ name, state, isProtected, used }) => ({
        name,
        state,
        isProtected,
        rows: used ? used.bottom : 0,
        columns: used ? used.right + 1 : 0,
      })),
      bindings: await bindingsOf(tx, insurerId, row, workbook),
      fills: await tx.query<FillLine>(
        `${FILLS} where x.insurer_id = $1 and x.form_id = $2 order by x.id desc limit 100`,
        [insurerId, id],
      ),
      carriedFrom: before && {
        id: before.id,
        fiscalYearLabel: yearLabel(before.fiscalYear),
        waitingCount: waiting?.count ?? 0,
      },
    }
  })
}

export const FILLS = `select x.id, x.file_name as "fileName", x.filled_at as "filledAt", coalesce(s.name, '') as "filledBy",
    x.written_count as "writtenCount", x.unfilled_count as "unfilledCount", x.sha256
  from evaluation.workbook_fill x left join registers.staff s on s.insurer_id = x.insurer_id and s.id = x.filled_by`

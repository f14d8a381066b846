import { randomUUIDv7 } from 'node:crypto'
import type { Statement } from '../../platform/database/engine.ts'
import type { Judgement } from './codes.ts'
import { answerCells } from './entry.ts'
import type { Standing } from './facts.ts'
import { kihonChecklist } from './forms/kihon-checklist/form.ts'
import type { JudgedSheet } from './judge-sheet.ts'
import type { Answers } from './rules/coding.ts'

/** A sheet read, judged and ready to be stored. Names are those of casework.checklist. */
export interface SheetRecord {
  id: string
  person_id: string
  recorded_centre_id: string | null
  staff_id: string
  form_version: string
  answered_on: string
  method: string
  respondent: string | null
  coding: string
  answers: (string | null)[]
  height_hundredths_cm: number | null
  weight_hundredths_kg: number | null
  note: string | null
  minutes: number | null
  judgement: Judgement
  met: string[]
  undetermined: string[]
  known_points: number
  unknown_points: number
  insured_type: string | null
  certification_level: string | null
  certification_from: string | null
  certification_to: string | null
  confirmed_judgement: string | null
  confirmed_by: string | null
  confirmed_at: string | null
  confirmed_reason: string | null
  source: 'form' | 'grid' | 'file'
  batch_id: string | null
}

export interface ConfirmationTask {
  id: string
  person_id: string | null
  centre_id: string | null
  holder_id: string
  title: string
  due_on: string
  source_type: 'checklist' | 'checklist-batch'
  source_id: string
}

export interface Entered {
  id?: string
  personId: string
  staffId: string
  recordedCentreId: string | null
  answeredOn: string
  method: string
  respondent?: string | null
  coding: string
  answers: Answers
  height: number | null
  weight: number | null
  note?: string | null
  minutes?: number | null
  source: SheetRecord['source']
  batchId?: string | null
  confirmation?: { judgement: Judgement; reason?: string | null; by: string; at: string } | null
}

/** The columns that the answers and the facts determine. */
export const judgedColumns = (judged: JudgedSheet, { insuredType, certification }: Standing) => ({
  judgement: judged.judgement,
  met: judged.met,
  undetermined: judged.undetermined,
  known_points: judged.total.known,
  unknown_points: judged.total.unknown,
  insured_type: insuredType,
  certification_level: certification?.level ?? null,
  certification_from: certification?.from ?? null,
  certification_to: certification?.to ?? null,
})

export const sheetRecord = (entered: Entered, judged: JudgedSheet, standing: Standing): SheetRecord => ({
  id: entered.id ?? randomUUIDv7(),
  person_id: entered.personId,
  recorded_centre_id: entered.recordedCentreId,
  staff_id: entered.staffId,
  form_version: kihonChecklist.version,
  answered_on: entered.answeredOn,
  method: entered.method,
  respondent: entered.respondent ?? null,
  coding: entered.coding,
  answers: answerCells(entered.answers),
  height_hundredths_cm: entered.height,
  weight_hundredths_kg: entered.weight,
  note: entered.note || null,
  minutes: entered.minutes ?? null,
  ...judgedColumns(judged, standing),
  confirmed_judgement: entered.confirmation?.judgement ?? null,
  confirmed_by: entered.confirmation?.by ?? null,
  confirmed_at: entered.confirmation?.at ?? null,
  confirmed_reason: entered.confirmation?.reason || null,
  source: entered.source,
  batch_id: entered.batchId ?? null,
})

const COLUMNS = `person_id, recorded_centre_id, staff_id, form_version, answered_on, method, respondent, coding, answers,
  height_hundredths_cm, weight_hundredths_kg, note, minutes, judgement, met, undetermined, known_points, unknown_points,
  insured_type, certification_level, certification_from, certification_to, confirmed_judgement, confirmed_by, confirmed_at,
  confirmed_reason, source, batch_id`
/** The columns of a sheet as a record of JSON has them. */
export const SHEET_COLUMNS = `id uuid, person_id uuid, recorded_centre_id uuid, staff_id uuid, form_version text, answered_on date, method text,
  respondent text, coding text, answers text[], height_hundredths_cm integer, weight_hundredths_kg integer, note text,
  minutes integer, judgement text, met text[], undetermined text[], known_points integer, unknown_points integer,
  insured_type text, certification_level text, certification_from date, certification_to date, confirmed_judgement text,
  confirmed_by uuid, confirmed_at timestamptz, confirmed_reason text, source text, batch_id uuid`
const ours = COLUMNS.split(', ')
  .map((column) => `s.${column.trim()}`)
  .join(', ')

// Centre and area come from the person's row, within the writer's reach by row-level security.
const STORE = `with sheet as (select * from jsonb_to_recordset($2::jsonb) as s(${SHEET_COLUMNS})),
  stored as (
    insert into casework.checklist (insurer_id, id, ${COLUMNS}, centre_id, area_id, created_at, created_by)
    select $1::int, s.id, ${ours}, p.centre_id, p.area_id, $4::timestamptz, $5::uuid
    from sheet s join casework.person p on p.insurer_id = $1 and p.id = s.person_id
    on conflict (insurer_id, id) do nothing
    returning id, person_id, centre_id, recorded_centre_id, area_id, staff_id, answered_on, minutes),
  written as (
    insert into platform.journal (insurer_id, day, centre_id, area_id, staff_id, kind, person_id, minutes, unit, count,
      source_type, source_id)
    select $1, answered_on, recorded_centre_id, area_id, staff_id, 'checklist', person_id, minutes, '件', 1, 'checklist', id
    from stored),
  task as (
    insert into platform.task (insurer_id, id, person_id, centre_id, holder_id, kind, title, due_on, is_new, source_type,
      source_id, created_at, created_by)
    select $1, t.id, t.person_id, t.centre_id, t.holder_id, 'checklist-confirmation', t.title, t.due_on,
      t.holder_id is distinct from $5::uuid, t.source_type, t.source_id, $4::timestamptz, $5::uuid
    from jsonb_to_recordset($3::jsonb) as t(id uuid, person_id uuid, centre_id uuid, holder_id uuid, title text, due_on date,
      source_type text, source_id uuid)
    where exists (select from stored))
  select count(*) as stored from stored`

/** One statement for one sheet or many: sheets, journal rows and tasks. Answers `{ stored }`. */
export const storeStatement = (
  insurerId: number,
  sheets: readonly SheetRecord[],
  tasks: readonly ConfirmationTask[],
  { at, by }: { at: string; by: string | null },
): Statement => ({
  text: STORE,
  values: [insurerId, JSON.stringify(sheets), JSON.stringify(tasks), at, by],
})

/** Entries about one person wait for each other, so that two of one day are seen; in order, so that none waits in a ring. */
export const LOCK_PEOPLE = `select pg_advisory_xact_lock(hashtextextended('checklist ' || id, 0)) from (
  select distinct id from unnest($1::text[]) id order by id) people`

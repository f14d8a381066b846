import { mayRole } from '../../platform/access/index.ts'
import { formatDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { type FieldError, forbidden, invalid, notFound, Problem } from '../../platform/errors/index.ts'
import { link } from '../../platform/trace/index.ts'
import { screenForIndividualNumber } from '../privacy/index.ts'
import type { ChecklistCreated, Preview } from './answers.ts'
import { labelOf, METHODS } from './codes.ts'
import { confirmationTask, confirmer } from './confirmation-task.ts'
import { answersOf, dayError, emptyError } from './entry.ts'
import { type SheetPerson, sheetPerson, standingOf } from './facts.ts'
import { type JudgedSheet, judgeSheet } from './judge-sheet.ts'
import { toResult } from './result.ts'
import type { ChecklistEntry, ChecklistPreview, NewChecklist } from './schema.ts'
import { LOCK_PEOPLE, sheetRecord, storeStatement } from './store.ts'

/**
 * Records one sheet: the answers under their declared coding, the proposal, and the professional's own judgement or the task
 * to confirm it, with the journal row, in one transaction. A send repeated under the same id stores nothing.
 * @throws 422 fields; 404 person absent or not visible; 409 `id-taken`, `same-day`
 */
export async function createChecklist(work: Work, input: NewChecklist): Promise<ChecklistCreated> {
  const answers = readOrRefuse(input, work.today)
  refuseIndividualNumber(work, input.note, input.notAnIndividualNumber)
  if (input.confirmation && !mayRole(work.actor.role, 'checklist.confirm')) throw forbidden()
  work.about('checklist', input.id)
  return work.write(async (tx) => {
    await tx.query(LOCK_PEOPLE, [[input.personId]])
    const [person, known] = await Promise.all([
      sheetPerson(tx, work, input.personId),
      knownSheets(tx, work, input),
    ])
    work.touched(person.id)
    const repeated = known.find(({ id }) => id === input.id)
    if (repeated) return repeatedAnswer(work, input, repeated)
    refuseDay(input.answeredOn, work.today, person)
    refuseSameDay(known, input.answeredOn)
    await needStaff(tx, work, input.staffId)
    const standing = await standingOf(tx, work, person, input.answeredOn)
    const { value: judged } = judgeSheet({
      ...measured(input),
      answers,
      ...standing,
      answeredOn: input.answeredOn,
    })
    return store(tx, work, { input, answers, person, judged, standing })
  })
}

interface Ready {
  input: NewChecklist
  answers: ReturnType<typeof readOrRefuse>
  person: SheetPerson
  judged: JudgedSheet
  standing: Awaited<ReturnType<typeof standingOf>>
}

async function store(tx: Tx, work: Work, { input, answers, person, judged, standing }: Ready) {
  const { actor, clock } = work
  const at = clock.now().toString()
  const decided = input.confirmation
  if (decided) refuseWithoutReason(decided, judged.judgement)
  const record = sheetRecord(
    {
      ...input,
      answers,
      staffId: input.staffId ?? actor.staffId,
      recordedCentreId: actor.centreId,
      source: 'form',
      confirmation: decided ? { ...decided, by: actor.staffId, at } : null,
    },
    judged,
    standing,
  )
  const tasks = decided
    ? []
    : [
        confirmationTask(work.today, {
          person_id: person.id,
          centre_id: person.centreId,
          holder_id: await confirmer(tx, work, person),
          source_type: 'checklist',
          source_id: input.id,
        }),
      ]
  const { text, values } = storeStatement(actor.insurerId, [record], tasks, { at, by: actor.staffId })
  const [done] = await tx.query<{ stored: number }>(text, values)
  if (done?.stored !== 1) throw idTaken()
  if (input.consultationId) await linkConsultation(tx, work, input.consultationId, input.id, person)
  return {
    id: input.id,
    version: 1,
    judgement: judged.judgement,
    met: judged.met,
    made: [
      { kind: 'journal' as const, label: `基本チェックリスト（${labelOf(METHODS, input.method)}）` },
      ...tasks.map(({ title, due_on }) => ({ kind: 'task' as const, label: title, dueOn: due_on })),
    ],
  }
}

/** Judges without storing; with no cell yet it tells the facts of that day. @throws 404, 422 */
export async function previewChecklist(work: Work, input: ChecklistPreview): Promise<Preview> {
  const answers = readCells(input, work.today)
  return work.read(async (tx) => {
    const person = await sheetPerson(tx, work, input.personId)
    work.touched(person.id)
    refuseDay(input.answeredOn, work.today, person)
    const standing = await standingOf(tx, work, person, input.answeredOn)
    const judged = judgeSheet({ ...measured(input), answers, ...standing, answeredOn: input.answeredOn })
    return { result: toResult(judged.value), steps: judged.steps, ...standing }
  })
}

const measured = ({ height, weight }: Pick<ChecklistEntry, 'height' | 'weight'>) => ({
  heightHundredthsCm: height,
  weightHundredthsKg: weight,
})

/** The answers of an entry to be stored. @throws 422 with each cell and the day; without any answer at all */
export function readOrRefuse(entry: Pick<ChecklistEntry, 'coding' | 'cells' | 'answeredOn'>, today: string) {
  const answers = readCells(entry, today)
  const empty = emptyError(answers)
  if (empty) throw invalid([empty])
  return answers
}

/** The same while it is typed: nothing may be answered yet. */
function readCells(
  { coding, cells, answeredOn }: Pick<ChecklistEntry, 'coding' | 'cells' | 'answeredOn'>,
  today: string,
) {
  const read = answersOf(coding, cells)
  const day = dayError(answeredOn, today)
  const errors = [...('errors' in read ? read.errors : []), ...(day ? [day] : [])]
  if (errors.length > 0 || 'errors' in read) throw invalid(errors)
  return read.answers
}

export function refuseDay(answeredOn: string, today: string, person: SheetPerson): void {
  const error = dayError(answeredOn, today, person)
  if (error) throw invalid([error])
}

/** PRV-02 for the note; the stated override is audited. */
export function refuseIndividualNumber(
  work: Work,
  note: string | null | undefined,
  isOverridden: boolean | undefined,
): void {
  const result = note ? screenForIndividualNumber(note) : undefined
  if (!result || result.ok) return
  if (!isOverridden) throw invalid([{ path: 'note', code: result.code, message: result.message }])
  work.about('checklist', undefined, { notAnIndividualNumber: ['note'] })
}

export function refuseWithoutReason(
  { judgement, reason }: { judgement: string; reason?: string | null },
  proposal: string,
  path = 'confirmation.reason',
): void {
  if (judgement === proposal || reason) return
  const error: FieldError = {
    path,
    code: 'reason-missing',
    message: '判定案と違う理由: 判定案と違う判定にするときは、理由を入力してください。',
  }
  throw invalid([error])
}

interface KnownSheet {
  id: string
  personId: string
  createdBy: string | null
  answeredOn: string
  version: number
  isWithdrawn: boolean
  judgement: ChecklistCreated['judgement']
  met: string[]
}

/** Sheets of the person on that day, and whatever has the id. */
const knownSheets = (tx: Tx, { actor }: Work, { id, personId, answeredOn }: NewChecklist) =>
  tx.query<KnownSheet>(
    `select id, person_id as "personId", created_by as "createdBy", answered_on as "answeredOn", version,
       withdrawn_at is not null as "isWithdrawn", judgement, met from casework.checklist
     where insurer_id = $1 and id = $2
     union all
     select id, person_id, created_by, answered_on, version, false, judgement, met from casework.checklist
     where insurer_id = $1 and person_id = $3 and answered_on = $4 and withdrawn_at is null and id <> $2`,
    [actor.insurerId, id, personId, answeredOn],
  )

function repeatedAnswer(work: Work, input: NewChecklist, known: KnownSheet): ChecklistCreated {
  const isSame = known.personId === input.personId && known.createdBy === work.actor.staffId
  if (!isSame || (known.version === 1 && known.answeredOn !== input.answeredOn)) throw idTaken()
  return { id: known.id, version: known.version, judgement: known.judgement, met: known.met, made: [] }
}

function refuseSameDay(known: readonly KnownSheet[], answeredOn: string): void {
  const [other] = known.filter((one) => one.answeredOn === answeredOn)
  if (!other) return
  throw sameDay(other.id, answeredOn)
}

export const sameDay = (id: string, answeredOn: string) =>
  new Problem('same-day', 409, 'この方の同じ日のチェックリストがあります', {
    detail: `${formatDate(answeredOn)}のものがすでに保存されています。直すときはその記録を開き、日付の違いなら実施日を直してください。`,
    extra: { checklistId: id },
  })

const idTaken = () =>
  new Problem('id-taken', 409, 'このチェックリストは保存できません', {
    detail:
      '同じ番号の別の記録があります。入力した内容を残したまま画面を開き直し、もう一度保存してください。',
  })

export async function needStaff(tx: Tx, { actor }: Work, staffId: string | null | undefined): Promise<void> {
  if (!staffId || staffId === actor.staffId) return
  const found =
    actor.reach === 'assignment'
      ? []
      : await tx.query('select 1 from registers.staff where insurer_id = $1 and id = $2', [
          actor.insurerId,
          staffId,
        ])
  if (found.length > 0) return
  throw invalid([
    {
      path: 'staffId',
      code: 'absent',
      message: '実施者: この職員は登録されていないか、選べません。選び直してください。',
    },
  ])
}

/** The consultation must be of the same person and visible to the writer. */
async function linkConsultation(tx: Tx, work: Work, consultationId: string, id: string, person: SheetPerson) {
  const found = await tx.query(
    'select 1 from casework.consultation where insurer_id = $1 and id = $2 and person_id = $3',
    [work.actor.insurerId, consultationId, person.id],
  )
  if (found.length === 0) throw notFound()
  await link(tx, work, { type: 'consultation', id: consultationId }, { type: 'checklist', id }, 'checklist', {
    personId: person.id,
    centreId: person.centreId,
  })
}

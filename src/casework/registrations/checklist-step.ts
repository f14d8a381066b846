import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import { assess, localRules } from './assess.ts'
import { step } from './move.ts'
import { type Checklist, type Course, checklistsIn } from './read.ts'

/** The checklist of this person by its id. @throws Problem 422 when it is absent, withdrawn, or somebody else's: alike */
export async function checklistOf(
  tx: Tx,
  work: Work,
  personId: string,
  checklistId: string,
): Promise<Checklist> {
  const found = (await checklistsIn(tx, work.actor.insurerId, personId)).find(({ id }) => id === checklistId)
  if (found) return found
  throw invalid([
    {
      path: 'checklistId',
      code: 'absent',
      message: 'チェックリスト: この方の有効なチェックリストにありません。選び直してください。',
    },
  ])
}

/**
 * 基準に該当: takes in a checklist, if CHK-05 lets it lead to a registration.
 * @param on null: the day of the checklist, or of the last move when that is later
 * @throws Problem 422 with every reason in words: 対象外, 基準に該当しない, 判定できない
 */
export async function takeChecklist(
  tx: Tx,
  work: Work,
  course: Course,
  { checklistId, on, reason }: { checklistId: string; on: string | null; reason: string },
): Promise<void> {
  const checklist = await checklistOf(tx, work, course.personId, checklistId)
  const local = await localRules(tx, work.actor.insurerId, work.today)
  const { refusals } = await assess(
    tx,
    work,
    { ...course, checklistId, checklistOn: checklist.answeredOn, notificationOn: null },
    local,
    null,
  )
  if (refusals.length > 0)
    throw invalid(refusals.map((message) => ({ path: 'checklistId', code: 'refused', message })))
  const latest = [checklist.answeredOn, course.lastMoveOn].toSorted().at(-1) ?? work.today
  await step(
    tx,
    work,
    course,
    { to: 'criteriaMet', on: on ?? latest, reason },
    { checklistId, checklistOn: checklist.answeredOn, met: checklist.met },
  )
}

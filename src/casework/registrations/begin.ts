import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid, Problem } from '../../platform/errors/index.ts'
import type { Registration } from './answers.ts'
import { takeChecklist } from './checklist-step.ts'
import { fork } from './fork.ts'
import { refuseIndividualNumbers } from './free-text.ts'
import { courseIn, isUnderWay, personIn, registrationIn } from './read.ts'
import type { NewRegistration } from './schema.ts'

/**
 * 受付: opens a course for a person, and goes on at once through the fork and the checklist where they are given. A send
 * repeated under the same id stores once.
 * @throws 404 · 409 another course is under way · 422
 */
export async function beginRegistration(
  work: Work,
  personId: string,
  input: NewRegistration,
): Promise<Registration> {
  refuseIndividualNumbers({ reason: input.reason })
  const id = input.id ?? randomUUIDv7()
  work.about('registration', id)
  work.touched(personId)
  return underWaySaid(
    work.write(async (tx) => {
      const person = await personIn(tx, work, personId)
      if (input.receivedOn > work.today)
        throw invalid([
          {
            path: 'receivedOn',
            code: 'future',
            message: '相談を受けた日: 先の日付です。受けた日を入力してください。',
          },
        ])
      const known = await tx.query<{ id: string; state: string }>(
        'select id, state from casework.registration where insurer_id = $1 and person_id = $2',
        [work.actor.insurerId, personId],
      )
      if (known.some((one) => one.id === id)) return registrationIn(tx, work, id)
      refuseSecond(person, known)
      await tx.query(
        `insert into casework.registration (insurer_id, id, person_id, centre_id, recorded_centre_id, occasion, state, received_on,
         last_move_on, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, 'received', $7, $7, $8, $9)`,
        [
          work.actor.insurerId,
          id,
          personId,
          person.centreId,
          work.actor.centreId,
          input.occasion,
          input.receivedOn,
          work.clock.now().toString(),
          work.actor.staffId,
        ],
      )
      await goOn(tx, work, id, input)
      return registrationIn(tx, work, id)
    }),
  )
}

const underWay = (cause?: unknown) =>
  new Problem('registration.under-way', 409, '手続きの途中の記録があります', {
    detail: 'この方には、終わっていない登録の手続きがあります。その続きを進めるか、取り下げてください。',
    cause,
  })

/** The unique index speaks only when two began at once. */
async function underWaySaid<T>(done: Promise<T>): Promise<T> {
  try {
    return await done
  } catch (error) {
    throw (error as { code?: string }).code === '23505' ? underWay(error) : error
  }
}

function refuseSecond(
  person: { diedOn: string | null; movedOutOn: string | null; mergedInto: string | null },
  known: readonly { state: string }[],
): void {
  if (known.some(({ state }) => isUnderWay(state))) throw underWay()
  if (person.diedOn !== null || person.movedOutOn !== null || person.mergedInto !== null)
    throw new Problem('registration.not-here', 409, 'この方の手続きは始められません', {
      detail: '亡くなった方、転出した方、ほかの記録へ統合された方の登録の手続きは始められません。',
    })
}

async function goOn(
  tx: Tx,
  work: Work,
  id: string,
  { choice, checklistId, receivedOn, reason }: NewRegistration,
) {
  if (!choice) {
    if (checklistId)
      throw invalid([
        {
          path: 'choice',
          code: 'missing',
          message: '本人の希望: チェックリストへ進む前に、本人の希望と同意を記録してください。',
        },
      ])
    return
  }
  const on = choice.askedOn > receivedOn ? choice.askedOn : receivedOn
  await fork(tx, work, await courseIn(tx, work, id), { ...choice, on, reason })
  if (checklistId && choice.route === 'checklist')
    await takeChecklist(tx, work, await courseIn(tx, work, id), {
      checklistId,
      on: null,
      reason: '基本チェックリストが「基準に該当」',
    })
}

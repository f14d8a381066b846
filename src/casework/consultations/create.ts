import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid, notFound, Problem } from '../../platform/errors/index.ts'
import type { Created } from './answers.ts'
import { consultationTexts, refuseIndividualNumbers } from './free-text.ts'
import { consequencesOf } from './made.ts'
import { dayInJapan, entryErrors } from './rules/entry.ts'
import type { NewConsultation } from './schema.ts'
import { storeStatement, type Timed } from './store.ts'

/**
 * Records a consultation: record, journal row, follow-up task, referrals with their 回答待ち and the abuse gate, in one
 * statement and one flight. A send repeated under the same id stores nothing and answers the same.
 * @throws 422 fields; 404 person absent or not visible; 409 `id-taken` when another record has the id
 */
export async function createConsultation(work: Work, input: NewConsultation): Promise<Created> {
  const receivedAt = input.receivedAt ?? work.clock.now().toString()
  const timed: Timed = { ...input, receivedAt, receivedOn: dayInJapan(receivedAt) }
  const errors = entryErrors(timed, work.clock.now().toString())
  if (errors.length > 0) throw invalid(errors)
  refuseIndividualNumbers(work, textsOf(input), input.notAnIndividualNumber)
  const consequences = consequencesOf(timed, work.actor, work.today)
  work.about('consultation', input.id)
  work.touched(input.personId)
  const isStored = await store(work, storeStatement(work, timed, consequences))
  const version = isStored ? 1 : await versionOfRepeated(work, timed)
  return { id: input.id, version, made: consequences.made }
}

const textsOf = (input: NewConsultation) => ({
  ...consultationTexts(input),
  ...Object.fromEntries(
    input.referrals.flatMap(({ toName, content }, at) => [
      [`referrals.${at}.toName`, toName],
      [`referrals.${at}.content`, content],
    ]),
  ),
})

/** Statement, audit line and commit leave together: nothing is waited for in between. */
async function store(work: Work, statement: Statement): Promise<boolean> {
  let answer: Promise<{ stored: number }[]> = Promise.resolve([])
  try {
    await work.write(async (tx) => {
      answer = tx.query<{ stored: number }>(statement.text, statement.values)
      answer.catch(() => {}) // the commit tells first; the reason is read below
    })
    const [row] = await answer
    return row?.stored === 1
  } catch (error) {
    if (error instanceof Problem) throw error // whether it was stored is not known, or it was refused at the door
    throw await answer.then(() => error, firstReason)
  }
}

/** MG404: the person (or the responder) is absent or not visible. A second use of a referral's id answers 23505. */
const firstReason = (error: Error & { code?: string }): Error => {
  if (error.code === 'MG404') return notFound()
  return error.code === '23505' ? idTaken() : error
}

const idTaken = () =>
  new Problem('id-taken', 409, 'この相談は保存できません', {
    detail:
      '同じ番号の別の記録があります。入力した内容を残したまま画面を開き直し、もう一度保存してください。',
  })

async function versionOfRepeated(work: Work, { id, personId, text }: Timed): Promise<number> {
  const [rows] = (await work.flight([
    {
      text: `select version, person_id, text = $4 or version > 1 as same from casework.consultation
        where insurer_id = $1 and id = $2 and created_by = $3`,
      values: [work.actor.insurerId, id, work.actor.staffId, text],
    },
  ])) as [{ version: number; person_id: string | null; same: boolean }[]]
  const [stored] = rows
  if (!stored?.same || stored.person_id !== (personId ?? null)) throw idTaken()
  return stored.version
}

import { allContributes } from '../../platform/contributes/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { Problem } from '../../platform/errors/index.ts'

/** Somebody who goes to another area, another centre, or both. */
export interface Mover {
  id: string
  version: number
  fromCentreId: string | null
  toCentreId: string | null
  toAreaId: string | null
}

type Answer = { outcome: string; receiverId?: string } | null

/**
 * Moves one person inside the caller's transaction: the area first, then, by the door of hand-overs, the centre with records and
 * open tasks. The receipt that the door asks for person by person is the caller's to give for all at once.
 * @returns the receiver at the new centre; null: the centre stays
 * @throws Problem when the centre has nobody to receive, or somebody changed the person meanwhile
 */
export async function movePerson(tx: Tx, work: Work, person: Mover, reason: string): Promise<string | null> {
  const { insurerId } = work.actor
  const [row] = await tx.query<{ version: number }>(
    `update casework.person set area_id = $4, updated_at = $5
     where insurer_id = $1 and id = $2 and version = $3 returning version`,
    [insurerId, person.id, person.version, person.toAreaId, work.clock.now().toString()],
  )
  if (!row) throw changedMeanwhile()
  if (person.toCentreId === person.fromCentreId || person.toCentreId === null) return null
  const [moved] = await tx.query<{ answer: Answer }>(
    'select casework.transfer_person($1, $2, $3, null, $4) as answer',
    [person.id, row.version, person.toCentreId, reason],
  )
  const answer = moved?.answer ?? null
  if (answer?.outcome !== 'done') throw refused(answer?.outcome)
  await tx.query(
    `update platform.task set state = 'withdrawn', is_new = false, done_at = $3, done_by = $4
     where insurer_id = $1 and source_id = $2 and kind = 'person.transfer-receipt' and state = 'open' and handed_by = $4`,
    [insurerId, person.id, work.clock.now().toString(), work.actor.staffId],
  )
  const { consequences } = await allContributes()
  for (const consequence of consequences.filter(({ on }) => on.includes('transferred'))) {
    await consequence.run(tx, work.actor, {
      kind: 'transferred',
      personId: person.id,
      on: work.today,
      fromCentreId: person.fromCentreId,
      toCentreId: person.toCentreId,
    })
  }
  return answer.receiverId ?? null
}

const changedMeanwhile = () =>
  new Problem('area-moves.changed-meanwhile', 409, '引き継ぎを始めたあとに、直された人がいます', {
    detail: '何も変わっていません。もう一度「まとめて引き継ぐ」を押してください。',
  })

function refused(outcome: string | undefined): Problem {
  if (outcome === 'no-receiver') {
    return new Problem('area-moves.no-receiver', 422, '引き継ぎ先のセンターに、受け取れる職員がいません', {
      detail: '何も変わっていません。管理者に、そのセンターの職員の登録を依頼してください。',
    })
  }
  if (outcome === 'no-such-centre') {
    return new Problem('area-moves.no-such-centre', 422, '引き継ぎ先のセンターが、今日はありません', {
      detail: '何も変わっていません。センターの期間を確かめてください。',
    })
  }
  return changedMeanwhile()
}

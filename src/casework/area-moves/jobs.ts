import type { JobContext, JobKind } from '../../platform/jobs/index.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { type Mover, movePerson } from './move.ts'
import { inGroup, proposed, scopeOf } from './proposals.ts'
import type { RunBody } from './schema.ts'

const REASON = '圏域の変更'

interface Proposed extends Mover {
  fromAreaId: string | null
}

/** Moves a group as one transaction: cancelled or refused, nobody has moved; run again, those who have are not proposed any more. */
async function run({ input, work, progress }: JobContext<RunBody>): Promise<Record<string, unknown>> {
  const { insurerId, staffId } = work.actor
  const scope = scopeOf(work)
  const given = inGroup(input.group, 3 + scope.values.length)
  const except = 3 + scope.values.length + given.values.length
  return work.write(async (tx) => {
    const people = await tx.query<Proposed>(
      `with ${proposed(scope.sql)}
       select id, version, centre_id as "fromCentreId", to_centre_id as "toCentreId", area_id as "fromAreaId",
         to_area_id as "toAreaId" from proposed
       where ${given.sql} and not was_undone and not (id = any ($${except}::uuid[])) order by id`,
      [insurerId, work.today, ...scope.values, ...given.values, input.except],
    )
    let receiver: string | null = null
    for (const [at, person] of people.entries()) {
      receiver = (await movePerson(tx, work, person, REASON)) ?? receiver
      await tx.query(
        `insert into casework.area_move (insurer_id, person_id, centre_id, from_centre_id, to_centre_id, from_area_id, to_area_id,
           moved_on, moved_at, moved_by)
         values ($1, $2, $3, $4, $3, $5, $6, $7, $8, $9)`,
        [
          insurerId,
          person.id,
          person.toCentreId,
          person.fromCentreId,
          person.fromAreaId,
          person.toAreaId,
          work.today,
          work.clock.now().toString(),
          staffId,
        ],
      )
      await progress(at + 1, people.length, `${at + 1}人を引き継いでいます`)
    }
    work.touched(...people.map(({ id }) => id))
    work.about('area-move', undefined, { moved: people.length, ...input.group })
    if (receiver !== null) {
      await addTask(tx, work, {
        personId: null,
        centreId: input.group.toCentreId,
        holderId: receiver,
        kind: 'area-move.receipt',
        title: `${REASON}で引き継いだ${people.length}人の確認`,
        dueOn: work.today,
        source: { type: 'area-move', id: input.group.toAreaId },
      })
    }
    return { moved: people.length }
  })
}

export const jobs = [
  { kind: 'area-moves', label: '担当替え', audit: 'area-move.run', run } satisfies JobKind<RunBody>,
] as unknown as JobKind[]

import type { Tx } from '../database/engine.ts'
import type { Work } from '../database/work.ts'

export interface JournalEntry {
  /** 'YYYY-MM-DD' on which the work was done */
  day: string
  /** stated by `stateJournalKinds` */
  kind: string
  personId: string | null
  areaId: string | null
  /** whole minutes; null: not recorded, never zero */
  minutes: number | null
  unit: '回' | '件' | '人' | '分'
  count: number
  source: { type: string; id: string }
}

/** One row of 業務記録 for work done, inside the transaction of its source. Worker and centre are the actor's. */
export async function writeJournal(tx: Tx, { actor }: Work, entry: JournalEntry): Promise<void> {
  await tx.query(
    `insert into platform.journal (insurer_id, day, centre_id, area_id, staff_id, kind, person_id, minutes, unit, count,
       source_type, source_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      actor.insurerId,
      entry.day,
      actor.centreId,
      entry.areaId,
      actor.staffId,
      entry.kind,
      entry.personId,
      entry.minutes,
      entry.unit,
      entry.count,
      entry.source.type,
      entry.source.id,
    ],
  )
}

/** Day and minutes follow a correction of the source. */
export async function correctJournalOf(
  tx: Tx,
  { actor }: Work,
  sourceId: string,
  { day, minutes }: { day: string; minutes: number | null },
): Promise<void> {
  await tx.query(
    `update platform.journal set day = $3, minutes = $4 where insurer_id = $1 and source_id = $2
       and (day, minutes) is distinct from ($3::date, $4::int)`,
    [actor.insurerId, sourceId, day, minutes],
  )
}

/** A withdrawn source counts nowhere; what stood here is kept by history. */
export async function removeJournalOf(tx: Tx, { actor }: Work, sourceId: string): Promise<void> {
  await tx.query('delete from platform.journal where insurer_id = $1 and source_id = $2', [
    actor.insurerId,
    sourceId,
  ])
}

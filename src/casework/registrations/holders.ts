import type { Tx } from '../../platform/database/engine.ts'

/** Staff of the municipality who hold the role that registers, on a day; at most ten, so that a request is somebody's. */
export async function deciders(tx: Tx, insurerId: number, today: string): Promise<string[]> {
  const rows = await tx.query<{ staff_id: string }>(
    `select distinct o.staff_id from registers.post o
     where o.insurer_id = $1 and o.role = 'officer' and o.valid_from <= $2 and (o.valid_to is null or o.valid_to >= $2)
     order by o.staff_id limit 10`,
    [insurerId, today],
  )
  return rows.map(({ staff_id }) => staff_id)
}

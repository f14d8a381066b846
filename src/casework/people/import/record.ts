import type pg from 'pg'
import type { Counts, ImportContext } from '../../../platform/import/index.ts'
import { filesInOrder } from './file-order.ts'

/** Keeps that the files were taken in, so that the banner knows; who is back in a full list is no longer missing. */
export async function recordFiles(
  client: pg.ClientBase,
  context: ImportContext,
  counts: Counts,
): Promise<void> {
  await client.query(
    `update casework.core_row c set missing_since = null from planned n
     where c.insurer_id = $1 and c.resident_number = n.resident_number and c.missing_since is not null`,
    [context.insurerId],
  )
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from stage')
  for (const file of filesInOrder(context.checksums.keys())) {
    await client.query(
      `insert into casework.core_import (insurer_id, file_name, file_kind, created_on, sha256, read_count, added, changed,
         removed, unchanged, applied_at, applied_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (insurer_id, sha256) do nothing`,
      [
        context.insurerId,
        file.name,
        file.kind,
        file.createdOn,
        context.checksums.get(file.name),
        rows[0]?.n ?? 0,
        counts.added,
        counts.changed,
        counts.removed,
        counts.unchanged,
        context.now.toString(),
        context.loadedBy === 'command' ? null : context.loadedBy,
      ],
    )
  }
}

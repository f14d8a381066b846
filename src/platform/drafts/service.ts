import type { z } from 'zod'
import type { Work } from '../database/work.ts'
import { conflict, Problem } from '../errors/index.ts'
import type { Draft, DraftBody, DraftSaved } from './schema.ts'

export const MAX_DRAFT_BYTES = 200_000
const DAYS = '14 days'

interface StoredDraft {
  content: z.infer<typeof Draft>['content']
  updated_at: string
}

const stored = (work: Work, key: string) => ({
  text: `select content, updated_at from platform.draft
    where insurer_id = $1 and staff_id = $2 and key = $3 and updated_at > now() - interval '${DAYS}'`,
  values: [work.actor.insurerId, work.actor.staffId, key],
})

/** Keeps half-written input of the author. @throws 413 past 200 kB; 409 with the stored one when it changed elsewhere */
export async function saveDraft(
  work: Work,
  key: string,
  { content, updatedAt }: z.infer<typeof DraftBody>,
): Promise<z.infer<typeof DraftSaved>> {
  const json = JSON.stringify(content)
  if (Buffer.byteLength(json) > MAX_DRAFT_BYTES) {
    throw new Problem('too-large', 413, '下書きが大きすぎます', {
      detail: '下書きは200kBまでです。保存するか、文を短くしてください。画面の内容は残っています。',
    })
  }
  return work.write(async (tx) => {
    const [saved] = await tx.query<{ updated_at: string }>(
      `insert into platform.draft as d (insurer_id, staff_id, key, content, updated_at)
       values ($1, $2, $3, $4::jsonb, clock_timestamp())
       on conflict (insurer_id, staff_id, key) do update set content = excluded.content, updated_at = excluded.updated_at
         where $5::timestamptz is null or d.updated_at = $5
       returning updated_at`,
      [work.actor.insurerId, work.actor.staffId, key, json, updatedAt ?? null],
    )
    if (saved) return { key, updatedAt: saved.updated_at }
    const { text, values } = stored(work, key)
    const [other] = await tx.query<StoredDraft>(text, values)
    throw conflict(other ? { key, content: other.content, updatedAt: other.updated_at } : null)
  })
}

/** None, or one older than 14 days, is the usual state of a new form and no error: `updatedAt` is null. */
export async function readDraft(work: Work, key: string): Promise<z.infer<typeof Draft>> {
  const [rows] = (await work.flight([stored(work, key)])) as [StoredDraft[]]
  const [draft] = rows
  return { key, content: draft?.content ?? null, updatedAt: draft?.updated_at ?? null }
}

/** Removing what is not there is no error: the screen throws drafts away without asking first. */
export const removeDraft = (work: Work, key: string): Promise<{ removed: boolean }> =>
  work.write(async (tx) => {
    const rows = await tx.query(
      'delete from platform.draft where insurer_id = $1 and staff_id = $2 and key = $3 returning key',
      [work.actor.insurerId, work.actor.staffId, key],
    )
    return { removed: rows.length > 0 }
  })

import pg from 'pg'
import { followChange } from '../find.ts'
import type { ImportContext, ImportKind } from '../kind.ts'
import { changedSomething, lockReference } from './record.ts'

/** Why an undo was refused, or how many rows it put back and took away. */
export type Undone =
  | { outcome: 'undone'; runId: string; rows: number }
  | { outcome: 'refused'; code: UndoRefusal; reason: string; remedy: string }

/** none: no run stands · newer: another run came after it · not-kept · changed-since · other-layout · referred-to */
export type UndoRefusal = 'none' | 'newer' | 'not-kept' | 'changed-since' | 'other-layout' | 'referred-to'

export interface UndoRequest {
  /** the run that the person saw; undefined: whichever is the newest */
  runId?: string
  context: ImportContext
}

/**
 * Puts back what the newest run of a kind replaced, to the byte. The caller has begun the transaction and ends it: commit when
 * undone, roll back when refused (after a refusal of the database nothing else can be done in it).
 */
export async function undoNewest(
  client: pg.ClientBase,
  kind: ImportKind,
  { runId, context }: UndoRequest,
): Promise<Undone> {
  await lockReference(client)
  const { rows } = await client.query<{ id: string; isKept: boolean }>(
    `select id, kept_tables is not null as "isKept" from platform.reference_run r
     where kind = $1 and undone_at is null and ${changedSomething('r')} order by place desc limit 1 for update`,
    [kind.kind],
  )
  const newest = rows[0]
  if (!newest) return refused('none')
  if (runId !== undefined && newest.id !== runId) return refused('newer')
  if (!newest.isKept) return refused('not-kept')
  try {
    const done = await client.query<{ rows: string | number }>('select platform.put_back($1) as rows', [
      newest.id,
    ])
    await client.query('delete from platform.reference_kept where run_id = $1', [newest.id])
    await client.query(
      `update platform.reference_run set undone_at = $2, undone_by = $3, undone_insurer = $4, kept_tables = null where id = $1`,
      [newest.id, context.now.toString(), context.loadedBy, context.loaderInsurer ?? null],
    )
    await kind.undone?.(client, context)
    await followChange(client, kind, context)
    return { outcome: 'undone', runId: newest.id, rows: Number(done.rows[0]!.rows) }
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? CODES[error.code ?? ''] : undefined
    if (code === undefined) throw error
    return refused(code)
  }
}

/** 23503: a row elsewhere refers to what would go; 23505: what would come back is there already. */
const CODES: Readonly<Record<string, UndoRefusal>> = {
  MG001: 'changed-since',
  MG002: 'other-layout',
  MG003: 'changed-since',
  '23503': 'referred-to',
  '23505': 'changed-since',
}

const WORDS: Readonly<Record<UndoRefusal, readonly [string, string]>> = {
  none: ['取り消せる取り込みがありません。', '取り込みの記録を確かめてください。'],
  newer: ['このあとに、同じ種類の新しい取り込みがあります。', '新しいものから順に取り消してください。'],
  'not-kept': [
    'この取り込みで置き換えた内容は、もう残っていません（種類ごとに新しい5回分まで残します）。',
    '前のファイルを、もう一度取り込んでください。',
  ],
  'changed-since': [
    '取り込んだあとで、内容がほかの操作によって変わっています。',
    '前のファイルを、もう一度取り込んでください。',
  ],
  'other-layout': [
    '取り込んだあとで、本ソフトの表の形が変わりました。',
    '前のファイルを、もう一度取り込んでください。',
  ],
  'referred-to': [
    'この取り込みで加わったものを、ほかの記録が使っています。',
    '使っている記録を先に直すか、正しいファイルを取り込み直してください。',
  ],
}

const refused = (code: UndoRefusal): Undone => ({
  outcome: 'refused',
  code,
  reason: WORDS[code][0],
  remedy: WORDS[code][1],
})

import { mayRole } from '../../access/index.ts'
import type { Work } from '../../database/work.ts'
import { forbidden, notFound, Problem } from '../../errors/index.ts'
import { findImportKinds } from '../find.ts'
import type { ImportKind } from '../kind.ts'
import '../policy.ts'
import { changedSomething } from './record.ts'
import type { By, History, HistoryLine, HistoryQuery } from './schema.ts'

interface Row {
  id: string
  place: number
  kind: string
  loadedAt: string
  loadedBy: string
  loaderInsurer: number | null
  loaderName: string | null
  files: string[]
  read: number
  added: number
  changed: number
  removed: number
  unchanged: number
  attribution: string | null
  sources: string[]
  undoneAt: string | null
  undoneBy: string | null
  undoneInsurer: number | null
  undoneName: string | null
  isKept: boolean
  isNewest: boolean
}

// a name is looked up in the reader's own insurer alone: the staff of another one is nobody's business
const LIST = `
  select r.id, r.place, r.kind, r.loaded_at as "loadedAt", r.loaded_by as "loadedBy", r.loader_insurer as "loaderInsurer",
    l.name as "loaderName", array(select f ->> 'name' from jsonb_array_elements(r.files) f) as files,
    r.read_rows as read, r.added, r.changed, r.removed, r.unchanged, r.attribution, r.sources,
    r.undone_at as "undoneAt", r.undone_by as "undoneBy", r.undone_insurer as "undoneInsurer", u.name as "undoneName",
    r.kept_tables is not null as "isKept",
    r.undone_at is null and not exists (select from platform.reference_run n
      where n.kind = r.kind and n.undone_at is null and n.place > r.place and ${changedSomething('n')}) as "isNewest"
  from platform.reference_run r
  left join registers.staff l on l.insurer_id = $1 and r.loader_insurer = $1 and l.id::text = r.loaded_by
  left join registers.staff u on u.insurer_id = $1 and r.undone_insurer = $1 and u.id::text = r.undone_by
  where ($2::text is null or r.kind = $2) and ($3::bigint is null or r.place < $3)
  order by r.place desc limit $4`

/** Runs of published files, the newest first, also those of commands and of other insurers: the figures are everyone's. */
export async function listHistory(work: Work, { kind, cursor, limit = 50 }: HistoryQuery): Promise<History> {
  const { insurerId } = work.actor
  const known = new Map((await findImportKinds()).map((one) => [one.kind, one]))
  const [rows, kinds] = await work.read((tx) =>
    Promise.all([
      tx.query<Row>(LIST, [insurerId, kind ?? null, cursor ?? null, limit + 1]),
      tx.query<{ kind: string }>('select distinct kind from platform.reference_run order by kind', []),
    ]),
  )
  const page = rows.slice(0, limit)
  return {
    items: page.map((row) => lineOf(row, work, known.get(row.kind))),
    nextCursor: rows.length > limit ? String(page.at(-1)!.place) : null,
    kinds: kinds.map((one) => ({ kind: one.kind, label: known.get(one.kind)?.label ?? one.kind })),
  }
}

function lineOf(row: Row, { actor }: Work, kind: ImportKind | undefined): HistoryLine {
  const { id, read, added, changed, removed, unchanged } = row
  const isOthers = row.loaderInsurer !== null && row.loaderInsurer !== actor.insurerId
  return {
    id,
    kind: row.kind,
    label: kind?.label ?? row.kind,
    loadedAt: row.loadedAt,
    loaded: byOf(row.loadedBy, row.loaderInsurer, row.loaderName, actor.insurerId),
    files: row.files,
    counts: { read, added, changed, removed, unchanged },
    sources: row.sources.length > 0 ? row.sources : row.attribution ? [row.attribution] : [],
    undoneAt: row.undoneAt,
    undone:
      row.undoneBy === null ? null : byOf(row.undoneBy, row.undoneInsurer, row.undoneName, actor.insurerId),
    mayUndo:
      row.isNewest &&
      row.isKept &&
      !isOthers &&
      kind !== undefined &&
      mayRole(actor.role, 'import.undo') &&
      mayRole(actor.role, kind.may),
  }
}

function byOf(by: string, insurer: number | null, name: string | null, own: number): By {
  if (by === 'command' || by === 'sample') return { by, name: null }
  return insurer === own ? { by: 'staff', name } : { by: 'otherInsurer', name: null }
}

/**
 * The kind of a run that the actor may undo. What another insurer took in, that insurer takes back: decided by this software.
 * @throws notFound, forbidden, Problem 409
 */
export async function kindToUndo(work: Work, runId: string): Promise<ImportKind> {
  const { actor } = work
  const [run] = await work.read((tx) =>
    tx.query<{ kind: string; loaderInsurer: number | null }>(
      'select kind, loader_insurer as "loaderInsurer" from platform.reference_run where id = $1',
      [runId],
    ),
  )
  const kind = run && (await findImportKinds()).find((one) => one.kind === run.kind)
  if (!run || !kind) throw notFound()
  if (!mayRole(actor.role, kind.may)) throw forbidden()
  if (run.loaderInsurer !== null && run.loaderInsurer !== actor.insurerId) {
    throw new Problem('import.not-own-run', 409, 'ほかの保険者の職員が読み込んだものは、取り消せません', {
      detail: '取り消しは、読み込んだ保険者に頼んでください。',
    })
  }
  return kind
}

import { scopeCondition } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, notFound } from '../../platform/errors/index.ts'
import { movePerson } from './move.ts'
import type { Move } from './schema.ts'

const SELECT = `
  select m.id, m.version, m.person_id as "personId", p.name, p.kana, fc.name as "fromCentre", tc.name as "toCentre",
    fa.name as "fromArea", ta.name as "toArea", m.moved_at as "movedAt", s.name as "movedBy", m.undone_at as "undoneAt",
    m.undone_at is null and p.centre_id is not distinct from m.to_centre_id and p.area_id = m.to_area_id
      and (m.from_centre_id is not null or m.to_centre_id is null) as "canUndo"
  from casework.area_move m
  join casework.person p on p.insurer_id = m.insurer_id and p.id = m.person_id
  left join registers.centre fc on fc.insurer_id = m.insurer_id and fc.id = m.from_centre_id
  left join registers.centre tc on tc.insurer_id = m.insurer_id and tc.id = m.to_centre_id
  left join registers.daily_life_area fa on fa.insurer_id = m.insurer_id and fa.id = m.from_area_id
  left join registers.daily_life_area ta on ta.insurer_id = m.insurer_id and ta.id = m.to_area_id
  left join registers.staff s on s.insurer_id = m.insurer_id and s.id = m.moved_by`

/** What was moved, the newest first. */
export async function listMoves(
  work: Work,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ items: Move[]; nextCursor: string | null }> {
  const scope = scopeCondition(work.actor, work.today, { alias: 'm', person: 'person_id', next: 4 })
  const [at, id] = cursor === null ? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] : decode(cursor)
  const [rows] = (await work.flight([
    {
      text: `${SELECT} where ${scope.sql} and (m.moved_at, m.id) < ($1::timestamptz, $2::uuid)
        order by m.moved_at desc, m.id desc limit $3`,
      values: [at, id, limit + 1, ...scope.values],
    },
  ])) as [Move[]]
  const items = rows.slice(0, limit)
  work.touched(...items.map(({ personId }) => personId))
  work.about('area-move', undefined, { count: items.length })
  const last = items.at(-1)
  const nextCursor =
    rows.length > limit && last ? Buffer.from(`${last.movedAt} ${last.id}`).toString('base64url') : null
  return { items, nextCursor }
}

function decode(cursor: string): [string, string] {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (/^[\d:TZ.-]{20,30}$/.test(at) && /^[0-9a-f-]{36}$/.test(id)) return [at, id]
  const message = '続きの位置が読めません。一覧を開き直してください。'
  throw invalid([{ path: 'cursor', code: 'cursor', message }])
}

interface Stored {
  version: number
  person_id: string
  person_version: number
  from_centre_id: string | null
  to_centre_id: string | null
  from_area_id: string | null
  can_undo: boolean
}

/** Takes one person back to the former area and centre; not proposed for the same change again. */
export async function undoMove(work: Work, { id, version }: { id: string; version: number }): Promise<void> {
  const scope = scopeCondition(work.actor, work.today, { alias: 'm', person: 'person_id', next: 2 })
  await work.write(async (tx) => {
    const [stored] = await tx.query<Stored>(
      `select m.version, m.person_id, p.version as person_version, m.from_centre_id, m.to_centre_id, m.from_area_id,
         m.undone_at is null and p.centre_id is not distinct from m.to_centre_id and p.area_id = m.to_area_id
           and (m.from_centre_id is not null or m.to_centre_id is null) as can_undo
       from casework.area_move m join casework.person p on p.insurer_id = m.insurer_id and p.id = m.person_id
       where m.id = $1 and ${scope.sql}`,
      [id, ...scope.values],
    )
    if (!stored) throw notFound()
    work.about('area-move', id)
    work.touched(stored.person_id)
    if (stored.version !== version) throw conflict({ version: stored.version })
    if (!stored.can_undo) {
      const message =
        'そのあとに別の引き継ぎがあったか、もとのセンターがないため、戻せません。利用者の画面から引き継いでください。'
      throw invalid([{ path: 'id', code: 'cannot-undo', message }])
    }
    await tx.query(
      'update casework.area_move set undone_at = $3, undone_by = $4 where insurer_id = $1 and id = $2',
      [work.actor.insurerId, id, work.clock.now().toString(), work.actor.staffId],
    )
    const back = {
      id: stored.person_id,
      version: stored.person_version,
      fromCentreId: stored.to_centre_id,
      toCentreId: stored.from_centre_id,
      toAreaId: stored.from_area_id,
    }
    await movePerson(tx, work, back, '担当替えの取りやめ')
  })
}

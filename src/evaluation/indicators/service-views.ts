import type { Work } from '../../platform/database/work.ts'
import { conflict, notFound } from '../../platform/errors/index.ts'
import type { View } from './schema.ts'

const VIEW = `v.id, v.title, v.link, v.is_shared as "isShared", v.staff_id = $2 as "isOwn", v.changed_at as "changedAt", v.version`

/** One's own views and those shared within the insurer, by name. */
export const listViews = (work: Work): Promise<View[]> =>
  work.read((tx) =>
    tx.query<View>(
      `select ${VIEW} from evaluation.indicator_view v where v.insurer_id = $1 and (v.staff_id = $2 or v.is_shared)
       order by v.title, v.id limit 200`,
      own(work),
    ),
  )

export const addView = (
  work: Work,
  view: { title: string; link: string; isShared: boolean },
): Promise<View> =>
  work.write(async (tx) => {
    const [stored] = await tx.query<View>(
      `insert into evaluation.indicator_view as v (insurer_id, staff_id, title, link, is_shared, changed_at)
       values ($1, $2, $3, $4, $5, $6) returning ${VIEW}`,
      [...own(work), view.title, view.link, view.isShared, work.clock.now().toString()],
    )
    work.about('indicator-view', stored!.id)
    return stored!
  })

/** @throws notFound for views of others too · conflict when it was changed meanwhile */
export const changeView = (
  work: Work,
  id: string,
  view: { title: string; link: string; isShared: boolean; version: number },
): Promise<View> =>
  work.write(async (tx) => {
    work.about('indicator-view', id)
    const [stored] = await tx.query<View>(
      `update evaluation.indicator_view v set title = $4, link = $5, is_shared = $6, changed_at = $7
       where v.insurer_id = $1 and v.staff_id = $2 and v.id = $3 and v.version = $8 returning ${VIEW}`,
      [...own(work), id, view.title, view.link, view.isShared, work.clock.now().toString(), view.version],
    )
    if (stored) return stored
    const [there] = await tx.query<View>(
      `select ${VIEW} from evaluation.indicator_view v where v.insurer_id = $1 and v.staff_id = $2 and v.id = $3`,
      [...own(work), id],
    )
    throw there ? conflict(there) : notFound()
  })

/** @throws like changeView */
export const removeView = (work: Work, id: string, version: number): Promise<View> =>
  work.write(async (tx) => {
    work.about('indicator-view', id)
    const [there] = await tx.query<View>(
      `select ${VIEW} from evaluation.indicator_view v where v.insurer_id = $1 and v.staff_id = $2 and v.id = $3 for update`,
      [...own(work), id],
    )
    if (!there) throw notFound()
    if (there.version !== version) throw conflict(there)
    await tx.query(
      `delete from evaluation.indicator_view where insurer_id = $1 and staff_id = $2 and id = $3`,
      [...own(work), id],
    )
    return there
  })

const own = ({ actor }: Work): [number, string] => [actor.insurerId, actor.staffId]

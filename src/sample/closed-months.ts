import pg from 'pg'
import { confirmReport } from '../evaluation/reports/confirm.ts'
import { decideReport } from '../evaluation/reports/decide.ts'
import { type Actor, ROLES, type RoleName } from '../platform/access/index.ts'
import type { IsoDate } from '../platform/calendar/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { Engine } from '../platform/database/engine.ts'
import type { Database } from '../platform/database/open.ts'
import { Work } from '../platform/database/work.ts'
import { MEGURI } from './city/registers.ts'

/** Months before the one that ended last; that one is left for trying. */
const CLOSED = [4, 3, 2]
const RETURNED_REASON = '災害の相談の件数を、もう一度確かめてください。（見本）'

interface Post {
  staffId: string
  postId: string
  role: RoleName
  profession: string
  /** the post's own centre */
  centreId: string | null
  /** a centre that it answers for: its own, or a branch below it */
  unitId: string | null
}

/**
 * Closes past months of the sample as people would: each manager confirms, an officer accepts; one centre's newest closed month
 * was sent back. Through the product's own services, so that versions, hashes and tasks are what they always are.
 */
export async function closeMonths(database: Pick<Database, 'client'>, anchor: IsoDate): Promise<number> {
  const posts = await findPosts(database)
  const officer = posts.find(({ role }) => role === 'officer')
  const managers = posts.filter(({ unitId }) => unitId !== null)
  if (!officer) return 0
  const engine = new Engine(database.client('app'), { size: 2 })
  try {
    let closed = 0
    const newest = Math.min(...CLOSED)
    for (const back of CLOSED) {
      const month = Temporal.PlainDate.from(anchor).toPlainYearMonth().subtract({ months: back })
      const at = (day: number) => `${month.add({ months: 1 }).toPlainDate({ day })}T10:00:00+09:00`
      for (const [n, manager] of managers.entries()) {
        const isReturned = back === newest && n === managers.length - 1
        const unit = manager.unitId!
        await confirmReport(workOf(engine, manager, at(4)), unit, month.toString(), { version: 0 })
        const { report } = await versionOf(database, unit, `${month}-01`)
        await decideReport(workOf(engine, officer, at(6)), unit, month.toString(), {
          step: isReturned ? 'returned' : 'accepted',
          version: report,
          reason: isReturned ? RETURNED_REASON : null,
        })
        closed += 1
      }
      if (back === newest) continue
      await confirmReport(workOf(engine, officer, at(8)), 'insurer', month.toString(), { version: 0 })
      closed += 1
    }
    return closed
  } finally {
    await engine.end()
  }
}

function workOf(engine: Engine, post: Post, now: string): Work {
  const { reach } = ROLES[post.role]
  const actor: Actor = {
    insurerId: MEGURI,
    staffId: post.staffId,
    postId: post.postId,
    role: post.role,
    profession: post.profession,
    reach,
    centreId: post.centreId,
    centreIds: [...new Set([post.centreId, post.unitId].filter((id) => id !== null))],
    organisationId: null,
    sessionId: null,
  }
  const readQueue = { add: async () => {} } // the writes carry their own audit lines
  return new Work({ engine, clock: fixedClock(now), readQueue }, actor, 'sample', 'sample.closed-month')
}

/** For each centre the manager who answers for it: its own, for a branch that of its parent; and an officer. */
async function findPosts(database: Pick<Database, 'client'>): Promise<Post[]> {
  return asOwner(database, async (client) => {
    const { rows } = await client.query<Post>(
      `select distinct on (c.id) p.staff_id as "staffId", p.id as "postId", p.role, f.profession, p.centre_id as "centreId",
         c.id as "unitId"
       from registers.centre c
       join registers.post p on p.insurer_id = c.insurer_id and p.role = 'centreManager' and p.valid_to is null
         and p.centre_id in (c.id, c.parent_id)
       join registers.staff f on f.insurer_id = p.insurer_id and f.id = p.staff_id
       where c.insurer_id = $1 order by c.id, p.centre_id <> c.id, p.id`,
      [MEGURI],
    )
    const { rows: officers } = await client.query<Post>(
      `select p.staff_id as "staffId", p.id as "postId", p.role, f.profession, null::uuid as "centreId", null::uuid as "unitId"
       from registers.post p join registers.staff f on f.insurer_id = p.insurer_id and f.id = p.staff_id
       where p.insurer_id = $1 and p.role = 'officer' and p.valid_to is null order by p.id limit 1`,
      [MEGURI],
    )
    return [...rows, ...officers]
  })
}

const versionOf = (database: Pick<Database, 'client'>, centreId: string, month: string) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      'select version from evaluation.monthly_report where insurer_id = $1 and centre_id = $2 and month = $3',
      [MEGURI, centreId, month],
    )
    return { report: rows[0]?.version ?? 0 }
  })

async function asOwner<T>(
  database: Pick<Database, 'client'>,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(database.client('owner'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

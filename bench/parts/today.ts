import { havingRight, query, scaleOne, type User, usersOf } from '../data.ts'
import type { Sent } from '../figures.ts'
import { across, inTurn, type Part, range, withoutErrors } from '../part.ts'
import { load, type Product, startProduct } from '../processes.ts'

const OPEN_ITEMS = 20_000
const MARK = '（測定）'
const TABS = ['new', 'due', 'overdue', 'waiting', 'ahead']

/** Today with 20,000 open items: all of them in the hands of one worker, the worst case, and the whole staff in turn. */
export const today: Part = {
  name: 'today',
  title: `Today with ${OPEN_ITEMS.toLocaleString('en')} open items`,
  async run(settings) {
    const product = await startProduct((await scaleOne()).dataDir)
    try {
      const users = await havingRight(await usersOf(product), 'task.work')
      const worker = users.find(({ actor }) => actor.role === 'centreStaff')!
      const items = await pile(product, worker)
      const ask = (of: User[]): Sent[] =>
        TABS.flatMap((tab) =>
          of.map(({ cookie }) => ({ method: 'GET' as const, path: `/api/today?tab=${tab}`, cookie })),
        )
      const plan = { seconds: settings.seconds, warmSeconds: 1 }
      const all = await inTurn(settings, {
        worker: () => load(product, product.dataDir, { ...plan, connections: 1, requests: ask([worker]) }),
        staff: () => load(product, product.dataDir, { ...plan, connections: 16, requests: ask(users) }),
      })
      withoutErrors(all)
      const line = (what: string, runs: (typeof all)['worker']) => {
        const p95 = across(runs, 'p95')
        const measured = `${p95.median} ms (p50 ${across(runs, 'p50').median}, ${across(runs, 'perSecond').median}/s)`
        return { what, goal: '< 150 ms', measured, spread: range(p95, ' ms'), isMet: p95.median < 150 }
      }
      return {
        lines: [
          line(`Today of one worker who holds ${items.own.toLocaleString('en')} open items: p95`, all.worker),
          line(
            `Today of ${users.length} staff, 16 at once, ${items.all.toLocaleString('en')} open items in the insurer: p95`,
            all.staff,
          ),
        ],
        raw: { users: users.length, items, ...all },
      }
    } finally {
      await query(
        product.clients.superuser,
        `set session_replication_role = replica; delete from platform.task where title like '${MARK}%'`,
      )
      await query(product.clients.superuser, 'vacuum analyze platform.task')
      await product.stop()
    }
  },
}

/** Gives the worker open items about people of their centre, due from 30 days ago until in 30 days. */
async function pile(product: Product, { actor }: User): Promise<{ own: number; all: number }> {
  await query(
    product.clients.superuser,
    `insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, state, is_new, source_type, source_id)
      select p.insurer_id, p.id, p.centre_id, $2, 'status-check', '${MARK}様子を聞く', '2026-11-22'::date + (n % 61 - 30)::int,
        case n % 10 when 0 then 'waiting' else 'open' end, n % 20 = 1, 'own', p.id
      from (select p.*, row_number() over () as n from casework.person p
        where insurer_id = $1 and centre_id = any ($3::uuid[]) and merged_into is null) p, generate_series(1, 10)
      limit $4`,
    [actor.insurerId, actor.staffId, actor.centreIds, OPEN_ITEMS],
  )
  await query(product.clients.superuser, 'vacuum analyze platform.task')
  const [items] = await query<{ own: number; all: number }>(
    product.clients.superuser,
    `select count(*) filter (where holder_id = $2)::int as own, count(*)::int as all from platform.task
      where insurer_id = $1 and state in ('open', 'waiting')`,
    [actor.insurerId, actor.staffId],
  )
  return items!
}

import type pg from 'pg'
import type { Actor } from '../../../platform/access/index.ts'
import { allContributes, type PersonEvent } from '../../../platform/contributes/index.ts'
import type { Tx } from '../../../platform/database/engine.ts'
import type { ImportContext } from '../../../platform/import/index.ts'
import { closingTasks, type Departure } from '../rules/closing-tasks.ts'

interface Departed {
  person_id: string
  kind: Departure
  happened_on: string
  /** an event of this kind that holds and that the file takes back */
  event_id: string | null
}

/** Who dies or moves away by this file, and whose death or moving away no longer holds; asked before the rows change. */
export async function collectDepartures(client: pg.ClientBase, insurerId: number | null): Promise<void> {
  const gone = (kind: Departure, column: string) => `
    select n.person_id, '${kind}' as kind, n.${column} as happened_on, null::uuid as event_id
    from planned n join casework.person p on p.insurer_id = $1 and p.id = n.person_id
    where n.action in ('change', 'join') and n.${column} is not null and (p.${column} is null or exists (
      select from casework.person_event e where e.insurer_id = $1 and e.person_id = p.id and e.kind = '${kind}'
        and e.cancelled_at is null and e.core_confirmed_at is null))`
  await client.query(
    `create temporary table departed on commit drop as ${gone('died', 'died_on')} union all ${gone('moved-out', 'moved_out_on')}
     union all
     select n.person_id, e.kind, e.happened_on, e.id from planned n
     join casework.person_event e on e.insurer_id = $1 and e.person_id = n.person_id and e.cancelled_at is null
     where n.action in ('change', 'join') and n.has_returned
       and case e.kind when 'died' then n.died_on else n.moved_out_on end is null`,
    [insurerId],
  )
}

const TAKEN_BACK = '基幹系システムの異動（転入・職権記載）により取り消されました'

/** The same consequences as of a death or moving away known by hand, in the transaction of the import. */
export async function applyDepartures(
  client: pg.ClientBase,
  context: ImportContext,
  step: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<Departed>(
    'select * from departed order by person_id, event_id nulls last',
  )
  for (const [n, one] of rows.entries()) {
    const event = one.event_id === null ? await record(client, context, one) : await takeBack(client, one)
    if (event) await follow(client, context, event)
    if (n % 100 === 99) await step()
  }
}

async function record(
  client: pg.ClientBase,
  { today }: ImportContext,
  one: Departed,
): Promise<PersonEvent | null> {
  const tasks = closingTasks(one.kind, today).map(({ title, dueOn }) => ({ title, due_on: dueOn }))
  const { rows } = await client.query<{ answer: { outcome: string } | null }>(
    'select casework.record_person_event($1, null, $2, $3, true, null, null, null, null, $4) as answer',
    [one.person_id, one.kind, one.happened_on, JSON.stringify(tasks)],
  )
  return rows[0]?.answer?.outcome === 'done'
    ? { kind: one.kind, personId: one.person_id, on: one.happened_on }
    : null
}

async function takeBack(client: pg.ClientBase, one: Departed): Promise<PersonEvent | null> {
  const { rows } = await client.query<{ answer: { outcome: string } | null }>(
    'select casework.cancel_person_event($1, null, $2, true) as answer',
    [one.event_id, TAKEN_BACK],
  )
  return rows[0]?.answer?.outcome === 'done'
    ? { kind: 'returned', personId: one.person_id, on: one.happened_on, of: one.kind }
    : null
}

async function follow(client: pg.ClientBase, context: ImportContext, event: PersonEvent): Promise<void> {
  const { consequences } = await allContributes()
  for (const consequence of consequences.filter(({ on }) => on.includes(event.kind))) {
    await consequence.run(txOf(client), loaderOf(context), event)
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Who loads, as the consequences know an actor: an import acts with the insurer's reach. */
const loaderOf = ({ insurerId, loadedBy }: ImportContext): Actor => ({
  insurerId: insurerId ?? 0,
  staffId: loadedBy === 'command' ? NOBODY : loadedBy,
  postId: NOBODY,
  role: 'officer',
  profession: '',
  reach: 'insurer',
  centreId: null,
  centreIds: [],
  organisationId: null,
  sessionId: null,
})

function txOf(client: pg.ClientBase): Tx {
  const query = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, [...values])).rows as Row[]
  return { query, run: (compiled) => query(compiled.sql, compiled.parameters) }
}

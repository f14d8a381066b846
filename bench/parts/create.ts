import { havingRight, query, scaleOne, usersOf, withPeople } from '../data.ts'
import { across, inTurn, type Part, range, ratios, withoutErrors } from '../part.ts'
import { peerLines, peerSides, stopAll } from '../peers/compare.ts'
import { CONSULTATION, MARK } from '../peers/consultation.ts'
import { startFrameworks } from '../peers/framework.ts'
import { load, type Product, startPeer, startProduct } from '../processes.ts'

const CONNECTIONS = 16

/** Recording a consultation at 16 connections, against bare inserts into a table of the same shape with history, and against frameworks. */
export const create: Part = {
  name: 'create',
  title: `Creating a consultation at ${CONNECTIONS} connections`,
  async run(settings) {
    const product = await startProduct((await scaleOne()).dataDir)
    const users = await withPeople(
      product,
      await havingRight(await usersOf(product), 'consultation.write'),
      20,
    )
    const requestsOf = (followUp: object) =>
      Array.from({ length: 20 }, (_, turn) =>
        users.map(({ cookie, people }) => ({
          method: 'POST' as const,
          path: '/api/consultations',
          cookie,
          body: consultation(people[turn % people.length]!, followUp),
        })),
      ).flat()
    const requests = requestsOf({})
    const now = Temporal.Now.instant().add({ milliseconds: product.clockShift }).toString()
    await bareTable(product)
    const peer = await startPeer({ database: product.clients.superuser, users, now })
    const peers = await startFrameworks(product, users)
    try {
      const plan = { connections: CONNECTIONS, seconds: settings.seconds, warmSeconds: 4, requests }
      const bodies = requests.map(({ body }) => body)
      const direct = { connections: CONNECTIONS, seconds: settings.seconds, bodies }
      const withTask = { ...plan, requests: requestsOf(FOLLOW_UP) }
      const { parse, strapi, ...all } = await inTurn(settings, {
        product: () => load(product, product.dataDir, plan),
        withTask: () => load(product, product.dataDir, withTask),
        bare: () => load(peer, product.dataDir, plan),
        direct: () => peer.insert(direct),
        ...peerSides(peers, product.dataDir, ({ create }) => ({
          ...plan,
          requests: Array.from({ length: 20 }, (_, turn) =>
            users.map((user) => create(user, user.people[turn % user.people.length]!)),
          ).flat(),
        })),
      })
      withoutErrors(all)
      const own = across(all.product, 'perSecond')
      const [toBare, toDirect] = [
        ratios(all.product, all.bare, 'perSecond'),
        ratios(all.product, all.direct, 'perSecond'),
      ]
      const isMet = own.median >= 1500 || toDirect.median >= 0.4
      const slow = across(all.product, 'p99')
      const [more, moreToDirect] = [
        across(all.withTask, 'perSecond'),
        ratios(all.withTask, all.direct, 'perSecond'),
      ]
      return {
        lines: [
          ...peerLines('Create a consultation, 16 connections', 2, peers, all.product, { parse, strapi }),
          {
            what: 'Create a consultation, 16 connections: p99',
            goal: '< 40 ms',
            measured: `${slow.median} ms`,
            spread: range(slow, ' ms'),
            isMet: slow.median < 40,
          },
          {
            what: 'Create a consultation, 16 connections: per second',
            goal: '≥ 1,500/s, or ≥ 0.4 × a bare insert without HTTP',
            measured: `${own.median}/s, ${toDirect.median} × (${across(all.direct, 'perSecond').median}/s), p99 ${slow.median} ms`,
            spread: `${range(own, '/s')}; ${range(toDirect, ' ×')}`,
            isMet,
          },
          {
            what: 'The same against a bare insert behind Hono',
            goal: '≥ 0.4 ×',
            measured: `${toBare.median} × (${across(all.bare, 'perSecond').median}/s)`,
            spread: range(toBare, ' ×'),
            isMet: toBare.median >= 0.4,
          },
          {
            what: 'With a follow-up task (one more table)',
            goal: 'shown',
            measured: `${more.median}/s, ${moreToDirect.median} ×, p99 ${across(all.withTask, 'p99').median} ms`,
            spread: `${range(more, '/s')}; ${range(moreToDirect, ' ×')}`,
            isMet: null,
          },
        ],
        raw: { connections: CONNECTIONS, users: users.length, ...all, parse, strapi },
      }
    } finally {
      await stopAll(peers)
      await peer.stop()
      await clear(product)
      await product.stop()
    }
  },
}

const FOLLOW_UP = { nextAction: '電話して様子を聞く', dueOn: '2026-11-30' }

const consultation = (personId: string, followUp: object) =>
  JSON.stringify({ id: '{{new-id}}', personId, ...CONSULTATION, ...followUp })

/** Same columns, defaults, checks, indexes, history trigger; no foreign key, no row-level security. */
async function bareTable({ clients }: Product): Promise<void> {
  await query(
    clients.superuser,
    `drop schema if exists bench cascade; create schema bench;
      create table bench.consultation (like casework.consultation including defaults including constraints including indexes);
      create trigger keep_history before update or delete on bench.consultation
        for each row execute function platform.keep_history('person_id', 'centre_id')`,
  )
}

/** Takes away what was recorded, without triggers, so that the next run finds the sample as it was. The audit stays. */
async function clear({ clients }: Product): Promise<void> {
  await query(
    clients.superuser,
    `set session_replication_role = replica;
      create temporary table made as select insurer_id, id from casework.consultation where text like '${MARK}%';
      delete from platform.journal j using made where j.insurer_id = made.insurer_id and j.source_id = made.id;
      delete from platform.task t using made where t.insurer_id = made.insurer_id and t.source_id = made.id;
      delete from casework.consultation c using made where c.insurer_id = made.insurer_id and c.id = made.id;
      drop schema bench cascade`,
  )
  await query(clients.superuser, 'vacuum analyze casework.consultation, platform.journal, platform.task')
}

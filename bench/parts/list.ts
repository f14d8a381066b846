import { isDeepStrictEqual } from 'node:util'
import { havingRight, scaleOne, type User, usersOf } from '../data.ts'
import type { Sent } from '../figures.ts'
import { across, inTurn, type Part, range, ratios, withoutErrors } from '../part.ts'
import { load, type Peer, type Product, startPeer, startProduct } from '../processes.ts'

const CONNECTIONS = 200
const PATH = '/api/people?limit=50'

/** The first page of fifty at 200 connections, against the bare peer with the same SQL and the same JSON. */
export const list: Part = {
  name: 'list',
  title: `List of 50 at ${CONNECTIONS} connections`,
  async run(settings) {
    const product = await startProduct((await scaleOne()).dataDir)
    const users = await havingRight(await usersOf(product), 'person.list')
    const now = Temporal.Now.instant().add({ milliseconds: product.clockShift }).toString()
    const peer = await startPeer({ database: product.clients.superuser, users, now })
    try {
      await answerAlike(product, peer, users)
      const requests: Sent[] = users.map(({ cookie }) => ({ method: 'GET', path: PATH, cookie }))
      const plan = { connections: CONNECTIONS, seconds: settings.seconds, warmSeconds: 2, requests }
      const all = await inTurn(settings, {
        product: () => load(product, product.dataDir, plan),
        bare: () => load(peer, product.dataDir, plan),
      })
      withoutErrors(all)
      const speed = ratios(all.product, all.bare, 'perSecond')
      const slow = ratios(all.product, all.bare, 'p99')
      const [own, bare] = [across(all.product, 'perSecond'), across(all.bare, 'perSecond')]
      const [ownSlow, bareSlow] = [across(all.product, 'p99'), across(all.bare, 'p99')]
      return {
        lines: [
          {
            what: 'List of 50, 200 connections: throughput against the bare peer',
            goal: '≥ 0.6 ×',
            measured: `${speed.median} × (${own.median}/s : ${bare.median}/s)`,
            spread: `${range(speed, ' ×')}; ${range(own, '/s')} : ${range(bare, '/s')}`,
            isMet: speed.median >= 0.6,
          },
          {
            what: 'List of 50, 200 connections: p99 against the bare peer',
            goal: '≤ 1.5 ×',
            measured: `${slow.median} × (${ownSlow.median} ms : ${bareSlow.median} ms)`,
            spread: `${range(slow, ' ×')}; ${range(ownSlow, ' ms')} : ${range(bareSlow, ' ms')}`,
            isMet: slow.median <= 1.5,
          },
        ],
        raw: { connections: CONNECTIONS, users: users.length, ...all },
      }
    } finally {
      await peer.stop()
      await product.stop()
    }
  },
}

/** Asks both for every user's page. @throws when one page differs: then the two do not do the same work */
async function answerAlike(product: Product, peer: Peer, users: User[]): Promise<void> {
  for (const { cookie, actor } of users) {
    const [own, bare] = await Promise.all(
      [product, peer].map(async ({ port }) => {
        const answer = await fetch(`http://127.0.0.1:${port}${PATH}`, { headers: { cookie } })
        return { status: answer.status, body: await answer.json() }
      }),
    )
    if (!isDeepStrictEqual(own, bare)) throw new Error(`product and peer answer a ${actor.role} differently`)
  }
}

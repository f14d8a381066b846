import { isDeepStrictEqual } from 'node:util'
import { havingRight, scaleOne, type User, usersOf } from '../data.ts'
import type { Sent } from '../figures.ts'
import { across, inTurn, type Part, range, ratios, withoutErrors } from '../part.ts'
import { type Peers, peerLines, peerSides, stopAll } from '../peers/compare.ts'
import { isThere, startFrameworks } from '../peers/framework.ts'
import { load, type Peer, type Product, startPeer, startProduct } from '../processes.ts'

const CONNECTIONS = 200
const PATH = '/api/people?limit=50'

/** The first page of fifty at 200 connections, against the bare peer with the same SQL and the same JSON, and against frameworks. */
export const list: Part = {
  name: 'list',
  title: `List of 50 at ${CONNECTIONS} connections`,
  async run(settings) {
    const product = await startProduct((await scaleOne()).dataDir)
    const users = await havingRight(await usersOf(product), 'person.list')
    const now = Temporal.Now.instant().add({ milliseconds: product.clockShift }).toString()
    const bare = await startPeer({ database: product.clients.superuser, users, now })
    const peers = await startFrameworks(product, users)
    try {
      await answerAlike(product, bare, users)
      await listTheSame(product, peers, users)
      const requests: Sent[] = users.map(({ cookie }) => ({ method: 'GET', path: PATH, cookie }))
      const plan = { connections: CONNECTIONS, seconds: settings.seconds, warmSeconds: 2, requests }
      const { parse, strapi, ...all } = await inTurn(settings, {
        product: () => load(product, product.dataDir, plan),
        bare: () => load(bare, product.dataDir, plan),
        ...peerSides(peers, product.dataDir, (asked) => ({ ...plan, requests: users.map(asked.list) })),
      })
      withoutErrors(all)
      return {
        lines: [
          ...bareLines(all),
          ...peerLines('List of 50, 200 connections: throughput', 3, peers, all.product, { parse, strapi }),
        ],
        raw: { connections: CONNECTIONS, users: users.length, ...all, parse, strapi },
      }
    } finally {
      await stopAll(peers)
      await bare.stop()
      await product.stop()
    }
  },
}

function bareLines(all: Record<'product' | 'bare', Awaited<ReturnType<typeof load>>[]>) {
  const speed = ratios(all.product, all.bare, 'perSecond')
  const slow = ratios(all.product, all.bare, 'p99')
  const [own, bare] = [across(all.product, 'perSecond'), across(all.bare, 'perSecond')]
  const [ownSlow, bareSlow] = [across(all.product, 'p99'), across(all.bare, 'p99')]
  return [
    {
      what: 'List of 50, 200 connections: throughput against the bare peer',
      goal: '≥ 0.8 ×',
      measured: `${speed.median} × (${own.median}/s : ${bare.median}/s)`,
      spread: `${range(speed, ' ×')}; ${range(own, '/s')} : ${range(bare, '/s')}`,
      isMet: speed.median >= 0.8,
    },
    {
      what: 'List of 50, 200 connections: p99 against the bare peer',
      goal: '≤ 1.5 ×',
      measured: `${slow.median} × (${ownSlow.median} ms : ${bareSlow.median} ms)`,
      spread: `${range(slow, ' ×')}; ${range(ownSlow, ' ms')} : ${range(bareSlow, ' ms')}`,
      isMet: slow.median <= 1.5,
    },
    {
      what: 'List of 50, 200 connections: p99, nobody sent away or timed out',
      goal: '< 400 ms',
      measured: `${ownSlow.median} ms, no failure in ${all.product.reduce((sum, { count }) => sum + count, 0).toLocaleString('en')} answers`,
      spread: range(ownSlow, ' ms'),
      isMet: ownSlow.median < 400,
    },
  ]
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

/** A centre's worker gets the same fifty from everyone. @throws when a framework lists others */
async function listTheSame(product: Product, peers: Peers, users: User[]): Promise<void> {
  const user = users.find(({ actor }) => actor.reach === 'centre')!
  const namesOf = async (port: number, { path, cookie, headers }: Sent, of: 'items' | 'results' | 'data') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie, ...headers } })
    const body = (await answer.json()) as Partial<Record<typeof of, { name: string; kana: string }[]>>
    return body[of]?.map(({ name, kana }) => `${kana} ${name}`) ?? []
  }
  const own = await namesOf(product.port, { method: 'GET', path: PATH, cookie: user.cookie }, 'items')
  for (const [peer, of] of [
    [peers.parse, 'results'],
    [peers.strapi, 'data'],
  ] as const) {
    if (!isThere(peer)) continue
    const listed = await namesOf(peer.port, peer.asked.list(user), of)
    // people of the same kana may stand in another order: the peer breaks the tie by a key of its own
    if (own.length !== 50 || !isDeepStrictEqual(own.toSorted(), listed.toSorted()))
      throw new Error(`${peer.title} lists other people than the product`)
  }
}

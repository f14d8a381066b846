import { havingRight, type Reader, scaleOne, usersOf, withPeople } from '../data.ts'
import type { Sent } from '../figures.ts'
import { across, inTurn, type Part, range, withoutErrors } from '../part.ts'
import { peerLines, peerSides, stopAll } from '../peers/compare.ts'
import { startFrameworks } from '../peers/framework.ts'
import { load, startProduct } from '../processes.ts'

/** The face sheet of people in the reader's reach: one reader at a time, and a busy office; frameworks read the person's row alone. */
export const sheet: Part = {
  name: 'sheet',
  title: 'Face sheet',
  async run(settings) {
    const product = await startProduct((await scaleOne()).dataDir)
    const users = await withPeople(product, await havingRight(await usersOf(product), 'person.read'), 40)
    const peers = await startFrameworks(product, users)
    try {
      const forEach = (request: (user: Reader, personId: string) => Sent) =>
        Array.from({ length: 40 }, (_, turn) =>
          users.map((user) => request(user, user.people[turn % user.people.length]!)),
        ).flat()
      const requests = forEach(({ cookie }, personId) => ({
        method: 'GET',
        path: `/api/people/${personId}/sheet`,
        cookie,
      }))
      const plan = { seconds: settings.seconds, warmSeconds: 1, requests }
      const { parse, strapi, ...all } = await inTurn(settings, {
        one: () => load(product, product.dataDir, { ...plan, connections: 1 }),
        sixteen: () => load(product, product.dataDir, { ...plan, connections: 16 }),
        ...peerSides(peers, product.dataDir, ({ read }) => ({
          ...plan,
          connections: 16,
          requests: forEach(read),
        })),
      })
      withoutErrors(all)
      const lines = Object.entries(all).map(([name, runs]) => {
        const p95 = across(runs, 'p95')
        return {
          what: `Face sheet, ${name === 'one' ? 'one reader at a time' : '16 readers at once'}: p95`,
          goal: '< 150 ms',
          measured: `${p95.median} ms (p50 ${across(runs, 'p50').median}, ${across(runs, 'perSecond').median}/s)`,
          spread: range(p95, ' ms'),
          isMet: p95.median < 150,
        }
      })
      const against = peerLines('Face sheet, 16 readers at once', 3, peers, all.sixteen, { parse, strapi })
      return { lines: [...lines, ...against], raw: { users: users.length, ...all, parse, strapi } }
    } finally {
      await stopAll(peers)
      await product.stop()
    }
  },
}

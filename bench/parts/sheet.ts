import { havingRight, scaleOne, usersOf, withPeople } from '../data.ts'
import { across, inTurn, type Part, range, withoutErrors } from '../part.ts'
import { load, startProduct } from '../processes.ts'

/** The face sheet of people in the reader's reach: one reader at a time, and a busy office. */
export const sheet: Part = {
  name: 'sheet',
  title: 'Face sheet',
  async run(settings) {
    const product = await startProduct((await scaleOne()).dataDir)
    try {
      const users = await withPeople(product, await havingRight(await usersOf(product), 'person.read'), 40)
      const requests = Array.from({ length: 40 }, (_, turn) =>
        users.map(({ cookie, people }) => ({
          method: 'GET' as const,
          path: `/api/people/${people[turn % people.length]}/sheet`,
          cookie,
        })),
      ).flat()
      const plan = { seconds: settings.seconds, warmSeconds: 1, requests }
      const all = await inTurn(settings, {
        one: () => load(product, product.dataDir, { ...plan, connections: 1 }),
        sixteen: () => load(product, product.dataDir, { ...plan, connections: 16 }),
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
      return { lines, raw: { users: users.length, ...all } }
    } finally {
      await product.stop()
    }
  },
}

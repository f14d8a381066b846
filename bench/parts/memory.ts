import { setTimeout as sleep } from 'node:timers/promises'
import { scaleOne } from '../data.ts'
import { clearWrites } from '../day/check-writes.ts'
import { type Growth, growthOf, isGrowing } from '../day/growth.ts'
import { databaseMemory, type Memory } from '../day/memory-of.ts'
import { runDay, sittersOf } from '../day/run-day.ts'
import type { Part } from '../part.ts'
import { type Product, startProduct } from '../processes.ts'

const ROUNDS = 12
/** rounds in which caches, plans and the heap find their size */
const WARM_ROUNDS = 3
const DAY_SPEED = 10
const HURRY = 6
/** of the mean: more growth than this over the samples is called a leak */
const HEAP_SHARE = 0.05
const RSS_SHARE = 0.1

/** Memory at rest, after an hour of the mixed day, and whether it grows during it. */
export const memory: Part = {
  name: 'memory',
  title: 'Memory',
  isLong: true,
  async run({ ownSeconds, hour, say }) {
    const seconds = hour ? 3600 : (ownSeconds ?? 600)
    const speed = hour ? DAY_SPEED : DAY_SPEED * HURRY
    const product = await startProduct((await scaleOne()).dataDir)
    try {
      const idle = await atRest(product)
      say(`  idle: ${said(idle)}`)
      const sitters = await sittersOf(product)
      const samples: Memory[] = []
      let requests = 0
      const statuses: Record<string, number> = {}
      for (let round = 0; round < ROUNDS; round++) {
        const plan = { sitters, port: product.port, speed, seconds: seconds / ROUNDS, seed: round + 1 }
        const figures = (await runDay(plan)).figures()
        requests += figures.count
        for (const [status, count] of Object.entries(figures.statuses))
          statuses[status] = (statuses[status] ?? 0) + count
        samples.push(await atRest(product))
        say(
          `  ${round + 1}: ${said(samples.at(-1)!)}, ${figures.perSecond}/s, p99 ${figures.p99} ms, errors ${JSON.stringify(figures.statuses)}`,
        )
      }
      const steady = samples.slice(WARM_ROUNDS)
      const heap = growthOf(steady.map((one) => one.heap))
      const rss = growthOf(steady.map((one) => one.rss))
      const what = `${Math.round(seconds / 60)} minutes at ${speed} × the speed of a real day (${requests.toLocaleString('en')} requests)`
      const last = samples.at(-1)!
      return {
        lines: [
          shown('Memory at rest after the start', idle),
          shown(`Memory after the mixed day, ${what}`, last),
          judged(`Growth of the heap over ${what}`, heap, HEAP_SHARE),
          judged('Growth of the resident memory of the server over the same', rss, RSS_SHARE),
          {
            what: 'Answers that were no success (503: shed by a machine too slow for this pace)',
            goal: 'shown',
            measured: JSON.stringify(statuses),
            spread: 'one run',
            isMet: null,
          },
        ],
        notes: [NOTE],
        raw: { seconds, speed, requests, statuses, idle, samples, heap, rss },
      }
    } finally {
      await clearWrites(product)
      await product.stop()
    }
  },
}

/** A steady point: nothing under way, what was remembered for a second forgotten, garbage collected. */
async function atRest(product: Product): Promise<Memory> {
  await sleep(3_000)
  return { ...(await product.memory()), database: databaseMemory(product.dataDir) }
}

const said = ({ rss, heap, database }: Memory) =>
  `server ${rss} MB resident, ${heap} MB heap; database ${database} MB`

const shown = (what: string, at: Memory) => ({
  what,
  goal: 'shown',
  measured: said(at),
  spread: '—',
  isMet: null,
})

function judged(what: string, growth: Growth, share: number) {
  return {
    what,
    goal: `none: within its doubt, or ≤ ${share * 100} %`,
    measured: `${growth.over} MB of ${growth.mean} MB`,
    spread: `± ${growth.doubt} MB (two standard errors)`,
    isMet: !isGrowing(growth, share),
  }
}

const NOTE = `The heap is what lives after two forced collections, three seconds after the last answer of each of ${ROUNDS} rounds; the first ${WARM_ROUNDS} rounds are warm-up, a line is fitted through the others. Ten minutes at ${DAY_SPEED * HURRY} × send as much as an hour of the mixed day at ${DAY_SPEED} ×; \`--hour\` takes the true hour. The database's memory is that of its processes without the shared buffers.`

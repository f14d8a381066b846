import { scaleOne } from '../data.ts'
import { checkWrites, clearWrites } from '../day/check-writes.ts'
import { runDay, sittersOf } from '../day/run-day.ts'
import type { Part } from '../part.ts'
import { startProduct } from '../processes.ts'

const SPEED = 10
const MOST_MS = 500

/** All staff of the sample at their work, ten times as fast as in life, for ten minutes; every acknowledged write is read back. */
export const day: Part = {
  name: 'day',
  title: 'The mixed day',
  isLong: true,
  async run({ ownSeconds, say }) {
    const seconds = ownSeconds ?? 600
    const product = await startProduct((await scaleOne()).dataDir)
    try {
      const sitters = await sittersOf(product)
      const warm = await runDay({ sitters, port: product.port, speed: 6 * SPEED, seconds: 10, seed: 7 })
      const record = await runDay({ sitters, port: product.port, speed: SPEED, seconds, seed: 8 })
      const figures = record.figures()
      const kept = await checkWrites(product, [...warm.writes, ...record.writes])
      const writes = Object.values(kept.acknowledged).reduce((sum, count) => sum + count, 0)
      for (const line of [...record.refusals, ...kept.lost.slice(0, 10), ...kept.unaudited.slice(0, 10)])
        say(`  ${line}`)
      const missing = kept.lost.length + kept.unaudited.length
      return {
        lines: [
          {
            what: `Today and the rest of the day for ${sitters.length} staff at ${SPEED} × the speed of a real day, ${seconds} s: p99`,
            goal: `< ${MOST_MS} ms`,
            measured: `${figures.p99} ms (p50 ${figures.p50}, ${figures.count.toLocaleString('en')} requests, ${figures.perSecond}/s)`,
            spread: `one run; worst ${figures.worst} ms`,
            isMet: figures.p99 < MOST_MS && figures.count > 0,
          },
          {
            what: 'Answers that were no success',
            goal: '0',
            measured: String(figures.errors),
            spread: JSON.stringify(figures.statuses),
            isMet: figures.errors === 0,
          },
          {
            what: 'Acknowledged writes that are not in the database as sent, or not in the audit',
            goal: '0',
            measured: `${missing} of ${writes.toLocaleString('en')}`,
            spread: Object.entries(kept.acknowledged)
              .map(([table, count]) => `${table} ${count}`)
              .join(', '),
            isMet: missing === 0 && writes > 0,
          },
        ],
        notes: [NOTE],
        raw: { staff: sitters.length, speed: SPEED, seconds, figures, kept, refusals: record.refusals },
      }
    } finally {
      await clearWrites(product)
      await product.stop()
    }
  },
}

const NOTE =
  'The day is `bench/day/model.ts`, our own assumption: 20 openings of Today, 20 people looked up, 8 calls recorded (with drafts while typing), 12 tasks, 3 checklists, 6 rounds through the lists for each who may, and the bell of every open screen once a minute, at twice the mean pace of an eight-hour day. Arrivals do not wait for answers; looking and typing are shortened with the day.'

import { query, scaleOne } from '../data.ts'
import { clearWrites } from '../day/check-writes.ts'
import { mixedRequests } from '../day/mixed-requests.ts'
import type { OpenPlan, Outcome, Sending } from '../day/open-load.ts'
import { sittersOf } from '../day/run-day.ts'
import { type Figures, spreadOf, timesOf } from '../figures.ts'
import { type Part, range } from '../part.ts'
import { ask, load, type Product, start, startProduct } from '../processes.ts'

const TIMES = 3
const CONNECTIONS = 32
const MOST_MS = 1_000
const AFTER_SECONDS = 6

interface Run {
  capacity: Figures
  admitted: ReturnType<typeof timesOf>
  /** successes a second while overloaded */
  perSecond: number
  shedShare: number
  /** neither a success nor 503 with Retry-After */
  otherErrors: number
  statuses: Record<string, number>
  unsent: number
  generatorLateMs: number
  /** seconds after the end of the overload until nothing is shed and all answers take less than a second */
  recoverySeconds: number
  /** creates acknowledged and absent, or shed and present */
  wrongWrites: number
  creates: number
}

/** Three times as much as can be done, of reads and writes, in an open loop; then half as much. */
export const overload: Part = {
  name: 'overload',
  title: `Overload: ${TIMES} × capacity`,
  async run({ runs, seconds, say }) {
    const product = await startProduct((await scaleOne()).dataDir)
    try {
      const requests = mixedRequests(await sittersOf(product))
      const closed = { connections: CONNECTIONS, seconds, warmSeconds: 2, requests }
      const all: Run[] = []
      for (let run = 0; run < runs; run++) {
        const capacity = await load(product, product.dataDir, closed)
        if (capacity.errors > 0) throw new Error(`below capacity: ${JSON.stringify(capacity.statuses)}`)
        const outcome = await ask<Outcome>(start('day/open-load.ts', 'open-load'), {
          port: product.port,
          requests,
          seed: run + 1,
          phases: [
            { perSecond: capacity.perSecond * TIMES, seconds },
            { perSecond: capacity.perSecond / 2, seconds: AFTER_SECONDS },
          ],
        } satisfies OpenPlan)
        const one = { ...read(outcome, capacity, seconds), ...(await compared(product, outcome)) }
        all.push(one)
        say(
          `  ${run + 1} capacity ${capacity.perSecond}/s; admitted ${one.perSecond}/s, p99 ${one.admitted.p99} ms; shed ${one.shedShare}; ${JSON.stringify(one.statuses)}, unsent ${one.unsent}; generator late ${one.generatorLateMs} ms; recovered in ${one.recoverySeconds} s`,
        )
      }
      return { lines: linesOf(all), notes: [NOTE], raw: { runs: all } }
    } finally {
      await clearWrites(product)
      await product.stop()
    }
  },
}

const isAdmitted = ({ status }: Sending) => status >= 200 && status < 300
const isShed = ({ status, hasRetryAfter }: Sending) => status === 503 && hasRetryAfter

function read({ sendings, unsent, latestMs }: Outcome, capacity: Figures, seconds: number) {
  const during = sendings.filter(({ at }) => at < seconds)
  const admitted = during.filter(isAdmitted)
  const statuses: Record<string, number> = {}
  for (const { status } of sendings) statuses[status] = (statuses[status] ?? 0) + 1
  return {
    capacity,
    admitted: timesOf(admitted.map(({ milliseconds }) => milliseconds)),
    perSecond: Math.round(admitted.length / seconds),
    shedShare: Math.round((during.filter(isShed).length / during.length) * 100) / 100,
    otherErrors: sendings.filter((one) => !isAdmitted(one) && !isShed(one)).length + unsent,
    statuses,
    unsent,
    generatorLateMs: Math.round(latestMs),
    recoverySeconds: recovered(sendings, seconds),
  }
}

/** When the last request came that was shed or slow, after the overload had ended. */
function recovered(sendings: readonly Sending[], seconds: number): number {
  const bad = sendings.filter((one) => one.at >= seconds && (!isAdmitted(one) || one.milliseconds >= MOST_MS))
  return Math.round(Math.max(0, ...bad.map(({ at }) => at - seconds)) * 100) / 100
}

/** What was acknowledged is there; what was shed had not begun. */
async function compared({ clients }: Product, { sendings }: Outcome) {
  const creates = sendings.filter((one) => one.id !== undefined)
  const rows = await query<{ id: string }>(
    clients.superuser,
    'select id from casework.consultation where id = any ($1::uuid[])',
    [creates.map(({ id }) => id)],
  )
  const stored = new Set(rows.map(({ id }) => id))
  const isWrong = (one: Sending) =>
    isAdmitted(one) ? !stored.has(one.id!) : isShed(one) && stored.has(one.id!)
  return { creates: creates.length, wrongWrites: creates.filter(isWrong).length }
}

function linesOf(all: readonly Run[]) {
  const p99 = spreadOf(all.map(({ admitted }) => admitted.p99))
  const ratio = spreadOf(
    all.map(({ perSecond, capacity }) => perSecond / capacity.perSecond),
    2,
  )
  const shed = spreadOf(
    all.map(({ shedShare }) => shedShare),
    2,
  )
  const back = spreadOf(
    all.map(({ recoverySeconds }) => recoverySeconds),
    2,
  )
  const sum = (of: 'otherErrors' | 'wrongWrites' | 'creates') =>
    all.reduce((total, run) => total + run[of], 0)
  const capacity = spreadOf(
    all.map((run) => run.capacity.perSecond),
    0,
  )
  return [
    {
      what: `Admitted work at ${TIMES} × capacity: p99`,
      goal: `< ${MOST_MS} ms`,
      measured: `${p99.median} ms`,
      spread: range(p99, ' ms'),
      isMet: p99.median < MOST_MS,
    },
    {
      what: `Admitted work a second, against capacity (${CONNECTIONS} connections, closed loop)`,
      goal: '≥ 0.8 ×',
      measured: `${ratio.median} × (${capacity.median}/s)`,
      spread: `${range(ratio, ' ×')}; ${range(capacity, '/s')}`,
      isMet: ratio.median >= 0.8,
    },
    {
      what: 'Shed with 503 and Retry-After',
      goal: 'shown',
      measured: `${Math.round(shed.median * 100)} %`,
      spread: range(shed),
      isMet: null,
    },
    {
      what: 'Any other error',
      goal: '0',
      measured: String(sum('otherErrors')),
      spread: all.map(({ otherErrors }) => otherErrors).join(', '),
      isMet: sum('otherErrors') === 0,
    },
    {
      what: 'Creates acknowledged and absent, or shed and present',
      goal: '0',
      measured: `${sum('wrongWrites')} of ${sum('creates').toLocaleString('en')}`,
      spread: all.map(({ wrongWrites }) => wrongWrites).join(', '),
      isMet: sum('wrongWrites') === 0 && sum('creates') > 0,
    },
    {
      what: 'After it, at half capacity: nothing shed or slower than a second any more after',
      goal: '< 3 s',
      measured: `${back.median} s`,
      spread: range(back, ' s'),
      isMet: back.median < 3,
    },
  ]
}

const NOTE =
  'Of ten requests three open Today, two a face sheet, two search, one lists people and two record a consultation. The generator stands on the same two cores; times count from the moment at which a request was due.'

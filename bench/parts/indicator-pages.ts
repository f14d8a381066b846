import { allIndicators } from '../../src/evaluation/indicators/find.ts'
import { folder, havingRight, runCommand, type User, usersOf } from '../data.ts'
import type { Figures } from '../figures.ts'
import { spreadOf } from '../figures.ts'
import { across, inTurn, type Line, type Part, range, withoutErrors } from '../part.ts'
import { load, startProduct } from '../processes.ts'

const CODE = '372013'
const END = '2024-03-31'
const PLACE = 'level=insurer&series=japan&periodTo=2024-03-31'
const ONE = '/api/indicators/adjusted-certification-rate'

/** The sample at its smallest: its published figures are the same at every scale. */
const smallest = () =>
  folder('indicators', async (dataDir) => ({
    seconds: await runCommand(['demo', '--scale', '0.01', '--data', dataDir]),
  }))

/** What the pages ask for, each alone: 1,571 insurers, or the 235 towns on every day. */
async function asks(): Promise<Record<string, { method: 'GET' | 'POST'; path: string; body?: string }>> {
  const twenty = [...(await allIndicators()).values()]
    .filter(({ levels }) => levels.includes('insurer'))
    .slice(0, 20)
  return {
    list: { method: 'GET', path: '/api/indicators' },
    values: { method: 'GET', path: `${ONE}/values?${PLACE}` },
    ranking: { method: 'GET', path: `${ONE}/ranking?${PLACE}&code=${CODE}` },
    reading: { method: 'GET', path: `${ONE}/reading?${PLACE}&code=${CODE}` },
    similar: { method: 'GET', path: `${ONE}/similar?code=${CODE}` },
    towns: { method: 'GET', path: `/api/indicators/ageing-rate/series?level=town&series=${CODE}` },
    twenty: {
      method: 'POST',
      path: '/api/indicators/compare',
      body: JSON.stringify({
        indicators: twenty.map(({ id }) => id),
        level: 'insurer',
        series: 'japan',
        places: [],
        periodTo: END,
        include: ['figures'],
      }),
    },
  }
}

/** Milliseconds of each request to a server that was just started, one after the other, each asked for the first time. */
async function coldRun(dataDir: string, wanted: Awaited<ReturnType<typeof asks>>) {
  const product = await startProduct(dataDir)
  try {
    const [reader] = await havingRight(await usersOf(product), 'indicator.read')
    const times: Record<string, number> = {}
    for (const [name, { method, path, body }] of Object.entries(wanted)) {
      const begun = performance.now()
      const answer = await fetch(`http://127.0.0.1:${product.port}${path}`, {
        method,
        headers: {
          cookie: reader!.cookie,
          'x-meguri-csrf': '1',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body } : {}),
      })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
      times[name] = Math.round(performance.now() - begun)
    }
    return times
  } finally {
    await product.stop()
  }
}

/** Pages of the indicators: what they ask for, of a server that has just started and of one that has answered before. */
export const indicatorPages: Part = {
  name: 'indicator-pages',
  title: 'Pages of the indicators',
  async run(settings) {
    const { dataDir } = await smallest()
    const wanted = await asks()
    const cold: Record<string, number>[] = []
    for (let run = 0; run < settings.runs; run += 1) cold.push(await coldRun(dataDir, wanted))
    const product = await startProduct(dataDir)
    try {
      const [reader] = (await havingRight(await usersOf(product), 'indicator.read')) as [User]
      const plan = { connections: 1, seconds: settings.seconds, warmSeconds: 1 }
      const sides = Object.fromEntries(
        Object.entries(wanted).map(([name, ask]) => [
          name,
          () => load(product, product.dataDir, { ...plan, requests: [{ ...ask, cookie: reader.cookie }] }),
        ]),
      )
      const warm = await inTurn(settings, sides)
      withoutErrors(warm)
      return {
        lines: Object.entries(warm).flatMap(([name, runs]) => [
          warmLine(name, runs),
          coldLine(
            name,
            cold.map((times) => times[name]!),
          ),
        ]),
        notes: [
          '1,571 insurers, or 235 towns on ten days. Cold: the first request of its kind to a server just started.',
        ],
        raw: { warm, cold },
      }
    } finally {
      await product.stop()
    }
  },
}

function warmLine(name: string, runs: readonly Figures[]): Line {
  const p95 = across(runs, 'p95')
  const measured = `${p95.median} ms (p50 ${across(runs, 'p50').median})`
  return {
    what: `${name}, warm: p95`,
    goal: '< 100 ms',
    measured,
    spread: range(p95, ' ms'),
    isMet: p95.median < 100,
  }
}

function coldLine(name: string, times: readonly number[]): Line {
  const spread = spreadOf([...times])
  return {
    what: `${name}, cold`,
    goal: '< 1,000 ms',
    measured: `${spread.median} ms`,
    spread: range(spread, ' ms'),
    isMet: spread.median < 1000,
  }
}

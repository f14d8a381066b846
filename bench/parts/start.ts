import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildScreens } from '../../src/platform/cli/build-screens.ts'
import { runCommand } from '../data.ts'
import { spreadOf } from '../figures.ts'
import { type Part, range } from '../part.ts'

const REPOSITORY = join(import.meta.dirname, '..', '..')

/** script/start to the first page: on an empty folder with the usual sample, and again on the same folder; and the whole sample. */
export const start: Part = {
  name: 'start',
  title: 'Start and sample',
  async run({ runs, say }) {
    await buildScreens(say)
    const [first, second]: [number[], number[]] = [[], []]
    for (let run = 0; run < runs; run++) {
      await inScratch(async (dataDir) => {
        first.push(await startUp(dataDir))
        second.push(await startUp(dataDir))
      })
      say(`  ${run + 1}: first ${first.at(-1)} s, second ${second.at(-1)} s`)
    }
    const demo = await inScratch((dataDir) => runCommand(['demo', '--scale', '1', '--data', dataDir]))
    const [ofFirst, ofSecond] = [spreadOf(first), spreadOf(second)]
    return {
      lines: [
        {
          what: 'First start on an empty data folder, sample of 0.05 included, to the first page',
          goal: '≤ 60 s',
          measured: `${ofFirst.median} s`,
          spread: range(ofFirst, ' s'),
          isMet: ofFirst.median <= 60,
        },
        {
          what: 'Second start to the first page',
          goal: '≤ 5 s',
          measured: `${ofSecond.median} s`,
          spread: range(ofSecond, ' s'),
          isMet: ofSecond.median <= 5,
        },
        {
          what: 'bin/meguri demo --scale 1 on an empty data folder',
          goal: '≤ 180 s',
          measured: `${Math.round(demo)} s`,
          spread: 'one run',
          isMet: demo <= 180,
        },
      ],
      raw: { first, second, demoScaleOne: Math.round(demo * 10) / 10 },
    }
  },
}

async function inScratch<Result>(work: (dataDir: string) => Promise<Result>): Promise<Result> {
  const scratch = mkdtempSync(join(tmpdir(), 'meguri-bench-'))
  try {
    return await work(join(scratch, 'data'))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Runs script/start until the first page answers, then ends it as Ctrl-C does. @returns seconds */
async function startUp(dataDir: string): Promise<number> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(join(REPOSITORY, 'script', 'start'), ['--port', String(port), '--data', dataDir], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let seconds: number | undefined
  const look = async () => {
    while (seconds === undefined && child.exitCode === null) {
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
      if (answer?.ok && (await answer.text()).includes('<script'))
        seconds = (performance.now() - begun) / 1000
      else await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  await look()
  await new Promise((resolve) => setTimeout(resolve, 1000)) // it answers a moment before it listens for signals
  child.kill('SIGINT') // script/start and bin/meguri replace themselves by the server: this is its process
  const code = await ended
  if (seconds === undefined || code !== 0) throw new Error(`script/start ended with ${code}`)
  return Math.round(seconds * 10) / 10
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processesOf } from '../../../src/platform/database/embedded/processes.ts'
import { observationsOf } from '../check.ts'
import { judged, type Part, told } from '../part.ts'
import { startWriting } from '../people.ts'
import { freshPlace } from '../place.ts'
import { between, seeded } from '../random.ts'
import { Supervised } from '../supervised.ts'

const LONGEST_STALL_MS = 3_000

/**
 * Nothing slower than a real disk can be had without a driver of one's own: every process of PostgreSQL is stopped together
 * (SIGSTOP) for a while, as when the disk does not answer, and then goes on where it was.
 */
export const slowDisk: Part = {
  name: 'slow-disk',
  title: '遅いディスク(データベースの息つぎ)',
  seconds: 40,
  async run({ seconds, seed }) {
    const dataDir = await freshPlace('slow-disk')
    const cluster = join(dataDir, 'pg')
    const server = await Supervised.start(dataDir)
    const random = seeded(seed)
    const stalls: number[] = []
    try {
      const writing = await startWriting([server.origin])
      for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
        await sleep(between(random, 300, 2_000))
        const pids = processesOf(cluster)
        const forMs = between(random, 200, LONGEST_STALL_MS)
        signal(pids, 'SIGSTOP')
        await sleep(forMs)
        signal(pids, 'SIGCONT')
        stalls.push(Math.round(forMs))
      }
      const ledger = await writing.stop()
      const { observations, raw } = await observationsOf(ledger, dataDir)
      const slowest = Math.max(...ledger.people.map(({ slowestMs }) => slowestMs))
      return {
        did: `8 人が書く間、PostgreSQL の全部のプロセスを ${stalls.length} 回、一度に 0.2〜${LONGEST_STALL_MS / 1000} 秒止めて(SIGSTOP)、動かした(SIGCONT)。返事をしないディスクの代わりで、止まったところから続く。`,
        observations: [
          judged(
            'サーバー',
            '終わらずに待ち、自分で続ける',
            server.ends.length === 0 ? '同じプロセスのまま' : `${server.ends.length} 回終わった`,
            server.ends.length === 0,
          ),
          told('いちばん長く待った答え', `${(slowest / 1000).toFixed(1)} 秒`),
          ...observations,
        ],
        meaning:
          '保存に数秒かかることが続くときは、ディスクを疑います(様子の数値の応答の時間と、PostgreSQL の `pg_stat_io`)。遅いだけなら、何も失われません。',
        raw: { ...(raw as object), stalls },
      }
    } finally {
      await server.stop()
    }
  },
}

function signal(pids: readonly number[], what: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, what)
    } catch {
      // ended by itself in the meantime
    }
  }
}

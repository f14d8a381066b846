import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findRunning } from '../../../src/platform/database/embedded/postmaster.ts'
import { processesOf } from '../../../src/platform/database/embedded/processes.ts'
import { middleOf, observationsOf } from '../check.ts'
import { judged, type Part, told } from '../part.ts'
import { startWriting } from '../people.ts'
import { freshPlace } from '../place.ts'
import { between, oneOf, seeded } from '../random.ts'
import { Supervised } from '../supervised.ts'

const VICTIMS = ['server', 'server', 'postmaster', 'postmaster', 'backend', 'everything'] as const
/** how often the next blow falls into the start and the recovery instead of the writing */
const IN_THE_START = 0.25

export const kill: Part = {
  name: 'kill',
  title: 'サーバーと PostgreSQL の kill -9',
  seconds: 120,
  async run({ seconds, seed, say }) {
    const dataDir = await freshPlace('kill')
    const cluster = join(dataDir, 'pg')
    const server = await Supervised.start(dataDir)
    const random = seeded(seed)
    const blows: Record<string, number> = {}
    const gapsMs: number[] = []
    try {
      const writing = await startWriting([server.origin])
      const end = performance.now() + seconds * 1000
      let lastBlow = performance.now()
      while (performance.now() < end) {
        const isInStart = random() < IN_THE_START
        if (!isInStart) await whenWriting(writing.acknowledged, server)
        await sleep(between(random, 200, 500))
        const victim = oneOf(random, VICTIMS)
        if (!strike(victim, server, cluster)) continue
        blows[victim] = (blows[victim] ?? 0) + 1
        if (isInStart) blows['of these in a start'] = (blows['of these in a start'] ?? 0) + 1
        gapsMs.push(Math.round(performance.now() - lastBlow))
        lastBlow = performance.now()
      }
      await server.ready()
      await whenWriting(writing.acknowledged, server)
      const backMs = Math.round(performance.now() - lastBlow)
      const ledger = await writing.stop()
      const { observations, raw } = await observationsOf(ledger, dataDir)
      say(`  ${gapsMs.length} blows, ${writing.acknowledged()} acknowledged`)
      const last = await server.stop()
      return {
        did: `${seconds} 秒の間、8 人が休みなく書くところへ kill -9 を ${gapsMs.length} 回。相手は乱数(種 ${seed})で選び、サーバー ${blows.server ?? 0}、postmaster ${blows.postmaster ?? 0}、接続の一つ ${blows.backend ?? 0}、すべて同時 ${blows.everything ?? 0}。間は、書き込みが一つ確定してから 200〜500 ms。${blows['of these in a start'] ?? 0} 回は、立ち上がりの途中を 200〜500 ms おきに。始め直すのは systemd と同じ、同じコマンドだけ。`,
        observations: [
          ...observations,
          judged(
            '人の手',
            '要らない。30 秒以内に自分で戻る',
            `最後の一撃から ${backMs} ms で、また保存できた`,
            backMs < 30_000,
          ),
          judged('そのあとの普通の停止', '0 で終わる', `${last} で終わった`, last === '0'),
          told(
            '始め直してから使えるまで',
            `中央 ${middleOf(server.startMs)} ms、最長 ${Math.max(...server.startMs)} ms`,
          ),
          told('一撃と一撃の間', `中央 ${middleOf(gapsMs)} ms(立ち上がりを含む)`),
        ],
        meaning:
          '落ちたら、同じコマンドで始め直すだけです(systemd の例では自動)。利用者は「接続できません」のあと、同じ画面からもう一度保存できます。二重にはなりません。これはプロセスの死の試験です。電源断は、ディスクが確定の命令(fsync)を守ることに頼ります。',
        raw: { ...(raw as object), blows, gapsMs, startMs: server.startMs, ends: server.ends },
      }
    } finally {
      await server.stop()
    }
  },
}

/** Until one more write is acknowledged: so each blow falls on people who write. */
async function whenWriting(acknowledged: () => number, server: Supervised): Promise<void> {
  const before = acknowledged()
  for (let waitedMs = 0; acknowledged() === before; waitedMs += 10) {
    if (waitedMs > 120_000)
      throw new Error(`nothing was written for two minutes:\n${server.said.slice(-15).join('\n')}`)
    await sleep(10)
  }
}

/** @returns whether there was somebody to strike */
function strike(victim: (typeof VICTIMS)[number], server: Supervised, cluster: string): boolean {
  const postmaster = findRunning(cluster)?.pid
  const all = processesOf(cluster)
  const pids = {
    server: () => [server.pid],
    postmaster: () => [postmaster],
    backend: () => all.filter((pid) => pid !== postmaster).slice(-1),
    everything: () => [server.pid, ...all],
  }[victim]()
  const there = pids.filter((pid): pid is number => pid !== undefined)
  for (const pid of there) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // gone by itself in the meantime
    }
  }
  return there.length > 0
}

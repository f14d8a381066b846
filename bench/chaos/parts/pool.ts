import { setTimeout as sleep } from 'node:timers/promises'
import { observationsOf, wordsOf } from '../check.ts'
import { judged, type Part } from '../part.ts'
import { startWriting, sumOf } from '../people.ts'
import { freshPlace } from '../place.ts'
import { withSuperuser } from '../superuser.ts'
import { Supervised } from '../supervised.ts'

/** twice as long as anybody may wait, so that waiting has to end by itself */
const HELD_MS = 22_000
/** five seconds for a connection, five for the lock, and some for the way */
const LONGEST_MS = 11_000

export const pool: Part = {
  name: 'pool',
  title: 'データベースの接続が尽きる',
  seconds: 22,
  async run({ say }) {
    const dataDir = await freshPlace('pool')
    const server = await Supervised.start(dataDir)
    try {
      const writing = await startWriting([server.origin], { writers: 40 })
      await sleep(2_000)
      const health: number[] = []
      await withSuperuser(dataDir, async (client) => {
        await client.query('begin; lock table casework.consultation in access exclusive mode')
        const until = performance.now() + HELD_MS
        while (performance.now() < until) {
          const begun = performance.now()
          const answer = await fetch(`${server.origin}/healthz`, { signal: AbortSignal.timeout(5_000) })
          if (answer.ok) health.push(performance.now() - begun)
          await sleep(200)
        }
        await client.query('rollback')
      })
      const heard = { ...sumOf(writing.people, 'heard') }
      const refused = Object.entries(heard).filter(([key]) => key.startsWith('503'))
      const slowest = Math.max(...writing.people.map(({ slowestMs }) => slowestMs))
      const before = writing.acknowledged()
      const begun = performance.now()
      while (writing.acknowledged() === before && performance.now() - begun < 30_000) await sleep(5)
      const againMs = Math.round(performance.now() - begun)
      await sleep(2_000)
      say(`  while held: ${wordsOf(heard)}`)
      const ledger = await writing.stop()
      const { observations, raw } = await observationsOf(ledger, dataDir)
      const ends = server.ends.length
      return {
        did: `40 人が書く間、相談の表を ${HELD_MS / 1000} 秒の間だれにも触らせず、すべての接続を待ちにした。`,
        observations: [
          judged(
            '待っている間の答え',
            '待ち続けずに、11 秒以内に 503(接続を 5 秒、錠を 5 秒まで待つ)',
            `${wordsOf(Object.fromEntries(refused))}。いちばん長く待った答え ${(slowest / 1000).toFixed(1)} 秒`,
            refused.length > 0 && slowest < LONGEST_MS,
          ),
          judged(
            '生きているかの問い(/healthz)',
            '待たずに答える',
            `${health.length} 回、最長 ${Math.round(Math.max(...health))} ms`,
            health.length > 20 && Math.max(...health) < 1_000,
          ),
          judged(
            '接続が空いてから次の保存まで',
            '1 秒以内、始め直さずに',
            `${againMs} ms。サーバーは ${ends} 回終わった`,
            againMs < 1_000 && ends === 0,
          ),
          ...observations,
        ],
        meaning:
          '「データベースの順番が回ってきません」「ほかの人の保存と重なりました」が続くときは、様子の数値 `meguri_pool_waiting` と、PostgreSQL の `pg_stat_activity` で長い取引を探します。Meguri を止める必要はありません。',
        raw: { ...(raw as object), heard, health },
      }
    } finally {
      await server.stop()
    }
  },
}

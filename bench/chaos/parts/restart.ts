import { setTimeout as sleep } from 'node:timers/promises'
import { middleOf, observationsOf } from '../check.ts'
import { outsideDatabase } from '../outside.ts'
import { judged, type Part } from '../part.ts'
import { startWriting, type Writing } from '../people.ts'
import { between, oneOf, seeded } from '../random.ts'
import { sharing } from '../sharing.ts'
import { Supervised } from '../supervised.ts'

export const restart: Part = {
  name: 'restart',
  title: '外の PostgreSQL の再起動',
  seconds: 40,
  async run({ seconds, seed }) {
    const outside = await outsideDatabase('restart')
    const dataDir = sharing(outside.dataDir, 'server')
    const server = await Supervised.start(dataDir, outside.env)
    const random = seeded(seed)
    const backMs: number[] = []
    const kinds = { SIGINT: 0, SIGQUIT: 0 }
    try {
      const writing = await startWriting([server.origin])
      for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
        await sleep(between(random, 1_000, 3_000))
        const how = oneOf(random, ['SIGINT', 'SIGQUIT'] as const)
        kinds[how] += 1
        await outside.stopDatabase(how)
        await sleep(between(random, 200, 2_000))
        await outside.startDatabase()
        backMs.push(await nextWrite(writing))
      }
      const ledger = await writing.stop()
      const { observations, raw } = await observationsOf(ledger, dataDir, outside.env)
      return {
        did: `8 人が書く間に、\`DATABASE_URL\` の PostgreSQL を ${backMs.length} 回、止めて始めた(順に止める fast ${kinds.SIGINT} 回、その場で止める immediate ${kinds.SIGQUIT} 回。止まっていたのは 0.2〜2 秒)。`,
        observations: [
          judged(
            'サーバー',
            '終わらずに待ち、自分で続ける',
            server.ends.length === 0 ? '同じプロセスのまま' : `${server.ends.length} 回終わった`,
            server.ends.length === 0,
          ),
          judged(
            'データベースが戻ってから次の保存まで',
            '10 秒以内',
            `中央 ${middleOf(backMs)} ms、最長 ${Math.max(...backMs)} ms`,
            Math.max(...backMs) < 10_000,
          ),
          ...observations,
        ],
        meaning:
          'データベースの計画的な再起動では、Meguri を止めなくて構いません。その間の保存は 503 で断られ、入力は画面に残ります。「保存できたかどうか、確かめられません」と出た人だけは、記録があるかを見てからもう一度保存します(同じ画面からなら二重になりません)。',
        raw: { ...(raw as object), backMs, kinds },
      }
    } finally {
      await server.stop()
      await outside.end()
    }
  },
}

/** @returns milliseconds until one more write is acknowledged */
async function nextWrite(writing: Writing): Promise<number> {
  const begun = performance.now()
  const before = writing.acknowledged()
  while (writing.acknowledged() === before) {
    if (performance.now() - begun > 60_000) throw new Error('nothing was stored for a minute')
    await sleep(10)
  }
  return Math.round(performance.now() - begun)
}

import { setTimeout as sleep } from 'node:timers/promises'
import { observationsOf } from '../check.ts'
import { isOver, jobOf, OFFICER, runsOnRecord, smallFile, upload } from '../imports.ts'
import { outsideDatabase } from '../outside.ts'
import { judged, type Part } from '../part.ts'
import { Person, startWriting } from '../people.ts'
import { freePort, freshPlace, tryMeguri } from '../place.ts'
import { between, seeded } from '../random.ts'
import { sharing } from '../sharing.ts'
import { Supervised } from '../supervised.ts'

const JOBS = 20
const JOBS_LIMIT_MS = 60_000

export const twoServers: Part = {
  name: 'two-servers',
  title: '一つのデータベースに二つのサーバー',
  seconds: 30,
  async run({ seconds, seed }) {
    const outside = await outsideDatabase('two')
    const folders = [sharing(outside.dataDir, 'one'), sharing(outside.dataDir, 'other')] as const
    const servers = [
      await Supervised.start(folders[0], outside.env),
      await Supervised.start(folders[1], outside.env),
    ] as const
    const random = seeded(seed)
    try {
      const writing = await startWriting(servers.map(({ origin }) => origin))
      let kills = 0
      for (const end = performance.now() + seconds * 1000; performance.now() < end; kills++) {
        await sleep(between(random, 2_000, 5_000))
        servers[kills % 2]!.kill()
        await servers[kills % 2]!.ready()
      }
      const jobs = await jobsOnBoth(
        servers.map(({ origin }) => origin),
        folders[0],
        outside.env.DATABASE_URL,
      )
      const ledger = await writing.stop()
      const { observations, raw } = await observationsOf(ledger, folders[0], outside.env)
      const ends = servers.map(({ ends }) => ends.length)
      return {
        did: `\`DATABASE_URL\` の一つの PostgreSQL に、鍵を同じにした二つのサーバーをつなぎ、8 人が半分ずつ書いた。その間、かわるがわる ${kills} 回 kill -9(${ends.join(' 回と ')} 回)。そのあと、書き込みの続くなかで、両方に読み込みの処理を半分ずつ頼んだ。それとは別に、一つのデータフォルダーで二つ目を始めた。`,
        observations: [...observations, jobs, await secondOnOneFolder()],
        meaning:
          '一台を止めても、もう一台で続けられます(負荷分散装置は `/readyz` を見ます)。監査の封印は一台だけが行い、止まれば、もう一台が引き継ぎます。一つのデータフォルダーを二つのサーバーで使うことはできません。',
        raw: { ...(raw as object), kills, ends },
      }
    } finally {
      for (const server of servers) await server.stop()
      await outside.end()
    }
  },
}

/** One officer asks both servers in turn for jobs; either may take any of them up. */
async function jobsOnBoth(origins: string[], dataDir: string, databaseUrl: string) {
  const officers = origins.map((origin) => new Person(origin, OFFICER))
  for (const officer of officers) await officer.signIn()
  const before = await runsOnRecord(dataDir, databaseUrl)
  const [file, ids]: [string, string[]] = [smallFile(), []]
  for (let n = 0; n < JOBS; n++) ids.push((await upload(officers[n % 2]!, file)).jobId)
  const looked = () => Promise.all(ids.map((id, n) => jobOf(officers[(n + 1) % 2]!, id))) // at the other one
  let states = await looked()
  for (const end = performance.now() + JOBS_LIMIT_MS; !states.every(isOver); states = await looked()) {
    if (performance.now() > end) break
    await sleep(300)
  }
  await sleep(1_000) // a second run would still be leaving its line
  const done = states.filter(({ state }) => state === 'done').length
  const runs = (await runsOnRecord(dataDir, databaseUrl)) - before
  return judged(
    '両方に頼んだ時間のかかる処理',
    'どれも一度だけ走り、どちらのサーバーからも終わりが見える',
    `${done} / ${JOBS} 個が終わった。走った回数 ${runs}`,
    done === JOBS && runs === JOBS,
  )
}

async function secondOnOneFolder() {
  const dataDir = await freshPlace('one-folder')
  const server = await Supervised.start(dataDir)
  try {
    const second = await tryMeguri(['serve', '--data', dataDir, '--port', String(await freePort())])
    const sentence = second.text.split('\n').find((line) => /[ぁ-ん]/.test(line)) ?? '(なし)'
    const isAlive = (await fetch(`${server.origin}/readyz`)).ok && server.ends.length === 0
    return judged(
      '一つのデータフォルダーで二つ目を始める',
      '何にも触らずに断る',
      `${second.code} で終わり、「${sentence.replaceAll(dataDir, '…')}」。一つ目は${isAlive ? 'そのまま' : '**止まった**'}`,
      second.code !== 0 && sentence !== '(なし)' && isAlive,
    )
  } finally {
    await server.stop()
  }
}

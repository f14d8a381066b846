import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processesOf } from '../../../src/platform/database/embedded/processes.ts'
import { verifiedChain } from '../check.ts'
import { isOver, jobOf, largeFile, OFFICER, runsOnRecord, smallFile, upload } from '../imports.ts'
import { judged, type Part } from '../part.ts'
import { Person } from '../people.ts'
import { freshPlace } from '../place.ts'
import { withSuperuser } from '../superuser.ts'
import { Supervised } from '../supervised.ts'

const QUEUED = 40
const LIMIT_MS = 150_000

export const jobs: Part = {
  name: 'jobs',
  title: '時間のかかる処理: 途中で殺す、列をいっぱいにする',
  seconds: 60,
  async run({ say }) {
    const dataDir = await freshPlace('jobs')
    const server = await Supervised.start(dataDir)
    try {
      const officer = new Person(server.origin, OFFICER)
      await officer.signIn()
      const { text, towns } = largeFile()
      const { runId, jobId } = await upload(officer, text)
      const preview = await killed(server, [], officer, jobId, say)
      const applying = await officer.ask('POST', `/api/imports/runs/${runId}/apply`)
      if (applying.status !== 202) throw new Error(`apply: ${applying.status} ${applying.title}`)
      const stored = await killed(server, [join(dataDir, 'pg')], officer, String(applying.body.jobId), say)
      const counted = await withSuperuser(dataDir, async (client) => {
        const { rows } = await client.query<{ towns: number; releases: number }>(
          `select count(*)::int as towns, count(distinct release_id)::int as releases from evaluation.town_population
           where municipality_code like '99901%'`,
        )
        return rows[0]!
      })
      const full = await fullQueue(officer)
      const chain = await verifiedChain(dataDir)
      return {
        did: `人口の統計(${towns.toLocaleString('en')} 町)の読み込みを画面の道で始め、調べている途中でサーバーを、保存している途中でサーバーと PostgreSQL の全部を、kill -9。そのあと、同じ人が ${QUEUED} 個の読み込みを一度に頼んだ。`,
        observations: [
          judged(
            '調べている途中で殺された処理',
            '始め直したサーバーが、初めからやり直して終える',
            `${preview.state}(殺してから ${seconds(preview.afterMs)})`,
            preview.state === 'done',
          ),
          judged(
            '保存している途中で殺された処理',
            'やり直して、一度だけ保存される',
            `${stored.state}(殺してから ${seconds(stored.afterMs)})。${counted.towns} 町、${counted.releases} 版`,
            stored.state === 'done' && counted.towns === towns && counted.releases === 1,
          ),
          judged(
            '列がいっぱい',
            'すべて受け付け、順に終え、二度走らない',
            `${full.done} / ${QUEUED} 個が ${seconds(full.afterMs)}で終わった。走った回数 ${full.audited}`,
            full.done === QUEUED && full.audited === QUEUED,
          ),
          judged(
            '列がいっぱいの間の画面',
            '1 秒以内に答える',
            `一覧 ${full.looks} 回、最長 ${full.slowestMs} ms`,
            full.slowestMs < 1_000 && full.looks > 3,
          ),
          chain.observation,
        ],
        meaning:
          '殺された処理は、最後の息から 30 秒で死んだとみなされ、自動で初めからやり直されます(40〜60 秒ほど)。頼んだ人の画面では「実行中」のまま進みが戻ります。何度も頼み直す必要はありません。取り込みは一つの取引なので、半分だけ入ることはありません。三度走って三度とも殺されれば、やめたと言って終わります。',
        raw: { preview, stored, counted, full },
      }
    } finally {
      await server.stop()
    }

    /** @returns how often `import.run` is on record, beside what the officer saw */
    async function fullQueue(officer: Person) {
      const small = smallFile()
      const before = await runsOnRecord(dataDir)
      const begun = performance.now()
      const ids: string[] = []
      for (let n = 0; n < QUEUED; n++) ids.push((await upload(officer, small)).jobId)
      let [looks, slowestMs] = [0, 0]
      let open = ids
      while (open.length > 0 && performance.now() - begun < LIMIT_MS) {
        const look = await officer.ask('GET', '/api/import-kinds')
        looks += 1
        slowestMs = Math.max(slowestMs, look.milliseconds)
        const states = await Promise.all(open.map((id) => jobOf(officer, id)))
        open = states.filter((job) => !isOver(job)).map(({ id }) => id)
        await sleep(500)
      }
      const afterMs = performance.now() - begun
      const all = await Promise.all(ids.map((id) => jobOf(officer, id)))
      await sleep(500)
      return {
        ...{ afterMs, looks, slowestMs },
        done: all.filter(({ state }) => state === 'done').length,
        audited: (await runsOnRecord(dataDir)) - before,
      }
    }
  },
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} 秒`

/** Kills the server as soon as the job runs, with all of PostgreSQL in the named clusters, and waits for its end. */
async function killed(
  server: Supervised,
  clusters: string[],
  officer: Person,
  id: string,
  say: (line: string) => void,
) {
  const begun = performance.now()
  while ((await jobOf(officer, id)).state === 'queued') await sleep(10)
  await sleep(150)
  const at = await jobOf(officer, id)
  server.kill()
  for (const pid of clusters.flatMap(processesOf)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // ended with the others in the meantime
    }
  }
  const killedAt = performance.now()
  await sleep(300)
  await server.ready()
  let job = await jobOf(officer, id)
  while (!isOver(job) && performance.now() - killedAt < LIMIT_MS) {
    await sleep(200)
    job = await jobOf(officer, id)
  }
  const afterMs = performance.now() - killedAt
  say(
    `  ${at.state} when killed ${Math.round(killedAt - begun)} ms after asking; ${job.state} after ${Math.round(afterMs)} ms ${job.message ?? ''}`,
  )
  if (at.state !== 'running') throw new Error(`the job was ${at.state} before it could be killed`)
  return { state: job.state, afterMs }
}

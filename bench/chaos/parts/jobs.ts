import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { judged, type Part } from '../part.ts'
import { Person } from '../people.ts'
import { freshPlace, tryMeguri } from '../place.ts'
import { withSuperuser } from '../superuser.ts'
import { Supervised } from '../supervised.ts'

/** 保険者職員 of the sample */
const OFFICER = 'm1101'
const FILE = join(import.meta.dirname, '../../../src/exchange/population-by-town/fixtures/0066_202303.csv')
/** as many times the towns of the real file, each with a name of its own: so that a run takes seconds */
const TIMES = 60
const QUEUED = 40
const LIMIT_MS = 150_000

interface Job {
  id: string
  state: string
  message: string | null
}

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
      const preview = await killed(server, officer, jobId, say)
      const applying = await officer.ask('POST', `/api/imports/runs/${runId}/apply`)
      if (applying.status !== 202) throw new Error(`apply: ${applying.status} ${applying.title}`)
      const stored = await killed(server, officer, String(applying.body.jobId), say)
      const counted = await withSuperuser(dataDir, async (client) => {
        const { rows } = await client.query<{ towns: number; releases: number }>(
          `select count(*)::int as towns, count(distinct release_id)::int as releases from evaluation.town_population
           where municipality_code like '99901%'`,
        )
        return rows[0]!
      })
      const full = await fullQueue(officer)
      const verified = await tryMeguri(['audit', 'verify', '--data', dataDir])
      return {
        did: `人口の統計(${towns.toLocaleString('en')} 町)の読み込みを画面の道で始め、調べている途中と保存している途中で、サーバーと PostgreSQL の両方を kill -9。そのあと、同じ人が ${QUEUED} 個の読み込みを一度に頼んだ。`,
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
          judged('監査記録の鎖', '異常なし(0)', `${verified.code} で終わった`, verified.code === 0),
        ],
        meaning:
          '殺された処理は、最後の息から 30 秒で死んだとみなされ、自動で初めからやり直されます(40〜60 秒ほど)。頼んだ人の画面では「実行中」のまま進みが戻ります。何度も頼み直す必要はありません。処理は一つの取引なので、半分だけ入ることはありません。',
        raw: { preview, stored, counted, full },
      }
    } finally {
      await server.stop()
    }

    /** @returns how often `import.run` is on record, beside what the officer saw */
    async function fullQueue(officer: Person) {
      const small = readFileSync(FILE, 'utf8').replaceAll(',37201,', ',99902,')
      const before = await runsOnRecord()
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
        audited: (await runsOnRecord()) - before,
      }
    }
    function runsOnRecord(): Promise<number> {
      return withSuperuser(dataDir, async (client) => {
        const { rows } = await client.query<{ n: number }>(
          `select count(*)::int as n from audit.line where action = 'import.run'`,
        )
        return rows[0]!.n
      })
    }
  },
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} 秒`
const isOver = ({ state }: Job) => ['done', 'failed', 'cancelled'].includes(state)

function largeFile(): { text: string; towns: number } {
  const lines = readFileSync(FILE, 'utf8').replaceAll(',37201,', ',99901,').trimEnd().split('\n')
  const heads = lines.filter((line) => line.startsWith('#') || line.startsWith('\ufeff#'))
  const rows = lines.slice(heads.length)
  const more = Array.from({ length: TIMES }, (_, n) =>
    rows.map((row) => {
      const cells = row.split(',')
      return [
        `${n * rows.length + Number(cells[0])}`,
        ...cells.slice(1, 6),
        `${cells[6]}見本${n}`,
        ...cells.slice(7),
      ].join(',')
    }),
  ).flat()
  return { text: [...heads, ...more].join('\n'), towns: more.length }
}

async function upload(officer: Person, text: string): Promise<{ runId: string; jobId: string }> {
  for (;;) {
    const form = new FormData()
    form.append('files', new File([text], '0066_202303.csv', { type: 'text/csv' }))
    const answer = await officer.ask('POST', '/api/imports/population-by-town', form)
    if (answer.status === 202) return { runId: String(answer.body.runId), jobId: String(answer.body.jobId) }
    if (answer.status !== 429) throw new Error(`upload: ${answer.status} ${answer.title}`)
    await sleep(500)
  }
}

async function jobOf(officer: Person, id: string): Promise<Job> {
  const answer = await officer.ask('GET', `/api/jobs/${id}`)
  if (answer.status !== 200) return { id, state: `${answer.status}`, message: null }
  return answer.body as unknown as Job
}

/** Kills everything as soon as the job runs, and waits for its end. */
async function killed(server: Supervised, officer: Person, id: string, say: (line: string) => void) {
  const begun = performance.now()
  while ((await jobOf(officer, id)).state === 'queued') await sleep(10)
  await sleep(150)
  const at = await jobOf(officer, id)
  server.kill()
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

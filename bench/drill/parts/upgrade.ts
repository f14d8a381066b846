import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findMigrations, migrate } from '../../../src/platform/database/migrate.ts'
import { openDatabase } from '../../../src/platform/database/open.ts'
import { type DrillPart, line } from '../part.ts'
import { query } from '../query.ts'

const LIMIT_MS = 1_000
const data = readFileSync(join(import.meta.dirname, '..', 'upgrade-data.sql'), 'utf8')

/** What people do all day, on the tables they do it with; every statement in a transaction of its own, rolled back when it writes. */
const probes: Record<string, string> = {
  利用者を読む: `select * from casework.person where insurer_id = 990001 and kana_fold >= 'みほん' order by kana_fold limit 50`,
  利用者を直す: `update casework.person set note = '見本' where insurer_id = 990001 and id = '019aa000-0000-7000-a000-000000000001'`,
  相談を読む: `select * from casework.consultation where insurer_id = 990001 order by received_at desc limit 50`,
  相談を書く: `insert into casework.consultation (insurer_id, staff_id, profession, received_on, received_at, channel, continuity, caller,
    urgency, text) values (990001, '019aa000-0000-7000-9000-000000000001', 'socialWorker', '2026-11-01', now(), 'telephone', 'new', 'self',
    'normal', '見本')`,
  職員を読む: `select * from registers.staff where insurer_id = 990001 limit 50`,
  監査に書く: `insert into audit.line (insurer_id, request_id, action, outcome, at) values (990001, '探り', 'person.viewed', 'done', now())`,
}

/** The release before, filled as a city of scale 1, brought to this one while people go on reading and writing. */
export const upgrade: DrillPart = {
  name: 'upgrade',
  async run({ folder, from, say }) {
    const all = findMigrations()
    if (!all.some(({ name }) => name === from)) throw new Error(`no migration is named ${from}`)
    const dataDir = join(folder, 'upgrade')
    rmSync(dataDir, { recursive: true, force: true })
    const database = await openDatabase({ dataDir, databaseUrl: null })
    try {
      await migrate(database.client('owner'), undefined, { last: from })
      say('  filling scale 1')
      const superuser = database.client('superuser')
      await query(superuser, data)
      say('  upgrading under readers and writers')
      const probing = startProbing(superuser)
      await sleep(1_000)
      const quiet = probing.slowest()
      const begun = performance.now()
      const { applied } = await migrate(database.client('owner'))
      const seconds = (performance.now() - begun) / 1000
      await sleep(300)
      const found = await probing.stop()
      const worst = Object.entries(found.lockMs).sort(([, a], [, b]) => b - a)[0]!
      const errors = found.errors.length
      return {
        lines: [
          line(
            `版を上げる(規模 1、${applied.length} 個の移行): 使っている表の錠を待つ時間、長いもの`,
            '≤ 1 秒',
            `${worst[1].toFixed(0)} ミリ秒(${worst[0]})、失敗 ${errors}`,
            worst[1] <= LIMIT_MS && errors === 0 && applied.length > 0,
          ),
          line('移行にかかった時間', '—', `${seconds.toFixed(1)} 秒`, null),
        ],
        raw: { from, applied: applied.length, seconds, quietMs: quiet, ...found },
      }
    } finally {
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

/** One connection for each probe, one statement after the other; how long it took, and how long of that PostgreSQL says it waited for a lock. */
function startProbing(superuser: pg.ClientConfig) {
  const answerMs: Record<string, number> = {}
  const lockMs: Record<string, number> = Object.fromEntries(Object.keys(probes).map((name) => [name, 0]))
  const errors: string[] = []
  let isOver = false
  const names = Object.keys(probes)
  const lane = async ([name, text]: [string, string]) => {
    // PostgreSQL keeps only ASCII in the name of an application
    const client = new pg.Client({ ...superuser, application_name: `probe ${names.indexOf(name)}` })
    await client.connect()
    while (!isOver) {
      const begun = performance.now()
      try {
        await client.query(`begin; ${text}; rollback`)
      } catch (error) {
        errors.push(`${name}: ${error}`)
        await client.query('rollback')
      }
      answerMs[name] = Math.max(answerMs[name] ?? 0, performance.now() - begun)
      await sleep(5)
    }
    await client.end()
  }
  const watch = async () => {
    const client = new pg.Client(superuser)
    await client.connect()
    while (!isOver) {
      const { rows } = await client.query<{ number: string; ms: string }>(
        `select substr(a.application_name, 7) as number, extract(epoch from clock_timestamp() - min(l.waitstart)) * 1000 as ms
         from pg_locks l join pg_stat_activity a using (pid) where not l.granted and l.waitstart is not null and a.application_name like 'probe %' group by 1`,
      )
      for (const { number, ms } of rows) {
        const name = names[Number(number)]!
        lockMs[name] = Math.max(lockMs[name]!, Number(ms))
      }
      await sleep(10)
    }
    await client.end()
  }
  const lanes = Promise.all([watch(), ...Object.entries(probes).map(lane)])
  return {
    slowest: () => Math.max(...Object.values(answerMs)),
    async stop() {
      isOver = true
      await lanes
      return { answerMs, lockMs, errors }
    },
  }
}

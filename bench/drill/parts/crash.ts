import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../../../src/platform/database/open.ts'
import { type DrillPart, line } from '../part.ts'
import { query } from '../query.ts'
import { startWriter } from '../writer.ts'

const COMMITS = 200

/**
 * Power failure as far as a program can play it: every process killed at once, again and again. What a killed machine takes
 * with it besides, the pages that the kernel has not written yet, is answered for by the flush of the WAL before each answer:
 * counted below, not tried.
 */
export const crash: DrillPart = {
  name: 'crash',
  async run({ folder, rounds, say }) {
    const dataDir = join(folder, 'crash')
    rmSync(dataDir, { recursive: true, force: true })
    const acknowledged: number[] = []
    const back: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const writer = await startWriter(dataDir)
      if (round > 0) back.push(writer.openedMs)
      await sleep(300 + 170 * round)
      await writer.killAll()
      acknowledged.push(...writer.written.map(({ n }) => n))
      say(`  round ${round + 1}: ${writer.written.length} rows acknowledged, then kill -9 of everything`)
    }
    const last = await startWriter(dataDir)
    back.push(last.openedMs)
    const there = new Set(
      (await query<{ n: string }>(last.superuser, 'select n from drill.written')).map(({ n }) => Number(n)),
    )
    await last.killAll()
    const flushes = await flushesIn(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
    rmSync(`${dataDir}-audit`, { recursive: true, force: true })
    const lost = acknowledged.filter((n) => !there.has(n)).length
    const slowest = Math.max(...back)
    return {
      lines: [
        line(
          `強制終了(全部に kill -9 を ${rounds} 回、書き込み中): 失われた確定行`,
          '0',
          `${acknowledged.length} 行のうち ${lost}`,
          lost === 0 && acknowledged.length > 100,
        ),
        line(
          '強制終了のあと、また使えるまで(遅いほう)',
          '< 10 分',
          `${(slowest / 1000).toFixed(1)} 秒`,
          slowest < 600_000,
        ),
        line(
          `停電: 「保存しました」の前に WAL をディスクに流す(順に ${COMMITS} 回の確定で、fsync の回数)`,
          `≥ ${COMMITS}`,
          `${flushes.count}(${flushes.settings})`,
          flushes.count >= COMMITS,
        ),
      ],
      raw: { acknowledged: acknowledged.length, lost, backMs: back, flushes },
    }
  },
}

/** With nobody else writing: whoever commits at the same moment may be flushed by a neighbour. */
async function flushesIn(dataDir: string) {
  const database = await openDatabase({ dataDir, databaseUrl: null })
  const superuser = database.client('superuser')
  const flushed = async () => {
    const [row] = await query<{ count: string }>(
      superuser,
      `select sum(fsyncs) as count from pg_stat_io where object = 'wal'`,
    )
    return Number(row!.count)
  }
  try {
    const settings = await query<{ text: string }>(
      superuser,
      `select string_agg(name || ' = ' || setting, '、' order by name) as text from pg_settings
       where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method')`,
    )
    await query(superuser, 'create table if not exists drill.flushed (n int)')
    const before = await flushed()
    const commits = Array.from({ length: COMMITS }, (_, n) => `insert into drill.flushed values (${n})`)
    await query(superuser, [...commits, 'select pg_stat_force_next_flush()'])
    return { count: (await flushed()) - before, settings: settings[0]!.text }
  } finally {
    await database.close()
  }
}

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../../src/platform/clock.ts'
import { takeBackup } from '../../../src/platform/database/backup/backup.ts'
import { restore } from '../../../src/platform/database/backup/restore.ts'
import { migrate } from '../../../src/platform/database/migrate.ts'
import { openDatabase } from '../../../src/platform/database/open.ts'
import { type DrillPart, line } from '../part.ts'
import { query } from '../query.ts'

const TARGET_GB = 10
/** What a busy day leaves in the archive; a backup is taken every night. */
const DAY_OF_WAL_GB = 2

/** How fast a backup is taken and put back, WAL since then included; on as much as there is time for. */
export const volume: DrillPart = {
  name: 'volume',
  async run({ folder, gigabytes, say }) {
    const [dataDir, walArchive, to, copy] = ['volume', 'volume-wal', 'volume-backup', 'volume-copy'].map(
      (name) => join(folder, name),
    ) as [string, string, string, string]
    const clear = () => {
      for (const path of [dataDir, walArchive, to, copy, `${copy}-audit`])
        rmSync(path, { recursive: true, force: true })
    }
    clear()
    const database = await openDatabase({ dataDir, databaseUrl: null, walArchive })
    await migrate(database.client('owner'))
    const superuser = database.client('superuser')
    say(`  filling ${gigabytes} GB`)
    const fill = (gb: number) => query(superuser, rowsOf(gb))
    await query(
      superuser,
      'create schema drill; create table drill.volume (id uuid primary key, note text not null)',
    )
    await fill(gigabytes)
    const backupBegun = performance.now()
    const manifest = await takeBackup({
      ...{ dataDir, to, superuser },
      key: null,
      headFile: join(folder, 'none'),
      product: 'drill',
    })
    const backupSeconds = (performance.now() - backupBegun) / 1000
    const start = await walPosition(superuser)
    await fill(gigabytes / 2)
    const walBytes = (await walPosition(superuser)) - start
    await database.close() // archives the rest
    rmSync(dataDir, { recursive: true })
    await sleep(200)
    say('  restoring')
    const begun = performance.now()
    const options = {
      key: null,
      keyFile: null,
      until: null,
      headFile: join(folder, 'none'),
      check: async () => null,
    }
    const { seconds, rows } = await restore({ from: to, dataDir: copy, walArchive, ...options })
    const opened = await openDatabase({ dataDir: copy, databaseUrl: null })
    const total = (performance.now() - begun) / 1000
    await opened.close()
    clear()
    const bytes = manifest.totals.plainBytes
    const rates = {
      backup: bytes / backupSeconds / 1e6,
      copy: bytes / seconds.copy / 1e6,
      replay: walBytes / seconds.replay / 1e6,
      reading: (bytes + walBytes) / seconds.reading / 1e6,
    }
    const fixed = Math.max(0, total - seconds.copy - seconds.replay - seconds.reading)
    const expected =
      TARGET_GB * 1000 * (1 / rates.copy + 1 / rates.reading) + (DAY_OF_WAL_GB * 1000) / rates.replay + fixed
    const size = `${(bytes / 1e9).toFixed(1)} GB と WAL ${(walBytes / 1e9).toFixed(1)} GB`
    const speed = (rate: number) => `${rate.toFixed(0)} MB/秒`
    return {
      lines: [
        line('バックアップを取る速さ(圧縮あり)', '—', speed(rates.backup), null),
        line(
          `戻す(${size} で測定): 写す・WAL を当てる・すべてを読む`,
          '—',
          `${speed(rates.copy)}・${speed(rates.replay)}・${speed(rates.reading)}、合わせて ${total.toFixed(0)} 秒`,
          null,
        ),
        line(
          `10 GB と一日分の WAL ${DAY_OF_WAL_GB} GB を戻して使えるまで(上の速さからの計算)`,
          '< 10 分',
          `${(expected / 60).toFixed(1)} 分`,
          expected < 600,
        ),
      ],
      raw: {
        on: systemClock.today().toString(),
        bytes,
        walBytes,
        rows,
        backupSeconds,
        seconds,
        total,
        rates,
        expectedAt10GB: expected,
      },
    }
  },
}

/** About a kilobyte a row with its index, half of which compresses away, like text that people write. */
const rowsOf = (gb: number) =>
  `insert into drill.volume select uuidv7(), md5(g::text) || md5((g + 1)::text) || md5((g + 2)::text) || repeat('相談の記録', 20)
   from generate_series(1, ${Math.ceil((gb * 1e9) / 1000)}) g`

async function walPosition(superuser: Parameters<typeof query>[0]): Promise<number> {
  const rows = await query<{ at: string }>(superuser, `select pg_current_wal_lsn() - '0/0'::pg_lsn as at`)
  return Number(rows[0]!.at)
}

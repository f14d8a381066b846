import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../../../src/platform/database/open.ts'
import { type DrillPart, line } from '../part.ts'
import { query } from '../query.ts'
import { startWriter } from '../writer.ts'

const meguri = join(import.meta.dirname, '..', '..', '..', 'bin', 'meguri')

/** The worst moment: shortly before the next segment would be closed. */
const NEARLY_CLOSED_MS = 27_000
const STALE_MS = 120_000

/** The disk with the data folder is gone; the backup and the WAL archive lie elsewhere. By the commands that the manual names. */
export const disk: DrillPart = {
  name: 'disk',
  async run({ folder, say }) {
    const [dataDir, archive, backup, copy] = ['disk', 'disk-wal', 'disk-backup', 'disk-copy'].map((name) =>
      join(folder, name),
    ) as [string, string, string, string]
    const clear = () => {
      for (const path of [dataDir, archive, backup, copy, `${dataDir}-audit`, `${copy}-audit`])
        rmSync(path, { recursive: true, force: true })
    }
    clear()
    const writer = await startWriter(dataDir, archive)
    await sleep(1_000)
    run(['backup', backup, '--data', dataDir], say)
    say('  waiting for the archive to close a segment')
    const before = archived(archive)
    const waitedFrom = performance.now()
    while (archived(archive) === before) {
      if (performance.now() - waitedFrom > STALE_MS) throw new Error('no WAL was archived in two minutes')
      await sleep(100)
    }
    await sleep(NEARLY_CLOSED_MS)
    const killedAt = await writer.killAll()
    rmSync(dataDir, { recursive: true })
    rmSync(`${dataDir}-audit`, { recursive: true })
    say('  data folder and head file are gone; restoring')
    const begun = performance.now()
    const said = run(['restore', backup, '--data', copy, '--wal-archive', archive], say)
    const database = await openDatabase({ dataDir: copy, databaseUrl: null })
    const seconds = (performance.now() - begun) / 1000
    const there = new Set(
      (await query<{ n: string }>(database.client('superuser'), 'select n from drill.written')).map(({ n }) =>
        Number(n),
      ),
    )
    await database.close()
    const lost = writer.written.filter(({ n }) => !there.has(n))
    const firstLost = Math.min(killedAt, ...lost.map(({ at }) => at))
    // everything up to the first lost row is there: the loss is a tail, not holes
    const holes = writer.written.filter(({ n, at }) => at > firstLost + 1_000 && there.has(n)).length
    const lostSeconds = (killedAt - firstLost) / 1000
    clear()
    return {
      lines: [
        line(
          'ディスクを失ったとき(WAL の保管あり、区切りの直前)に失う時間',
          '≤ 60 秒',
          `${lostSeconds.toFixed(1)} 秒(${writer.written.length} 行のうち ${lost.length} 行。途中の抜け ${holes})`,
          lostSeconds <= 60 && holes === 0 && said.includes('監査記録に異常はありません'),
        ),
        line(
          'そこから戻して、また使えるまで(小さなデータ)',
          '< 10 分',
          `${seconds.toFixed(1)} 秒`,
          seconds < 600,
        ),
      ],
      raw: {
        acknowledged: writer.written.length,
        lost: lost.length,
        lostSeconds,
        holes,
        restoreSeconds: seconds,
      },
    }
  },
}

function archived(archive: string): number {
  return readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /[0-9A-F]{24}$/.test(path),
  ).length
}

function run(words: string[], say: (line: string) => void): string {
  const { status, stdout, stderr } = spawnSync(meguri, words, { encoding: 'utf8' })
  for (const text of stdout.trimEnd().split('\n')) say(`    ${text}`)
  if (status !== 0) throw new Error(`bin/meguri ${words[0]} ended with ${status}: ${stderr}`)
  return stdout
}

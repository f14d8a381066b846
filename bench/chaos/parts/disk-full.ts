import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { observationsOf, wordsOf } from '../check.ts'
import { smallDisk } from '../mount.ts'
import { judged, type Part, told } from '../part.ts'
import { Person, startWriting, sumOf, type Writing, writersOf } from '../people.ts'
import { freshPlace } from '../place.ts'
import { withSuperuser } from '../superuser.ts'
import { Supervised } from '../supervised.ts'

const DISK_MB = 600
/** WAL laid by beforehand: so first the tables find no room, and later the WAL */
const SPARE_WAL_MB = 64

export const diskFull: Part = {
  name: 'disk-full',
  title: 'ディスクがいっぱい',
  seconds: 20,
  async run({ seconds, say }) {
    const disk = smallDisk(DISK_MB)
    let server: Supervised | undefined
    try {
      const dataDir = await freshPlace('disk-full', disk.folder)
      server = await Supervised.start(dataDir)
      await withSuperuser(dataDir, (client) => burnWal(client, SPARE_WAL_MB, true))
      const writing = await startWriting([server.origin], { padding: 3_000 })
      await growth(writing, 10_000)
      const reader = new Person(server.origin, writersOf()[0]!.staffNumber)
      await reader.signIn()

      disk.fill(0)
      const refusedAt = await firstRefusal(writing, seconds * 1000)
      await sleep(Math.min(seconds, 5) * 1000)
      const livesBefore = server.ends.length
      const heardFull = { ...sumOf(writing.people, 'heard') }
      const readsWhileFull = await readOnce(reader)
      say(`  tables full: ${wordsOf(heardFull)}`)
      disk.empty()
      const afterTablesMs = await growth(writing, 60_000)

      await withSuperuser(dataDir, async (client) => {
        disk.fill(0)
        await burnWal(client, DISK_MB, false).catch(() => {}) // ends with PostgreSQL itself
      })
      await twoEnds(server, livesBefore, seconds * 1000)
      const livesWhileFull = server.ends.length - livesBefore
      const saidWhileFull = lastJapanese(server.said)
      say(`  no room for the WAL: ${livesWhileFull} ends; ${saidWhileFull}`)
      disk.empty()
      const afterWalMs = await growth(writing, 120_000)
      const ledger = await writing.stop()
      const { observations, raw } = await observationsOf(ledger, dataDir)
      const last = await server.stop()
      return {
        did: `データフォルダーを ${DISK_MB} MB のファイルシステム(tmpfs)に置き、8 人が書くところで二度いっぱいにした。一度目は表を広げる場所だけがない(WAL の控えは残る)。二度目は WAL の場所もない(PostgreSQL が PANIC で止まる)。どちらも、しばらくして場所を空けた。`,
        observations: [
          judged(
            '一度目: 利用者への答え',
            '507 か 503 と、何をすればよいか',
            `${refusedAt.status} 「${refusedAt.title}」`,
            [503, 507].includes(refusedAt.status) && refusedAt.title !== '',
          ),
          told('一度目: いっぱいの間の閲覧', readsWhileFull),
          judged(
            '一度目: 場所を空けたあと',
            '始め直さずに、また保存できる',
            `${afterTablesMs} ms で保存できた。サーバーは${livesBefore === 0 ? '同じまま' : ` ${livesBefore} 回終わった`}`,
            livesBefore === 0,
          ),
          judged(
            '二度目: いっぱいの間に始められないときの言葉',
            '場所がないことと、することを言う',
            `サーバーは ${livesWhileFull} 回終わり、自動で始め直された。「${saidWhileFull}」`,
            /いっぱい.*場所を空け/.test(saidWhileFull),
          ),
          judged(
            '二度目: 場所を空けたあと',
            '人の手なしに、また保存できる',
            `${afterWalMs} ms で保存できた`,
            true, // growth() throws otherwise
          ),
          ...observations,
          judged('そのあとの普通の停止', '0 で終わる', `${last} で終わった`, last === '0'),
        ],
        meaning:
          '空けるのは、データフォルダーの外のもの(古い記録やバックアップの写し)です。`pg/` の中は何も消さないでください。WAL の場所までなくなるとサーバーは終わり、始め直しても、場所ができるまで立ち上がりません。場所ができれば、次の始め直しで自分で戻ります。空き容量の見張り(10 % で知らせる)を置いてください。',
        raw: { ...(raw as object), heardFull, ends: server.ends, startMs: server.startMs },
      }
    } finally {
      await server?.stop()
      disk.unmount()
    }
  },
}

/** Writes into the WAL and nowhere else. @param isLaidBy what was used is kept as spare files by the checkpoint */
async function burnWal(client: pg.Client, megabytes: number, isLaidBy: boolean): Promise<void> {
  for (let n = 0; n < megabytes; n++)
    await client.query(`select pg_logical_emit_message(false, 'chaos', repeat('x', 1048576))`)
  if (isLaidBy) for (let n = 0; n < 2; n++) await client.query('checkpoint')
}

/** Until one more record is acknowledged. @returns milliseconds @throws when none is in time */
async function growth(writing: Writing, limitMs: number): Promise<number> {
  const begun = performance.now()
  const before = writing.acknowledged()
  while (writing.acknowledged() <= before + 8) {
    if (performance.now() - begun > limitMs) throw new Error(`nothing was stored within ${limitMs} ms`)
    await sleep(10)
  }
  return Math.round(performance.now() - begun)
}

async function firstRefusal(writing: Writing, limitMs: number): Promise<{ status: number; title: string }> {
  const begun = performance.now()
  while (performance.now() - begun < limitMs) {
    const heard = Object.keys(sumOf(writing.people, 'heard')).find((key) => /^5/.test(key))
    const [title] = Object.keys(sumOf(writing.people, 'titles'))
    if (heard && title) return { status: Number(heard.slice(0, 3)), title }
    await sleep(10)
  }
  throw new Error('the disk was full, and nobody was refused')
}

/** Whether one may look while nothing can be stored: each look is put on record first. */
async function readOnce(reader: Person): Promise<string> {
  const { status, title } = await reader.ask('POST', '/api/consultations/list', {})
  return status === 200 ? '一覧は見られた' : `一覧も ${status} 「${title}」(閲覧の記録を残せないため)`
}

/** The end with the database, and that of a start without room; a slow machine gets the time that this takes. */
async function twoEnds({ ends }: Supervised, before: number, leastMs: number): Promise<void> {
  await sleep(leastMs)
  for (let waitedMs = 0; ends.length < before + 2 && waitedMs < 60_000; waitedMs += 50) await sleep(50)
}

/** What an operator saw last in their own language; the log is JSON, and how PostgreSQL's own log ends is English. */
const lastJapanese = (said: readonly string[]): string =>
  (said.filter((line) => /[ぁ-ん]/.test(line) && !line.startsWith('{')).at(-1) ?? '(なし)')
    .replace(/[(（]データフォルダー [^)）]*[)）]/, '')
    .replace(/記録 .*$/, '')

import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { MARKS } from '../src/platform/testing/access/world.ts'
import { FOREIGN_BIRD, OTHER_BIRD, type Planted } from './canaries.ts'
import type { Known } from './leaks.ts'
import { judged, type Result, type Setting } from './part.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const FLUSH_MS = 500
/** What one wrote oneself, or asked for: a number typed by the attacker may stand there. */
const OWN_WORDS = /^platform\.(draft|job|import_run|history)$/
/** Written by the server itself while it runs. */
const SERVERS_OWN = /^audit\./

export type Digests = Map<string, string>

/** Count and checksum of every table's rows of the insurer. */
export async function digestsOf(superuser: pg.ClientConfig, insurerId: number): Promise<Digests> {
  const client = new pg.Client(superuser)
  await client.connect()
  const digests: Digests = new Map()
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from ${table} t where insurer_id = $1`,
      [insurerId],
    )
    digests.set(table, rows[0]!.digest)
  }
  await client.end()
  return digests
}

const tablesOf = async (client: pg.Client): Promise<string[]> =>
  (
    await client.query<{ name: string }>(
      'select table_name as name from platform.tenant_table_register order by 1',
    )
  ).rows.map(({ name }) => name)

/** What all the requests left behind: in the foreign insurer's rows, in the attackers' own, and in the server's log. */
export async function aftermath(setting: Setting, before: Digests, birds: Planted): Promise<Result> {
  const { target, world, known } = setting
  const after = await digestsOf(target.clients.superuser, world.elsewhere.id)
  const changed = [...after]
    .filter(([table, digest]) => !SERVERS_OWN.test(table) && before.get(table) !== digest)
    .map(([table]) => table)
  const joined = await joinedRows(setting)
  await sleep(FLUSH_MS)
  const log = readFileSync(target.logFile, 'utf8')
  const inLog = inLogOf(log, known, setting)
  const failed = failuresIn(log)
  const observations = [
    judged(
      'よその保険者の全部の表(行数とチェックサム)',
      '攻撃の前と同じ',
      `${after.size} の表のうち、変わったもの ${changed.join('、') || 'なし'}`,
      changed.length === 0,
    ),
    judged(
      '自分の保険者の行(つながり(trace)・課題・お知らせなど全部の表)から、よその行の番号への参照',
      'ない',
      `${joined.length} 件`,
      joined.length === 0,
    ),
    judged(
      'サーバーのログの中の、しるし・名前・記録の番号',
      'ない',
      `${log.split('\n').length.toLocaleString('en')} 行に ${inLog.length} 件`,
      inLog.length === 0,
    ),
    judged('ログの、だれも見越さなかった失敗', 'ない', `${failed.length} 種類`, failed.length === 0),
    judged(
      'しるしを置いた列',
      '200 列以上',
      `${birds.tables} の表の ${birds.columns} 列のうち ${birds.planted} 列(ほかは符号や鍵)`,
      birds.planted >= 200,
    ),
  ]
  const findings = [
    ...changed.map((table) => `よその保険者の表が変わった: ${table}`),
    ...joined.map((one) => `よその行を指す行ができた: ${one}`),
    ...inLog.map((one) => `ログに: ${one}`),
    ...failed.map((one) => `ログの失敗: ${one}`),
  ]
  return { observations, findings, raw: { changed, joined, inLog: inLog.slice(0, 20), failed } }
}

/** Rows of the attackers' insurer that hold the number of a foreign row. */
async function joinedRows({ target, world, known }: Setting): Promise<string[]> {
  const client = new pg.Client(target.clients.superuser)
  await client.connect()
  const found = new Set<string>()
  for (const table of await tablesOf(client)) {
    if (OWN_WORDS.test(table)) continue
    const { rows } = await client.query<{ text: string }>(
      `select t::text as text from ${table} t where insurer_id = $1`,
      [world.insurer.id],
    )
    for (const { text } of rows)
      for (const id of text.match(UUID) ?? [])
        if (known.foreign.has(id) && !known.taken.has(id)) found.add(`${table} → ${known.foreign.get(id)}`)
  }
  await client.end()
  return [...found]
}

function inLogOf(log: string, known: Known, { world }: Setting): string[] {
  const found = [...Object.values(MARKS), FOREIGN_BIRD, OTHER_BIRD, 'ミホンシルシ', 'meguri_session='].filter(
    (word) => log.includes(word),
  )
  const staff = new Set(world.attackers.map(({ actor }) => actor.staffId))
  const ids = new Set(log.match(UUID))
    .values()
    .filter((id) => known.foreign.has(id) || known.other.has(id) || staff.has(id))
  return [...found, ...ids]
}

/** Errors that no service foresaw, each once: route and place. */
function failuresIn(log: string): string[] {
  const errors = log.split('\n').flatMap((line) => {
    if (!line.includes('"level":"error"'))
      return line.startsWith('{') || line === '' ? [] : [line.slice(0, 200)]
    const { event, route, error } = JSON.parse(line) as Record<string, string>
    return [`${event} ${route ?? ''} ${error ?? ''}`]
  })
  return [...new Set(errors)]
}

import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase } from '../../src/platform/database/open.ts'
import type { Observation } from './part.ts'
import { judged, told } from './part.ts'
import { type Ledger, sumOf } from './people.ts'
import { tryMeguri } from './place.ts'

interface Stored {
  id: string
  version: number
  text: string
  journal: number
  created: number
  changed: number
  history: number
}

/** the sealer's own pace is a second or two; one that stands still must not pass as a sound, short chain */
const SEALED_WITHIN_MS = 20_000

export interface Kept {
  acknowledged: number
  /** acknowledged, and not there or with another content */
  lost: string[]
  /** there, though nobody sent it, or more than once */
  doubled: string[]
  /** a record without its journal row, its line of the audit or its previous version */
  half: string[]
  /** sent without an answer at the very end: may be there or not */
  open: { there: number; notThere: number }
}

/** Looks at every record of the ledger from outside the product: as the superuser of its database. */
export async function compare(ledger: Ledger, dataDir: string, databaseUrl: string | null): Promise<Kept> {
  const stored = await storedOf(ledger.mark, dataDir, databaseUrl)
  const byId = Map.groupBy(stored, ({ id }) => id)
  const kept: Kept = { acknowledged: 0, lost: [], doubled: [], half: [], open: { there: 0, notThere: 0 } }
  for (const deed of ledger.deeds) {
    const rows = byId.get(deed.id) ?? []
    byId.delete(deed.id)
    if (deed.version > 0) kept.acknowledged += 1
    if (rows.length > 1) kept.doubled.push(deed.id)
    const [row] = rows
    if (!row) {
      if (deed.version > 0) kept.lost.push(`${deed.id}: not there`)
      else kept.open.notThere += 1
      continue
    }
    if (deed.pending !== null && row.text === deed.pending) kept.open.there += 1
    else if (row.text !== deed.text || row.version !== deed.version)
      kept.lost.push(`${deed.id}: version ${row.version} instead of ${deed.version}`)
    if (row.journal > 1) kept.doubled.push(`${deed.id}: ${row.journal} journal rows`)
    if (row.created > deed.sends)
      kept.doubled.push(`${deed.id}: ${row.created} lines for ${deed.sends} requests`)
    const isWhole =
      row.journal === 1 &&
      row.created >= 1 &&
      row.history === row.version - 1 &&
      (row.version === 1 || row.changed >= 1)
    if (!isWhole) kept.half.push(JSON.stringify({ ...row, text: undefined }))
  }
  kept.doubled.push(...[...byId.keys()].map((id) => `${id}: nobody sent it`))
  return kept
}

async function storedOf(mark: string, dataDir: string, databaseUrl: string | null): Promise<Stored[]> {
  const database = await openDatabase({ dataDir, databaseUrl })
  const client = new pg.Client(database.client('superuser'))
  await client.connect()
  try {
    const { rows } = await client.query<Stored>(
      `select c.id, c.version, c.text,
         (select count(*)::int from platform.journal j where j.insurer_id = c.insurer_id and j.source_id = c.id) as journal,
         count(l.id) filter (where l.action = 'consultation.created')::int as created,
         count(l.id) filter (where l.action = 'consultation.changed')::int as changed,
         (select count(*)::int from platform.history h where h.insurer_id = c.insurer_id
           and h.table_name = 'casework.consultation' and h.row_id = c.id) as history
       from casework.consultation c left join audit.line l on l.record_id = c.id and l.outcome = 'done'
       where c.text like $1 group by c.insurer_id, c.id`,
      [`${mark} %`],
    )
    return rows
  } finally {
    await client.end()
    await database.close()
  }
}

/** The audit checked by the operator's command, once everything that was written is sealed too. */
export async function verifiedChain(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<{ observation: Observation; text: string }> {
  for (const end = performance.now() + SEALED_WITHIN_MS; ; await sleep(500)) {
    const { code, text } = await tryMeguri(['audit', 'verify', '--data', dataDir], env)
    const pending = /封印待ち ([\d,]+) 行/.exec(text)?.[1] ?? '不明'
    if (code === 0 && pending !== '0' && performance.now() < end) continue
    const observation = judged(
      '監査記録の鎖(`bin/meguri audit verify`)',
      '異常なし(0)。すべて封印済み',
      `${code} で終わった。封印待ち ${pending} 行`,
      code === 0 && pending === '0',
    )
    return { observation, text }
  }
}

/** What every part with writers asks: nothing lost, nothing twice, nothing half, and the chain fits. */
export async function observationsOf(
  ledger: Ledger,
  dataDir: string,
  env: Record<string, string> = {},
): Promise<{ observations: Observation[]; raw: unknown }> {
  const chain = await verifiedChain(dataDir, env)
  const kept = await compare(ledger, dataDir, env.DATABASE_URL || null)
  const heard = sumOf(ledger.people, 'heard')
  const repeated = ledger.deeds.filter(({ sends }) => sends > 1).length
  const unexpected = Object.entries(heard).filter(([key]) => /^500|^404|^409|^422/.test(key))
  const hintless = ledger.people.reduce((sum, person) => sum + person.hintless, 0)
  const foreign = Object.keys(sumOf(ledger.people, 'titles')).filter((title) => !/[ぁ-ん]/.test(title)).length
  const observations = [
    judged(
      '保存したと答えた記録',
      'すべて、最後に答えた内容である',
      `${kept.acknowledged} 件のうち、ないか違うもの ${kept.lost.length} 件`,
      kept.lost.length === 0 && kept.acknowledged > 0,
    ),
    judged(
      '送り直した記録',
      '二重にならない',
      `${repeated} 件を送り直し、二重 ${kept.doubled.length} 件`,
      kept.doubled.length === 0,
    ),
    judged(
      '業務記録・監査の行・前の版とそろった記録',
      '半端な記録がない',
      `半端なもの ${kept.half.length} 件(返事のないまま終わった送信: ある ${kept.open.there}、ない ${kept.open.notThere})`,
      kept.half.length === 0,
    ),
    chain.observation,
    judged(
      '利用者への答え',
      '500 と、自分の記録についての 404・409・422 がない。断るときは日本語の文、503 には待つ秒数(Retry-After)',
      `${wordsOf(heard)}。秒数のない 503 は ${hintless}、日本語でない文は ${foreign}`,
      unexpected.length + ledger.wrong.length + hintless + foreign === 0,
    ),
    told('利用者が見た、できなかったときの文', wordsOf(sumOf(ledger.people, 'titles')) || 'なし'),
  ]
  const raw = {
    kept,
    heard,
    wrong: ledger.wrong.slice(0, 20),
    verify: chain.text.split('\n').slice(-6),
    slowestMs: Math.max(...ledger.people.map(({ slowestMs }) => slowestMs)),
  }
  return { observations, raw }
}

export const wordsOf = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([key, count]) => `${key} × ${count.toLocaleString('en')}`)
    .join('、')

export function middleOf(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

import type { KeyObject } from 'node:crypto'
import pg from 'pg'
import { ChainCheck, type LinkPlace } from './chain-check.ts'
import { currentEpoch, keyFits } from './chain-store.ts'
import type { Finding } from './finding.ts'
import { type Head, type HeadFile, readHeads } from './head-file.ts'
import { LINE_CONTENT, SESSION_OPTIONS } from './mac.ts'

const BATCH = 5_000

export interface VerifyReport {
  isSound: boolean
  /** seals that were walked */
  sealed: number
  /** committed lines that the sealer has not reached yet: no error */
  pending: number
  /** ISO 8601, UTC; null when nothing is pending */
  oldestPendingAt: string | null
  /** the newest entry of the head file */
  head: { seq: number; at: string } | null
  findings: Finding[]
  /** how many there are; `findings` holds the first 1,000 */
  findingCount: number
}

/**
 * Compares lines, seals and head file, in one snapshot and in bounded memory. Changes nothing; the sealer may run.
 * @param auditConfig connection of meguri_audit
 */
export async function verifyAudit(
  auditConfig: pg.ClientConfig,
  key: KeyObject,
  headFile: string,
): Promise<VerifyReport> {
  const heads = readHeads(headFile, key) // before the snapshot: a head is written after its seals are committed
  const client = new pg.Client({ ...auditConfig, options: SESSION_OPTIONS })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await verifySnapshot(client, key, heads)
  } finally {
    await client.end()
  }
}

async function verifySnapshot(client: pg.Client, key: KeyObject, headFile: HeadFile): Promise<VerifyReport> {
  const findings = new Findings()
  const newest = headFile.heads.at(-1)
  const head = newest ? { seq: newest.seq, at: newest.at } : null
  const report = { sealed: 0, pending: 0, oldestPendingAt: null as string | null, head }
  if (!(await keyFits(client, key)) && headFile.heads.length === 0) {
    findings.add({ kind: 'key-mismatch', seq: null, toSeq: null, lineId: null })
    return { ...report, ...findings.result() }
  }
  const walked = await walkChain(client, key, headFile.heads, findings)
  compareHeads(headFile, walked.lastSeq, walked.contradicted, findings)
  const unsealed = await findUnsealed(client, walked.furthest, findings)
  return { ...report, sealed: walked.sealed, ...unsealed, ...findings.result() }
}

/** Keeps the first thousand: a chain under another key would otherwise fill the memory. */
class Findings {
  readonly #kept: Finding[] = []
  #count = 0

  add(finding: Finding): void {
    this.#count += 1
    if (this.#kept.length < 1_000) this.#kept.push(finding)
  }

  result() {
    return { isSound: this.#count === 0, findings: this.#kept, findingCount: this.#count }
  }
}

type Row = [string, string, Buffer, number | null, string | null, string | null]

async function walkChain(client: pg.Client, key: KeyObject, heads: Head[], findings: Findings) {
  const check = new ChainCheck(key, (finding) => findings.add(finding))
  const witness = new Map(heads.map((head) => [head.seq, head.mac]))
  const contradicted: number[] = []
  let sealed = 0
  await client.query(`declare chain no scroll cursor for
    select s.seq::text, s.line_id, s.mac, l.epoch, l.xid::text, case when l.id is not null then ${LINE_CONTENT} end
    from audit.seal s left join audit.line l on l.id = s.line_id order by s.seq`)
  const fetch = async () =>
    (await client.query({ text: `fetch ${BATCH} from chain`, rowMode: 'array' })).rows as unknown as Row[]
  let coming = fetch()
  for (let rows = await coming; rows.length > 0; rows = await coming) {
    coming = fetch() // the database works while this batch is checked
    for (const [seqText, lineId, mac, epoch, xid, content] of rows) {
      const seq = Number(seqText)
      check.add({ seq, lineId, mac, content, epoch: epoch ?? 0, xid: BigInt(xid ?? 0) })
      const known = witness.get(seq)
      if (known !== undefined && known !== mac.toString('hex')) contradicted.push(seq)
    }
    sealed += rows.length
  }
  await client.query('close chain')
  check.end(contradicted.includes(check.lastSeq))
  return { sealed, lastSeq: check.lastSeq, furthest: check.furthest, contradicted }
}

/** The head file against the chain: a longer one was cut, another mac at the same place means it was made anew. */
function compareHeads(
  { exists, heads, broken }: HeadFile,
  lastSeq: number,
  contradicted: number[],
  findings: Findings,
): void {
  const single = (kind: Finding['kind'], seq: number | null) =>
    findings.add({ kind, seq, toSeq: null, lineId: null })
  if (!exists && lastSeq > 0) single('head-missing', null)
  for (const _ of broken) single('head-broken', null)
  for (const seq of contradicted) if (seq !== lastSeq) single('rewritten', seq)
  const furthest = Math.max(0, ...heads.map((head) => head.seq))
  if (furthest > lastSeq) findings.add({ kind: 'cut', seq: lastSeq + 1, toSeq: furthest, lineId: null })
}

/**
 * Lines without a seal: behind the last proven one they wait for the sealer; before it, or with a transaction number
 * that does not exist yet, somebody put them there.
 */
async function findUnsealed(client: pg.Client, furthest: LinkPlace | undefined, findings: Findings) {
  const { epoch, xid, lineId } = furthest ?? {
    epoch: 0,
    xid: 0n,
    lineId: '00000000-0000-0000-0000-000000000000',
  }
  const { rows } = await client.query<{ id: string | null; lines: string; oldest: string | null }>(
    `with unsealed as (
       select l.id, l.at, (l.epoch, l.xid, l.id) < ($1::int, $2::xid8, $3::uuid) or l.epoch > $4
         or (l.epoch = $4 and l.xid >= pg_snapshot_xmax(pg_current_snapshot())) as misplaced
       from audit.line l where not exists (select from audit.seal s where s.line_id = l.id))
     (select id, 1::bigint as lines, null as oldest from unsealed where misplaced limit 100000)
     union all
     select null, count(*), to_char(min(at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from unsealed where not misplaced`,
    [epoch, String(xid), lineId, await currentEpoch(client)],
  )
  for (const { id } of rows)
    if (id !== null) findings.add({ kind: 'inserted', seq: null, toSeq: null, lineId: id })
  const waiting = rows.find(({ id }) => id === null)
  return { pending: Number(waiting?.lines ?? 0), oldestPendingAt: waiting?.oldest ?? null }
}

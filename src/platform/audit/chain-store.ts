import type { KeyObject } from 'node:crypto'
import type pg from 'pg'
import { AuditError } from './error.ts'
import { CHAIN_START, LINE_CONTENT, macOf, sameMac } from './mac.ts'

/** Place of a line in the order of sealing. `xid` stays text: it is 64 bits wide. */
export interface Place {
  epoch: number
  xid: string
  id: string
}

export interface ChainState {
  /** epoch that new lines get */
  epoch: number
  seq: number
  mac: Buffer
  /** place of the last sealed line that still exists */
  place: Place
}

const BEFORE_ALL: Place = { epoch: 0, xid: '0', id: '00000000-0000-0000-0000-000000000000' }

/** The default of audit.line.epoch, which audit.begin_epoch() raises. */
export async function currentEpoch(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ epoch: number }>(`
    select pg_get_expr(d.adbin, d.adrelid)::int as epoch
    from pg_attrdef d join pg_attribute a on (a.attrelid, a.attnum) = (d.adrelid, d.adnum)
    where d.adrelid = 'audit.line'::regclass and a.attname = 'epoch'`)
  return rows[0]?.epoch ?? 1
}

/** @throws AuditError moved, when new lines would sort before the sealed ones */
export async function readChain(client: pg.Client): Promise<ChainState> {
  const epoch = await currentEpoch(client)
  const last = await client.query<{ seq: string; mac: Buffer }>(
    'select seq, mac from audit.seal order by seq desc limit 1',
  )
  const places = await client.query<Place & { ahead: boolean }>(`
    select l.epoch, l.xid::text, l.id, l.xid >= pg_snapshot_xmax(pg_current_snapshot()) as ahead
    from audit.seal s join audit.line l on l.id = s.line_id order by s.seq desc limit 1`)
  const place = places.rows[0]
  if (place && place.epoch === epoch && place.ahead) {
    throw new AuditError(
      'moved',
      'データベースが別の PostgreSQL に移されています。所有者の権限で select audit.begin_epoch() を一度実行してから起動してください。',
    )
  }
  return {
    epoch,
    seq: Number(last.rows[0]?.seq ?? 0),
    mac: last.rows[0]?.mac ?? CHAIN_START,
    place: place ?? BEFORE_ALL,
  }
}

/**
 * Whether this key sealed the chain: true when the first or the last link agrees, or when none can be tried.
 * Two, because a single line may have been tampered with.
 */
export async function keyFits(client: pg.Client, key: KeyObject): Promise<boolean> {
  const { rows } = await client.query<{ mac: Buffer; previous: Buffer | null; content: string }>(`
    select s.mac, p.mac as previous, ${LINE_CONTENT} as content
    from audit.seal s join audit.line l on l.id = s.line_id left join audit.seal p on p.seq = s.seq - 1
    where (s.seq = 1 or p.seq is not null)
      and s.seq in ((select min(seq) from audit.seal), (select max(seq) from audit.seal))`)
  return (
    rows.length === 0 ||
    rows.some(({ mac, previous, content }) => sameMac(mac, macOf(key, previous ?? CHAIN_START, content)))
  )
}

/** Committed lines behind `after`, in order; lines that a running transaction may still precede are left out. */
export async function linesToSeal(
  client: pg.Client,
  { epoch, place }: ChainState,
  limit: number,
): Promise<{ place: Place; content: string }[]> {
  const { rows } = await client.query({
    name: 'audit_lines_to_seal',
    text: `select l.epoch, l.xid::text, l.id, ${LINE_CONTENT}
      from audit.line l
      where (l.epoch, l.xid, l.id) > ($1::int, $2::xid8, $3::uuid)
        and (l.epoch < $4 or l.xid < pg_snapshot_xmin(pg_current_snapshot()))
      order by l.epoch, l.xid, l.id limit $5`,
    values: [place.epoch, place.xid, place.id, epoch, limit],
    rowMode: 'array',
  })
  return (rows as unknown as [number, string, string, string][]).map(([lineEpoch, xid, id, content]) => ({
    place: { epoch: lineEpoch, xid, id },
    content,
  }))
}

/** @param macs 32 bytes for each id, one after the other */
export async function storeSeals(
  client: pg.Client,
  after: number,
  ids: string[],
  macs: Buffer,
): Promise<void> {
  await client.query({
    name: 'audit_store_seals',
    text: `insert into audit.seal (seq, line_id, mac)
      select $1::bigint + n, id, substring($3::bytea from (n::int - 1) * 32 + 1 for 32)
      from unnest($2::uuid[]) with ordinality as given (id, n)`,
    values: [after, `{${ids.join(',')}}`, macs],
  })
}

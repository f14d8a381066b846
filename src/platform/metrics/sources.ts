import pg from 'pg'

/** What only the database knows about the health of the installation: figures, never a row's content. */
export interface DatabaseFigures {
  /** jobs by state of the queue */
  jobs: Record<string, number>
  /** committed audit lines without a seal; stops counting at UNSEALED_LIMIT */
  unsealedLines: number
  /** when the newest sealed line was written, seconds since 1970; null: nothing is sealed yet */
  lastSealedAt: number | null
}

export interface DatabaseSource {
  figures(): Promise<DatabaseFigures>
  end(): Promise<void>
}

const UNSEALED_LIMIT = 100_000
const FRESH_MS = 10_000

const JOBS = 'select state::text as state, count(*)::int as n from jobs.job group by 1'
const LAST_SEALED = `
  select l.epoch, l.xid, l.id, extract(epoch from l.at)::float8 as at
  from audit.seal s join audit.line l on l.id = s.line_id order by s.seq desc limit 1`
const AUDIT = `
  with last as (${LAST_SEALED})
  select (select at from last) as at, (select count(*)::int from (
    select 1 from audit.line l
    where (l.epoch, l.xid, l.id) > (
      coalesce((select epoch from last), 0), coalesce((select xid from last), '0'::xid8),
      coalesce((select id from last), '00000000-0000-0000-0000-000000000000'::uuid))
    limit ${UNSEALED_LIMIT}) waiting) as unsealed`

/** One connection for each of the two roles that may see these tables; asked at most every ten seconds. */
export function databaseSource(jobs: pg.ClientConfig, audit: pg.ClientConfig): DatabaseSource {
  const small = (config: pg.ClientConfig) => {
    const pool = new pg.Pool({
      ...config,
      max: 1,
      connectionTimeoutMillis: 3_000,
      statement_timeout: 3_000,
      application_name: 'meguri metrics',
    })
    pool.on('error', () => {}) // replaced at the next scrape
    return pool
  }
  const pools = { jobs: small(jobs), audit: small(audit) }
  let last: { at: number; figures: Promise<DatabaseFigures> } | undefined
  const ask = async (): Promise<DatabaseFigures> => {
    const [byState, chain] = await Promise.all([
      pools.jobs.query<{ state: string; n: number }>(JOBS),
      pools.audit.query<{ at: number | null; unsealed: number }>(AUDIT),
    ])
    return {
      jobs: Object.fromEntries(byState.rows.map(({ state, n }) => [state, n])),
      unsealedLines: chain.rows[0]?.unsealed ?? 0,
      lastSealedAt: chain.rows[0]?.at ?? null,
    }
  }
  return {
    figures() {
      const now = performance.now()
      if (!last || now - last.at > FRESH_MS) last = { at: now, figures: ask() }
      return last.figures
    },
    async end() {
      await Promise.all([pools.jobs.end(), pools.audit.end()])
    },
  }
}

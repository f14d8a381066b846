import { folder, havingRight, query, runCommand, type User, usersOf } from '../data.ts'
import { spreadOf } from '../figures.ts'
import { type Line, type Part, range } from '../part.ts'
import { type Product, startProduct } from '../processes.ts'

const LINES = 1_000_000
const BATCH = 10_000
/** shares of the lines of the two accounts asked for; the rest is everybody else's */
const MISUSED = 0.5
const ORDINARY = 0.02
const PERIOD = { from: '2026-04-01', until: '2026-11-21' }

interface Asked {
  misused: string
  ordinary: string
}

/** The chain over a million lines, and whom an account touched in them: both by the operator's own command, start included. */
export const audit: Part = {
  name: 'audit',
  title: 'Audit of a million lines',
  async run({ runs, say }) {
    const { dataDir, made } = await folder('audit-million', fill)
    const product = await startProduct(dataDir)
    try {
      const auditor = (await havingRight(await usersOf(product), 'access-log.read'))[0]!
      const raw = {
        verify: [] as number[],
        misused: [] as number[],
        ordinary: [] as number[],
        screen: [] as number[],
      }
      for (let run = 0; run < runs; run++) {
        raw.verify.push(await runCommand(['audit', 'verify', '--data', dataDir]))
        raw.misused.push(await affected(dataDir, made.misused))
        raw.ordinary.push(await affected(dataDir, made.ordinary))
        raw.screen.push(await onScreen(product, auditor, made.misused))
        say(
          `  ${run + 1} ${Object.entries(raw)
            .map(([name, all]) => `${name} ${all[run]!.toFixed(2)} s`)
            .join(', ')}`,
        )
      }
      const [kept] = await query<{ lines: number; people: number; sealed: number }>(
        product.clients.superuser,
        `select (select count(*)::int from audit.line) as lines, (select sum(cardinality(person_ids))::int from audit.line) as people,
           (select count(*)::int from audit.seal) as sealed`,
      )
      return {
        lines: [
          line('audit verify, a million sealed lines', raw.verify, 20),
          line('audit affected: an account with half of all lines', raw.misused, 5),
          line('audit affected: an account with 2 % of the lines', raw.ordinary, 5),
          line('the same as a screen of 200, the account with half', raw.screen, 5),
        ],
        notes: [
          `${kept!.lines.toLocaleString('en')} lines name ${kept!.people.toLocaleString('en')} people; of twenty lines fourteen show one person, three a list of fifty, one exports fifty, two write one. ${kept!.sealed.toLocaleString('en')} are sealed.`,
        ],
        raw: { ...raw, kept },
      }
    } finally {
      await product.stop()
    }
  },
}

/** Lines as requests write them, in a hundred transactions, sealed by the product's own sealer while they come. */
async function fill(dataDir: string): Promise<Asked> {
  await runCommand(['demo', '--scale', '0.2', '--data', dataDir])
  const product = await startProduct(dataDir)
  try {
    const { superuser } = product.clients
    const logins = await query<{ username: string; insurer: number; staff: string }>(
      superuser,
      `select username, insurer_id as insurer, staff_id as staff from identity.login
       where insurer_id = (select insurer_id from identity.login group by 1 order by count(*) desc limit 1) order by username`,
    )
    await query(
      superuser,
      `create table public.bench_person as select row_number() over (order by id) - 1 as n, id from casework.person
         where insurer_id = ${logins[0]!.insurer};
       create unique index on public.bench_person (n)`,
    )
    for (let at = 0; at < LINES; at += BATCH)
      await query(superuser, INSERT, [
        at,
        at + BATCH - 1,
        logins[0]!.insurer,
        logins.map(({ staff }) => staff),
        MISUSED,
        ORDINARY,
      ])
    await query(superuser, 'drop table public.bench_person')
    await query(superuser, 'vacuum analyze audit.line')
    for (;;) {
      const [waiting] = await query<{ lines: number }>(
        superuser,
        'select ((select count(*) from audit.line) - (select count(*) from audit.seal))::int as lines',
      )
      if (waiting!.lines === 0) break
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    return { misused: logins[0]!.username, ordinary: logins[1]!.username }
  } finally {
    await product.stop()
  }
}

const INSERT = `
  insert into audit.line (at, insurer_id, staff_id, role, request_id, action, outcome, record_type, person_ids)
  select '${PERIOD.from}T00:00:00+09:00'::timestamptz + g.n * interval '19 seconds', $3::int,
    case when mod(g.n, 100) < $5::float8 * 100 then ($4::uuid[])[1]
         when mod(g.n, 100) < ($5::float8 + $6::float8) * 100 then ($4::uuid[])[2]
         else ($4::uuid[])[3 + mod(g.n, cardinality($4::uuid[]) - 2)] end,
    'centreStaff', 'bench-' || g.n,
    case when g.kind < 14 then 'person.viewed' when g.kind < 17 then 'person.listed'
         when g.kind = 17 then 'person.exported' else 'consultation.created' end,
    'done', 'person',
    case when g.kind between 14 and 17
      then array(select p.id from public.bench_person p
                 where p.n between mod(g.n * 7919, g.total - 50) and mod(g.n * 7919, g.total - 50) + 49)
      else array(select p.id from public.bench_person p where p.n = mod(g.n * 7919, g.total)) end
  from (select s.n, mod(s.n / 100, 20) as kind, (select count(*) from public.bench_person) as total
        from generate_series($1::bigint, $2::bigint) s (n)) g`

const affected = (dataDir: string, account: string): Promise<number> =>
  runCommand([
    'audit',
    'affected',
    '--account',
    account,
    '--from',
    PERIOD.from,
    '--to',
    PERIOD.until,
    '--json',
    '--data',
    dataDir,
  ])

async function onScreen({ port, clients }: Product, { cookie }: User, account: string): Promise<number> {
  const [login] = await query<{ staff: string }>(
    clients.superuser,
    'select staff_id as staff from identity.login where username = $1',
    [account],
  )
  const begun = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}/api/access-log/touched`, {
    method: 'POST',
    headers: { cookie, 'x-meguri-csrf': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ ...PERIOD, staffId: login!.staff }),
  })
  const { total } = (await answer.json()) as { total: number }
  if (!(total > 200)) throw new Error(`the screen answered ${answer.status} with ${total} people`)
  return (performance.now() - begun) / 1000
}

function line(what: string, taken: readonly number[], goal: number): Line {
  const spread = spreadOf(taken, 2)
  return {
    what,
    goal: `< ${goal} s`,
    measured: `${spread.median} s`,
    spread: range(spread, ' s'),
    isMet: spread.median < goal,
  }
}

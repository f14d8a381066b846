import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../database/testing/database.ts'
import { valueTypes } from '../../database/types.ts'
import { asOwner } from '../../testing/insurer.ts'
import { findImportKinds } from '../find.ts'
import type { ImportContext, ImportKind } from '../kind.ts'
import { runImport } from '../run.ts'
import { undoNewest } from './undo.ts'

/*
 A register of invented places and what refers to it: enough of a published file to meet every kind of column, rows that change, go
 and come, and rows of others. The file is the whole of the register.
*/
const SCHEMA = `
  create table platform.trial_place (
    code text primary key, name text not null, at timestamptz, degrees double precision, counts integer[], bytes bytea, extra jsonb,
    doubled double precision generated always as (degrees * 2) stored, serial bigint generated always as identity);
  create table platform.trial_note (code text not null references platform.trial_place, n integer, primary key (code, n));
  create table platform.trial_made (places integer, at date, unique nulls not distinct (places, at));
  create table platform.trial_other (code text references platform.trial_place);
  grant select, insert, update, delete on platform.trial_place, platform.trial_note, platform.trial_made, platform.trial_other to meguri_reference`

type Place = [code: string, name: string, degrees: number | null]

const places = (rows: Place[], change: Partial<ImportKind> = {}): ImportKind => ({
  kind: 'trial-places',
  label: '試験の場所',
  help: '試験',
  extensions: ['.csv'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'test.imported',
  stage: [
    { name: 'code', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'degrees', type: 'double precision' },
  ],
  async *read() {
    yield rows.map((values) => ({ values }))
  },
  compare: () => ({
    text: `select case when p.code is null then 'added' when s.code is null then 'removed'
        when (s.name, s.degrees) is not distinct from (p.name, p.degrees) then 'unchanged' else 'changed' end as state,
        coalesce(s.code, p.code) as key, json_build_object('名称', p.name) as before, json_build_object('名称', s.name) as after
      from stage s full join platform.trial_place p using (code)`,
    values: [],
  }),
  async apply(client) {
    await client.query('delete from platform.trial_note where code not in (select code from stage)')
    await client.query('delete from platform.trial_place where code not in (select code from stage)')
    await client.query(
      `insert into platform.trial_place (code, name, at, degrees, counts, bytes, extra)
       select code, name, '2026-11-22T00:00:00.123456Z', degrees, array[1, null], '\\x00ff', '{"b": 1, "a": [2]}' from stage
       on conflict (code) do update set name = excluded.name, degrees = excluded.degrees`,
    )
    await client.query('insert into platform.trial_note select code, 1 from stage on conflict do nothing')
  },
  tables: ['platform.trial_place', 'platform.trial_note'],
  ...change,
})

const A: Place[] = [
  ['01', '甲会館', 34.1],
  ['02', '乙会館', 0.1 + 0.2],
  ['03', '丙会館', null],
]
const B: Place[] = [
  ['01', '甲会館', 34.1],
  ['02', '乙会館（新）', 1e-7],
  ['04', '丁会館', -1.5],
]

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  await asOwner(database, (owner) => owner.query(SCHEMA))
  client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  return async () => {
    await client.end()
    await asOwner(database, (owner) =>
      owner.query(`drop table platform.trial_other, platform.trial_made, platform.trial_note, platform.trial_place;
        delete from platform.reference_run where kind like 'trial-%'`),
    )
  }
})

const context = (loadedBy = 'command'): ImportContext => ({
  insurerId: null,
  checksums: new Map([['場所.csv', 'f'.repeat(64)]]),
  loadedBy,
  now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
  today: '2026-11-22',
  attribution: null,
})

async function load(kind: ImportKind) {
  await client.query('begin')
  const run = await runImport(client, kind, [], context(), { dryRun: false })
  await client.query('commit')
  return run
}
async function undo(kind = places([]), runId?: string) {
  await client.query('begin')
  const undone = await undoNewest(client, kind, { context: context(), ...(runId ? { runId } : {}) })
  await client.query(undone.outcome === 'undone' ? 'commit' : 'rollback')
  return undone
}
/** Every row as PostgreSQL writes it. */
const stored = () =>
  client
    .query(
      `select array(select t::text from platform.trial_place t order by code) as places,
         array(select t::text from platform.trial_note t order by code, n) as notes,
         array(select t::text from platform.trial_made t) as made`,
    )
    .then(({ rows }) => rows[0])
const runs = () =>
  client
    .query(
      `select id, added, changed, removed, unchanged, undone_at is not null as undone, kept_tables is not null as kept
       from platform.reference_run where kind = 'trial-places' order by place`,
    )
    .then(({ rows }) => rows)
const empty = async () => {
  await client.query(`delete from platform.trial_other; delete from platform.trial_note; delete from platform.trial_place;
    delete from platform.trial_made; delete from platform.reference_run where kind = 'trial-places'`)
}

describe('取り込みの取り消し', () => {
  it('A、B と取り込み、B を取り消せば、表は A のあとと一字も違わない', async () => {
    await empty()
    await load(places(A))
    const afterA = await stored()
    expect(await load(places(B))).toMatchObject({ added: 1, changed: 1, removed: 1, unchanged: 1 })
    expect(await stored()).not.toEqual(afterA)
    expect(await undo()).toMatchObject({ outcome: 'undone' })
    expect(await stored()).toEqual(afterA)
    expect(await runs()).toMatchObject([
      { added: 3, undone: false, kept: true },
      { added: 1, changed: 1, removed: 1, unchanged: 1, undone: true, kept: false },
    ])
    // then A itself, and nothing is left to undo
    expect(await undo()).toMatchObject({ outcome: 'undone' })
    expect(await stored()).toEqual({ places: [], notes: [], made: [] })
    expect(await undo()).toMatchObject({ outcome: 'refused', code: 'none' })
    const left = `select from platform.reference_kept k join platform.reference_run r on r.id = k.run_id where r.kind = 'trial-places'`
    expect((await client.query(left)).rowCount).toBe(0)
  })

  it('取り消したあとで、同じファイルをもう一度取り込める', async () => {
    await empty()
    await load(places(A))
    await load(places(B))
    const afterB = await stored()
    await undo()
    await load(places(B))
    const again = await stored()
    expect([again.places.length, again.notes]).toEqual([afterB.places.length, afterB.notes])
  })

  it('見ていたものより新しい取り込みがあれば、断る', async () => {
    await empty()
    await load(places(A))
    await load(places(B))
    const [first] = await runs()
    const before = await stored()
    expect(await undo(places([]), first.id)).toMatchObject({
      outcome: 'refused',
      code: 'newer',
      remedy: expect.stringMatching(/。$/),
    })
    expect(await stored()).toEqual(before)
  })

  it('取り込んだあとで、ほかから変えられた行があれば断り、何も変えない', async () => {
    await empty()
    await load(places(A))
    await load(places(B))
    await client.query(`update platform.trial_place set name = '別の名' where code = '04'`)
    const before = await stored()
    expect(await undo()).toMatchObject({ outcome: 'refused', code: 'changed-since' })
    expect(await stored()).toEqual(before)
    expect((await runs()).at(-1)).toMatchObject({ undone: false, kept: true })
  })

  it('加わったものをほかの記録が使っていれば断り、何も変えない', async () => {
    await empty()
    await load(places(A))
    await load(places(B))
    await client.query(`insert into platform.trial_other values ('04')`)
    const before = await stored()
    expect(await undo()).toMatchObject({ outcome: 'refused', code: 'referred-to' })
    expect(await stored()).toEqual(before)
  })

  it('同じ行を変えない、あとからの書き込みは残る', async () => {
    await empty()
    await load(places(A))
    await load(places(B))
    await client.query(`insert into platform.trial_note values ('01', 7)`)
    expect(await undo()).toMatchObject({ outcome: 'undone' })
    expect((await stored()).notes).toContain('(01,7)')
  })

  it('何も変えなかった取り込みは、記録に残るだけで、前の取り込みの取り消しを妨げず、押し出しもしない', async () => {
    await empty()
    await load(places(A))
    const afterA = await stored()
    await load(places(B))
    for (let n = 0; n < 6; n += 1) expect(await load(places(B))).toMatchObject({ added: 0, unchanged: 3 })
    expect(await runs()).toHaveLength(8)
    expect(await undo(places([]), (await runs())[1].id)).toMatchObject({ outcome: 'undone' })
    expect(await stored()).toEqual(afterA)
    expect(await undo()).toMatchObject({ outcome: 'undone' })
    expect((await stored()).places).toEqual([])
  })

  it('大きな表でも、残すものを探す手間は行数に比例する', async () => {
    await empty()
    const many: Partial<ImportKind> = {
      async apply(on) {
        await on.query(`set local work_mem = '64kB'; set local statement_timeout = '8s'`)
        await on.query(
          `insert into platform.trial_place (code, name) select 'n' || n, '名' from generate_series(1, 60000) n`,
        )
      },
    }
    await load(places(A, many))
    await load(
      places(B, {
        apply: (on) =>
          on.query(
            `set local work_mem = '64kB'; set local statement_timeout = '8s'; update platform.trial_place set name = '新' where code = 'n1'`,
          ) as never,
      }),
    )
    expect(await undo()).toMatchObject({ outcome: 'undone', rows: 2 })
    await empty()
  }, 60_000)

  it('作り直されるものは、戻したあとで作り直される', async () => {
    await empty()
    const count = async (to: pg.ClientBase) => {
      await to.query('delete from platform.trial_made')
      await to.query('insert into platform.trial_made select count(*) from platform.trial_place')
    }
    const counted = (rows: Place[]) => {
      const kind = places(rows, { derived: ['platform.trial_made'], undone: count })
      const { apply } = kind
      kind.apply = async (to, ...rest) => {
        await apply(to, ...rest)
        await count(to)
      }
      return kind
    }
    await load(counted(A))
    await load(counted(B.slice(0, 1)))
    expect((await stored()).made).toEqual(['(1,)'])
    await undo(counted([]))
    expect((await stored()).made).toEqual(['(3,)'])
  })

  it('主キーがなく、鍵に空のある表も戻る', async () => {
    await empty()
    const kept = (rows: Place[], note: string) => {
      const kind = places(rows)
      const { apply } = kind
      return {
        ...kind,
        tables: [...kind.tables!, 'platform.trial_made'],
        apply: async (to: pg.ClientBase, ...rest: [ImportContext, () => Promise<void>]) => {
          await apply(to, ...rest)
          await to.query('delete from platform.trial_made')
          await to.query('insert into platform.trial_made values ($1, null), (null, $2)', [rows.length, note])
        },
      }
    }
    await load(kept(A, '2026-04-01'))
    const afterA = await stored()
    await load(kept(B.slice(0, 2), '2026-05-01'))
    expect(await undo(kept([], ''))).toMatchObject({ outcome: 'undone' })
    expect({ ...(await stored()), made: (await stored()).made.sort() }).toEqual({
      ...afterA,
      made: afterA.made.sort(),
    })
  })
})

describe('同じ鍵のもとで置き換わる組', () => {
  /** As boundaries are kept: a set of a day with its rows; the same day again is a new set. */
  const SETS = `
    create table platform.trial_set (id uuid primary key default uuidv7(), day date not null unique, note text);
    create table platform.trial_member (set_id uuid not null references platform.trial_set on delete cascade, n integer, primary key (set_id, n));
    grant select, insert, update, delete on platform.trial_set, platform.trial_member to meguri_reference`
  const sets = (note: string, change: Partial<ImportKind> = {}): ImportKind => ({
    ...places([['1', note, null]]),
    kind: 'trial-sets',
    compare: () => ({
      text: `select 'changed' as state, name as key, null::json as before, null::json as after from stage`,
      values: [],
    }),
    async apply(to) {
      await to.query(`delete from platform.trial_set where day = '2026-11-22'`)
      await to.query(
        `with made as (insert into platform.trial_set (day, note) select '2026-11-22', name from stage returning id)
         insert into platform.trial_member select id, n from made, generate_series(1, 3) n`,
      )
    },
    tables: ['platform.trial_set', 'platform.trial_member'],
    ...change,
  })
  const members = () =>
    client
      .query(
        `select s::text, m::text from platform.trial_set s join platform.trial_member m on m.set_id = s.id order by 1, 2`,
      )
      .then(({ rows }) => rows)

  beforeAll(async () => {
    await asOwner(database, (owner) => owner.query(SETS))
    return () =>
      asOwner(database, (owner) => owner.query('drop table platform.trial_member, platform.trial_set')).then(
        () => undefined,
      )
  })

  it('前の組が、前の番号のまま戻る', async () => {
    await load(sets('前'))
    const before = await members()
    await load(sets('後'))
    expect(await members()).not.toEqual(before)
    expect(await undo(sets(''))).toMatchObject({ outcome: 'undone' })
    expect(await members()).toEqual(before)
  })

  it('道連れに消える表を述べない種類は、止まる', async () => {
    await client.query('begin')
    const silent = sets('別', { tables: ['platform.trial_set'] })
    await expect(runImport(client, silent, [], context(), { dryRun: false })).rejects.toThrow('trial_member')
    await client.query('rollback')
  })
})

describe('残すものの決まり', () => {
  it('公表されたファイルの種類は、書く表をすべて述べている', async () => {
    const silent = (await findImportKinds()).filter(({ target, tables }) => target === 'reference' && !tables)
    expect(silent.map(({ kind }) => kind)).toEqual([])
  })

  it('述べていない表に書く種類は、止まる', async () => {
    await empty()
    await client.query('begin')
    const silent = places(A, { tables: ['platform.trial_place'] })
    await expect(runImport(client, silent, [], context(), { dryRun: false })).rejects.toThrow(
      'platform.trial_note',
    )
    await client.query('rollback')
    expect(await runs()).toEqual([])
  })

  it('表を述べない種類は、記録に残るが取り消せない', async () => {
    await empty()
    const { tables: _, ...silent } = places(A)
    await load(silent)
    expect(await undo()).toMatchObject({ outcome: 'refused', code: 'not-kept' })
  })

  it('新しい5回分を残し、それより古いものは手放す', async () => {
    await empty()
    for (let n = 0; n < 7; n += 1) await load(places([['01', `名${n}`, n]]))
    expect((await runs()).map(({ kept }) => kept)).toEqual([false, false, true, true, true, true, true])
    for (let n = 0; n < 5; n += 1) expect(await undo()).toMatchObject({ outcome: 'undone' })
    expect((await stored()).places[0]).toContain('名1')
    expect(await undo()).toMatchObject({ outcome: 'refused', code: 'not-kept' })
  })

  it('試しに比べるだけなら、記録にも残らない', async () => {
    await empty()
    await client.query('begin')
    await runImport(client, places(A), [], context(), { dryRun: true })
    await client.query('commit')
    expect(await runs()).toEqual([])
  })

  it('表の形が変わっていれば断る', async () => {
    await empty()
    await load(places(A))
    await asOwner(database, (owner) => owner.query('alter table platform.trial_place add column later text'))
    expect(await undo()).toMatchObject({ outcome: 'refused', code: 'other-layout' })
    await asOwner(database, (owner) => owner.query('alter table platform.trial_place drop column later'))
  })
})

import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anAccessApp, operationsOf } from '../../platform/testing/access/app.ts'
import { anActor, anInsurer, aPerson, asOwner, engineOf, workOf } from '../../platform/testing/insurer.ts'
import { commands } from './commands.ts'
import { routes } from './routes.ts'
import { exportTouched } from './touched.ts'

let database: TestDatabase
let call: Call
beforeAll(async () => {
  database = await testDatabase()
  call = anApi(database, [routes])
})

const november = { from: '2026-11-01', until: '2026-11-30' }

async function anOffice() {
  const insurer = await anInsurer(database)
  const auditor = await anActor(database, insurer, 'auditor')
  const worker = await anActor(database, insurer, 'centreStaff', 'a')
  const other = await anActor(database, insurer, 'centreStaff', 'a')
  const line = (at: string, action: string, personIds: string[], { by = worker, outcome = 'done' } = {}) =>
    asOwner(database, (client) =>
      client.query(
        `insert into audit.line (insurer_id, staff_id, role, request_id, action, outcome, person_ids, at)
         values ($1, $2, 'centreStaff', 'r1', $3, $4, $5, $6)`,
        [insurer.id, by.staffId, action, outcome, personIds, at],
      ),
    )
  const person = () => aPerson(database, insurer, insurer.centres.a)
  return { insurer, auditor, worker, other, line, person }
}

describe('一つの口座が触れた人', () => {
  it('期間の中で見た・書いた・書き出した・印刷した回数が、人ごとに出る。断られたものとほかの口座のものは入らない', async () => {
    const { auditor, worker, other, line, person } = await anOffice()
    const [a, b, c] = [await person(), await person(), await person()]
    await line('2026-10-31T23:59:59+09:00', 'person.viewed', [c])
    await line('2026-11-01T00:00:00+09:00', 'person.viewed', [a, b])
    await line('2026-11-02T10:00:00+09:00', 'person.listed', [a])
    await line('2026-11-03T10:00:00+09:00', 'consultation.created', [a])
    await line('2026-11-04T10:00:00+09:00', 'person.exported', [a])
    await line('2026-11-05T10:00:00+09:00', 'registration.notice-printed', [a])
    await line('2026-11-06T10:00:00+09:00', 'consultation.changed', [a], { outcome: 'failed' })
    await line('2026-11-07T10:00:00+09:00', 'person.viewed', [c], { outcome: 'refused' })
    await line('2026-11-08T10:00:00+09:00', 'person.viewed', [c], { by: other })
    await line('2026-12-01T00:00:00+09:00', 'person.viewed', [c])
    const { status, body } = await call(auditor, 'POST', '/api/access-log/touched', {
      ...november,
      staffId: worker.staffId,
    })
    expect(status).toBe(200)
    expect(body.total).toBe(2)
    expect(body.items).toMatchObject([
      {
        id: a,
        name: '試験 花子',
        viewed: 2,
        written: 2,
        exported: 1,
        printed: 1,
        firstAt: '2026-10-31T15:00:00Z',
        lastAt: '2026-11-06T01:00:00Z',
      },
      { id: b, viewed: 1, written: 0, exported: 0, printed: 0 },
    ])
  })

  it('調べたことも、だれの名を見たかとともに記録に残る', async () => {
    const { auditor, worker, line, person } = await anOffice()
    const a = await person()
    await line('2026-11-04T10:00:00+09:00', 'person.viewed', [a])
    const question = { ...november, staffId: worker.staffId }
    await call(auditor, 'POST', '/api/access-log/touched', question)
    const about = await call(auditor, 'POST', '/api/access-log/lines', { ...november, personId: a })
    expect(about.body.items.map((one: { action: string }) => one.action)).toContain(
      'access-log.touched-viewed',
    )
  })

  it('ファイルには全員が入り、式になる名は式にならない', async () => {
    const { insurer, auditor, worker, line } = await anOffice()
    const a = await aPerson(database, insurer, insurer.centres.a, { name: '=試験 式' })
    await line('2026-11-04T10:00:00+09:00', 'person.viewed', [a])
    const { bytes } = await exportTouched(
      workOf(database, auditor),
      { ...november, staffId: worker.staffId },
      'csv',
    )
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain("'=試験 式")
    expect(text).toContain(a)
  })

  it('監査担当でない職員には、画面からも扉からも出ない。ほかの保険者の口座は、だれにも触れていない', async () => {
    const { insurer, worker, line, person } = await anOffice()
    await line('2026-11-04T10:00:00+09:00', 'person.viewed', [await person()])
    const question = { ...november, staffId: worker.staffId }
    const officer = await anActor(database, insurer, 'officer')
    expect((await call(officer, 'POST', '/api/access-log/touched', question)).status).toBe(403)
    for (const text of [
      `select * from casework.people_touched('${worker.staffId}', '2026-11-01', '2026-12-01')`,
      `select * from casework.touched_between(${insurer.id}, '${worker.staffId}', '2026-11-01', '2026-12-01')`,
    ])
      await expect(workOf(database, officer).read((tx) => tx.query(text, []))).rejects.toMatchObject({
        code: '42501',
      })
    const elsewhere = await anOffice()
    const { body } = await call(elsewhere.auditor, 'POST', '/api/access-log/touched', question)
    expect(body).toEqual({ items: [], total: 0 })
  })
})

describe('監査の語が何をしたか', () => {
  it('GET は書いたことにならず、書き換える方法は見たことにならず、どの語にも答えがある', async () => {
    const { app, end } = await anAccessApp(database, new Map(), {
      engine: engineOf(database),
      readQueue: { add: async () => {} },
    })
    const operations = operationsOf(app).filter(
      ({ audit, path }) => audit !== 'none' && !path.startsWith('/api/session'), // a session names nobody's record
    )
    await end()
    const words = [...new Set(operations.map(({ audit }) => audit!))]
    const { rows } = await asOwner(database, (client) =>
      client.query<{ word: string; touch: string }>(
        'select word, casework.touch_of(word) as touch from unnest($1::text[]) w (word)',
        [words],
      ),
    )
    const touch = new Map(rows.map((row) => [row.word, row.touch]))
    const wrong = operations.filter(({ method, audit }) => {
      const of = touch.get(audit!)
      return method === 'GET' ? of === 'written' : method !== 'POST' && of !== 'written'
    })
    expect(words.length).toBeGreaterThan(100)
    expect(wrong.map(({ key, audit }) => `${key} ${audit} ${touch.get(audit!)}`)).toEqual([])
  })
})

describe('bin/meguri audit affected', () => {
  const command = commands.find(({ name }) => name === 'audit affected')!
  async function run(values: Record<string, string | boolean>) {
    const printed: string[] = []
    const code = await command.run({
      positionals: [],
      values,
      config: readConfig({}, {}),
      stdout: (line) => printed.push(line),
      openDatabase: async () => database as never,
    })
    return { code, text: printed.join('\n') }
  }

  it('職員番号と期間から一覧を出し、持ち主だけが読めるファイルに書き、調べたことを記録に残す', async () => {
    const { insurer, worker, line, person } = await anOffice()
    const a = await person()
    await line('2026-11-04T10:00:00+09:00', 'person.viewed', [a])
    const number = `af${worker.staffId.slice(0, 8)}`
    await asOwner(database, (client) =>
      client.query(`select identity.add_login($1, $2, $3, '試験', 'x', false, now())`, [
        insurer.id,
        worker.staffId,
        number,
      ]),
    )
    const csv = join(mkdtempSync(join(tmpdir(), 'meguri-affected-')), 'people.csv')
    const { code, text } = await run({ account: number, from: '2026-11-01', to: '2026-11-30', csv })
    expect(text).toContain('触れた人は 1 人です')
    expect(code).toBe(0)
    expect(readFileSync(csv, 'utf8')).toContain('試験 花子')
    expect(statSync(csv).mode & 0o777).toBe(0o600)
    const again = await run({ account: number, from: '2026-11-01', to: '2026-11-30', csv })
    expect(again).toMatchObject({ code: 2, text: expect.stringContaining('同じ名前のファイル') })
    const { rows } = await asOwner(database, (client) =>
      client.query(
        `select person_ids from audit.line where record_id = $1 and action = 'access-log.touched-exported'`,
        [worker.staffId],
      ),
    )
    expect(rows[0]).toEqual({ person_ids: [a] })
  })

  it.each([
    [{ from: '2026-11-01', to: '2026-11-30' }, '--account に'],
    [{ account: 'ない番号', from: '2026-11-01', to: '2026-11-30' }, '口座はありません'],
    [{ account: 'x', from: '11/1', to: '2026-11-30' }, '開始日: 日付を'],
    [{ account: 'x', from: '2026-12-01', to: '2026-11-30' }, '終了日: 開始日と同じ日か'],
  ])('%o は断り、どう直すかを言う', async (values, said) => {
    const { code, text } = await run(values as Record<string, string>)
    expect({ code, text }).toMatchObject({ code: 2, text: expect.stringContaining(said) })
  })
})

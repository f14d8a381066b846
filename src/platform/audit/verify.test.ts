import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditKey } from './key.ts'
import { type OwnAuditDatabase, ownAuditDatabase } from './testing/own-database.ts'
import { verifyAudit } from './verify.ts'

let own: OwnAuditDatabase
beforeAll(async () => {
  own = await ownAuditDatabase('verify')
})
afterAll(() => own.drop())
beforeEach(async () => {
  await own.reset()
  await own.write(10)
  await own.seal()
})

const lineAt = (seq: number) =>
  own.as('audit', async (client) => {
    const { rows } = await client.query('select line_id from audit.seal where seq = $1', [seq])
    return rows[0].line_id as string
  })
const found = async () => (await own.verify()).findings.map(({ kind, seq }) => ({ kind, seq }))
const line = (seq: number) => `(select line_id from audit.seal where seq = ${seq})`

describe('監査記録の確認', () => {
  it('手を加えていなければ異常なし、封印前の新しい行は「待ち」', async () => {
    await own.write(3)
    expect(await own.verify()).toEqual({
      isSound: true,
      sealed: 10,
      pending: 3,
      oldestPendingAt: '2026-11-22T01:02:03.456Z',
      head: { seq: 10, at: '2026-11-22T01:02:03.456Z' },
      findings: [],
      findingCount: 0,
    })
  })

  it.each([
    ['操作', `action = 'person.listed'`],
    ['職員', `staff_id = '019aa000-0000-7000-8000-00000000b001'`],
    ['対象の人', `person_ids = '{}'`],
    ['時刻', `at = at - interval '1 ms'`],
    ['理由', `detail = '{"件数": 2}'`],
    ['値の境目', `action = 'person', outcome = 'done'`],
    ['無と空', `role = ''`],
  ])('行の%sを変えると changed', async (_, change) => {
    const lineId = await lineAt(4)
    await own.tamper(`update audit.line set ${change} where id = '${lineId}'`)
    const report = await own.verify()
    expect(report.isSound).toBe(false)
    expect(report.findings).toEqual([{ kind: 'changed', seq: 4, toSeq: null, lineId }])
  })

  it.each([1, 10])('端の行(%i番)を変えても changed', async (seq) => {
    await own.tamper(`update audit.line set action = 'x' where id = ${line(seq)}`)
    expect(await found()).toEqual([{ kind: 'changed', seq }])
  })

  it('離れた行と続いた行を変えると、それぞれ見つかる', async () => {
    await own.tamper(`update audit.line set action = 'x' where id in (${line(2)}, ${line(7)}, ${line(8)})`)
    expect((await found()).map(({ seq }) => seq)).toEqual([2, 7, 8])
  })

  it('複製の役を装って(session_replication_role)も、行は変えられない', async () => {
    await own.as('superuser', async (client) => {
      await client.query('set session_replication_role = replica')
      await expect(client.query(`update audit.line set action = 'x'`)).rejects.toThrow('append-only')
    })
  })

  it('行を消すと removed', async () => {
    const lineId = await lineAt(5)
    await own.tamper(`delete from audit.line where id = '${lineId}'`)
    expect((await own.verify()).findings).toEqual([{ kind: 'removed', seq: 5, toSeq: null, lineId }])
  })

  it('行と封印を一緒に消すと seal-removed、次の行は unverifiable', async () => {
    await own.tamper(`delete from audit.line where id in (${line(5)}, ${line(6)})`)
    await own.tamper('delete from audit.seal where seq in (5, 6)')
    const [gap, next] = (await own.verify()).findings
    expect(gap).toEqual({ kind: 'seal-removed', seq: 5, toSeq: 6, lineId: null })
    expect(next).toEqual({ kind: 'unverifiable', seq: 7, toSeq: null, lineId: await lineAt(7) })
  })

  it('行と封印を消して番号を詰めても見つかる', async () => {
    await own.tamper(`delete from audit.line where id = ${line(5)}`)
    await own.tamper('delete from audit.seal where seq = 5')
    for (const seq of [6, 7, 8, 9, 10])
      await own.tamper(`update audit.seal set seq = seq - 1 where seq = ${seq}`)
    expect(await found()).toContainEqual({ kind: 'changed', seq: 5 })
    expect(await found()).toContainEqual({ kind: 'cut', seq: 10 })
  })

  it('封印の済んだ所へ行を差し込むと inserted', async () => {
    await own.tamper(`insert into audit.line (id, xid, at, request_id, action, outcome)
      select '019aa000-0000-7000-8000-00000000c001', xid, at, 'x', 'x', 'done' from audit.line where id = ${line(3)}`)
    expect((await own.verify()).findings).toEqual([
      { kind: 'inserted', seq: null, toSeq: null, lineId: '019aa000-0000-7000-8000-00000000c001' },
    ])
  })

  it('まだ来ない取引番号で行を差し込んでも inserted', async () => {
    await own.tamper(`insert into audit.line (xid, at, request_id, action, outcome)
      values ('99999999999', now(), 'x', 'x', 'done')`)
    expect(await found()).toEqual([{ kind: 'inserted', seq: null }])
  })

  it('行と封印を鍵なしで書き換えると rewritten', async () => {
    await own.tamper(`update audit.line set action = 'x' where id = ${line(4)}`)
    await own.tamper(`update audit.seal set mac = sha256('にせ') where seq = 4`)
    expect(await found()).toEqual([
      { kind: 'rewritten', seq: 4 },
      { kind: 'unverifiable', seq: 5 },
    ])
  })

  it('最後の行と封印を書き換えても、控えがあれば rewritten', async () => {
    await own.tamper(`update audit.line set action = 'x' where id = ${line(10)}`)
    await own.tamper(`update audit.seal set mac = sha256('にせ') where seq = 10`)
    expect(await found()).toEqual([{ kind: 'rewritten', seq: 10 }])
  })

  it('封印だけを書き換えると seal-changed', async () => {
    await own.tamper(`update audit.seal set mac = sha256('にせ') where seq = 4`)
    expect(await found()).toEqual([{ kind: 'seal-changed', seq: 4 }])
  })

  it.each([
    [4, 5],
    [3, 8],
  ])('%i番と%i番の行を入れ替えると reordered', async (a, b) => {
    const [lineA, lineB] = [await lineAt(a), await lineAt(b)]
    await own.tamper(`update audit.seal set line_id = uuidv7() where seq = ${b}`)
    await own.tamper(`update audit.seal set line_id = '${lineB}' where seq = ${a}`)
    await own.tamper(`update audit.seal set line_id = '${lineA}' where seq = ${b}`)
    expect(await found()).toEqual([
      { kind: 'reordered', seq: a },
      { kind: 'reordered', seq: b },
    ])
  })

  it('末尾を切り取ると cut', async () => {
    await own.tamper(`delete from audit.line where id in (select line_id from audit.seal where seq > 7)`)
    await own.tamper('delete from audit.seal where seq > 7')
    expect((await own.verify()).findings).toEqual([{ kind: 'cut', seq: 8, toSeq: 10, lineId: null }])
  })

  it('全部を消しても cut', async () => {
    await own.tamper('truncate audit.line, audit.seal')
    expect(await found()).toEqual([{ kind: 'cut', seq: 1 }])
  })

  it('末尾を切って新しい行で埋めても、控えと合わないので rewritten', async () => {
    await own.tamper(`delete from audit.line where id in (select line_id from audit.seal where seq > 7)`)
    await own.tamper('delete from audit.seal where seq > 7')
    await own.write(5)
    await own.seal()
    expect(await found()).toEqual([{ kind: 'rewritten', seq: 10 }])
  })

  it('控えのファイルがなければ head-missing、書き換えられていれば head-broken', async () => {
    const text = readFileSync(own.headFile, 'utf8')
    writeFileSync(own.headFile, text.replace('"seq":10', '"seq":7'))
    expect(await found()).toContainEqual({ kind: 'head-broken', seq: null })
    rmSync(own.headFile)
    expect(await found()).toEqual([{ kind: 'head-missing', seq: null }])
  })

  it('停電で途中まで書かれた控えの行は異常とせず、次の控えはその後ろに書かれる', async () => {
    appendFileSync(own.headFile, '{"seq":10,"ma')
    expect(await found()).toEqual([])
    await own.write(2)
    await own.seal()
    expect(await own.verify()).toMatchObject({ isSound: true, head: { seq: 12 } })
  })

  it('違う鍵では key-mismatch とだけ言う', async () => {
    const other = auditKey(`${own.folder}/other-key`)
    const report = await verifyAudit(own.config('audit'), other, own.headFile)
    expect(report.findings.map(({ kind }) => kind)).toEqual(['key-mismatch'])
  })
})

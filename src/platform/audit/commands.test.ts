import { renameSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { testDatabase } from '../database/testing/database.ts'
import { commands } from './commands.ts'
import { auditPaths } from './paths.ts'
import { type OwnAuditDatabase, ownAuditDatabase } from './testing/own-database.ts'

let own: OwnAuditDatabase
beforeAll(async () => {
  own = await ownAuditDatabase('command')
})
afterAll(() => own.drop())
beforeEach(async () => {
  await own.reset()
  await own.write(3)
  await own.seal()
})

async function verify(values: Record<string, boolean> = {}) {
  const printed: string[] = []
  const code = await commands
    .find(({ name }) => name === 'audit verify')!
    .run({
      positionals: [],
      values,
      config: readConfig({ data: own.folder }, {}),
      stdout: (line) => printed.push(line),
      openDatabase: async () => ({ ...(await testDatabase()), client: own.config }),
    })
  return { code, text: printed.join('\n') }
}

describe('bin/meguri audit verify', () => {
  it('異常がなければ 0 で終わり、どこまで確かめたかを言う', async () => {
    const { code, text } = await verify()
    expect(code).toBe(0)
    expect(text).toContain('監査記録に異常はありません。')
    expect(text).toContain('封印済み 3 行、封印待ち 0 行')
    expect(text).toContain('3 番まで（2026-11-22 10:02）')
  })

  it('異常があれば 2 で終わり、番号と行と種類を言う', async () => {
    await own.tamper(`delete from audit.line where id = (select line_id from audit.seal where seq = 2)`)
    const { code, text } = await verify()
    expect(code).toBe(2)
    expect(text).toMatch(/・2番 行 [0-9a-f-]{36}: 封印された記録の行が削除されています。（removed）/)
  })

  it('--json では機械が読める形で言う', async () => {
    await own.tamper('delete from audit.seal where seq = 3')
    const { code, text } = await verify({ json: true })
    expect(code).toBe(2)
    expect(JSON.parse(text)).toMatchObject({
      isSound: false,
      sealed: 2,
      pending: 1,
      findingCount: 1,
      findings: [
        { kind: 'cut', seq: 3, toSeq: 3, lineId: null, message: expect.stringContaining('切り取られ') },
      ],
    })
  })

  it('一度も封印していなければ、鍵がなくても、まだ確かめるものがないと言って 0 で終わる', async () => {
    const { keyFile } = auditPaths({ dataDir: own.folder })
    await own.reset()
    await own.write(2)
    renameSync(keyFile, `${keyFile}.away`)
    const { code, text } = await verify()
    const { text: json } = await verify({ json: true })
    renameSync(`${keyFile}.away`, keyFile)
    expect(code).toBe(0)
    expect(text).toContain('確かめる監査記録は、まだありません。')
    expect(text).toContain('封印済み 0 行、封印待ち 2 行（最も古いもの 2026-11-22 10:02）')
    expect(JSON.parse(json)).toMatchObject({ isSound: true, sealed: 0, pending: 2, head: null })
  })

  it('封印した行を消しても、控えのファイルがあれば、鍵がないことを隠せない', async () => {
    const { keyFile } = auditPaths({ dataDir: own.folder })
    await own.tamper('truncate audit.line, audit.seal')
    renameSync(keyFile, `${keyFile}.away`)
    const { code, text } = await verify({ json: true })
    renameSync(`${keyFile}.away`, keyFile)
    expect(code).toBe(2)
    expect(JSON.parse(text)).toEqual({ isSound: false, error: 'key-missing' })
  })

  it('鍵がなければ作らずに 2 で終わり、どうすればよいかを言う', async () => {
    const { keyFile } = auditPaths({ dataDir: own.folder })
    renameSync(keyFile, `${keyFile}.away`)
    const { code, text } = await verify()
    renameSync(`${keyFile}.away`, keyFile)
    expect(code).toBe(2)
    expect(text).toContain('控えの鍵をこの場所に戻すか')
  })
})

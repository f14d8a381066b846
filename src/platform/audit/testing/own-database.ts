import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { fixedClock } from '../../clock.ts'
import type { Role } from '../../database/open.ts'
import { testDatabase } from '../../database/testing/database.ts'
import { auditKey } from '../key.ts'
import { type AuditLine, insertLines, lineOf } from '../line.ts'
import { auditPaths } from '../paths.ts'
import { startSealer } from '../sealer.ts'
import { verifyAudit } from '../verify.ts'

export const AT = '2026-11-22T01:02:03.456Z'
export const clock = fixedClock(AT)
export const PERSON = '019aa000-0000-7000-8000-00000000a001'

/**
 * A database of its own with a key and a head file: the chain is one per installation, so tests that tamper with it
 * must not share the worker's.
 */
export async function ownAuditDatabase(label: string) {
  const shared = await testDatabase()
  const name = `meguri_audit_${label}_${process.pid}`
  await asClient(shared.client('superuser'), async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template meguri_template strategy file_copy`)
  })
  const folder = mkdtempSync(join(tmpdir(), 'meguri-audit-'))
  const { headFile, keyFile } = auditPaths({ dataDir: folder })
  const key = auditKey(keyFile)
  const config = (role: Role): pg.ClientConfig => ({ ...shared.client(role), database: name })
  const as = <T>(role: Role, work: (client: pg.Client) => Promise<T>) => asClient(config(role), work)
  return {
    folder,
    headFile,
    key,
    config,
    as,
    write: (count: number, change: Partial<AuditLine> = {}) =>
      as('app', async (client) => {
        for (let n = 0; n < count; n += 1) await insert(client, [aLine({ requestId: `要求${n}`, ...change })])
      }),
    /** one round of the sealer, with its head at start and stop */
    async seal() {
      const errors: unknown[] = []
      const onError = (error: unknown) => errors.push(error)
      const sealer = startSealer(config('audit'), key, { headFile, clock, onError })
      await sealer.sealNow()
      await sealer.end()
      if (errors.length > 0) throw errors[0]
    },
    /** as somebody who holds the whole database */
    tamper: (sql: string, values: unknown[] = []) =>
      as('superuser', async (client) => {
        await client.query(
          `alter table audit.line disable trigger all; alter table audit.seal disable trigger all`,
        )
        await client.query(sql, values)
        await client.query(
          `alter table audit.line enable trigger all; alter table audit.seal enable trigger all`,
        )
        await client.query(`alter table audit.line enable always trigger append_only`)
        await client.query(`alter table audit.seal enable always trigger append_only`)
      }),
    verify: () => verifyAudit(config('audit'), key, headFile),
    /** a new installation: no line, no seal, no head */
    async reset() {
      await this.tamper('truncate audit.line, audit.seal')
      await this.as('owner', (client) =>
        client.query('alter table audit.line alter column epoch set default 1'),
      )
      rmSync(dirname(headFile), { recursive: true, force: true })
    },
    async drop() {
      await asClient(shared.client('superuser'), (client) =>
        client.query(`drop database ${name} with (force)`),
      )
      rmSync(folder, { recursive: true })
      rmSync(dirname(headFile), { recursive: true, force: true })
    },
  }
}

export type OwnAuditDatabase = Awaited<ReturnType<typeof ownAuditDatabase>>

export const aLine = (change: Partial<AuditLine> = {}): AuditLine => ({
  ...lineOf(null, '要求', 'person.viewed', AT),
  insurerId: 990001,
  personIds: [PERSON],
  detail: { 件数: 1, 理由: '試験"\\,(架空)' },
  ...change,
})

export const insert = (client: pg.Client, lines: AuditLine[]) =>
  client.query({ ...insertLines(lines) } as pg.QueryConfig)

async function asClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

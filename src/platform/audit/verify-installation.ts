import { existsSync } from 'node:fs'
import pg from 'pg'
import { AuditError } from './error.ts'
import { readAuditKey } from './key.ts'
import type { auditPaths } from './paths.ts'
import { type VerifyReport, verifyAudit } from './verify.ts'

/**
 * Verifies an installation as it is found. Before the first start of the server there is no key, since nothing was sealed:
 * that is no fault. With a seal or a head file a missing key is one.
 * @throws AuditError key-missing, key-broken, head-broken
 */
export async function verifyInstallation(
  auditConfig: pg.ClientConfig,
  { keyFile, headFile }: ReturnType<typeof auditPaths>,
): Promise<VerifyReport> {
  try {
    return await verifyAudit(auditConfig, readAuditKey(keyFile), headFile)
  } catch (error) {
    if (!(error instanceof AuditError) || error.code !== 'key-missing' || existsSync(headFile)) throw error
    const unsealed = await unsealedOnly(auditConfig)
    if (!unsealed) throw error
    return unsealed
  }
}

/** null: something is sealed. Tables that do not exist yet hold nothing. */
async function unsealedOnly(auditConfig: pg.ClientConfig): Promise<VerifyReport | null> {
  const client = new pg.Client(auditConfig)
  await client.connect()
  try {
    const nothing = { isSound: true, sealed: 0, pending: 0, oldestPendingAt: null, head: null }
    const { rows: tables } = await client.query<{ there: boolean }>(
      `select to_regclass('audit.seal') is not null as there`,
    )
    if (!tables[0]?.there) return { ...nothing, findings: [], findingCount: 0 }
    const { rows } = await client.query<{ sealed: boolean; pending: string; oldest: string | null }>(
      `select exists (select from audit.seal) as sealed, count(*) as pending,
         to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as oldest from audit.line`,
    )
    const [found] = rows
    if (!found || found.sealed) return null
    return {
      ...nothing,
      pending: Number(found.pending),
      oldestPendingAt: found.oldest,
      findings: [],
      findingCount: 0,
    }
  } finally {
    await client.end()
  }
}

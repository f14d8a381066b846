import { basename, dirname, join } from 'node:path'

/** Where the two things lie that must not be in the database. */
export interface AuditPaths {
  keyFile: string
  /** outside the data folder, so that whoever replaces the folder does not replace the witness too */
  headFile: string
}

/** @param config `auditKeyFile` and `auditHeadFile` come from MEGURI_AUDIT_KEY_FILE and MEGURI_AUDIT_HEAD_FILE */
export function auditPaths(config: {
  dataDir: string
  auditKeyFile?: string | null
  auditHeadFile?: string | null
}): AuditPaths {
  const sibling = join(dirname(config.dataDir), `${basename(config.dataDir)}-audit`)
  return {
    keyFile: config.auditKeyFile ?? join(config.dataDir, 'secrets', 'audit-key'),
    headFile: config.auditHeadFile ?? join(sibling, 'heads.ndjson'),
  }
}

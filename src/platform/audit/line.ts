import type { Actor } from '../access/index.ts'
import type { Statement } from '../database/engine.ts'

/** One line of the audit: who did what to whose record, what for, with which outcome. Identifiers only, never content. */
export interface AuditLine {
  insurerId: number | null
  staffId: string | null
  postId: string | null
  role: string | null
  sessionId: string | null
  requestId: string
  /** the route's audit word, e.g. 'person.viewed' */
  action: string
  outcome: 'done' | 'refused' | 'failed'
  recordType?: string
  recordId?: string
  personIds?: string[]
  /** counts and field names, reasons of break-glass: never personal content */
  detail?: Record<string, unknown>
  at: string
}

export const lineOf = (actor: Actor | null, requestId: string, action: string, at: string): AuditLine => ({
  insurerId: actor?.insurerId ?? null,
  staffId: actor?.staffId ?? null,
  postId: actor?.postId ?? null,
  role: actor?.role ?? null,
  sessionId: actor?.sessionId ?? null,
  requestId,
  action,
  outcome: 'done',
  at,
})

/** The insert that a write carries in its own transaction, and that the read queue sends in batches. */
export function insertLines(lines: AuditLine[]): Statement {
  return {
    text: `insert into audit.line (insurer_id, staff_id, post_id, role, session_id, request_id, action, outcome,
        record_type, record_id, person_ids, detail, at)
      select "insurerId", "staffId", "postId", role, "sessionId", "requestId", action, outcome,
        "recordType", "recordId", coalesce("personIds", '{}'), detail, at
      from jsonb_to_recordset($1::jsonb) as l ("insurerId" int, "staffId" uuid, "postId" uuid, role text,
        "sessionId" text, "requestId" text, action text, outcome text, "recordType" text, "recordId" uuid,
        "personIds" uuid[], detail jsonb, at timestamptz)`,
    values: [JSON.stringify(lines)],
  }
}

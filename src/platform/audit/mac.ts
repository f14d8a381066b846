import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/** What stands before the first line. */
export const CHAIN_START: Buffer = Buffer.alloc(32)

/**
 * The canonical content of a line `l` as one text: PostgreSQL's own row notation, which quotes whatever could be
 * mistaken for a border. The name in front is raised when the list of columns changes, so that old seals stay valid.
 * Needs a session with `SESSION_OPTIONS`, because dates are written as the session says.
 */
export const LINE_CONTENT = `row('line-1', l.epoch, l.xid, l.id, l.at, l.insurer_id, l.staff_id, l.post_id, l.role,
  l.session_id, l.request_id, l.action, l.outcome, l.record_type, l.record_id, l.person_ids, l.detail)::text`

export const SESSION_OPTIONS = '-c timezone=UTC -c datestyle=ISO,YMD -c bytea_output=hex'

/** HMAC-SHA256 over the previous mac and the content of the line: 32 bytes. */
export const macOf = (key: KeyObject, previous: Buffer, content: string): Buffer =>
  createHmac('sha256', key).update(previous).update(content).digest()

export const sameMac = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

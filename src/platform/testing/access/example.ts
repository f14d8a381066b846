import type { Actor } from '../../access/index.ts'

/** Records of one place: the reader's own centre, another centre of the insurer, another insurer, or nowhere at all. */
export interface PlaceRecords {
  insurerId: number
  centreId: string
  staffId: string
  postId: string
  personId: string
  contactId: string
  consultationId: string
  referralId: string
  checklistId: string
  certificationId: string
  registrationId: string
  courseId: string
  monitoringId: string
  entrustmentId: string
  /** ids that the actor's own things have; in other places those of somebody there */
  taskId: string
  importRunId: string
  jobId: string
}

export interface AccessRequest {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  form?: FormData
}

/**
 * How the access test calls a route. Found in an area's `access-examples.ts`; a route without one fails the test.
 * - `record`: the request names a record of the place; other places must answer as if it did not exist
 * - `list`: the answer may hold nothing of places beyond the reader's reach
 * - `own`: only the actor's own things; nothing of others can be named
 */
export interface AccessExample {
  about: 'record' | 'list' | 'own'
  /** whose reach decides: 'person' the role's reach over people · 'author' only the author · 'insurer' the whole insurer */
  reach?: 'person' | 'author' | 'insurer'
  request(place: PlaceRecords, actor: Actor): AccessRequest
  /** the route narrows the reach further (only the receiving side, say): records of others may stay hidden */
  isNarrower?: boolean
  /** statuses that mean "let in" besides 2xx: the state of the example's record, not the right */
  alsoLetIn?: number[]
}
export type AccessExamples = Record<string, AccessExample>

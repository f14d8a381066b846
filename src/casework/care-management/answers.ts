import { z } from 'zod'

/** Shapes of what the routes answer; texts are ready for the screen where they are computed. */

const named = z.object({ id: z.string(), name: z.string() })
const person = z.object({ id: z.string(), name: z.string(), kana: z.string() })
export const StepShown = z.object({
  label: z.string(),
  value: z.string().nullable(),
  note: z.string().nullable(),
})

export const DueShown = z.object({
  slot: z.string(),
  label: z.string(),
  dueOn: z.string(),
  holderName: z.string().nullable(),
})
export const GapShown = z.object({ code: z.string(), label: z.string() })

export const Proposal = z.object({
  standing: z.object({
    level: z.string().nullable(),
    label: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  kind: z.object({ value: z.string(), label: z.string(), steps: z.array(StepShown) }),
  type: z.object({ value: z.enum(['A', 'B', 'C']).nullable(), steps: z.array(StepShown) }),
  visit: z.array(StepShown),
  dues: z.array(DueShown),
  gaps: z.array(GapShown),
  warnings: z.array(z.string()),
})
export type Proposal = z.infer<typeof Proposal>

export const RecordShown = z.object({
  id: z.string(),
  version: z.number(),
  subject: z.string(),
  doneOn: z.string(),
  way: z.string(),
  staff: named,
  organisationName: z.string().nullable(),
  result: z.string(),
  change: z.string(),
  outcome: z.string().nullable(),
  planFrom: z.string().nullable(),
  planTo: z.string().nullable(),
  minutes: z.number().nullable(),
  confirmedAt: z.string().nullable(),
  confirmedByName: z.string().nullable(),
  opinion: z.string().nullable(),
  needsConfirmation: z.boolean(),
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  mine: z.boolean(),
})
export type RecordShown = z.infer<typeof RecordShown>

export const EntrustmentShown = z.object({
  id: z.string(),
  version: z.number(),
  organisation: named,
  contractor: named.nullable(),
  from: z.string(),
  to: z.string().nullable(),
  handOver: z.string(),
  committeeOn: z.string().nullable(),
  sentAt: z.string(),
  sentByName: z.string().nullable(),
  receivedAt: z.string().nullable(),
  receivedByName: z.string().nullable(),
  declinedAt: z.string().nullable(),
  declineReason: z.string().nullable(),
  endedAt: z.string().nullable(),
  endReason: z.string().nullable(),
  state: z.enum(['waiting', 'running', 'future', 'declined', 'ended']),
})
export type EntrustmentShown = z.infer<typeof EntrustmentShown>

export const TaskShown = z.object({
  id: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  title: z.string(),
  dueOn: z.string(),
  holderName: z.string().nullable(),
  state: z.string(),
})

export const Course = z.object({
  id: z.string(),
  version: z.number(),
  person,
  centre: named.nullable(),
  level: z.string().nullable(),
  levelSource: z.string().nullable(),
  services: z.array(
    z.object({
      group: z.string(),
      code: z.string().nullable(),
      label: z.string(),
      officeName: z.string().nullable(),
    }),
  ),
  typeProposed: z.string().nullable(),
  type: z.string().nullable(),
  typeDecidedByName: z.string().nullable(),
  typeDecidedAt: z.string().nullable(),
  typeReason: z.string().nullable(),
  staff: named.nullable(),
  contract: z.object({
    explainedOn: z.string().nullable(),
    explainedTo: z.string().nullable(),
    version: z.string().nullable(),
    medium: z.string().nullable(),
    consentedOn: z.string().nullable(),
    endedOn: z.string().nullable(),
    endReason: z.string().nullable(),
  }),
  choices: z.array(
    z.object({
      about: z.string(),
      shown: z.array(z.string()),
      chosen: z.string(),
      reason: z.string().nullable(),
      explainedOn: z.string().nullable(),
    }),
  ),
  startMonth: z.string().nullable(),
  mode: z.object({
    kind: z.string(),
    months: z.number().nullable(),
    conditions: z.array(z.string()),
    note: z.string().nullable(),
  }),
  planFrom: z.string().nullable(),
  planTo: z.string().nullable(),
  evaluationOn: z.string().nullable(),
  state: z.enum(['preparing', 'running', 'ended']),
  openedOn: z.string(),
  startedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  visitDueOn: z.string().nullable(),
  spanDueOn: z.string().nullable(),
  contactDueOn: z.string().nullable(),
  evaluationDueOn: z.string().nullable(),
  gaps: z.array(GapShown),
  records: z.array(RecordShown),
  entrustments: z.array(EntrustmentShown),
  tasks: z.array(TaskShown),
  steps: z.object({ type: z.array(StepShown), visit: z.array(StepShown) }),
  warnings: z.array(z.string()),
})
export type Course = z.infer<typeof Course>

export const CoursesOfPerson = z.object({
  person,
  /** newest first; the first is the running one when there is one */
  courses: z.array(Course),
  standing: Proposal.shape.standing,
  abilities: z.array(z.string()),
  /** 「閲覧できる人」 */
  readers: z.string(),
})
export type CoursesOfPerson = z.infer<typeof CoursesOfPerson>

export const CourseRow = z.object({
  id: z.string(),
  person,
  level: z.string().nullable(),
  type: z.string().nullable(),
  state: z.string(),
  staffName: z.string().nullable(),
  organisationName: z.string().nullable(),
  contractorName: z.string().nullable(),
  entrusted: z.enum(['no', 'waiting', 'yes']),
  centreName: z.string().nullable(),
  nextDueOn: z.string().nullable(),
  nextDueLabel: z.string().nullable(),
  lastHomeVisitOn: z.string().nullable(),
  evaluationOn: z.string().nullable(),
  gaps: z.array(GapShown),
  hasContract: z.boolean(),
  unconfirmed: z.number(),
})
export type CourseRow = z.infer<typeof CourseRow>
export const CourseList = z.object({
  rows: z.array(CourseRow),
  nextCursor: z.string().nullable(),
  total: z.number().nullable(),
})
export type CourseList = z.infer<typeof CourseList>

export const InboxRow = z.object({
  id: z.string(),
  version: z.number(),
  personName: z.string(),
  personKana: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  handOver: z.string(),
  sentAt: z.string(),
  centreName: z.string().nullable(),
  centrePhone: z.string().nullable(),
  senderName: z.string().nullable(),
  contractorName: z.string().nullable(),
  mine: z.boolean(),
})
export const Inbox = z.object({ rows: z.array(InboxRow) })
export const Received = z.object({ personId: z.string() })
export const Declined = z.object({ outcome: z.literal('declined') })

export const Choices = z.object({
  /** workers of the centre who can be responsible */
  staff: z.array(named),
  /** care offices that can take a course, with their care managers */
  offices: z.array(z.object({ id: z.string(), name: z.string(), staff: z.array(named) })),
})

import { z } from 'zod'
import { Contact, Sex } from './schema.ts'

const named = z.object({ id: z.string(), name: z.string() })

export const SheetPerson = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  kana: z.string(),
  alias: z.string().nullable(),
  birthOn: z.string().nullable(),
  birthUncertainty: z.enum(['known', 'day-unknown', 'month-unknown', 'year-unknown']),
  /** today, or on the day of death; null: birth date unknown */
  ageYears: z.number().nullable(),
  sex: Sex,
  relationship: z.string().nullable(),
  insuredNumber: z.string().nullable(),
  residentNumber: z.string().nullable(),
  /** null under 支援措置, whatever the reader's right: that has a route of its own */
  address: z
    .object({
      postalCode: z.string().nullable(),
      townId: z.string().nullable(),
      townName: z.string().nullable(),
      rest: z.string().nullable(),
      building: z.string().nullable(),
    })
    .nullable(),
  phone: z.string().nullable(),
  area: named.nullable(),
  centre: z
    .object({ id: z.string(), name: z.string(), phone: z.string().nullable(), own: z.boolean() })
    .nullable(),
  staff: named.nullable(),
  isProtected: z.boolean(),
  isLocked: z.boolean(),
  /** 電話・郵送を止める */
  stopsContact: z.boolean(),
  isResidentException: z.boolean(),
  insuredFrom: z.string().nullable(),
  insuredTo: z.string().nullable(),
  movedOutOn: z.string().nullable(),
  diedOn: z.string().nullable(),
  mergedInto: z.string().nullable(),
  source: z.enum(['core-system', 'hand']),
  coreUpdatedAt: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type SheetPerson = z.infer<typeof SheetPerson>

export const Flag = z.object({
  kind: z.enum([
    'protected',
    'locked',
    'caller-warning',
    'resident-exception',
    'died',
    'moved-out',
    'merged',
    'not-joined',
  ]),
  label: z.string(),
  /** the sentence shown on focus */
  reason: z.string(),
})
export type Flag = z.infer<typeof Flag>

const HouseholdMember = z.object({
  id: z.string(),
  name: z.string(),
  kana: z.string(),
  birthOn: z.string().nullable(),
  ageYears: z.number().nullable(),
  sex: Sex,
  relationship: z.string().nullable(),
})
const SheetTask = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  state: z.string(),
  dueOn: z.string(),
  /** negative: overdue */
  daysLeft: z.number(),
  holderName: z.string().nullable(),
})
const Card = z.object({
  id: z.string(),
  title: z.string(),
  lines: z.array(z.object({ label: z.string(), value: z.string(), link: z.string().nullable() })),
  link: z.string().nullable(),
})

export const SheetEvent = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(['died', 'moved-out']),
  happenedOn: z.string(),
  origin: z.enum(['hand', 'core-system']),
  informationSource: z.string().nullable(),
  confirmedByName: z.string().nullable(),
  movedTo: z.string().nullable(),
  note: z.string().nullable(),
  recordedAt: z.string(),
  recordedByName: z.string().nullable(),
  /** null: the core system has not said it yet */
  coreConfirmedAt: z.string().nullable(),
})
export type SheetEvent = z.infer<typeof SheetEvent>

export const SheetConsent = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(['obtained', 'refused']),
  givenOn: z.string(),
  givenBy: z.string(),
  relationship: z.string(),
  scope: z.array(z.string()),
  note: z.string().nullable(),
})
export type SheetConsent = z.infer<typeof SheetConsent>

export const Sheet = z.object({
  today: z.string(),
  person: SheetPerson,
  /** the record that this one was merged into, by whatever steps; null: none, or out of reach */
  mergedInto: z.object({ id: z.string(), name: z.string(), kana: z.string() }).nullable(),
  /** merges that hold and made this record what it is */
  merges: z.number(),
  /** 死亡・転出 that hold, with how they are known */
  events: z.array(SheetEvent),
  /** 情報提供への同意, the last answer; null: not asked */
  consent: SheetConsent.nullable(),
  flags: z.array(Flag),
  /** members the reader may see; `others` counts those it may not */
  household: z.object({ members: z.array(HouseholdMember), others: z.number() }),
  contacts: z.array(Contact),
  lastConsultation: z
    .object({
      id: z.string(),
      receivedOn: z.string(),
      channel: z.string(),
      /** the first 200 letters */
      text: z.string(),
      staffName: z.string().nullable(),
    })
    .nullable(),
  tasks: z.array(SheetTask),
  counts: z.object({ consultations: z.number(), openTasks: z.number(), contacts: z.number() }),
  cards: z.array(Card),
  /** facts of the header strip that other areas give */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  menu: z.array(z.object({ id: z.string(), label: z.string(), link: z.string() })),
  /** rights the reader has on this record */
  abilities: z.array(z.string()),
  /** the line 「閲覧できる人」 */
  readers: z.string(),
})
export type Sheet = z.infer<typeof Sheet>

export const HiddenAddress = z.object({
  postalCode: z.string().nullable(),
  townName: z.string().nullable(),
  rest: z.string().nullable(),
  building: z.string().nullable(),
  phone: z.string().nullable(),
  protectedFrom: z.string(),
})
export type HiddenAddress = z.infer<typeof HiddenAddress>

export const TimelineQuery = z.object({
  kind: z.string().max(50).optional(),
  mine: z.enum(['true', 'false'], 'mine は true か false です。').optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200, '一度に出せるのは200件までです。').default(30),
})
export type TimelineQuery = z.infer<typeof TimelineQuery>
export const Timeline = z.object({
  /** kinds that can be filtered by */
  kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
  items: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      kind: z.string(),
      kindLabel: z.string(),
      title: z.string(),
      text: z.string(),
      staffName: z.string().nullable(),
      centreName: z.string().nullable(),
      link: z.string().nullable(),
      mine: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
})
export type Timeline = z.infer<typeof Timeline>

export const HistoryEntry = z.object({
  id: z.string(),
  changedAt: z.string(),
  changedByName: z.string().nullable(),
  record: z.enum(['person', 'contact']),
  recordLabel: z.string(),
  recordId: z.string(),
  operation: z.enum(['update', 'delete']),
  /** version that was replaced */
  version: z.number().nullable(),
  changes: z.array(
    z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string().nullable() }),
  ),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>
export const HistoryQuery = z.object({
  cursor: z.uuid('続きの位置が読み取れません。画面を開き直してください。').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>
export const History = z.object({ items: z.array(HistoryEntry), nextCursor: z.string().nullable() })
export type History = z.infer<typeof History>

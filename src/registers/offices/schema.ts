import { z } from 'zod'

const municipalityCode = z.string().regex(/^\d{6}$/, '市区町村を一覧から選び直してください。')
const serviceCode = z.string().regex(/^\d{3}$/, 'サービスを一覧から選び直してください。')
const cursor = z.string().max(600, '続きの場所が分かりません。一覧を開き直してください。')
const limit = z.int().min(1).max(200, '一度に出せるのは200件までです。').default(50)

const Service = z.object({ code: z.string(), label: z.string() })

export const SORTS = ['name', 'number', 'municipality', 'services'] as const
export const OfficeFilter = z.object({
  /** in name, kana, corporation, address or number; words separated by spaces must all stand there */
  word: z.string().max(100, '100文字以内で入力してください。').default(''),
  serviceCode: serviceCode.nullable().default(null),
  municipalityCode: municipalityCode.nullable().default(null),
  by: z.enum(SORTS).default('municipality'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
})
export type OfficeFilter = z.infer<typeof OfficeFilter>
export const OfficeSearch = OfficeFilter.extend({
  cursor: cursor.optional(),
  limit,
  withTotal: z.boolean().default(false),
})
export type OfficeSearch = z.infer<typeof OfficeSearch>
export const OfficeExport = OfficeFilter.extend({ format: z.enum(['csv', 'csv-cp932', 'xlsx']) })
export type OfficeExport = z.infer<typeof OfficeExport>

/** open: to be decided · decided: the shown text was chosen · different: one of several offices under the number */
export const DifferenceState = z.enum(['open', 'decided', 'different'])

/** An office as the list shows it: in the text that the insurer chose, else in that of its first service. */
export const OfficeRow = z.object({
  id: z.string(),
  /** tells apart the offices of one number that the insurer decided to be different; else empty */
  variant: z.string(),
  officeNumber: z.string(),
  name: z.string(),
  kana: z.string().nullable(),
  address: z.string().nullable(),
  building: z.string().nullable(),
  phone: z.string().nullable(),
  corporateName: z.string().nullable(),
  municipalityCode: z.string(),
  municipalityName: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  services: z.array(Service),
  /** null: the files agree */
  difference: DifferenceState.nullable(),
})
export type OfficeRow = z.infer<typeof OfficeRow>
export const OfficeList = z.object({
  items: z.array(OfficeRow),
  nextCursor: z.string().nullable(),
  total: z.number().nullable(),
  attribution: z.array(z.string()),
})
export type OfficeList = z.infer<typeof OfficeList>

export const KINDS = ['spacing', 'notation', 'real'] as const
export const DifferenceKind = z.enum(KINDS)
export type DifferenceKind = z.infer<typeof DifferenceKind>

const Text = z.object({ name: z.string(), address: z.string().nullable() })
export const Decision = z.object({
  id: z.string(),
  version: z.number(),
  outcome: z.enum(['one-office', 'different-offices']),
  shownName: z.string().nullable(),
  shownAddress: z.string().nullable(),
  reason: z.string(),
  isBulk: z.boolean(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string(),
  /** false: the texts have changed since; to be decided again */
  isCurrent: z.boolean(),
  /** the texts it was decided on */
  texts: z.array(Text),
})
export type Decision = z.infer<typeof Decision>

/** One number with several names or addresses, side by side with the files that write each. */
export const Difference = z.object({
  officeNumber: z.string(),
  kind: DifferenceKind,
  textsHash: z.string(),
  places: z.array(
    z.object({ officeId: z.string(), municipalityCode: z.string(), municipalityName: z.string() }),
  ),
  texts: z.array(
    Text.extend({
      files: z.array(
        z.object({ code: z.string(), label: z.string(), municipalityName: z.string(), fileName: z.string() }),
      ),
    }),
  ),
  decision: Decision.nullable(),
})
export type Difference = z.infer<typeof Difference>

export const DifferenceQuery = z.object({
  state: z.enum(['open', 'decided']).default('open'),
  kind: DifferenceKind.nullable().default(null),
  municipalityCode: municipalityCode.nullable().default(null),
  cursor: cursor.optional(),
  limit: limit.default(20),
})
export type DifferenceQuery = z.infer<typeof DifferenceQuery>
const counts = z.object({ spacing: z.number(), notation: z.number(), real: z.number() })
export const DifferenceCounts = z.object({
  open: counts,
  decided: counts,
  /** of the open ones: decided before, on texts that have changed since */
  again: z.number(),
})
export type DifferenceCounts = z.infer<typeof DifferenceCounts>
export const DifferenceList = z.object({
  items: z.array(Difference),
  nextCursor: z.string().nullable(),
  counts: DifferenceCounts,
  attribution: z.array(z.string()),
})
export type DifferenceList = z.infer<typeof DifferenceList>

export const Decide = z
  .object({
    officeNumber: z.string().regex(/^\d{2}[0-9A-Z]\d{7}$/, '事業所を一覧から選び直してください。'),
    /** null: the first decision on this number */
    version: z.int().nullable(),
    textsHash: z.string().regex(/^[0-9a-f]{32}$/),
    outcome: z.enum(['one-office', 'different-offices'], '一つの事業所か、別の事業所かを選んでください。'),
    shownName: z.string().max(400).nullable().default(null),
    shownAddress: z.string().max(400).nullable().default(null),
    reason: z
      .string('理由を入力してください。')
      .trim()
      .min(1, '理由を入力してください。あとで見る人が、なぜそう決めたか分かるように書きます。')
      .max(500, '500文字以内で入力してください。'),
  })
  .refine(({ outcome, shownName }) => outcome === 'different-offices' || shownName !== null, {
    path: ['shownName'],
    message: '一覧に出す名称を選んでください。',
  })
export type Decide = z.infer<typeof Decide>
export const Decided = z.object({ id: z.string(), version: z.number() })
export const Withdraw = z.object({ id: z.uuid(), version: z.int() })
export const Withdrawn = z.object({ id: z.string() })
export const AcceptSpacing = z.object({ municipalityCode: municipalityCode.nullable().default(null) })
export const Accepted = z.object({ count: z.number() })

export const OfficeId = z.object({ officeId: z.uuid('事業所を一覧から選んでください。') })
/** A service of an office as its file writes it. */
export const OfficeService = z.object({
  code: z.string(),
  label: z.string(),
  serviceName: z.string(),
  name: z.string(),
  kana: z.string().nullable(),
  address: z.string().nullable(),
  building: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  phone: z.string().nullable(),
  fax: z.string().nullable(),
  corporateNumber: z.string().nullable(),
  corporateName: z.string().nullable(),
  days: z.array(z.string()),
  daysNote: z.string().nullable(),
  capacity: z.number().nullable(),
  url: z.string().nullable(),
  integrated: z.string().nullable(),
  careStandard: z.string().nullable(),
  disabilityStandard: z.string().nullable(),
  note: z.string().nullable(),
  fileName: z.string(),
  sourceRow: z.number(),
  asOf: z.string(),
  datedBy: z.enum(['file-name', 'load']),
})
export type OfficeService = z.infer<typeof OfficeService>
export const Office = z.object({
  id: z.string(),
  officeNumber: z.string(),
  /** the check digit fits */
  hasRightNumber: z.boolean(),
  municipalityCode: z.string(),
  municipalityName: z.string(),
  prefectureName: z.string(),
  /** as the list shows it; empty: no file lists it any more */
  names: z.array(z.string()),
  services: z.array(OfficeService),
  difference: Difference.nullable(),
  /** services of the prefecture that are not loaded: whether the office gives them is unknown */
  notLoaded: z.array(Service),
  attribution: z.array(z.string()),
})
export type Office = z.infer<typeof Office>

/** What is loaded of a prefecture, and what is not. */
export const Holding = z.object({
  prefectureCode: z.string(),
  /** null: no office of it in any file */
  prefectureName: z.string().nullable(),
  services: z.array(
    Service.extend({ asOf: z.string(), datedBy: z.enum(['file-name', 'load']), rowCount: z.number() }),
  ),
  missing: z.array(Service),
})
export const Holdings = z.object({
  prefectures: z.array(Holding),
  municipalities: z.array(
    z.object({ code: z.string(), name: z.string(), prefectureName: z.string(), isOwn: z.boolean() }),
  ),
  services: z.array(Service),
  differences: DifferenceCounts,
  attribution: z.array(z.string()),
})
export type Holdings = z.infer<typeof Holdings>

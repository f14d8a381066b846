import { z } from 'zod'

const uuid = z.uuid('番号の形が違います。画面を開き直してください。')
const version = z.int('版の番号がありません。画面を開き直してください。').min(1)
const day = z.iso.date('日付を「2026-11-22」の形で入力してください。')
const line = (label: string, most: number) =>
  z.string().trim().max(most, `${label}は${most}字までです。短くしてください。`)
const filled = (label: string, most: number) => line(label, most).min(1, `${label}を入力してください。`)
const optional = (label: string, most: number) =>
  line(label, most)
    .transform((text) => text || null)
    .nullable()
const flag = (word: string) => z.enum(['true', 'false'], `${word}は true か false です。`)

export const Sex = z.enum(
  ['male', 'female', 'other', 'unknown'],
  '性別を選んでください。わからないときは「不明」です。',
)
export type Sex = z.infer<typeof Sex>
const Uncertainty = z.enum(['known', 'day-unknown', 'month-unknown', 'year-unknown'])

export const PersonParams = z.object({ id: uuid })
export const ContactParams = z.object({ id: uuid, contactId: uuid })

// ── search ─────────────────────────────────────────────────────────────
export const SearchBody = z.object({
  text: filled('検索する言葉', 100),
  limit: z.int().min(1).max(50, '一度に出せるのは50件までです。').default(20),
  /** own: the reader's centres · all: everyone within reach, granted access included */
  scope: z.enum(['own', 'all']).default('all'),
  birthYear: z
    .int('生年は西暦4けたで入力してください。')
    .min(1868, '生年は西暦1868年からです。')
    .max(2100, '生年は西暦4けたで入力してください。')
    .optional(),
})
export type SearchBody = z.infer<typeof SearchBody>

export const SearchItem = z.object({
  id: z.string(),
  name: z.string(),
  kana: z.string(),
  birthOn: z.string().nullable(),
  ageYears: z.number().nullable(),
  sex: Sex,
  townName: z.string().nullable(),
  centreName: z.string().nullable(),
  centreId: z.string().nullable(),
  /** of the centre of the reader's post */
  own: z.boolean(),
  insuredNumber: z.string().nullable(),
  matched: z.enum(['kana', 'name', 'alias', 'number', 'phone', 'address', 'similar']),
  /** people found with this name and reading, this one included: above 1, tell them apart by birth date and town */
  sameNames: z.number(),
})
export type SearchItem = z.infer<typeof SearchItem>
export const SearchResult = z.object({ items: z.array(SearchItem), more: z.boolean() })
export type SearchResult = z.infer<typeof SearchResult>

// ── register ───────────────────────────────────────────────────────────
export const DuplicatesBody = z.object({
  name: line('氏名', 100).default(''),
  kana: line('フリガナ', 100).default(''),
  birthOn: day.nullable().default(null),
  sex: Sex.default('unknown'),
  phone: line('電話番号', 30).default(''),
  insuredNumber: line('被保険者番号', 10).default(''),
})
export type DuplicatesBody = z.infer<typeof DuplicatesBody>

export const DuplicateCandidate = z.object({
  /** null: beyond the reader's reach, shown masked */
  id: z.string().nullable(),
  /** masked: first letter and ＊＊ */
  name: z.string(),
  kana: z.string().nullable(),
  birthOn: z.string().nullable(),
  birthYear: z.number().nullable(),
  sex: Sex.nullable(),
  townName: z.string().nullable(),
  centreId: z.string().nullable(),
  centreName: z.string().nullable(),
  masked: z.boolean(),
  reason: z.enum(['same-number', 'same-name-and-birth', 'similar-name-and-birth', 'same-phone', 'same-name']),
  reasonLabel: z.string(),
})
export type DuplicateCandidate = z.infer<typeof DuplicateCandidate>
export const DuplicateList = z.object({ items: z.array(DuplicateCandidate) })

const editable = {
  name: filled('氏名', 100),
  kana: filled('フリガナ', 100).regex(
    /^[\p{Script=Katakana}\p{Script=Hiragana}ー・\s\uFF61-\uFF9F]+$/u,
    'フリガナはカタカナで入力してください。姓と名の間は空白で区切ります。',
  ),
  alias: optional('通称', 100),
  birthOn: day.nullable(),
  birthUncertainty: Uncertainty,
  sex: Sex,
  relationship: optional('続柄', 30),
  postalCode: z
    .string()
    .trim()
    .regex(/^(\d{3}-?\d{4})?$/, '郵便番号は「000-0000」の形で入力してください。')
    .transform((text) => text || null)
    .nullable(),
  townId: uuid.nullable(),
  addressRest: optional('番地', 200),
  building: optional('建物', 200),
  phone: z
    .string()
    .trim()
    .max(30, '電話番号は30字までです。')
    .regex(/^[0-9０-９+＋()（）\-‐－ー\s]*$/u, '電話番号は数字とハイフンで入力してください。')
    .transform((text) => text || null)
    .nullable(),
  insuredNumber: z
    .string()
    .trim()
    .regex(/^([0-9H][0-9]{9})?$/, '被保険者番号は10けたです。先頭の0も入力してください。')
    .transform((text) => text || null)
    .nullable(),
  staffId: uuid.nullable(),
  note: optional('メモ', 2000),
}

export const RegisterBody = z.object({
  /** made by the client, so that a repeated send stores once */
  id: uuid.optional(),
  name: editable.name,
  kana: editable.kana,
  sex: editable.sex,
  alias: editable.alias.default(null),
  birthOn: editable.birthOn.default(null),
  birthUncertainty: editable.birthUncertainty.default('known'),
  relationship: editable.relationship.default(null),
  postalCode: editable.postalCode.default(null),
  townId: editable.townId.default(null),
  addressRest: editable.addressRest.default(null),
  building: editable.building.default(null),
  phone: editable.phone.default(null),
  insuredNumber: editable.insuredNumber.default(null),
  note: editable.note.default(null),
  /** chosen by hand; absent: by address */
  centreId: uuid.optional(),
  /** 主担当 */
  staffId: editable.staffId.default(null),
})
export type RegisterBody = z.infer<typeof RegisterBody>
export const Registered = z.object({
  id: z.string(),
  areaId: z.string().nullable(),
  centreId: z.string().nullable(),
  /** true: another centre looks after the person; the registrant may see the record for 14 days */
  isGranted: z.boolean(),
})
export type Registered = z.infer<typeof Registered>

// ── change ─────────────────────────────────────────────────────────────
export const ChangeBody = z.object({ version, ...z.object(editable).partial().shape })
export type ChangeBody = z.infer<typeof ChangeBody>
export const Changed = z.object({
  id: z.string(),
  version: z.number(),
  areaId: z.string().nullable(),
  centreId: z.string().nullable(),
  /** the address belongs to another centre: offer a hand-over */
  centreByAddress: z.object({ id: z.string(), name: z.string() }).nullable(),
})
export type Changed = z.infer<typeof Changed>

const contact = {
  name: filled('連絡先の氏名', 100),
  kana: optional('フリガナ', 100),
  relationship: filled('続柄・関係', 30),
  phone: editable.phone,
  address: optional('住所', 200),
  isKeyPerson: z.boolean(),
  isEmergency: z.boolean(),
  isCallerWarning: z.boolean(),
  note: optional('メモ', 1000),
}
export const NewContactBody = z.object({
  name: contact.name,
  relationship: contact.relationship,
  kana: contact.kana.default(null),
  phone: contact.phone.default(null),
  address: contact.address.default(null),
  isKeyPerson: contact.isKeyPerson.default(false),
  isEmergency: contact.isEmergency.default(false),
  isCallerWarning: contact.isCallerWarning.default(false),
  note: contact.note.default(null),
})
export type NewContactBody = z.infer<typeof NewContactBody>
export const ChangeContactBody = z.object({ version, ...z.object(contact).partial().shape })
export type ChangeContactBody = z.infer<typeof ChangeContactBody>
export const RemoveContactQuery = z.object({ version: z.coerce.number().int().min(1) })
export const Contact = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  kana: z.string().nullable(),
  relationship: z.string(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  isKeyPerson: z.boolean(),
  isEmergency: z.boolean(),
  isCallerWarning: z.boolean(),
  note: z.string().nullable(),
})
export type Contact = z.infer<typeof Contact>
export const Removed = z.object({ id: z.string() })

export const TransferBody = z.object({
  version,
  toCentreId: uuid,
  /** new 主担当; absent: the manager of the centre receives */
  toStaffId: uuid.nullable().default(null),
  reason: filled('引き継ぎの理由', 200),
})
export type TransferBody = z.infer<typeof TransferBody>
export const Transferred = z.object({ id: z.string(), centreId: z.string(), receiverId: z.string() })
export type Transferred = z.infer<typeof Transferred>

// ── list ───────────────────────────────────────────────────────────────
export const ListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
  /** opaque; from the page before */
  cursor: z.uuid('続きの位置が読み取れません。一覧を最初から開き直してください。').optional(),
  centreId: uuid.optional(),
  areaId: uuid.optional(),
  townId: uuid.optional(),
  staffId: uuid.optional(),
  ageFrom: z.coerce.number().int().min(0).max(150).optional(),
  ageTo: z.coerce.number().int().min(0).max(150).optional(),
  /** true: those who died or moved out as well */
  past: flag('past').optional(),
  total: flag('total').optional(),
})
export type ListQuery = z.infer<typeof ListQuery>
export const ExportQuery = ListQuery.omit({ limit: true, cursor: true, total: true }).extend({
  format: z.enum(['csv', 'csv-cp932', 'xlsx'], '形式: Excel か CSV を選んでください。'),
})
export const ListItem = z.object({
  id: z.string(),
  name: z.string(),
  kana: z.string(),
  birthOn: z.string().nullable(),
  ageYears: z.number().nullable(),
  sex: Sex,
  insuredNumber: z.string().nullable(),
  townName: z.string().nullable(),
  centreId: z.string().nullable(),
  centreName: z.string().nullable(),
  staffName: z.string().nullable(),
  isProtected: z.boolean(),
})
export type ListItem = z.infer<typeof ListItem>
export const PersonList = z.object({
  items: z.array(ListItem),
  nextCursor: z.string().nullable(),
  total: z.number().optional(),
})
export type PersonList = z.infer<typeof PersonList>

// ── 照会 ───────────────────────────────────────────────────────────────
export const InquiryBody = z
  .object({ name: line('氏名', 100).default(''), kana: line('フリガナ', 100).default(''), birthOn: day })
  .refine(({ name, kana }) => name !== '' || kana !== '', {
    path: ['kana'],
    message: '氏名かフリガナのどちらかを、姓名とも入力してください。',
  })
export type InquiryBody = z.infer<typeof InquiryBody>
export const HandOverRequest = z.object({
  name: line('氏名', 100).default(''),
  kana: line('フリガナ', 100).default(''),
  birthOn: day,
  /** as the 照会 said it */
  centreName: line('担当センター', 100).min(1, '担当センター: 照会の答えから選んでください。'),
  reason: line('理由', 300).min(1, '理由: なぜ引き継ぎが必要かを書いてください。'),
})
export type HandOverRequest = z.infer<typeof HandOverRequest>
export const HandOverAsked = z.object({ askedOn: z.string(), dueOn: z.string() })
export type HandOverAsked = z.infer<typeof HandOverAsked>
export const InquiryAnswer = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      kana: z.string(),
      birthYear: z.number(),
      centreName: z.string().nullable(),
    }),
  ),
})
export type InquiryAnswer = z.infer<typeof InquiryAnswer>

import { z } from 'zod'
import { CODINGS, type Code, JUDGEMENTS, METHODS, RESPONDENTS } from './codes.ts'
import { type ItemNumber, items } from './forms/kihon-checklist/items.ts'
import type { Cells } from './rules/coding.ts'

/**
 * A measured length or weight as typed, in hundredths: '156' → 15600, '47.36' → 4736, blank → null.
 * Read from its digits, never through floating point. Whether it is plausible is the rule's matter.
 */
const hundredths = (what: string, unit: string) => z.string().nullish().transform(reading(what, unit))

const reading =
  (what: string, unit: string) => (typed: string | null | undefined, context: z.RefinementCtx) => {
    const read = readHundredths(typed ?? '')
    if (read !== 'unreadable') return read
    context.addIssue({
      code: 'custom',
      message: `${what}: ${unit}の数字で、小数は第2位までで入力してください（例 ${unit === 'cm' ? '156.0' : '45.5'}）。`,
    })
    return z.NEVER
  }

/** '１５６．５' → 15650; blank → null */
export function readHundredths(typed: string): number | null | 'unreadable' {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  const parts = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text)
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : 'unreadable'
}

const cells = z
  .record(z.string(), z.union([z.string(), z.number(), z.null()]))
  .superRefine((record, context) => {
    for (const key of Object.keys(record))
      if (!isQuestion(key))
        context.addIssue({
          code: 'custom',
          path: [key],
          message: `項目番号「${key}」は、1～25のはい・いいえの項目にありません。No.12は身長と体重で入力してください。`,
        })
  })
  .transform((record) => record as Cells)

const isQuestion = (key: string) =>
  items.some((item) => item.kind === 'question' && String(item.no satisfies ItemNumber) === key)

/** One checklist as entered, by hand or from a row of a file. The cells are read by `readAnswers`, under the coding. */
export const ChecklistEntry = z.object({
  coding: z.enum(
    CODINGS.map(({ code }) => code),
    '0と1の意味（用紙で丸を付けた数字、または1＝はい・0＝いいえ）を選んでください。推測では読み込みません。',
  ),
  answeredOn: z.iso.date('実施日: 日付を「2026-11-22」の形で入力してください。'),
  cells,
  /** item 12, cm */
  height: hundredths('身長', 'cm'),
  /** item 12, kg */
  weight: hundredths('体重', 'kg'),
})
export type ChecklistEntry = z.infer<typeof ChecklistEntry>

const one = <const L extends readonly Code[]>(list: L, what: string) =>
  z.enum(
    list.map(({ code }) => code) as [L[number]['code'], ...L[number]['code'][]],
    `${what}: 一覧から選んでください。`,
  )
const line = (what: string, max: number) =>
  z.string().trim().max(max, `${what}: ${max}字までです。短くしてください。`)
const id = (what: string) => z.uuid(`${what}: 番号の形が違います。選び直してください。`)
const day = (what: string) => z.iso.date(`${what}: 日付を「2026-11-22」の形で入力してください。`)
const version = z.int('版の番号がありません。画面を開き直してください。')
const minutes = z
  .int('所要時間: 分を整数で入力してください。')
  .min(0, '所要時間: 0分以上で入力してください。')
  .max(1440, '所要時間: 1日（1440分）を超えています。分で入力してください。')
const format = z.enum(['csv', 'csv-cp932', 'xlsx'], '形式: Excel か CSV を選んでください。')
const coding = ChecklistEntry.shape.coding

/** The professional's own judgement beside the proposal; a reason where it differs. */
const decision = {
  judgement: one(JUDGEMENTS, '判定'),
  reason: line('判定案と違う理由', 500).nullish(),
}

const circumstances = {
  method: one(METHODS, '実施方法'),
  respondent: one(RESPONDENTS, '回答者').nullish(),
  /** who did the checklist; default: who enters it */
  staffId: id('実施者').nullish(),
  note: line('備考', 2000).nullish(),
  minutes: minutes.nullish(),
} as const

/** The writer states that twelve digits in the note are not a 個人番号 (PRV-02); audited. */
const notAnIndividualNumber = z.boolean().optional()

export const NewChecklist = ChecklistEntry.extend({
  /** uuid v7 made by the browser: a send repeated after a lost answer stores once */
  id: id('チェックリスト'),
  personId: id('対象者'),
  ...circumstances,
  /** the consultation it was opened from */
  consultationId: id('相談').nullish(),
  /** given: confirmed at once; absent: a task 「判定案の確認」 */
  confirmation: z.object(decision).nullish(),
  notAnIndividualNumber,
})
export type NewChecklist = z.infer<typeof NewChecklist>

/** Judges without storing; the browser does the same by `judgeSheet`. */
export const ChecklistPreview = ChecklistEntry.extend({ personId: id('対象者') })
export type ChecklistPreview = z.infer<typeof ChecklistPreview>

/** What is not sent stays. Answers are sent whole, with their coding. */
export const ChecklistChange = z
  .object({
    version,
    ...z.object(circumstances).partial().shape,
    answeredOn: ChecklistEntry.shape.answeredOn.optional(),
    coding: coding.optional(),
    cells: cells.optional(),
    height: z.string().nullable().transform(reading('身長', 'cm')).optional(),
    weight: z.string().nullable().transform(reading('体重', 'kg')).optional(),
    notAnIndividualNumber,
  })
  .refine(({ coding: declared, cells: sent }) => (sent === undefined) === (declared === undefined), {
    path: ['coding'],
    message: '0と1の意味: 回答を直すときは、回答と読み方を一緒に送ってください。推測では読み込みません。',
  })
export type ChecklistChange = z.infer<typeof ChecklistChange>

export const ChecklistWithdrawal = z.object({
  version,
  reason: line('取下げの理由', 500).min(1, '取下げの理由: 入力してください。'),
})
export const ChecklistConfirmation = z.object({ version, ...decision })
export type ChecklistConfirmation = z.infer<typeof ChecklistConfirmation>

/** Proposals confirmed as they are, many at once. */
export const ChecklistConfirmations = z.object({
  items: z
    .array(z.object({ id: id('チェックリスト'), version }))
    .min(1, '確認するチェックリストを選んでください。')
    .max(500, '一度に確認できるのは500枚までです。'),
})
export type ChecklistConfirmations = z.infer<typeof ChecklistConfirmations>

const typed = z.union([z.string().max(2000), z.number(), z.null()]).optional()

/** A row of the grid as it stands there: every cell a text, read and refused by the server cell by cell. */
export const BulkRow = z.object({
  personId: id('対象者').nullish(),
  insuredNumber: typed,
  residentNumber: typed,
  /** beside the number against a mix-up: at least one of the two */
  birthOn: typed,
  kana: typed,
  answeredOn: typed,
  method: typed,
  respondent: typed,
  /** by item number */
  cells: z.record(z.string(), typed),
  height: typed,
  weight: typed,
  note: typed,
  minutes: typed,
})
export type BulkRow = z.infer<typeof BulkRow>

export const ChecklistBulk = z.object({
  /** uuid v7 made by the browser: the same grid sent again stores nothing */
  batchId: id('まとめて入力'),
  /** of every cell of the grid */
  coding,
  /** for rows that leave theirs blank */
  defaults: z
    .object({
      answeredOn: day('実施日').nullish(),
      method: one(METHODS, '実施方法').nullish(),
      respondent: one(RESPONDENTS, '回答者').nullish(),
      staffId: id('実施者').nullish(),
    })
    .default({}),
  rows: z
    .array(BulkRow)
    .min(1, '一行もありません。表に貼り付けてから保存してください。')
    .max(500, '一度に保存できるのは500枚までです。分けて保存してください。'),
})
export type ChecklistBulk = z.infer<typeof ChecklistBulk>

export const ChecklistIdParams = z.object({ id: id('チェックリスト') })
export const ChecklistPersonParams = z.object({ id: id('対象者') })

export const ChecklistFilter = z.object({
  /** days of the answers, both inclusive */
  from: day('期間の初め').optional(),
  to: day('期間の終わり').optional(),
  centreId: id('センター').optional(),
  areaId: id('圏域').optional(),
  personId: id('対象者').optional(),
  batchId: id('まとめて入力').optional(),
  /** 'mine': sheets the reader did; or a colleague's id */
  staff: z.union([z.literal('mine'), id('職員')]).optional(),
  /** the confirmed judgement, or the proposal where none is confirmed */
  judgement: one(JUDGEMENTS, '判定').optional(),
  confirmed: z.boolean().optional(),
  withdrawn: z.boolean().default(false),
  order: z
    .enum(['newest', 'oldest', 'points'], '並べ方: 新しい順・古い順・点の多い順から選んでください。')
    .default('newest'),
  cursor: z.string().max(300).optional(),
  limit: z.int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
  withTotal: z.boolean().default(false),
})
export type ChecklistFilter = z.infer<typeof ChecklistFilter>

/** The coding is declared in the file: what is written out can be read in again. */
export const ChecklistExport = ChecklistFilter.extend({ format, coding: coding.default('paperNumber') })
export const ChecklistTemplateQuery = z.object({ format, coding })

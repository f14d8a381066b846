import { z } from 'zod'

const month = z
  .string('月を「2026-10」の形で指定してください。')
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, '月を「2026-10」の形で指定してください。')
/** a centre's id, or the insurer over all centres */
const unit = z.union([z.uuid(), z.literal('insurer')], 'センターの番号か insurer を指定してください。')
const version = z
  .int('版の番号がありません。画面を開き直してください。')
  .min(0, '版の番号がありません。画面を開き直してください。')
const reason = z
  .string('理由を入力してください。')
  .trim()
  .min(1, '理由を入力してください。')
  .max(500, '理由は500字までです。短くしてください。')
const of = z.union(
  [z.literal('present'), z.coerce.number().int().min(1).max(1000)],
  'どの版かを present か版の番号で指定してください。',
)
const codeWord = z.string().min(1).max(120, '数の番号が長すぎます。画面を開き直してください。')

export const ReportParams = z.object({ unit, month })
export const VersionParams = ReportParams.extend({ number: z.coerce.number().int().min(1).max(1000) })
export const ReportIdParams = z.object({ id: z.uuid('番号の形が違います。画面を開き直してください。') })
export const OverviewQuery = z.object({
  /** year of its April; default: this fiscal year */
  fiscalYear: z.coerce.number().int().min(1990).max(2200, '年度を西暦4けたで指定してください。').optional(),
})

export const ConfirmBody = z.object({ version, reason: reason.optional() })
export const DecideBody = z.object({ version })
export const ReturnBody = z.object({ version, reason })

export const RecordsQuery = z.object({
  section: codeWord,
  row: codeWord,
  of: of.default('present'),
  limit: z.coerce.number().int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
  cursor: z.string().max(300).optional(),
})
export type RecordsQuery = z.infer<typeof RecordsQuery>

export const FileQuery = z.object({
  of: of.default('present'),
  format: z.enum(['xlsx', 'csv', 'csv-cp932'], '書き出す形を xlsx、csv、csv-cp932 で指定してください。'),
})
export const PaperQuery = z.object({
  of: of.default('present'),
  /** form: the one page · annex: 別表 (towns and days) */
  part: z.enum(['form', 'annex'], '印刷するものを form か annex で指定してください。').default('form'),
})
/** 'present', or the number of a version */
export type Edition = z.infer<typeof of>

const figure = {
  /** whole, in units of the measure's last decimal; null: none, see `missing` */
  value: z.number().nullable(),
  missing: z
    .enum(['not-recorded', 'people-unknown', 'nothing-counted', 'other-unit', 'no-residents', 'no-register'])
    .nullable(),
}
export const ReportCell = z.object({
  /** section/row/measure */
  id: z.string(),
  ...figure,
  /** 確定値 of the newest version; absent: nothing was submitted */
  submitted: z.object(figure).optional(),
  /** whole as `value`; null: the other month has no figure; absent: it has no records or is not compared */
  previous: z.number().nullable().optional(),
  lastYear: z.number().nullable().optional(),
})
export type ReportCell = z.infer<typeof ReportCell>
export const Measure = z.object({
  id: z.string(),
  heading: z.string(),
  unit: z.string(),
  /** 1: `value` 123 means 12.3 */
  decimals: z.union([z.literal(0), z.literal(1)]),
})
export const ReportSection = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  isOnForm: z.boolean(),
  measures: z.array(Measure),
  rows: z.array(z.object({ key: z.string(), label: z.string(), cells: z.array(ReportCell) })),
})
export type ReportSection = z.infer<typeof ReportSection>

/** The month beside it: its submitted figures where there are any, else the present ones. */
export const Comparison = z.object({
  month: z.string(),
  label: z.string(),
  state: z.enum(['submitted', 'present', 'none']),
  /** 前年同月の記録なし */
  words: z.string(),
})
export type Comparison = z.infer<typeof Comparison>

const state = z.enum(['draft', 'confirmed', 'accepted', 'returned'])
const step = z.enum(['confirmed', 'corrected', 'accepted', 'returned'])

export const Closing = z.object({
  reportId: z.string().nullable(),
  /** 0: nobody has done anything with it yet */
  version: z.number(),
  state,
  stateLabel: z.string(),
  lastNumber: z.number(),
  dueOn: z.string(),
  /** what this reader may do now */
  may: z.object({ confirm: z.boolean(), correct: z.boolean(), decide: z.boolean() }),
  /** why nothing can be confirmed yet; null: it can */
  waitsFor: z.string().nullable(),
})
export type Closing = z.infer<typeof Closing>
export const Version = z.object({
  number: z.number(),
  step,
  reason: z.string().nullable(),
  confirmedAt: z.string(),
  confirmedBy: z.string(),
  factCount: z.number(),
  sha256: z.string(),
})
export type Version = z.infer<typeof Version>
export const StepTaken = z.object({
  step,
  label: z.string(),
  number: z.number(),
  at: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
})
/** Of the insurer's report: which version of each centre is in it. */
export const CentreState = z.object({
  centreId: z.string(),
  name: z.string(),
  state,
  stateLabel: z.string(),
  lastNumber: z.number(),
})
export type CentreState = z.infer<typeof CentreState>

const head = {
  unit: z.object({ id: z.string(), name: z.string() }),
  month: z.string(),
  monthLabel: z.string(),
  /** last day that is counted */
  until: z.string(),
  isInProgress: z.boolean(),
  /** nobody had recorded any work yet: the month has no figures, and they are not zero */
  isBeforeRecords: z.boolean(),
  comparisons: z.object({ previous: Comparison, lastYear: Comparison }),
  sections: z.array(ReportSection),
  notes: z.array(z.string()),
}
export const MonthlyReport = z.object({
  ...head,
  closing: Closing,
  versions: z.array(Version),
  steps: z.array(StepTaken),
  /** null in the report of one centre */
  centres: z.array(CentreState).nullable(),
  /** rows that changed since the newest version; null: nothing was submitted */
  lateCount: z.number().nullable(),
})
export type MonthlyReport = z.infer<typeof MonthlyReport>
export const SubmittedReport = z.object({ ...head, version: Version })
export type SubmittedReport = z.infer<typeof SubmittedReport>

/** 月 × センター with the state of each. */
export const Overview = z.object({
  fiscalYear: z.number(),
  fiscalYearLabel: z.string(),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  months: z.array(
    z.object({
      month: z.string(),
      label: z.string(),
      isInProgress: z.boolean(),
      dueOn: z.string(),
      /** one for each unit; null: the centre did not exist in the month */
      cells: z.array(
        z
          .object({ state, stateLabel: z.string(), lastNumber: z.number(), isOverdue: z.boolean() })
          .nullable(),
      ),
    }),
  ),
})
export type Overview = z.infer<typeof Overview>

export const RecordRow = z.object({
  journalId: z.string(),
  day: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  /** null: not named, or not for this reader to see */
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  personWords: z.string(),
  worker: z.string(),
  centre: z.string().nullable(),
  minutes: z.number().nullable(),
  unit: z.string(),
  count: z.number(),
  /** null: this reader cannot open it */
  link: z.string().nullable(),
})
export type RecordRow = z.infer<typeof RecordRow>
export const Records = z.object({
  rows: z.array(RecordRow),
  total: z.number(),
  nextCursor: z.string().nullable(),
})

export const LateEntries = z.object({
  number: z.number(),
  rows: z.array(
    z.object({
      journalId: z.string(),
      day: z.string(),
      kindLabel: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      /** 氏名の統合 · 圏域 … */
      what: z.string(),
      at: z.string().nullable(),
      by: z.string().nullable(),
      person: z.object({ id: z.string(), name: z.string() }).nullable(),
      link: z.string().nullable(),
    }),
  ),
})
export type LateEntries = z.infer<typeof LateEntries>
export const ReportPlace = z.object({ unit: z.string(), month: z.string() })

import { z } from 'zod'
import { SPAN } from './rules/period.ts'

const uuid = z.uuid('番号の形が違います。画面を開き直してください。')
const version = z.int('版の番号がありません。画面を開き直してください。').min(1)
const row = z.coerce.number().int().min(1).max(1_048_576, '行は1から1,048,576までです。')
const column = z.coerce.number().int().min(0).max(16_383, '列は A から XFD までです。')
export const fiscalYear = z.coerce
  .number('報告する年度を西暦4けたで指定してください。')
  .int()
  .min(1990, '報告する年度は1990年度からです。')
  .max(2200, '報告する年度を西暦4けたで指定してください。')

export const FormParams = z.object({ id: uuid })
export const BindingParams = z.object({ id: uuid, bindingId: uuid })
export const SheetParams = z.object({ id: uuid, sheet: z.coerce.number().int().min(0).max(10_000) })
export const SheetQuery = z.object({ top: row.default(1), left: column.default(0) })
export const VersionQuery = z.object({ version: z.coerce.number().int().min(1) })

/** by the number of the sheet: its name stays out of addresses */
export const CellBody = z.object({
  sheet: z.int().min(0),
  row: z.int().min(1).max(1_048_576),
  column: z.int().min(0).max(16_383),
})
export type CellBody = z.infer<typeof CellBody>

const source = z.string().min(1, '数の出どころを選んでください。').max(60)
const figure = {
  source,
  ref: z.string().max(700, '値は700字までです。短くしてください。'),
  span: z.string().regex(SPAN, '期間を、年度全体、月、日のどれかで選んでください。'),
  yearOffset: z.int('何年前の年度かを数で選んでください。').min(-20).max(20),
}
export const FigureBody = z.object(figure)
export type FigureBody = z.infer<typeof FigureBody>
export const BindingBody = CellBody.extend({
  ...figure,
  /** for 毎年入力する and 決まった値: what it is */
  label: z.string().trim().max(300, '数の名前は300字までです。短くしてください。').default(''),
  unit: z.string().trim().max(40, '単位は40字までです。').default(''),
  years: z.enum(['relative', 'fixed'], '見出しの年の扱いを選んでください。').default('relative'),
  note: z.string().trim().max(500, 'メモは500字までです。短くしてください。').default(''),
})
export type BindingBody = z.infer<typeof BindingBody>
export const ChangeBody = BindingBody.omit({ sheet: true, row: true, column: true }).extend({ version })
export type ChangeBody = z.infer<typeof ChangeBody>

export const SearchBody = z.object({
  words: z.string().max(200, '探す言葉は200字までです。').default(''),
  source: source.optional(),
  limit: z.int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
})
export type SearchBody = z.infer<typeof SearchBody>

/** what is typed this year, by binding */
const typed = z
  .record(z.string(), z.string().max(1000, '値は1,000字までです。短くしてください。'))
  .default({})
export const PreviewBody = z.object({ typed })
export const FillBody = z.object({
  typed,
  /** of the preview that was looked at */
  digest: z.string().length(64, '記入の前に、内容を確かめてください。'),
})

export const CarryBody = z.object({
  decisions: z
    .array(
      z.object({
        bindingId: uuid,
        /** the cell of this edition; null: not filled any more */
        take: CellBody.nullable(),
      }),
    )
    .min(1, '引き継ぐものを選んでください。')
    .max(2000, '一度に2,000件までです。'),
})

const place = z.object({
  sheet: z.string(),
  title: z.string().nullable(),
  rowPath: z.array(z.string()),
  columnPath: z.array(z.string()),
})
export const Started = z.object({ id: z.string() })

export const Family = z.object({
  id: z.string(),
  name: z.string(),
  ownerOffice: z.string(),
  forms: z.array(
    z.object({
      id: z.string(),
      fiscalYear: z.number(),
      fiscalYearLabel: z.string(),
      fileName: z.string(),
      uploadedAt: z.string(),
      uploadedBy: z.string(),
      boundCount: z.number(),
      /** cells of the edition before that wait for a decision; null: nothing was carried */
      waitingCount: z.number().nullable(),
      lastFilledAt: z.string().nullable(),
    }),
  ),
})
export type Family = z.infer<typeof Family>
export const FamilyList = z.object({ items: z.array(Family) })

export const Binding = z.object({
  id: z.string(),
  version: z.number(),
  sheet: z.string(),
  sheetIndex: z.number(),
  row: z.number(),
  column: z.number(),
  address: z.string(),
  place,
  years: z.enum(['relative', 'fixed']),
  source: z.string(),
  sourceLabel: z.string(),
  ref: z.string(),
  label: z.string(),
  unit: z.string(),
  span: z.string(),
  yearOffset: z.number(),
  periodLabel: z.string(),
  note: z.string(),
})
export type Binding = z.infer<typeof Binding>

export const FillLine = z.object({
  id: z.string(),
  fileName: z.string(),
  filledAt: z.string(),
  filledBy: z.string(),
  writtenCount: z.number(),
  unfilledCount: z.number(),
  sha256: z.string(),
})
export type FillLine = z.infer<typeof FillLine>

export const Form = z.object({
  id: z.string(),
  family: z.object({ id: z.string(), name: z.string(), ownerOffice: z.string() }),
  fiscalYear: z.number(),
  fiscalYearLabel: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  uploadedAt: z.string(),
  uploadedBy: z.string(),
  notes: z.array(z.string()),
  staleWords: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      state: z.string(),
      isProtected: z.boolean(),
      rows: z.number(),
      columns: z.number(),
    }),
  ),
  bindings: z.array(Binding),
  fills: z.array(FillLine),
  carriedFrom: z.object({ id: z.string(), fiscalYearLabel: z.string(), waitingCount: z.number() }).nullable(),
})
export type Form = z.infer<typeof Form>

const range = z.object({ top: z.number(), left: z.number(), bottom: z.number(), right: z.number() })
export const SheetWindow = z.object({
  name: z.string(),
  /** what the sheet uses; null: nothing */
  used: range.nullable(),
  /** what of it is here */
  window: range,
  merges: z.array(range),
  /** in characters, for the columns of the window */
  widths: z.array(z.number()),
  hiddenRows: z.array(z.number()),
  hiddenColumns: z.array(z.number()),
  cells: z.array(
    z.object({
      row: z.number(),
      column: z.number(),
      text: z.string(),
      kind: z.enum(['blank', 'number', 'date', 'text', 'boolean', 'error']),
      isFormula: z.boolean(),
      isLocked: z.boolean(),
      hasBorder: z.boolean(),
    }),
  ),
})
export type SheetWindow = z.infer<typeof SheetWindow>

export const CellPlace = z.object({
  sheet: z.string(),
  row: z.number(),
  column: z.number(),
  address: z.string(),
  place,
  text: z.string(),
  formula: z.string().nullable(),
  /** why nothing can be written; null: it can */
  stays: z.string().nullable(),
  remarks: z.array(z.string()),
  /** other cells with the same headings: the next edition will have to be chosen by hand */
  alike: z.array(z.string()),
  hasYear: z.boolean(),
})
export type CellPlace = z.infer<typeof CellPlace>

const period = z.object({ from: z.string(), to: z.string() })
export const Offers = z.object({
  sources: z.array(z.object({ id: z.string(), label: z.string() })),
  items: z.array(
    z.object({
      source: z.string(),
      sourceLabel: z.string(),
      ref: z.string(),
      label: z.string(),
      unit: z.string(),
      definition: z.string(),
      latest: period.nullable(),
      latestLabel: z.string().nullable(),
      /** how its newest period is told in any year; null: it has none, or none that can be told */
      usualSpan: z.string().nullable(),
    }),
  ),
  hasMore: z.boolean(),
})
export type Offers = z.infer<typeof Offers>

export const Reading = z.object({
  label: z.string(),
  unit: z.string(),
  definition: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  missing: z.string().nullable(),
  asOf: z.string().nullable(),
  source: z.string(),
  periodLabel: z.string(),
})
export type Reading = z.infer<typeof Reading>

export const Line = z.object({
  bindingId: z.string(),
  sheet: z.string(),
  address: z.string(),
  place,
  label: z.string(),
  sourceLabel: z.string(),
  periodLabel: z.string(),
  unit: z.string(),
  /** the figure; null: none, see reason */
  value: z.union([z.number(), z.string()]).nullable(),
  /** what stands in the file; of percent the hundredth */
  written: z.union([z.number(), z.string()]).nullable(),
  before: z.string(),
  /** why it stayed as it was; null: it is written */
  reason: z.string().nullable(),
  remarks: z.array(z.string()),
  asOf: z.string().nullable(),
  source: z.string(),
  /** to be typed before filling */
  isTyped: z.boolean(),
})
export type Line = z.infer<typeof Line>
export const Preview = z.object({
  lines: z.array(Line),
  writtenCount: z.number(),
  unfilledCount: z.number(),
  digest: z.string(),
  staleWords: z.string(),
  attribution: z.array(z.string()),
})
export type Preview = z.infer<typeof Preview>
export const Fill = FillLine.extend({
  formId: z.string(),
  formName: z.string(),
  fiscalYearLabel: z.string(),
  lines: z.array(Line),
})
export type Fill = z.infer<typeof Fill>

const difference = z.object({
  part: z.enum(['sheet', 'title', 'row', 'column']),
  before: z.string(),
  after: z.string(),
})
const candidate = z.object({
  sheet: z.string(),
  sheetIndex: z.number(),
  row: z.number(),
  column: z.number(),
  address: z.string(),
  place,
  differences: z.array(difference),
  /** another binding of this edition is there already */
  isTaken: z.boolean(),
})
export type Candidate = z.infer<typeof candidate>
export const Carry = z.object({
  from: z.object({ id: z.string(), fiscalYearLabel: z.string(), fileName: z.string() }),
  to: z.object({ id: z.string(), fiscalYearLabel: z.string(), fileName: z.string() }),
  items: z.array(
    z.object({
      binding: Binding,
      outcome: z.enum(['same', 'moved', 'changed', 'several', 'vanished']),
      candidates: z.array(candidate),
    }),
  ),
  decided: z.array(
    z.object({
      bindingId: z.string(),
      decision: z.enum(['taken', 'dropped']),
      label: z.string(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
  /** cells of this edition whose headings the one before did not have */
  newCells: z.array(
    z.object({
      sheet: z.string(),
      sheetIndex: z.number(),
      row: z.number(),
      column: z.number(),
      address: z.string(),
      place,
    }),
  ),
})
export type Carry = z.infer<typeof Carry>

import { z } from 'zod'
import { CODINGS } from './codes.ts'
import { type ItemNumber, items } from './forms/kihon-checklist/items.ts'
import type { Cells } from './rules/coding.ts'

/**
 * A measured length or weight as typed, in hundredths: '156' → 15600, '47.36' → 4736, blank → null.
 * Read from its digits, never through floating point. Whether it is plausible is the rule's matter.
 */
const hundredths = (what: string, unit: string) =>
  z
    .string()
    .nullish()
    .transform((typed, context) => {
      const text = (typed ?? '').normalize('NFKC').trim()
      if (text === '') return null
      const parts = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text)
      if (parts) return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
      context.addIssue({
        code: 'custom',
        message: `${what}: ${unit}の数字で、小数は第2位までで入力してください（例 ${unit === 'cm' ? '156.0' : '45.5'}）。`,
      })
      return z.NEVER
    })

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

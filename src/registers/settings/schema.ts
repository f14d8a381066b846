import { z } from 'zod'

const Dated = z.object({
  id: z.string(),
  version: z.number(),
  /** first day in force */
  from: z.string(),
  /** last day in force; null: no later value is entered */
  to: z.string().nullable(),
  value: z.unknown(),
  /** 根拠: 要綱, 条例, 決裁 */
  source: z.string(),
  note: z.string().nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: z.string(),
})

export const Setting = z.object({
  key: z.string(),
  group: z.string(),
  title: z.string(),
  unit: z.string().nullable(),
  help: z.string(),
  input: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('choice'),
      choices: z.array(z.object({ code: z.string(), label: z.string() })),
    }),
    z.object({ kind: z.literal('integer'), min: z.number(), max: z.number(), blank: z.string().nullable() }),
    z.object({ kind: z.literal('yesNo'), yes: z.string(), no: z.string() }),
    z.object({ kind: z.literal('structure') }),
  ]),
  initial: z.object({ value: z.unknown(), source: z.string(), confidence: z.string() }),
  /** the value of today */
  today: z.unknown(),
  /** whether the reader's role may change it */
  mayChange: z.boolean(),
  /** the insurer's own values, oldest first */
  dated: z.array(Dated),
})
export type Setting = z.infer<typeof Setting>
export const SettingList = z.object({ items: z.array(Setting) })

export const SettingKey = z.object({ key: z.string().max(80) })
export const PutSetting = z.object({
  /** null: a new dated value; else the one that is corrected, with its version */
  id: z.uuid().nullable(),
  version: z.int().nullable(),
  from: z.iso.date('開始日: 日付を「2026-11-22」の形で入力してください。'),
  value: z.unknown(),
  source: z
    .string()
    .trim()
    .min(1, '根拠: 要綱・条例・決裁の名称と番号を入力してください。')
    .max(500, '根拠: 500文字までです。'),
  note: z.string().trim().max(1000, '備考: 1,000文字までです。').nullable(),
})
export type PutSetting = z.infer<typeof PutSetting>
export const RemoveSetting = z.object({ id: z.uuid(), version: z.int() })

import { z } from 'zod'
import { yen } from '../../../platform/computation/index.ts'
import { fiscalYear, head, level } from './projection-fields.ts'

const MOST = 10_000
const list = <T extends z.ZodType>(item: T, title: string, description = title) =>
  z
    .array(item, `${title}: 一覧で入力してください。`)
    .max(MOST, `${title}: 10,000件までです。`)
    .default([])
    .meta({ title, description })
const name = (title: string) =>
  z
    .string(`${title}: 文字で入力してください。`)
    .min(1, `${title}: 入力してください。`)
    .meta({ title, description: title })

const service = z.strictObject({
  name: name('サービスの名前'),
  years: list(
    z.strictObject({ fiscalYear: fiscalYear(), users: head('利用者数'), benefitYen: yen('給付費（年額）') }),
    '年度ごとの値',
    '基準年から早い順の、利用者数と給付費',
  ),
})
const levelRow = z.strictObject({
  level,
  fiscalYear: fiscalYear(),
  certified: head('認定者数'),
  facilityUsers: head('施設の利用者数'),
  residentialUsers: head('居住系の利用者数'),
})

export const watchedInput = z.strictObject({
  services: list(service, 'サービス'),
  levels: list(levelRow, '要介護度ごとの認定者と入所・入居'),
  clamped: z
    .strictObject({ cells: head('上限か下限に達したセル'), of: head('すべてのセル') })
    .default({ cells: 0, of: 0 })
    .meta({
      title: '認定率の上限・下限',
      description: '認定率が上限か下限に達したセルの数と、すべてのセルの数',
    }),
  sums: list(
    z.strictObject({ label: name('表の名前'), total: head('合計'), parts: list(head('内訳'), '内訳') }),
    '内訳と合計',
  ),
  generalProject: list(
    z.strictObject({
      fiscalYear: fiscalYear(),
      costYen: yen('総合事業費'),
      capYen: yen('総合事業の上限額'),
    }),
    '総合事業',
    '年度ごとの総合事業費と上限額',
  ),
})

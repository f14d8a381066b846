import { z } from 'zod'
import { setting } from '../../registers/settings/index.ts'

/** LIM-01: the guidelines take the 要支援1 amount as the yardstick and let a municipality allow more. */
export const programmeUnits = setting<number | null>({
  key: 'limits.programme-units',
  group: '総合事業',
  approval: 'two',
  title: '事業対象者の支給限度額',
  unit: '単位',
  help: '国は要支援1の額を目安としています。市町村が別に定めているときだけ入力します。',
  schema: z
    .int('支給限度額: 単位数を整数で入力してください。')
    .min(1, '支給限度額: 1単位以上にしてください。定めがなければ空欄にしてください。')
    .max(1_000_000, '支給限度額: 1,000,000単位までです。')
    .nullable(),
  input: { kind: 'integer', min: 1, max: 1_000_000, blank: '要支援1と同じ' },
  initial: null,
  source: { text: '介護予防・日常生活支援総合事業の指針（要支援1の限度額を目安とする扱い）' },
  confidence: 'recalled',
})

export const settings = [programmeUnits]

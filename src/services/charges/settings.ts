import { z } from 'zod'
import type { UnitPriceArea } from '../../law/services/area-unit-price.ts'
import { setting } from '../../registers/settings/index.ts'
import { AREAS } from './codes.ts'

const codes = Object.keys(AREAS) as [UnitPriceArea | 'unset', ...(UnitPriceArea | 'unset')[]]

/** YEN-01: the area of the municipality's own offices; an office elsewhere has its own. */
export const area = setting<UnitPriceArea | 'unset'>({
  key: 'charges.area',
  group: '単価と費用',
  approval: 'two',
  title: '地域区分',
  unit: null,
  help: '厚生労働大臣が定める地域区分です。市町村の中の事業所の単価は、これで決まります。改正があった年度から新しい値を入力してください。',
  schema: z.enum(codes, '地域区分: 1級地から7級地、その他、未設定のどれかを選んでください。'),
  input: { kind: 'choice', choices: codes.map((code) => ({ code, label: AREAS[code] })) },
  initial: 'unset',
  source: { text: '厚生労働大臣が定める一単位の単価（平成27年厚生労働省告示第93号）' },
  confidence: 'unverified',
})

/** FEE-01: 介護予防ケアマネジメント at or below the national fee. */
export const careManagementUnits = setting<number | null>({
  key: 'charges.care-management-units',
  group: '単価と費用',
  approval: 'two',
  title: '介護予防ケアマネジメント費の単位',
  unit: '単位',
  help: '1か月の単位です。国の介護予防支援費(I)を超えられません。類型B・Cの単位を別に定めているときは、類型Aの単位を入力します。',
  schema: z
    .int('単位: 整数で入力してください。')
    .min(1, '単位: 1単位以上にしてください。')
    .max(10_000, '単位: 10,000単位までです。')
    .nullable(),
  input: { kind: 'integer', min: 1, max: 10_000, blank: '未設定' },
  initial: null,
  source: { text: '市町村の総合事業の実施要綱' },
  confidence: 'unverified',
})

export const settings = [area, careManagementUnits]

import { z } from 'zod'
import { setting } from '../../registers/settings/index.ts'

/** STC-01: months beyond the plan that a professional's judgement may allow. */
export const extensionMonths = setting({
  key: 'short-intensive.extension-months',
  approval: 'two',
  group: '総合事業',
  title: '短期集中予防サービスの延長',
  unit: 'か月',
  help: '専門職の判断で延ばせる月数です。計画と合わせて国の範囲（6か月）までです。',
  schema: z
    .int('延長: 月数を整数で入力してください。')
    .min(0, '延長: 0か月以上にしてください。')
    .max(3, '延長: 3か月までです。'),
  input: { kind: 'integer', min: 0, max: 3 },
  initial: 0,
  source: { text: '製品の初期値（延長を認めるかは市町村が定める）' },
  confidence: 'decided',
})

export const settings = [extensionMonths]

import { z } from 'zod'
import { setting } from '../../registers/settings/index.ts'

/** ABU-03: hours that the municipality's own manual gives. */
export const factFindingHours = setting<number>({
  key: 'abuse.fact-finding-hours',
  approval: 'two',
  lawDecides: true,
  group: '権利擁護',
  title: '高齢者虐待の安全確認までの時間',
  unit: '時間',
  help: '受付からの時間です。休日も夜も数えます。国の手引きの目安は48時間です。',
  schema: z
    .int('時間: 整数で入力してください。')
    .min(1, '時間: 1時間以上にしてください。')
    .max(720, '時間: 720時間（30日）までです。'),
  input: { kind: 'integer', min: 1, max: 720 },
  initial: 48,
  source: { text: '市町村・都道府県における高齢者虐待への対応と養護者支援について（厚生労働省）の目安' },
  confidence: 'recalled',
})

export const settings = [factFindingHours]

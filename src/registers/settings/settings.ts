import { z } from 'zod'
import { setting } from './definition.ts'

/** Protection of sign-ins. The doors of identity read these keys (identity.find_session). */
export const twoFactors = setting({
  key: 'security.two-factors',
  group: 'サインイン',
  title: '二要素認証を必須にする',
  unit: null,
  help: '「必須」のあいだ、二つ目の要素を登録していない職員は、登録のほかに何もできません。',
  schema: z.boolean('必須にするかどうかを選んでください。'),
  input: { kind: 'yesNo', yes: '必須', no: '任意' },
  initial: true,
  source: { text: '医療・介護の情報システムの安全管理に関するガイドライン（令和9年度までの二要素認証）' },
  confidence: 'recalled',
})

export const idleMinutes = setting({
  key: 'security.idle-minutes',
  group: 'サインイン',
  title: '使わないと終わるまでの時間',
  unit: '分',
  help: 'この時間だけ操作がないと、サインインし直す必要があります。書きかけの内容は残ります。',
  schema: z
    .int('時間: 分を整数で入力してください。')
    .min(5, '時間: 5分以上にしてください。')
    .max(240, '時間: 240分までです。'),
  input: { kind: 'integer', min: 5, max: 240 },
  initial: 30,
  source: { text: '製品の初期値' },
  confidence: 'decided',
})

export const settings = [twoFactors, idleMinutes]

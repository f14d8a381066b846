import { z } from 'zod'
import { jChsLimits } from '../../../law/casework/j-chs-limits.ts'
import { choice, codesOf, defineRule, whole } from '../../../platform/computation/index.ts'
import { FRAILTY_LABELS } from '../codes.ts'
import { jChsCases } from '../examples/checklists.ts'
import { jChs } from './j-chs.ts'

const ANSWERS = { yes: 'はい', no: 'いいえ', declined: '回答拒否' }
const answer = (title: string) =>
  choice(title, ANSWERS)
    .nullable()
    .meta({
      title,
      labels: ANSWERS,
      description: `${title}（yes はい、no いいえ、declined 回答拒否）。聞いていないときは null`,
    })
const SEXES = { male: '男', female: '女' }
const measured = (title: string, unit: string, help: string) =>
  whole(title, unit)
    .nullable()
    .meta({ title, unit, description: `${help}。測っていないときは null（${unit}）` })

export const rule = defineRule({
  id: 'FRL-02',
  title: '改定J-CHS基準によるフレイル（研究）',
  group: '基本チェックリスト',
  meaning: '体重減少、握力、疲労感、歩行速度、身体活動の5項目から、フレイルの区分を出します。',
  formula:
    '該当が0項目 健常、1～2項目 プレフレイル、3項目以上 フレイル。わからない項目があるときは、両端が同じ区分のときだけ',
  source: { text: '改定日本版CHS基準（2020年）' },
  confidence: 'recalled',
  limits:
    '体重減少は「6か月で2kg以上の意図しない減少」で、チェックリストのNo.11（2～3kg以上）とは別の質問です。',
  parameters: { limits: jChsLimits },
  labels: {
    frailty: '区分',
    ...codesOf('frailty', FRAILTY_LABELS),
    min: '最小の数',
    max: '最大の数',
    items: '項目',
    weightLoss: '体重減少',
    weakness: '筋力低下',
    exhaustion: '疲労感',
    slowness: '歩行速度',
    lowActivity: '身体活動',
  },
  input: z.strictObject({
    sex: choice('性別', SEXES)
      .nullable()
      .meta({ title: '性別', labels: SEXES, description: 'わからないときは null' }),
    weightLoss: answer('6か月で2kg以上の意図しない体重減少'),
    gripTenthsKg: measured('握力', '0.1kg', '27.9kgは279'),
    item25: answer('チェックリストNo.25（疲労感）'),
    speedMmPerSecond: measured('通常の歩行速度', 'mm/秒', '毎秒0.999mは999'),
    lightExercise: answer('週1回以上の軽い運動・体操'),
    regularSport: answer('週1回以上の定期的な運動・スポーツ'),
  }),
  compute(input, { entry, note }) {
    const { value, steps } = jChs(input, entry.limits)
    for (const step of steps) note?.(step)
    return value
  },
  cases: jChsCases,
})

import { z } from 'zod'

const DECISION = '運営協議会の判断'

/** Date, item and period of what the council decided: something that can be looked up. null: it decided nothing. */
export const councilDecisionField = z
  .string(`${DECISION}: 判断の番号や日付を入れるか、なければ null にしてください。`)
  .regex(
    /\S/,
    `${DECISION}: 空白だけでは、どの判断か分かりません。番号や日付を入れるか、なければ null にしてください。`,
  )
  .nullable()
  .meta({ title: DECISION, description: '判断の番号や日付。なければ null' })

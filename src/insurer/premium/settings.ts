import { setting } from '../../registers/settings/index.ts'
import type { Adopt } from './rules/chain.ts'
import { adopt } from './rules/chain-fields.ts'

/** Null: nothing has been decided; there is no national way of rounding the base amount. */
export const baseRounding = setting<Adopt | null>({
  key: 'premium.base-rounding',
  group: '第1号被保険者の保険料',
  approval: 'two',
  title: '基準額の端数処理',
  unit: null,
  help: '計算した基準額を、何円単位に、切捨て・四捨五入・切上げのどれで、月額と年額のどちらでそろえて条例の額とするかです。',
  schema: adopt.nullable(),
  input: { kind: 'structure' },
  initial: null,
  source: { text: '国の定めはありません（介護保険法第129条第2項により条例で定める）' },
  confidence: 'decided',
})

export const settings = [baseRounding]

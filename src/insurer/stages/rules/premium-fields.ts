import { choice, roundingRule, yen } from '../../../platform/computation/index.ts'

// Fields that several rules of the premium by stage share; each is the municipality's own value.

const MOST_YEN = 10_000_000 // number: room for a slip of the pen, no limit of law

export const baseAnnualYen = yen('基準額（年額）', {
  min: 1,
  max: MOST_YEN,
  help: '条例の基準額の年額。月額で定めるときは12倍',
}).meta({ title: '基準額（年額）', setting: 'premium.base-annual-yen' })
export const stageRounding = roundingRule('段階別の保険料の端数処理').meta({
  title: '段階別の保険料の端数処理',
  setting: 'premium.rounding',
})
export const ROUND_ON = { annual: '年額', monthly: '月額（12倍して年額とする）' } as const
export const roundOn = choice('端数処理をする額', ROUND_ON)
  .default('annual')
  .meta({ title: '端数処理をする額', labels: ROUND_ON, setting: 'premium.round-on' })

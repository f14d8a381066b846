import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Adopt } from '../rules/chain.ts'

interface Asked {
  needYen: number
  collectionRatePerMyriad: number
  adjustedInsuredTenths: number
  adopt: Adopt
}
const on = '2024-04-01'
const ooyuki = { needYen: 2_051_968_467, collectionRatePerMyriad: 9900, adjustedInsuredTenths: 268_710 }
/** 100 persons who all pay: the need of a month is what is said. */
const round = (
  monthlyHundredths: number,
  adopt: Adopt,
  [monthlyAdoptedYen, annualAdoptedYen]: readonly [number, number],
): RuleCase<Asked> => ({
  title: `月額${(monthlyHundredths / 100).toFixed(2)}円、${adopt.roundOn} ${adopt.unitYen}円 ${adopt.direction}`,
  on,
  input: {
    needYen: monthlyHundredths * 12,
    collectionRatePerMyriad: 10_000,
    adjustedInsuredTenths: 1000,
    adopt,
  },
  value: {
    monthlyAdoptedYen,
    annualAdoptedYen,
    revenueYen: annualAdoptedYen * 100,
    surplusYen: annualAdoptedYen * 100 - monthlyHundredths * 12,
  },
})

export const adoptedCases: RuleCase<Asked>[] = [
  {
    title: '大雪地区広域連合 第9期: 6,400円では8,912,595円足りない',
    on,
    input: { ...ooyuki, adopt: { unitYen: 100, direction: 'half-up', roundOn: 'monthly' } },
    value: {
      monthlyAdoptedYen: 6400,
      annualAdoptedYen: 76_800,
      revenueYen: 2_043_055_872,
      surplusYen: -8_912_595,
    },
    source: { text: '大雪地区広域連合 第9期介護保険事業計画（計画作成者の公開の作業記録による転記）' },
    isSecondary: true,
  },
  round(645_000, { unitYen: 100, direction: 'half-up', roundOn: 'monthly' }, [6500, 78_000]),
  round(644_999, { unitYen: 100, direction: 'half-up', roundOn: 'monthly' }, [6400, 76_800]),
  round(640_001, { unitYen: 100, direction: 'up', roundOn: 'monthly' }, [6500, 78_000]),
  round(640_000, { unitYen: 100, direction: 'up', roundOn: 'monthly' }, [6400, 76_800]),
  round(649_999, { unitYen: 100, direction: 'down', roundOn: 'monthly' }, [6400, 76_800]),
  round(650_000, { unitYen: 100, direction: 'down', roundOn: 'monthly' }, [6500, 78_000]),
  round(642_792, { unitYen: 1, direction: 'half-up', roundOn: 'monthly' }, [6428, 77_136]),
  round(642_750, { unitYen: 1000, direction: 'none', roundOn: 'monthly' }, [6428, 77_136]),
  round(642_749, { unitYen: 1000, direction: 'none', roundOn: 'monthly' }, [6427, 77_124]),
  round(642_792, { unitYen: 100, direction: 'up', roundOn: 'annual' }, [6433, 77_200]),
  round(642_792, { unitYen: 100, direction: 'down', roundOn: 'annual' }, [6425, 77_100]),
  round(642_792, { unitYen: 10, direction: 'half-up', roundOn: 'annual' }, [6428, 77_140]),
]

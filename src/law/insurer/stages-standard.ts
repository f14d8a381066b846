import { carriedForward, PERIOD_10 } from '../carried-forward.ts'
import type { Dated } from '../types.ts'

/** The national table of a period. Every limit is a lower one (以上) unless its name says otherwise. */
export interface StandardStages {
  /** ‰ of 基準額, from 第1段階 on, before the public reduction */
  ratiosPerMille: readonly number[]
  /** 世帯全員が非課税: up to the low-income limit, up to `secondUpToYen`, above */
  exemptHouseholdStages: readonly [number, number, number]
  /** 本人が非課税で世帯に課税者: up to the low-income limit, above */
  exemptPersonStages: readonly [number, number]
  /** the stage charged the base amount itself */
  baseStage: number
  /** the second limit of a household without tax, inclusive (以下) */
  secondUpToYen: number
  /** 本人が課税: lower limits of 合計所得金額, from the stage after `baseStage` on */
  taxedFromYen: readonly number[]
}

const SOURCE = { text: '介護保険法施行令第38条第1項', url: 'https://laws.e-gov.go.jp/law/410CO0000000412' }
const untaxed = {
  exemptHouseholdStages: [1, 2, 3],
  exemptPersonStages: [4, 5],
  baseStage: 5,
  secondUpToYen: 1_200_000,
} as const
const nine = (seventh: number, eighth: number): StandardStages => ({
  ...untaxed,
  ratiosPerMille: [500, 750, 750, 900, 1000, 1200, 1300, 1500, 1700],
  taxedFromYen: [0, 1_200_000, seventh, eighth],
})
const thirteen: StandardStages = {
  ...untaxed,
  ratiosPerMille: [455, 685, 690, 900, 1000, 1200, 1300, 1500, 1700, 1900, 2100, 2300, 2400],
  taxedFromYen: [0, 1_200_000, 2_100_000, 3_200_000, 4_200_000, 5_200_000, 6_200_000, 7_200_000],
}

/** 所得段階の標準: nine stages from 第6期, thirteen from 第9期. */
export const standardStages: Dated<StandardStages> = {
  id: 'insurer.stages.standard',
  title: '所得段階の標準の区分と割合',
  unit: '‰（基準額に対する割合）、円（所得の境）、段階',
  labels: {
    ratiosPerMille: '第1段階からの割合（‰）',
    exemptHouseholdStages: '世帯全員が非課税の段階',
    exemptPersonStages: '本人が非課税で世帯に課税者がいる段階',
    baseStage: '基準額そのものの段階',
    secondUpToYen: '非課税世帯の二つ目の境（以下、円）',
    taxedFromYen: '本人が課税の段階の所得の下限（円）',
  },
  history: carriedForward(PERIOD_10, [
    {
      from: '2015-04-01',
      value: nine(1_900_000, 2_900_000),
      source: SOURCE,
      confidence: 'recalled',
      note: '第6期。境の額は会津坂下町の表で確かめました。第5期までの6段階と特例は登録していません。',
    },
    { from: '2018-04-01', value: nine(2_000_000, 3_000_000), source: SOURCE, confidence: 'recalled' },
    { from: '2021-04-01', value: nine(2_100_000, 3_200_000), source: SOURCE, confidence: 'recalled' },
    {
      from: '2024-04-01',
      value: thirteen,
      source: SOURCE,
      confidence: 'seen',
      note: '第9期。美浜町（和歌山県）、佐伯市、嘉麻市、阿賀町の表で確かめました。',
    },
  ]),
  checkedOn: '2026-11-22',
}

import { carriedForward, PERIOD_10 } from '../carried-forward.ts'
import type { Dated, DatedEntry } from '../types.ts'

const SOURCE = {
  text: '介護保険の国庫負担金の算定等に関する政令第5条',
  url: 'https://laws.e-gov.go.jp/law/410CO0000000413',
}

const period = (from: string, value: number): DatedEntry<number> => ({
  from,
  value,
  source: SOURCE,
  confidence: 'recalled',
})

/** 第1号被保険者負担割合 α by 計画期間: what of the cost is charged to those aged 65 and over. */
export const firstInsuredSharePerMille: Dated<number> = {
  id: 'insurer.premium.first-insured-share',
  title: '第1号被保険者負担割合（α）',
  unit: '‰',
  history: carriedForward(PERIOD_10, [
    period('2000-04-01', 170),
    period('2003-04-01', 180),
    period('2006-04-01', 190),
    period('2009-04-01', 200),
    period('2012-04-01', 210),
    period('2015-04-01', 220),
    { ...period('2018-04-01', 230), confidence: 'seen' }, // 第7期 to 第9期
  ]),
  checkedOn: '2026-11-22',
}

import { z } from 'zod'
import {
  dayMonthlyUnits,
  dayVisitUnits,
  homeMonthlyUnits,
  homeVisitByBandUnits,
  homeVisitByContentUnits,
} from '../../../law/services/programme-units.ts'
import {
  choice,
  codesOf,
  defineRule,
  month,
  RuleRefusal,
  whole,
} from '../../../platform/computation/index.ts'
import { unitPriceCases } from '../unit-price-cases.ts'
import { isAllowed, PRICES, tableOf, unitCeiling } from './unit-ceiling.ts'

const KINDS = { former: '従前相当', a: 'サービスA' } as const

export const rule = defineRule({
  id: 'CSP-04',
  title: '総合事業の単価の上限',
  group: '地域支援事業の上限',
  meaning: '市町村が決めた総合事業の単位が、国の上限の表を超えていないかを一つずつ確かめます。',
  formula: '従前相当は国の上限の単位以下、サービスAは国の上限の単位より低い',
  source: { text: '令和3年厚生労働省告示第72号（総合事業の国の基準による単位）' },
  confidence: 'recalled',
  limits:
    'サービスB・C・Dは補助や委託によるので、この表では確かめません。サービスAが「より低い」か「以下」かは原典未確認です。加算・減算、日割りの単位は見ません。',
  parameters: {
    'home-month': homeMonthlyUnits,
    'home-visit-band': homeVisitByBandUnits,
    'home-visit': homeVisitByContentUnits,
    'day-month': dayMonthlyUnits,
    'day-visit': dayVisitUnits,
  },
  input: z.strictObject({
    month: month('サービスの月'),
    prices: z
      .array(
        z
          .strictObject({
            price: choice('単位の種類', PRICES),
            kind: choice('サービスの類型', KINDS),
            units: whole('市町村の単位', '単位', { min: 1, max: 100_000 }), // number: what units may be
          })
          .meta({ title: '市町村の単位' }),
        '市町村の単位を並べてください。',
      )
      .min(1, '市町村の単位を1つ以上入力してください。')
      .max(1000, '市町村の単位: 1,000までです。')
      .meta({ title: '市町村の単位', description: '要綱で決めた単位' }),
  }),
  dateOf: (input) => `${input.month}-01`,
  compute({ prices }, { law, entry, note, caution }) {
    const found = prices.map((one) => ({ ...one, ceilingUnits: unitCeiling(one.price, law) }))
    const missing = found.flatMap(({ price, ceilingUnits }, at) =>
      ceilingUnits === null ? [{ price, at }] : [],
    )
    if (missing.length > 0)
      throw new RuleRefusal(
        missing.map(({ price, at }) => ({
          path: `prices.${at}.price`,
          code: 'no-ceiling',
          message: `${PRICES[price]}: この月の国の表にはない単位です。月と種類を確かめてください。`,
        })),
      )
    const rows = found.map(({ price, kind, units, ceilingUnits }) => {
      const isWithin = isAllowed(units, ceilingUnits ?? 0, kind)
      const { source, confidence } = entry[tableOf(price)[0]]
      note?.({
        label: `${PRICES[price]}（${KINDS[kind]}）`,
        formula: kind === 'former' ? '国の上限以下' : '国の上限より低い',
        inputs: { 市町村の単位: units, 国の上限: ceilingUnits },
        value: isWithin,
        source,
        confidence,
      })
      return { price, kind, units, ceilingUnits, isWithin }
    })
    const over = rows.filter(({ isWithin }) => !isWithin).length
    if (over > 0) caution(`国の上限を守っていない単位が ${over}つあります。要綱の単位を確かめてください。`)
    return { isWithin: over === 0, rows }
  },
  labels: {
    isWithin: '国の上限の内か',
    rows: '単位',
    price: '単位の種類',
    kind: 'サービスの類型',
    units: '市町村の単位',
    ceilingUnits: '国の上限の単位',
    ...codesOf('price', PRICES),
    ...codesOf('kind', KINDS),
  },
  cases: unitPriceCases,
})

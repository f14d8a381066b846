import { z } from 'zod'
import { defineRule, persons, refuse, whole } from '../../../platform/computation/index.ts'
import { sharesByScoreTimesInsured } from './allocate.ts'

export const rule = defineRule({
  id: 'grant-allocation',
  covers: ['EV-16'],
  title: '交付金の配分（基本の式による試算）',
  group: '交付金',
  meaning: '予算を、評価得点と第1号被保険者数を掛けた大きさで分けます。',
  formula: '配分額＝予算×（得点×第1号被保険者数）÷その全市町村の合計、1千円未満は切捨て',
  source: { text: '保険者機能強化推進交付金の算定（市の公表資料）' },
  confidence: 'secondary',
  limits:
    '試算です。実際の配分は、基本配分枠のほかに追加配分枠と激変緩和があり、追加配分枠の式は公表資料では確かめられていません。令和6年度の額は、この式だけでは説明できません。',
  parameters: {},
  input: z.strictObject({
    budgetThousandYen: whole('予算', '千円', { min: 1 }),
    units: z
      .array(
        z
          .strictObject({
            id: z
              .string()
              .min(1, '市町村: 名前か番号を入れてください。')
              .meta({ title: '市町村', description: '名前か番号' }),
            score: whole('評価得点', '点', { max: 10_000 }),
            firstInsured: persons('第1号被保険者数'),
          })
          .meta({ title: '市町村', description: '得点と第1号被保険者数' }),
        '市町村: 並びで入力してください。',
      )
      .min(1, '市町村: 1つ以上入力してください。')
      .meta({ title: '市町村', description: '配分を受けるすべての市町村' }),
  }),
  compute({ budgetThousandYen, units }, { note, round, caution }) {
    const ids = new Set(units.map(({ id }) => id))
    if (ids.size < units.length)
      refuse('unit-twice', 'units', '市町村: 同じ名前か番号が2回あります。1つにしてください。')
    const shares = sharesByScoreTimesInsured(budgetThousandYen, units)
    if (!shares)
      return refuse(
        'no-weight',
        'units',
        '市町村: 得点×第1号被保険者数の合計が0なので、分けられません。得点と人数を確かめてください。',
      )
    const amounts = units.map(({ id, score, firstInsured }, at) => {
      const amountThousandYen = round(`${id} の配分額`, shares[at]!, 'down', 1, '千円')
      note?.({
        label: `${id} の配分額`,
        formula: '予算×（得点×第1号被保険者数）÷合計',
        inputs: {
          予算: budgetThousandYen,
          得点: score,
          第1号被保険者数: firstInsured,
          合計: String(shares[at]!.under),
        },
        value: amountThousandYen,
        unit: '千円',
      })
      return { id, amountThousandYen }
    })
    const given = amounts.reduce((sum, { amountThousandYen }) => sum + amountThousandYen, 0)
    caution('試算です。追加配分枠と激変緩和は入っていません。')
    return { amounts, undistributedThousandYen: budgetThousandYen - given }
  },
  cases: [
    {
      title: 'EV-16 三つの架空の市町村',
      on: '2026-04-01',
      input: {
        budgetThousandYen: 100_000,
        units: [
          { id: 'A（架空）', score: 600, firstInsured: 10_000 },
          { id: 'B（架空）', score: 450, firstInsured: 30_000 },
          { id: 'C（架空）', score: 300, firstInsured: 5000 },
        ],
      },
      value: {
        amounts: [
          { id: 'A（架空）', amountThousandYen: 28_571 },
          { id: 'B（架空）', amountThousandYen: 64_285 },
          { id: 'C（架空）', amountThousandYen: 7142 },
        ],
        undistributedThousandYen: 2,
      },
    },
    {
      title: '得点がすべて0なら断る',
      on: '2026-04-01',
      input: { budgetThousandYen: 1, units: [{ id: 'A（架空）', score: 0, firstInsured: 9 }] },
      refused: { code: 'no-weight', path: 'units' },
    },
    {
      title: '同じ市町村が2回あれば断る',
      on: '2026-04-01',
      input: {
        budgetThousandYen: 1,
        units: [
          { id: 'A（架空）', score: 1, firstInsured: 9 },
          { id: 'A（架空）', score: 1, firstInsured: 9 },
        ],
      },
      refused: { code: 'unit-twice', path: 'units' },
    },
  ],
})

import { z } from 'zod'
import { defineRule, refuse, whole } from '../../../platform/computation/index.ts'

export const rule = defineRule({
  id: 'cap-by-requirement',
  covers: ['EV-17'],
  title: '所要見込額による交付額の上限',
  group: '交付金',
  meaning: '市町村の所要見込額が交付見込額（案）を下回れば、所要見込額までとし、残りは追加の交付に回ります。',
  formula: '交付額＝交付見込額（案）と所要見込額の小さい方、回る額＝交付見込額（案）−交付額',
  source: { text: '令和6年度の交付額の算定（計画作成者の作業記録による転記）' },
  confidence: 'secondary',
  limits: '回った額を、どの市町村へどう追加交付するかの式は公表資料では確かめられていません。',
  parameters: {},
  input: z.strictObject({
    units: z
      .array(
        z
          .strictObject({
            id: z
              .string()
              .min(1, '市町村: 名前か番号を入れてください。')
              .meta({ title: '市町村', description: '名前か番号' }),
            plannedThousandYen: whole('交付見込額（案）', '千円'),
            requestedThousandYen: whole('所要見込額', '千円').nullable().meta({
              title: '所要見込額',
              unit: '千円',
              description: '所要見込額（千円）。届いていなければ null（0円とは違います）',
            }),
          })
          .meta({ title: '市町村', description: '交付見込額（案）と所要見込額' }),
        '市町村: 並びで入力してください。',
      )
      .min(1, '市町村: 1つ以上入力してください。')
      .meta({ title: '市町村', description: '交付見込額（案）と所要見込額' }),
  }),
  compute({ units }, { note }) {
    const ids = new Set(units.map(({ id }) => id))
    if (ids.size < units.length)
      refuse('unit-twice', 'units', '市町村: 同じ名前か番号が2回あります。1つにしてください。')
    const capped = units.map(({ id, plannedThousandYen: planned, requestedThousandYen: requested }) => {
      const finalThousandYen = requested === null ? null : Math.min(planned, requested)
      note?.({
        label: `${id} の交付額`,
        formula: '交付見込額（案）と所要見込額の小さい方',
        inputs: { 交付見込額案: planned, 所要見込額: requested },
        value: finalThousandYen,
        unit: '千円',
      })
      const releasedThousandYen = finalThousandYen === null ? null : planned - finalThousandYen
      return { id, finalThousandYen, releasedThousandYen }
    })
    const isWhole = capped.every(({ releasedThousandYen }) => releasedThousandYen !== null)
    const released = capped.reduce((sum, one) => sum + (one.releasedThousandYen ?? 0), 0)
    return { units: capped, releasedThousandYen: isWhole ? released : null }
  },
  cases: [
    {
      title: 'EV-17 案3,189千円、所要454千円なら、454千円で、2,735千円が回る',
      on: '2024-04-01',
      input: { units: [{ id: '甲町（架空）', plannedThousandYen: 3189, requestedThousandYen: 454 }] },
      value: {
        units: [{ id: '甲町（架空）', finalThousandYen: 454, releasedThousandYen: 2735 }],
        releasedThousandYen: 2735,
      },
    },
    {
      title: '所要見込額が案と同じか、上回るなら、案のとおり',
      on: '2024-04-01',
      input: {
        units: [
          { id: '乙町（架空）', plannedThousandYen: 100, requestedThousandYen: 100 },
          { id: '丙町（架空）', plannedThousandYen: 100, requestedThousandYen: 101 },
        ],
      },
      value: {
        units: [
          { id: '乙町（架空）', finalThousandYen: 100, releasedThousandYen: 0 },
          { id: '丙町（架空）', finalThousandYen: 100, releasedThousandYen: 0 },
        ],
        releasedThousandYen: 0,
      },
    },
    {
      title: '所要見込額が届いていなければ、決まらない',
      on: '2024-04-01',
      input: {
        units: [
          { id: '丁町（架空）', plannedThousandYen: 100, requestedThousandYen: null },
          { id: '戊町（架空）', plannedThousandYen: 100, requestedThousandYen: 0 },
        ],
      },
      value: {
        units: [
          { id: '丁町（架空）', finalThousandYen: null, releasedThousandYen: null },
          { id: '戊町（架空）', finalThousandYen: 0, releasedThousandYen: 100 },
        ],
        releasedThousandYen: null,
      },
    },
    {
      title: '同じ市町村が2回あれば断る',
      on: '2024-04-01',
      input: {
        units: [
          { id: '甲町（架空）', plannedThousandYen: 1, requestedThousandYen: 1 },
          { id: '甲町（架空）', plannedThousandYen: 1, requestedThousandYen: 1 },
        ],
      },
      refused: { code: 'unit-twice', path: 'units' },
    },
  ],
})

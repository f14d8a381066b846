import { z } from 'zod'
import { standardStages } from '../../../law/insurer/stages-standard.ts'
import { defineRule, persons, refuse, yen } from '../../../platform/computation/index.ts'
import { stg08Cases } from '../examples/stg-08.ts'
import { balancedBorders } from './balanced-borders.ts'

const bands = z
  .array(
    z.strictObject({ fromYen: yen('所得の下限（以上）'), persons: persons('人数') }),
    '所得の区分: 下限と人数を並べて入力してください。',
  )
  .min(1, '所得の区分: 1区分以上を入力してください。')
  .max(1000, '所得の区分: 1,000区分までです。')
  .meta({ title: '所得の区分', description: '本人課税の人を、合計所得金額の下限の低い順に分けた人数' })

export const rule = defineRule({
  id: 'STG-08',
  title: '国が所得段階の境を決める考え方（第7・8段階、第8・9段階）',
  group: '所得段階',
  meaning:
    '第7期の方法です。第6段階と第7段階の人数、第8段階と第9段階の人数がそれぞれ近くなるように、二つの境を選びます。国の見直しを説明するためのもので、市町村は決めません。',
  formula: '第7段階の人数が第6段階に最も近くなる境、次に第8段階と第9段階の人数が最も近くなる境',
  source: {
    text: '社会保障審議会介護保険部会資料（所得段階の境の設定）',
    url: 'https://wic-net.com/material/document/6795/6',
  },
  confidence: 'seen',
  limits:
    '区分の下限だけを境の候補とし、差が同じときは低い方を採ります（本ソフトの決め）。面積での調整は計算しません。',
  parameters: { table: standardStages },
  input: z.strictObject({ bands }),
  compute({ bands }, { law, entry, note }) {
    const [, fixedYen = 0] = law.table.taxedFromYen
    const found = balancedBorders(bands, fixedYen)
    if (found === null)
      return refuse(
        'bands-too-few',
        'bands',
        `所得の区分: 0円から低い順に並べ、${fixedYen.toLocaleString('en-US')}円の区切りと、その上に2つ以上の区切りを入れてください。`,
      )
    for (const { label, yen, persons } of [
      {
        label: '第7段階と第8段階の境（以上）',
        yen: found.seventhEndsYen,
        persons: found.personsByStage.slice(0, 2),
      },
      {
        label: '第8段階と第9段階の境（以上）',
        yen: found.eighthEndsYen,
        persons: found.personsByStage.slice(2),
      },
    ])
      note?.({
        label,
        inputs: { '前の段階（人）': persons[0]!, '後の段階（人）': persons[1]! },
        value: yen,
        unit: '円',
        source: entry.table.source,
        confidence: entry.table.confidence,
      })
    return found
  },
  cases: stg08Cases,
})

import { z } from 'zod'
import { defineRule, refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { prj007Cases } from '../examples/prj-007.ts'
import { change, head, timesTenths as times } from './projection-fields.ts'

export const rule = defineRule({
  id: 'PRJ-007',
  title: '回（日）数',
  group: '将来推計',
  meaning: '利用者数に、基準年の1人1か月の回（日）数をかけます。小数第1位まで残します。',
  formula: '利用者数×（基準年の回数÷基準年の利用者数）、小数第1位に四捨五入',
  source: { text: '地域包括ケア「見える化」システム 将来推計（計画作成の実務資料による）' },
  confidence: 'secondary',
  limits: '回（日）数は10倍した整数で扱います（95は9.5回）。',
  parameters: {},
  input: z.strictObject({
    users: head('利用者数'),
    baseUsers: head('基準年の利用者数', '1人以上'),
    baseTimesTenths: times('基準年の回（日）数の10倍'),
    changeTenths: change.default(0).meta({
      title: '施策反映の増減の10倍',
      description: '施策反映で足す回（日）数の10倍（回）。入れないときは0',
    }),
  }),
  compute({ users, baseUsers, baseTimesTenths, changeTenths }, { note, round }) {
    if (baseUsers === 0)
      refuse(
        'no-base-users',
        'baseUsers',
        '基準年の利用者数: 0人では、1人当たりの回数が分かりません。1人以上を入力してください。',
      )
    const exact = { over: product(users, baseTimesTenths), under: baseUsers }
    const timesTenths = round('回（日）数の10倍', exact, 'half-up', 1, '回') + changeTenths
    if (timesTenths < 0)
      refuse('below-zero', 'changeTenths', '施策反映の増減: もとの回（日）数より多くは減らせません。')
    note?.({
      label: '回（日）数の10倍',
      formula: '利用者数×基準年の回数÷基準年の利用者数＋施策反映',
      inputs: {
        利用者数: users,
        基準年の回数の10倍: baseTimesTenths,
        基準年の利用者数: baseUsers,
        施策反映: changeTenths,
      },
      value: timesTenths,
      unit: '回',
    })
    return { timesTenths }
  },
  cases: prj007Cases,
})

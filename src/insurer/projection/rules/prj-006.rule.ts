import { z } from 'zod'
import { defineRule, refuse } from '../../../platform/computation/index.ts'
import { prj006Cases } from '../examples/prj-006.ts'
import { change, head } from './projection-fields.ts'
import { rateOf, roundTimes } from './rate.ts'

const living = (when: string) => ({
  certified: head(`${when}の認定者数`),
  facilityUsers: head(`${when}の施設の利用者数`),
  residentialUsers: head(`${when}の居住系の利用者数`),
})

export const rule = defineRule({
  id: 'PRJ-006',
  title: '在宅サービスの利用者数',
  group: '将来推計',
  meaning:
    '認定者から施設と居住系の利用者を引いた在宅の対象者に、基準年の利用率をかけます。居宅介護支援・介護予防支援も同じです。',
  formula:
    '在宅の対象者＝認定者−施設−居住系。利用者数＝在宅の対象者×（基準年の利用者数÷基準年の在宅の対象者）、四捨五入',
  source: { text: '地域包括ケア「見える化」システム 将来推計（計画作成の実務資料による）' },
  confidence: 'secondary',
  limits: '一つのサービスの一つの要介護度、一つの年度の計算です。',
  parameters: {},
  input: z.strictObject({
    base: z.strictObject({ ...living('基準年'), users: head('基準年の利用者数') }).meta({ title: '基準年' }),
    year: z
      .strictObject({
        ...living('その年度'),
        change: change
          .default(0)
          .meta({ title: '施策反映の増減', description: '施策反映で足す人数（人）。入れないときは0' }),
      })
      .meta({ title: '推計する年度' }),
  }),
  compute({ base, year }, { note, caution }) {
    const baseHome = base.certified - base.facilityUsers - base.residentialUsers
    if (baseHome <= 0 && base.users > 0)
      refuse(
        'no-home-base',
        'base',
        '基準年: 在宅の対象者（認定者−施設−居住系）がいないのに、利用者がいます。基準年の数を確かめてください。',
      )
    if (base.users > base.certified)
      refuse(
        'above-certified',
        'base.users',
        `基準年の利用者数: ${base.users}人が、認定者数${base.certified}人をこえています。どちらかを直してください。`,
      )
    if (base.users > Math.max(0, baseHome))
      caution(
        `基準年の利用者${base.users}人が、在宅の対象者${baseHome}人をこえています。居住系の方も使えるサービスでなければ、基準年の数を確かめてください。`,
      )
    const homeBase = year.certified - year.facilityUsers - year.residentialUsers
    if (homeBase < 0) caution('施設と居住系の利用者が認定者をこえているので、在宅の利用者を0人とします。')
    const natural = roundTimes(Math.max(0, homeBase), rateOf(base.users, Math.max(0, baseHome)))
    const users = natural + year.change
    if (users < 0) refuse('below-zero', 'year.change', `施策反映の増減: ${natural}人より多くは減らせません。`)
    if (year.change > 0 && users > year.certified)
      refuse(
        'above-certified',
        'year.change',
        `施策反映の増減: 増やしたあとの利用者${users}人が、認定者数${year.certified}人をこえています。増やす数を直してください。`,
      )
    note?.({
      label: '在宅の対象者',
      formula: '認定者−施設−居住系',
      inputs: { 認定者: year.certified, 施設: year.facilityUsers, 居住系: year.residentialUsers },
      value: homeBase,
      unit: '人',
    })
    note?.({
      label: '利用者数',
      formula: '在宅の対象者×基準年の利用率＋施策反映',
      inputs: { 基準年の利用者数: base.users, 基準年の在宅の対象者: baseHome, 施策反映: year.change },
      value: users,
      unit: '人',
    })
    return { homeBase, natural, users }
  },
  cases: prj006Cases,
})

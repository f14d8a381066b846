import { z } from 'zod'
import { insuredAges } from '../../../law/casework/insured-ages.ts'
import { attainsAgeOn } from '../../../platform/calendar/index.ts'
import { choice, codesOf, day, defineRule } from '../../../platform/computation/index.ts'
import { INSURED_TYPES } from '../codes.ts'
import { insuredTypeCases } from '../examples/insured-type.ts'
import { becomesCategory1On, insuredType } from './insured-type.ts'

const UNCERTAINTY = {
  known: '確か',
  'day-unknown': '日がわからない',
  'month-unknown': '月がわからない',
  'year-unknown': '年がわからない',
}
const optionalDay = (title: string, help: string) =>
  day(title).nullable().default(null).meta({ title, description: help })

export const rule = defineRule({
  id: 'INS-01',
  title: '年齢と被保険者の種別',
  group: '要介護認定',
  meaning: '生年月日から、ある日に第1号・第2号被保険者か、65歳に達する日はいつかを出します。',
  formula: '年齢は誕生日の前日に達する。65歳に達した日から第1号、40歳から第2号（医療保険の加入者）',
  source: { text: '介護保険法第9条、年齢計算ニ関する法律' },
  confidence: 'recalled',
  limits:
    '医療保険に加入しているかは記録がないので、加入しているものとします（H番号の方は被保険者でない）。住所地特例は、保険者の台帳によります。',
  parameters: { ages: insuredAges },
  labels: {
    insuredType: '被保険者の種別',
    ...codesOf('insuredType', Object.fromEntries(INSURED_TYPES.map(({ code, label }) => [code, label]))),
    category1From: '第1号になる日',
    category2From: '第2号になる日',
  },
  input: z.strictObject({
    birthOn: day('生年月日')
      .nullable()
      .meta({ title: '生年月日', description: 'わからないときは null。見当では判定しない' }),
    birthUncertainty: choice('生年月日の確かさ', UNCERTAINTY).default('known'),
    asOf: day('基準日'),
    insuredNumber: z
      .string('被保険者番号: 文字で入力してください。')
      .max(20) // number: a guard on the length of a text
      .nullable()
      .default(null)
      .meta({ title: '被保険者番号', description: 'H で始まる番号は介護扶助だけの方。なければ書かない' }),
    insuredFrom: optionalDay('資格取得日', '基幹システムの記録。なければ書かない'),
    insuredTo: optionalDay('資格のある最後の日', '基幹システムの記録。なければ書かない'),
  }),
  dateOf: ({ asOf }) => asOf,
  compute({ asOf, ...person }, { law, note }) {
    const { value, steps } = insuredType(person, asOf, law.ages)
    for (const step of steps) note?.(step)
    const isExact = person.birthUncertainty === 'known'
    return {
      insuredType: value,
      category1From: isExact ? becomesCategory1On(person.birthOn, law.ages) : null,
      category2From:
        isExact && person.birthOn !== null ? attainsAgeOn(person.birthOn, law.ages.category2) : null,
    }
  },
  cases: insuredTypeCases,
})

import { z } from 'zod'
import { choice, codesOf, defineRule, whole } from '../../../platform/computation/index.ts'
import { product, type Ratio } from '../../../platform/exact/index.ts'
import { level, levelLabels, rowsOf } from './levels.ts'
import { meanOf, medianOf } from './middle.ts'

const SEXES = { male: '男', female: '女' } as const
const tenfold = ({ over, under }: Ratio): Ratio => ({ over: product(over, 10), under })

export const rule = defineRule({
  id: 'CDY-02',
  title: '初回認定の平均年齢',
  group: '健康寿命',
  meaning: 'はじめて認定された方の年齢の平均と中央値です。全体、男女別、要介護度別に示します。',
  formula: '平均＝初回認定の年齢の合計÷初回認定の人数。中央値＝年齢を並べたまん中',
  source: { text: '本ソフトの決め（国の定義が手元にないもの）' },
  confidence: 'decided',
  limits:
    '満年齢で計算し、0.1歳で四捨五入します。はじめての認定かどうかは CDY-01 の見方で選んだ方を入力してください。',
  parameters: {},
  input: z.strictObject({
    people: rowsOf(
      '初回認定の方',
      z
        .strictObject({
          ageYears: whole('初回認定のときの満年齢', '歳', { max: 130 }), // number: what an age may be
          sex: choice('性別', SEXES),
          level: level('要介護度'),
        })
        .meta({ title: '初回認定の方' }),
      '名前のない行',
    ),
  }),
  compute({ people }, { note, round, caution }) {
    const groupOf = (label: string, list: readonly { ageYears: number }[]) => {
      if (list.length === 0) return null
      const ages = list.map(({ ageYears }) => ageYears)
      const tenths = (what: string, ratio: Ratio) =>
        round(`${label}の${what}`, tenfold(ratio), 'half-up', 1, '0.1歳')
      const group = {
        persons: ages.length,
        meanAgeTenths: tenths('平均年齢', meanOf(ages)),
        medianAgeTenths: tenths('年齢の中央値', medianOf(ages)),
      }
      note?.({
        label: `${label}の平均年齢`,
        inputs: { 人数: group.persons },
        value: group.meanAgeTenths,
        unit: '0.1歳',
      })
      note?.({ label: `${label}の年齢の中央値`, value: group.medianAgeTenths, unit: '0.1歳' })
      return group
    }
    const by = <C extends string>(labels: Record<C, string>, of: (one: (typeof people)[number]) => string) =>
      Object.entries<string>(labels).map(([code, label]) => ({
        code,
        group: groupOf(
          label,
          people.filter((one) => of(one) === code),
        ),
      }))
    const value = {
      all: groupOf('全体', people),
      sexes: by(SEXES, ({ sex }) => sex),
      levels: by(levelLabels, (one) => one.level),
    }
    const labels: Record<string, string> = { ...SEXES, ...levelLabels }
    const alone = [...value.sexes, ...value.levels].filter(({ group }) => group?.persons === 1)
    const single = value.all?.persons === 1 ? ['全体'] : alone.map(({ code }) => labels[code]!)
    if (single.length > 0)
      caution(
        `1人だけの区分（${single.join('、')}）の値は、その方の年齢そのものです。外に出す資料には載せないでください。`,
      )
    return value
  },
  labels: {
    all: '全体',
    group: '年齢',
    persons: '人数',
    meanAgeTenths: '平均年齢',
    medianAgeTenths: '年齢の中央値',
    sexes: '男女別',
    levels: '要介護度別',
    code: '区分',
    ...codesOf('code', { ...SEXES, ...levelLabels }),
  },
  cases: [
    {
      title: '4人（架空）: 平均80.5歳、中央値81.0歳',
      on: '2026-04-01',
      input: {
        people: [
          { ageYears: 90, sex: 'female', level: '12' },
          { ageYears: 70, sex: 'male', level: '12' },
          { ageYears: 80, sex: 'female', level: '21' },
          { ageYears: 82, sex: 'female', level: '12' },
        ],
      },
      value: {
        all: { persons: 4, meanAgeTenths: 805, medianAgeTenths: 810 },
        sexes: [
          { code: 'male', group: { persons: 1, meanAgeTenths: 700, medianAgeTenths: 700 } },
          { code: 'female', group: { persons: 3, meanAgeTenths: 840, medianAgeTenths: 820 } },
        ],
        levels: [
          { code: '12', group: { persons: 3, meanAgeTenths: 807, medianAgeTenths: 820 } },
          { code: '13', group: null },
          { code: '21', group: { persons: 1, meanAgeTenths: 800, medianAgeTenths: 800 } },
          { code: '22', group: null },
          { code: '23', group: null },
          { code: '24', group: null },
          { code: '25', group: null },
        ],
      },
    },
  ],
})

import { z } from 'zod'
import {
  choice,
  defineRule,
  type RuleProblem,
  RuleRefusal,
  whole,
} from '../../../platform/computation/index.ts'
import { prj001Cases } from '../examples/prj-001.ts'
import { cohortChange } from './cohort-change.ts'
import { head } from './projection-fields.ts'

const OLDEST = 130 // number: no person is older
const MOST_STEPS = 50 // number: room for every outlook
const WIDTHS = { one: 1, five: 5 } as const // number: single ages or bands of five years

const band = z.strictObject({
  fromAge: whole('年齢の下限', '歳', { max: OLDEST }),
  before: head('前の時点の人口'),
  now: head('今の人口'),
  added: head('加える人数').default(0).meta({
    title: '加える人数',
    description: '住所地特例で他の市町村に住む被保険者など（人）。入れないときは0',
  }),
  deducted: head('除く人数').default(0).meta({
    title: '除く人数',
    description: '適用除外、他の市町村の住所地特例者など（人）。入れないときは0',
  }),
})

export const rule = defineRule({
  id: 'PRJ-001',
  title: '被保険者数の見込み（コーホート変化率法）',
  group: '将来推計',
  meaning:
    '二つの時点の人口から、年齢区分ごとの先の人口を見込み、住所地特例などを足し引きして被保険者数とします。社人研の推計を使うときは、この計算はいりません。',
  formula:
    '先の人口（t＋幅、年齢＋幅）＝今の人口×変化率。変化率＝今の一つ上の区分の人口÷前の時点のこの区分の人口',
  source: { text: 'コーホート変化率法（社会保障・人口問題の推計で一般に使う方法）' },
  confidence: 'recalled',
  limits:
    '最後の区分（何歳以上）は、その区分と一つ下の区分を合わせて変化率をかけます。下の区分のない若い区分は、先の人口を出しません（空）。端数処理は出力のときだけ、四捨五入です。足し引きする人数は先も同じとします。',
  parameters: {},
  input: z.strictObject({
    width: choice('区分の幅', { one: '1歳（1年ごと）', five: '5歳（5年ごと）' }),
    steps: whole('先の回数', '回', { min: 1, max: MOST_STEPS }),
    bands: z
      .array(band, '年齢区分: 下限と人口を並べて入力してください。')
      .min(2, '年齢区分: 2区分以上を入力してください。')
      .max(OLDEST, '年齢区分: 130区分までです。')
      .meta({ title: '年齢区分', description: '若い順の年齢区分。最後の区分は、その年齢以上の全員' }),
  }),
  compute({ width, steps, bands }, { note, caution }) {
    const years = WIDTHS[width]
    const problems: RuleProblem[] = []
    bands.forEach(({ fromAge }, index) => {
      const wanted = bands[0]!.fromAge + index * years
      if (fromAge !== wanted)
        problems.push({
          path: `bands.${index}.fromAge`,
          code: 'age-gap',
          message: `年齢区分: ${index + 1}番目は${wanted}歳からにしてください（いまは${fromAge}歳）。`,
        })
    })
    const projected = cohortChange(bands, steps).map((row, step) => ({
      yearsAhead: (step + 1) * years,
      bands: row.map((persons, index) => {
        const { fromAge, added, deducted } = bands[index]!
        const insured = persons === null ? null : persons + added - deducted
        if (insured !== null && insured < 0)
          problems.push({
            path: `bands.${index}.deducted`,
            code: 'below-zero',
            message: `${fromAge}歳からの区分: 除く人数${deducted}人が、${(step + 1) * years}年後の人口をこえます。`,
          })
        return { fromAge, persons, insured }
      }),
    }))
    if (problems.length > 0) throw new RuleRefusal(problems)
    if (bands.some(({ before, now }, index) => before === 0 && now > 0 && index < bands.length - 1))
      caution('前の時点に人がいない区分は変化率が分からないため、先の人口を出していません。')
    for (const { yearsAhead, bands: row } of projected)
      note?.({
        label: `${yearsAhead}年後の被保険者数`,
        formula: '今の人口×変化率＋加える人数−除く人数、区分ごとに四捨五入',
        inputs: Object.fromEntries(row.map(({ fromAge, insured }) => [`${fromAge}歳から`, insured])),
        unit: '人',
      })
    return { years: projected }
  },
  cases: prj001Cases,
})

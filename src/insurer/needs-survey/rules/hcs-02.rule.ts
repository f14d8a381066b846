import { z } from 'zod'
import { homeCareSurveyFocus } from '../../../law/insurer/home-care-survey-focus.ts'
import { choice, codesOf, defineRule, orUnknown } from '../../../platform/computation/index.ts'
import { crossTableCases } from '../examples/cross-tables.ts'
import { crossTable, NOT_ASKED } from './cross-table.ts'
import { USE_PATTERNS } from './use-pattern.ts'

const LEVELS = {
  support1: '要支援1',
  support2: '要支援2',
  care1: '要介護1',
  care2: '要介護2',
  care3: '要介護3',
  care4: '要介護4',
  care5: '要介護5',
}
const DEMENTIA = {
  independent: '自立',
  I: 'Ⅰ',
  IIa: 'Ⅱa',
  IIb: 'Ⅱb',
  IIIa: 'Ⅲa',
  IIIb: 'Ⅲb',
  IV: 'Ⅳ',
  M: 'M',
}
const FACILITY = { notConsidering: '検討していない', considering: '検討中', applied: '申込済' }
const WORK = {
  easily: '問題なく続けていける',
  somehow: '問題はあるが何とか続けていける',
  ratherHard: '続けるのはやや難しい',
  veryHard: '続けるのはかなり難しい',
  uncertain: 'わからない',
}
const GROUPS = { heavyCare: '要介護3以上', markedDementia: '認知症自立度Ⅲ以上' }
const MOST_PERSONS = 100_000 // number: a guard on the size of one request

const person = z.strictObject({
  pattern: orUnknown(choice('サービス利用の組合せ', USE_PATTERNS)),
  level: orUnknown(choice('要介護度', LEVELS)),
  dementia: orUnknown(choice('認知症高齢者の日常生活自立度', DEMENTIA), '記載がないときは null'),
  facility: orUnknown(choice('施設等の検討', FACILITY), '無回答は null'),
  work: orUnknown(
    choice('主な介護者の就労継続の見込み', {
      ...WORK,
      [NOT_ASKED]: '聞かない（働いていない、介護者がいない）',
    }),
    '無回答は null',
  ),
})

export const rule = defineRule({
  id: 'HCS-02',
  title: '在宅介護実態調査のクロス集計',
  group: 'ニーズ調査',
  meaning:
    'サービス利用の組合せごとに、施設等の検討と、介護者の就労継続の見込みを、要介護3以上の方と認知症自立度Ⅲ以上の方について集計します。在宅の限界点を上げることと、介護離職を防ぐことを考える材料です。',
  formula:
    '割合＝その回答の人数÷有効な回答の人数。無回答と聞かない人は分母に入れず、別に数える。0.1%未満は四捨五入',
  source: { text: '在宅介護実態調査実施の手引き' },
  confidence: 'recalled',
  limits:
    '要介護度や自立度のわからない方、組合せのわからない方は、表に入れず人数だけを示します。二つの対象には同じ方が入ることがあります。人数の少ない欄は、公表の前に伏せてください。',
  parameters: { focus: homeCareSurveyFocus },
  labels: {
    ...codesOf('group', GROUPS),
    ...codesOf('pattern', USE_PATTERNS),
    ...codesOf('answer', { ...FACILITY, ...WORK }),
    groups: '対象',
    group: '対象',
    persons: '対象の人数',
    notClassified: '対象か判らない人数',
    patternUnknown: '組合せのわからない人数',
    facility: '施設等の検討',
    work: '就労継続の見込み',
    pattern: '組合せ',
    valid: '有効な回答',
    missing: '無回答',
    notAsked: '聞かない人',
    answers: '回答',
    answer: '回答',
    count: '人数',
    ratioPerMille: '割合（‰）',
  },
  input: z.strictObject({
    persons: z
      .array(person, '調査した人: 一人ずつ並べてください。')
      .min(1, '調査した人: 一人以上入れてください。')
      .max(MOST_PERSONS, `調査した人: ${MOST_PERSONS.toLocaleString('en-US')}人までです。`)
      .meta({ title: '調査した人', description: '認定の記録とつないだ、在宅の要支援・要介護の方' }),
  }),
  compute({ persons }, { law, entry, note, round }) {
    const { focus } = law
    const groupOf = (group: keyof typeof GROUPS, classes: readonly string[], field: 'level' | 'dementia') => {
      const here = persons.filter((one) => classes.includes(one[field] ?? ''))
      const table = (title: string, field: 'facility' | 'work', answers: Record<string, string>) =>
        crossTable(
          here.map((one) => ({ pattern: one.pattern, answer: one[field] })),
          Object.keys(answers),
          (pattern, answer, exact) =>
            round(
              `${GROUPS[group]}・${USE_PATTERNS[pattern]}・${title}「${answers[answer]}」`,
              exact,
              'half-up',
              1,
              '‰',
            ),
        )
      note?.({
        label: `${GROUPS[group]}の人数`,
        formula: '対象の区分にあたる人',
        inputs: { 調査した人: persons.length },
        value: here.length,
        unit: '人',
        source: entry.focus.source,
        confidence: entry.focus.confidence,
      })
      return {
        group,
        persons: here.length,
        notClassified: persons.filter((one) => one[field] === null).length,
        patternUnknown: here.filter(({ pattern }) => pattern === null).length,
        facility: table('施設等の検討', 'facility', FACILITY),
        work: table('就労継続の見込み', 'work', WORK),
      }
    }
    return {
      groups: [
        groupOf('heavyCare', focus.heavyCare, 'level'),
        groupOf('markedDementia', focus.markedDementia, 'dementia'),
      ],
    }
  },
  cases: crossTableCases,
})

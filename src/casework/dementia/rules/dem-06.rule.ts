import { z } from 'zod'
import { dementiaPromotion } from '../../../law/casework/dementia-initial-team.ts'
import { defineRule, orUnknown, persons, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

const listOf = <F extends z.ZodType>(title: string, row: F) =>
  z
    .array(row, `${title}: 1回ずつ並べてください。なければ空にします。`)
    .max(10_000, `${title}: 1万回までです。`)
    .meta({ title, description: `${title}（1回ずつ）` })
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

export const rule = defineRule({
  id: 'DEM-06',
  title: '認知症地域支援推進員・カフェ・サポーター養成講座の集計',
  group: '認知症',
  meaning:
    '認知症地域支援推進員を1人以上置いているか、認知症カフェに来た人、養成講座を受けた人をまとめます。',
  formula: '推進員＝1人以上か。カフェ＝本人・家族・地域の人・専門職の延べ人数。講座＝回数と受講者の計',
  source: { text: '地域支援事業実施要綱・認知症サポーター等養成事業実施要綱' },
  confidence: 'recalled',
  limits:
    'カフェの人数は延べ人数で、実人数ではありません。講座の長さは目安で、短い講座も数えて、その数を示します。',
  parameters: { promotion: dementiaPromotion },
  input: z.strictObject({
    promoters: orUnknown(persons('認知症地域支援推進員')),
    cafes: listOf(
      '認知症カフェ',
      z
        .strictObject({
          personsWithDementia: persons('本人'),
          families: persons('家族'),
          residents: persons('地域の人'),
          professionals: persons('専門職'),
        })
        .meta({ title: 'カフェの1回' }),
    ),
    courses: listOf(
      '認知症サポーター養成講座',
      z
        .strictObject({ minutes: whole('長さ', '分', { min: 1, max: 1000 }), supporters: persons('受講者') })
        .meta({ title: '講座の1回' }),
    ),
  }),
  compute({ promoters, cafes, courses }, { law, entry, note, round, caution }) {
    const { leastPromoters, courseMinutes } = law.promotion
    const hasPromoter = promoters === null ? null : promoters >= leastPromoters
    const cafe = {
      sessions: cafes.length,
      personsWithDementia: sum(cafes.map((one) => one.personsWithDementia)),
      families: sum(cafes.map((one) => one.families)),
      residents: sum(cafes.map((one) => one.residents)),
      professionals: sum(cafes.map((one) => one.professionals)),
    }
    const attended = cafe.personsWithDementia + cafe.families + cafe.residents + cafe.professionals
    const ownSharePerMille =
      attended === 0
        ? null
        : round(
            'カフェの本人の割合',
            { over: product(cafe.personsWithDementia, 1000), under: attended },
            'half-up',
            1,
            '‰',
          )
    const supporters = sum(courses.map((one) => one.supporters))
    const shortCourses = courses.filter(({ minutes }) => minutes < courseMinutes).length
    if (shortCourses > 0)
      caution(
        `${courseMinutes}分より短い講座が ${shortCourses}回あります。サポーターに数えてよいか確かめてください。`,
      )
    const { source, confidence } = entry.promotion
    note?.({
      label: '推進員を置いているか',
      formula: `${leastPromoters}人以上`,
      inputs: { 推進員: promoters },
      value: hasPromoter,
      source,
      confidence,
    })
    note?.({
      label: 'カフェの延べ人数',
      formula: '本人＋家族＋地域の人＋専門職',
      inputs: { 回数: cafe.sessions },
      value: attended,
      unit: '人',
    })
    note?.({ label: 'カフェの本人の割合', value: ownSharePerMille, unit: '‰' })
    note?.({
      label: '養成講座の受講者',
      inputs: { 回数: courses.length, 短い講座: shortCourses },
      value: supporters,
      unit: '人',
      source,
      confidence,
    })
    return {
      hasPromoter,
      cafe,
      attended,
      ownSharePerMille,
      courses: courses.length,
      supporters,
      shortCourses,
    }
  },
  labels: {
    hasPromoter: '推進員を置いている',
    cafe: '認知症カフェ',
    sessions: '回数',
    attended: 'カフェの延べ人数',
    ownSharePerMille: 'カフェの本人の割合',
    courses: '養成講座の回数',
    supporters: '受講者',
    shortCourses: '短い講座',
  },
  cases: [
    {
      title: '推進員1人、カフェ2回、89分と90分の講座（架空）',
      on: '2026-04-01',
      input: {
        promoters: 1,
        cafes: [
          { personsWithDementia: 3, families: 4, residents: 5, professionals: 2 },
          { personsWithDementia: 2, families: 1, residents: 0, professionals: 1 },
        ],
        courses: [
          { minutes: 90, supporters: 25 },
          { minutes: 89, supporters: 10 },
        ],
      },
      value: {
        hasPromoter: true,
        cafe: { sessions: 2, personsWithDementia: 5, families: 5, residents: 5, professionals: 3 },
        attended: 18,
        ownSharePerMille: 278,
        courses: 2,
        supporters: 35,
        shortCourses: 1,
      },
    },
    {
      title: '推進員がいない。活動もない',
      on: '2026-04-01',
      input: { promoters: 0, cafes: [], courses: [] },
      value: {
        hasPromoter: false,
        cafe: { sessions: 0, personsWithDementia: 0, families: 0, residents: 0, professionals: 0 },
        attended: 0,
        ownSharePerMille: null,
        courses: 0,
        supporters: 0,
        shortCourses: 0,
      },
    },
    {
      title: '推進員の人数がわからない',
      on: '2026-04-01',
      input: { promoters: null, cafes: [], courses: [{ minutes: 90, supporters: 1 }] },
      value: {
        hasPromoter: null,
        cafe: { sessions: 0, personsWithDementia: 0, families: 0, residents: 0, professionals: 0 },
        attended: 0,
        ownSharePerMille: null,
        courses: 1,
        supporters: 1,
        shortCourses: 0,
      },
    },
  ],
})

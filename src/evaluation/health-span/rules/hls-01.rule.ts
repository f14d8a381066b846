import { healthSpanLimits, healthSpanMethod } from '../../../law/evaluation/health-span-method.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { careWith, vectorInput, vectorWith } from '../vector.ts'
import { groupsOf, healthSpanInput } from './health-span-input.ts'
import { lifeTable, spanAt } from './life-table.ts'
import { shownOf } from './shown.ts'

const places = 10_000
const rounded = (years: number) => Math.round(years * places) / places

export const rule = defineRule({
  id: 'HLS-01',
  covers: ['life-table', 'independent-life-expectancy'],
  title: '平均自立期間',
  group: '健康寿命',
  meaning:
    '日常生活動作が自立している期間の平均です。死亡数から生命表を作り、認定者の割合で自立の期間を分けます。男女別に、0歳と65歳の値を95%の範囲とともに示します。',
  formula:
    '死亡率 m＝D÷P、死亡確率 q＝n×m÷(1＋n×(1−a)×m)、生存数 l・定常人口 L、平均余命＝ΣL÷l、平均自立期間＝Σ(1−自立でない割合)×L÷l、分散は Chiang と Sullivan',
  source: { text: '平均自立期間の算定方法の指針（厚生労働科学研究、2008年）' },
  confidence: 'recalled',
  limits:
    '小数で計算し、年の小数第4位で四捨五入して示します。値を示さないときは、平均余命も示さず、範囲は1年単位で外側に丸めます（範囲の真ん中が値になるため）。国民生活基礎調査による健康寿命（制限のない期間、健康と自覚する期間）とは別のもので、比べられません。65歳の値に65を足しても0歳の値にはなりません。認定者は保険者（住所地特例を含む）、人口は住んでいる市町村で数えるので、ずれがあります。',
  parameters: { method: healthSpanMethod, limits: healthSpanLimits },
  input: healthSpanInput,
  compute(input, { law, entry, note, caution }) {
    const { method } = law
    const groups = groupsOf(input, method)
    const deaths = groups.reduce((all, one) => all + one.deaths, 0)
    const { isPointShown, cautions } = shownOf({ ...input, deaths }, law.limits)
    for (const text of cautions) caution(text)
    const table = lifeTable(groups, method.radix)
    const spans = method.atYears.map((atAge) => {
      const exact = spanAt(
        groups,
        table,
        input.groups.findIndex(({ fromAge }) => fromAge === atAge),
      )
      const reach = (method.intervalPerMille / 1000) * exact.standardErrorYears
      const span = {
        atAge,
        lifeYears: isPointShown ? rounded(exact.lifeYears) : null,
        independentYears: isPointShown ? rounded(exact.independentYears) : null,
        dependentYears: isPointShown ? rounded(exact.dependentYears) : null,
        standardErrorYears: isPointShown ? rounded(exact.standardErrorYears) : null,
        // the middle of an exact interval would be the value itself: to whole years, outwards
        lowerYears: isPointShown
          ? rounded(exact.independentYears - reach)
          : Math.floor(exact.independentYears - reach),
        upperYears: isPointShown
          ? rounded(exact.independentYears + reach)
          : Math.ceil(exact.independentYears + reach),
      }
      const { source, confidence } = entry.method
      note?.({
        label: `${atAge}歳の平均余命`,
        formula: 'ΣL÷l',
        value: span.lifeYears,
        unit: '年',
        source,
        confidence,
      })
      note?.({
        label: `${atAge}歳の平均自立期間`,
        formula: 'Σ(1−自立でない割合)×L÷l',
        value: span.independentYears,
        unit: '年',
        source,
        confidence,
      })
      note?.({
        label: `${atAge}歳の95%の範囲`,
        formula: '平均自立期間±倍数×標準誤差',
        inputs: { 倍数: method.intervalPerMille / 1000, 標準誤差: span.standardErrorYears },
        value: `${span.lowerYears}～${span.upperYears}`,
        unit: '年',
        source,
        confidence,
      })
      return span
    })
    note?.({
      label: '値を示すかどうか',
      inputs: {
        男女計の人口: input.populationBothSexes,
        死亡数: deaths,
        年数: input.years,
        地域の数: input.areas,
      },
      value: isPointShown,
      source: entry.limits.source,
      confidence: entry.limits.confidence,
    })
    return { sex: input.sex, statusCut: input.statusCut, deaths, isPointShown, spans }
  },
  labels: {
    deaths: '死亡数の計',
    isPointShown: '値を示すか',
    spans: '年齢',
    atAge: '何歳からの値か',
    lifeYears: '平均余命',
    independentYears: '平均自立期間',
    dependentYears: '不健康な期間',
    standardErrorYears: '標準誤差',
    lowerYears: '95%の範囲の下',
    upperYears: '95%の範囲の上',
  },
  cases: [
    {
      title: '検算用の値（架空、男）',
      on: '2026-04-01',
      input: vectorInput,
      value: {
        sex: 'male',
        statusCut: 'care2',
        deaths: 628,
        isPointShown: true,
        spans: [
          {
            atAge: 0,
            lifeYears: 82.8437,
            independentYears: 80.7998,
            dependentYears: 2.0439,
            standardErrorYears: 0.5247,
            lowerYears: 79.7713,
            upperYears: 81.8282,
          },
          {
            atAge: 65,
            lifeYears: 21.2875,
            independentYears: 19.0886,
            dependentYears: 2.1989,
            standardErrorYears: 0.2502,
            lowerYears: 18.5982,
            upperYears: 19.579,
          },
        ],
      },
    },
    {
      title: '0～4歳の区分がない',
      on: '2026-04-01',
      input: { ...vectorInput, groups: vectorInput.groups.slice(1) },
      refused: { code: 'no-first-group', path: 'groups.0.fromAge' },
    },
    {
      title: '区分が抜けている',
      on: '2026-04-01',
      input: { ...vectorInput, groups: vectorInput.groups.filter(({ fromAge }) => fromAge !== 50) },
      refused: { code: 'wrong-groups', path: 'groups' },
    },
    {
      title: '最後の区分が90歳以上では、計算しない',
      on: '2026-04-01',
      input: {
        ...vectorInput,
        groups: [...vectorInput.groups, { fromAge: 90, population: 9, deaths: 1, livedPerMille: null }],
      },
      refused: { code: 'wrong-groups', path: 'groups' },
    },
    {
      title: '認定者の区分が足りない',
      on: '2026-04-01',
      input: { ...vectorInput, care: vectorInput.care.slice(1) },
      refused: { code: 'wrong-care-groups', path: 'care' },
    },
    {
      title: '出生数が0',
      on: '2026-04-01',
      input: { ...vectorInput, births: 0 },
      refused: { code: 'no-births', path: 'births' },
    },
    {
      title: '0～4歳の人口がわからない',
      on: '2026-04-01',
      input: vectorWith(0, { population: null }),
      refused: { code: 'empty-group', path: 'groups.0.population' },
    },
    {
      title: '0～4歳の人口が0人',
      on: '2026-04-01',
      input: vectorWith(0, { population: 0 }),
      refused: { code: 'empty-group', path: 'groups.0.population' },
    },
    {
      title: '死亡数がわからない',
      on: '2026-04-01',
      input: vectorWith(5, { deaths: null }),
      refused: { code: 'missing-deaths', path: 'groups.5.deaths' },
    },
    {
      title: '死亡数が人口を超える',
      on: '2026-04-01',
      input: vectorWith(16, { deaths: 2301 }),
      refused: { code: 'more-deaths-than-people', path: 'groups.16.deaths' },
    },
    {
      title: '最後の区分の死亡数が0件',
      on: '2026-04-01',
      input: vectorWith(17, { deaths: 0 }),
      refused: { code: 'no-deaths-in-last-group', path: 'groups.17.deaths' },
    },
    {
      title: '途中の区分で全員が亡くなる計算になる',
      on: '2026-04-01',
      input: vectorWith(16, { deaths: 920 }),
      refused: { code: 'nobody-survives', path: 'groups.16.deaths' },
    },
    {
      title: '自立でない人が被保険者を超える',
      on: '2026-04-01',
      input: careWith(1, { certified: 3601 }),
      refused: { code: 'more-certified-than-insured', path: 'care.1.certified' },
    },
    {
      title: '被保険者が0人',
      on: '2026-04-01',
      input: careWith(1, { certified: 0, insured: 0 }),
      refused: { code: 'nobody-insured', path: 'care.1.insured' },
    },
    {
      title: '男女計の人口が、年齢区分の人口よりずっと多い',
      on: '2026-04-01',
      input: { ...vectorInput, populationBothSexes: 100_000 },
      refused: { code: 'population-above-groups', path: 'populationBothSexes' },
    },
    {
      title: '人口11,999人は、年を合わせても計算しない',
      on: '2026-04-01',
      input: { ...vectorInput, populationBothSexes: 11_999 },
      refused: { code: 'population-below-floor', path: 'populationBothSexes' },
    },
    {
      title: '人口29,999人の1年分は、値を示さず、1年単位に広げた範囲だけを示す',
      on: '2026-04-01',
      input: { ...vectorInput, populationBothSexes: 29_999, years: 1 },
      value: {
        sex: 'male',
        statusCut: 'care2',
        deaths: 628,
        isPointShown: false,
        spans: [
          {
            atAge: 0,
            lifeYears: null,
            independentYears: null,
            dependentYears: null,
            standardErrorYears: null,
            lowerYears: 79,
            upperYears: 82,
          },
          {
            atAge: 65,
            lifeYears: null,
            independentYears: null,
            dependentYears: null,
            standardErrorYears: null,
            lowerYears: 18,
            upperYears: 20,
          },
        ],
      },
    },
  ],
})

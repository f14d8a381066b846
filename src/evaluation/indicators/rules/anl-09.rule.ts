import { z } from 'zod'
import { outlierDeviations } from '../../../law/evaluation/analysis-outlier.ts'
import { defineRule, perMille, refuse, yen } from '../../../platform/computation/index.ts'
import { outliers } from './outliers.ts'

const rate = (title: string) =>
  perMille(title, { max: 1000 })
    .nullable()
    .meta({ title, unit: '‰', description: `${title}（‰）。分からなければ null` })

export const rule = defineRule({
  id: 'ANL-09',
  title: '1人当たり給付費の外れ値と点検率',
  group: '地域分析',
  meaning:
    '1人当たり給付費が、全保険者の平均に標準偏差の2倍を足した線を超え、しかも点検率が下がった保険者を選び出します。',
  formula: '1人当たり給付費＞平均＋2×標準偏差、かつ 今年の点検率＜前年の点検率',
  source: { text: '社会保障審議会介護保険部会での提案（令和8年）' },
  confidence: 'unverified',
  limits:
    '提案の段階です。標準偏差は、全保険者を母集団とする値（nで割る）を使います（本ソフトの決め）。線を超えるかどうかは、丸めずに整数で比べます。給付費が高いことは、悪いことを意味しません。',
  parameters: { deviations: outlierDeviations },
  input: z.strictObject({
    insurers: z
      .array(
        z
          .strictObject({
            id: z
              .string()
              .min(1, '保険者: 名前か番号を入れてください。')
              .meta({ title: '保険者', description: '名前か番号' }),
            perPersonYen: yen('1人当たり給付費', { max: 10_000_000 }), // number: far above any benefit a person
            reviewRateBeforePerMille: rate('前年の点検率'),
            reviewRateNowPerMille: rate('今年の点検率'),
          })
          .meta({ title: '保険者', description: '1人当たり給付費と点検率' }),
        '保険者: 並びで入力してください。',
      )
      .min(2, '保険者: 2つ以上入力してください。')
      .meta({ title: '保険者', description: '比べるすべての保険者' }),
  }),
  compute({ insurers }, { law, entry, note, round }) {
    const ids = new Set(insurers.map(({ id }) => id))
    if (ids.size < insurers.length)
      refuse('insurer-twice', 'insurers', '保険者: 同じ名前か番号が2回あります。1つにしてください。')
    const values = insurers.map(({ perPersonYen }) => perPersonYen)
    const above = outliers(values, law.deviations)
    const sum = values.reduce((all, value) => all + value, 0)
    const meanYen = round('平均', { over: sum, under: values.length }, 'half-up')
    const found = insurers.map((insurer, at) => {
      const hasFallen = fell(insurer.reviewRateBeforePerMille, insurer.reviewRateNowPerMille)
      return { id: insurer.id, isAbove: above[at]!, hasFallen, isWatched: above[at] ? hasFallen : false }
    })
    note?.({
      label: '外れ値の保険者の数',
      formula: '1人当たり給付費＞平均＋倍数×標準偏差',
      inputs: { 保険者の数: values.length, 平均: meanYen, 倍数: law.deviations },
      value: above.filter((isAbove) => isAbove).length,
      unit: 'か所',
      source: entry.deviations.source,
      confidence: entry.deviations.confidence,
    })
    return { meanYen, outliers: found.filter(({ isAbove }) => isAbove) }
  },
  cases: (() => {
    const one = (
      id: string,
      perPersonYen: number,
      before: number | null = 100,
      now: number | null = 100,
    ) => ({
      id,
      perPersonYen,
      reviewRateBeforePerMille: before,
      reviewRateNowPerMille: now,
    })
    const many = Array.from({ length: 18 }, (_, at) => one(`架空${at}`, at % 2 === 0 ? 19_000 : 21_000))
    return [
      {
        title: '線を超えて点検率が下がれば注意し、上がれば注意しない。分からなければ決まらない',
        on: '2026-04-01',
        input: {
          insurers: [...many, one('高い・下がった', 40_000, 300, 299), one('高い・同じ', 40_000, 300, 300)],
        },
        value: {
          meanYen: 22_000,
          outliers: [
            { id: '高い・下がった', isAbove: true, hasFallen: true, isWatched: true },
            { id: '高い・同じ', isAbove: true, hasFallen: false, isWatched: false },
          ],
        },
      },
      {
        title: '点検率が分からなければ、注意するかどうか決まらない',
        on: '2026-04-01',
        input: { insurers: [...many, one('高い・不明', 40_000, null, 300)] },
        value: {
          meanYen: 21_053,
          outliers: [{ id: '高い・不明', isAbove: true, hasFallen: null, isWatched: null }],
        },
      },
      {
        title: '線ちょうどは外れ値ではない（0が4つと10が1つ: 平均2、標準偏差4、線10）',
        on: '2026-04-01',
        input: { insurers: [one('a', 0), one('b', 0), one('c', 0), one('d', 0), one('e', 10)] },
        value: { meanYen: 2, outliers: [] },
      },
      {
        title: '同じ保険者が2回あれば断る',
        on: '2026-04-01',
        input: { insurers: [one('a', 0), one('a', 0)] },
        refused: { code: 'insurer-twice', path: 'insurers' },
      },
      {
        title: '提案より前の日は答えない',
        on: '2026-03-31',
        input: { insurers: [one('a', 0), one('b', 0)] },
        refused: { code: 'no-value-in-force' },
      },
    ]
  })(),
})

const fell = (before: number | null, now: number | null): boolean | null =>
  before === null || now === null ? null : now < before

import { z } from 'zod'
import { nationalMeanToleranceHundredths } from '../../../law/evaluation/grants-mean-tolerance.ts'
import { defineRule, type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'
import { deliveredDocument } from '../delivered-sets.ts'
import { setProblems } from './check-set.ts'
import { compareSets } from './compare-sets.ts'
import { readDocument } from './read-sets.ts'
import { indicatorsOf } from './score-set.ts'

const document = (title: string, description: string) =>
  z.record(z.string(), z.unknown(), `${title}: 定義の文書を入れてください。`).meta({ title, description })

export const rule = defineRule({
  id: 'indicator-set-check',
  title: '指標の定義の取込み検査',
  group: '交付金',
  meaning:
    '翌年度の指標の定義（データの文書）を取り込む前に、形・配点の合計・番号・段階・全国平均・前の年度との対応を確かめます。',
  formula:
    '小項目の合計＝指標の満点、指標の合計＝群、群の合計＝目標、目標の合計＝全体。全国平均は Σ(配点×得点市町村数)÷市町村数 で確かめる',
  source: { text: '本ソフトの決め（指標の定義の取込み）' },
  confidence: 'decided',
  limits:
    '小項目の文言が公式のものかどうかは確かめません。配点の分からない部分は、合計に入れずに数を示します。',
  parameters: { toleranceHundredths: nationalMeanToleranceHundredths },
  input: z.strictObject({
    definition: document('指標の定義', '取り込む定義の文書（JSON）'),
    predecessor: document('前の年度の定義', '比べる定義の文書。省くと比べない').optional(),
    computedChecksum: z.string().optional().meta({
      title: '計算したチェックサム',
      description: '定義から計算した SHA-256（定義にチェックサムがあるとき）',
    }),
  }),
  compute({ definition, predecessor, computedChecksum }, { law, entry, note, caution }) {
    const problems: RuleProblem[] = []
    const set = readDocument(definition, 'definition', problems)
    const before = predecessor ? readDocument(predecessor, 'predecessor', problems) : null
    if (!set || problems.length > 0) throw new RuleRefusal(problems)
    problems.push(...checksumProblems(set.checksum, computedChecksum))
    problems.push(...setProblems(set, { predecessor: before, toleranceHundredths: law.toleranceHundredths }))
    if (problems.length > 0) throw new RuleRefusal(problems)
    const indicators = indicatorsOf([set])
    const subitems = indicators.flatMap((one) => one.subitems)
    const value = {
      set: `${set.set}-${set.fiscalYear}`,
      pointsTotal: set.pointsTotal,
      indicators: indicators.length,
      subitems: subitems.length,
      /** indicators or sub-items whose points nobody knows */
      unpointed:
        subitems.filter(({ points }) => points === null).length +
        indicators.filter(({ maxPoints }) => maxPoints === null).length,
      officialTexts: subitems.filter(({ textStatus }) => textStatus === 'official').length,
      changes: before ? compareSets(before, set) : null,
    }
    note?.({
      label: '指標の定義',
      inputs: { 指標の数: value.indicators, 小項目の数: value.subitems, 配点の未確認: value.unpointed },
      value: set.pointsTotal,
      unit: '点',
      source: entry.toleranceHundredths.source,
      confidence: entry.toleranceHundredths.confidence,
    })
    if (set.checksum === undefined)
      caution('この定義にはチェックサムがないので、途中で書き換わっていないことは確かめていません。')
    if (before && !set.idMap)
      caution(
        '前の年度との対応表（idMap）がないので、年度をまたぐ推移は結べません。比べた結果は題名と番号から推し量ったものです。',
      )
    return value
  },
  cases: (() => {
    const delivered = (name: string) => deliveredDocument(name) ?? {}
    /** A small definition, invented. */
    const small = (points: number, max = points) => ({
      schemaVersion: 1,
      set: 'kakuu',
      fiscalYear: 'R9',
      fiscalYearWestern: 2027,
      audience: '市町村',
      pointsTotal: max,
      goals: [
        {
          id: 'I',
          title: '架空の目標',
          points: max,
          groups: [
            {
              kind: 'taisei',
              points: max,
              indicators: [
                {
                  id: 'X-1',
                  title: '架空の指標',
                  titleStatus: 'reconstructed',
                  maxPoints: max,
                  computedBy: 'municipality',
                  scoring: { type: 'sum' },
                  subitems: [
                    { key: 'ア', text: null, textStatus: 'unknown', points, answerType: 'yesNoWithEvidence' },
                  ],
                },
              ],
            },
          ],
        },
      ],
    })
    return [
      {
        title: '令和8年度 推進交付金（市町村分）は取り込める',
        on: '2026-04-01',
        input: { definition: delivered('kofukin-suishin-municipality-R8') },
        value: {
          set: 'kofukin-suishin-municipality-R8',
          pointsTotal: 400,
          indicators: 21,
          subitems: 117,
          unpointed: 0,
          officialTexts: 7,
          changes: null,
        },
        isSecondary: true,
      },
      {
        title: '合計の合わない定義は断る',
        on: '2026-04-01',
        input: { definition: small(4, 5) },
        refused: { code: 'sum-differs', path: 'definition.goals.0.groups.0.indicators.0' },
      },
      {
        title: '形の違う文書は断る',
        on: '2026-04-01',
        input: { definition: { ...small(4), audience: '国' } },
        refused: { code: 'wrong-shape', path: 'definition.audience' },
      },
      {
        title: 'チェックサムが違えば断る',
        on: '2026-04-01',
        input: { definition: { ...small(4), checksum: 'aa' }, computedChecksum: 'ab' },
        refused: { code: 'checksum-differs', path: 'definition.checksum' },
      },
      {
        title: 'チェックサムを計算していなければ断る',
        on: '2026-04-01',
        input: { definition: { ...small(4), checksum: 'aa' } },
        refused: { code: 'checksum-not-computed', path: 'computedChecksum' },
      },
    ]
  })(),
})

function checksumProblems(stated: string | undefined, computed: string | undefined): RuleProblem[] {
  if (stated === undefined || stated === computed) return []
  return computed === undefined
    ? [
        {
          path: 'computedChecksum',
          code: 'checksum-not-computed',
          message: '定義にチェックサムがあります。定義から計算した値を入れてください。',
        },
      ]
    : [
        {
          path: 'definition.checksum',
          code: 'checksum-differs',
          message: '定義のチェックサムが、計算した値と違います。配布元から取り直してください。',
        },
      ]
}

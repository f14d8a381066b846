import { z } from 'zod'
import { needsSurveyRisks, type RiskKey } from '../../../law/insurer/needs-survey-risks.ts'
import { needsSurveyScales, type ScaleKey } from '../../../law/insurer/needs-survey-scales.ts'
import { defineRule, type RuleCase } from '../../../platform/computation/index.ts'
import { type Answers, answer, answersTo } from './answers.ts'
import { levelOf, pointsOf, riskOf } from './risk.ts'

const HANDBOOK = { text: '介護予防・日常生活圏域ニーズ調査実施の手引き' }
const MISSING =
  '無回答があっても、残りの回答で決まるときは判定します。決まらないときは null（判定できない）です。割合を出すときは、判定できない人を分母から除きます。'
const RISK_WORDS = (risk: boolean | null) => (risk === null ? '判定できない' : risk ? 'あり' : 'なし')

interface RiskWords {
  id: string
  title: string
  key: RiskKey
  items: readonly string[]
  formula: string
  cases: readonly RuleCase<Answers>[]
}

/** A risk of the survey as a rule. */
export const riskRule = ({ id, title, key, items, formula, cases }: RiskWords) =>
  defineRule({
    id,
    title,
    group: 'ニーズ調査',
    meaning: `ニーズ調査の回答から「${title}」を判定します。`,
    formula,
    source: HANDBOOK,
    confidence: 'recalled',
    limits: MISSING,
    parameters: { risks: needsSurveyRisks },
    labels: { isAtRisk: `${title}がある` },
    input: answersTo(items),
    compute(answers, { law, entry, note }) {
      const isAtRisk = riskOf(law.risks[key], answers)
      note?.({
        label: title,
        formula,
        inputs: answers,
        value: RISK_WORDS(isAtRisk),
        source: entry.risks.source,
        confidence: entry.risks.confidence,
      })
      return { isAtRisk }
    },
    cases,
  })

interface ScaleWords {
  id: string
  title: string
  key: Exclude<ScaleKey, 'competence'>
  /** name of an item without its number, how many there are, and how many answers each has */
  item: { name: string; title: string; count: number; answers: number }
  formula: string
  cases: readonly RuleCase<Answers>[]
}

/** A scale of the survey as a rule. */
export const scaleRule = ({ id, title, key, item, formula, cases }: ScaleWords) =>
  defineRule({
    id,
    title,
    group: 'ニーズ調査',
    meaning: `ニーズ調査の回答から「${title}」の点数と区分を出します。`,
    formula,
    source: HANDBOOK,
    confidence: 'recalled',
    limits: MISSING,
    parameters: { scales: needsSurveyScales },
    labels: { points: '点数', level: '区分' },
    input: z.strictObject(
      Object.fromEntries(
        Array.from({ length: item.count }, (_, at) => [
          `${item.name}${at + 1}`,
          answer(`${item.title}（${at + 1}）`, item.answers),
        ]),
      ),
    ),
    compute(answers: Answers, { law, entry, note }) {
      const points = pointsOf(law.scales[key], answers)
      const level = levelOf(law.scales[key], points)
      note?.({
        label: title,
        formula,
        inputs: answers,
        value: points.points ?? level ?? '判定できない',
        source: entry.scales.source,
        confidence: entry.scales.confidence,
      })
      return { points: points.points, level }
    },
    cases,
  })

import { describe, expect, it } from 'vitest'
import { allRules } from '../platform/computation/find-rules.ts'
import { runRule } from '../platform/computation/run-rule.ts'
import { allParameters, type Parameter } from './find-parameters.ts'
import { defectsOf, inForce, NoValueInForce } from './in-force.ts'

// A legal number that no case stands on either side of its dates could change unseen: this walks all of them.

/** Of `円（年額）` the word before the bracket; several values of one parameter say one each: `か月、期間の数`. */
const UNITS = new Set(
  '円 ‰ ‱ % 単位 日 週 月 か月 年 歳 点 人 回 件 か所 時間 分 秒 段階 級地 字 語 桁 倍 cm kg m kg/m² m/秒 mm/秒 区分 種類 項目 コード 期間の数'.split(
    ' ',
  ),
)
const unitsOf = (unit: string) =>
  unit
    .replace(/（[^）]*）/g, '')
    .split('、')
    .map((one) => one.trim())
const LAST = '9999-12-31'

const parameters = await allParameters()
const rules = await allRules()
const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

interface Judged {
  on: string
  outcome: string
}

/** What the cases of the rules that use a parameter come to, with the day whose values were used. */
function judgedBy(parameter: Parameter): Judged[] {
  const users = rules.filter((rule) => Object.values(rule.parameters).includes(parameter))
  return users.flatMap((rule) =>
    rule.cases.map((one: { input: unknown; on: string }) => {
      const outcome = runRule(rule, one.input, { on: one.on })
      const parsed = rule.input.safeParse(one.input)
      const on = rule.dateOf && parsed.success ? rule.dateOf(parsed.data) : one.on
      return {
        on,
        outcome: `${rule.id} ${JSON.stringify(outcome.ok ? outcome.answer.value : outcome.problems)}`,
      }
    }),
  )
}

const isIn = (from: string, to: string) => (one: Judged) => from <= one.on && one.on <= to

describe.each(parameters.map((one) => [one.id, one] as const))('%s', (_, parameter) => {
  it('題、単位、出典、日付の順がそろい、初日の前には値がない', () => {
    expect(defectsOf(parameter)).toEqual([])
    expect(parameter.title).toMatch(/[ぁ-んァ-ヶ一-龠]/)
    expect(unitsOf(parameter.unit).filter((one) => !UNITS.has(one))).toEqual([])
    const first = parameter.history[0]!.from
    expect(inForce(parameter, first).from).toBe(first)
    expect(() => inForce(parameter, dayBefore(first))).toThrow(NoValueInForce)
  })

  it('使う規則があり、どの適用日も、その両側に結果の違う例がある', () => {
    const judged = judgedBy(parameter)
    expect(judged.length, 'どの規則も使っていません').toBeGreaterThan(0)
    const { history } = parameter
    const missing = history.flatMap((entry, at) => {
      const end = entry.to ?? (history[at + 1] ? dayBefore(history[at + 1]!.from) : LAST)
      const here = judged.filter(isIn(entry.from, end))
      if (here.length === 0) return [`${entry.from}から: 例がありません`]
      const previous = history[at - 1]
      if (!previous) return []
      const there = judged.filter(isIn(previous.from, previous.to ?? dayBefore(entry.from)))
      if (there.length === 0) return [`${previous.from}から: 例がありません`]
      if (JSON.stringify(previous.value) === JSON.stringify(entry.value)) return []
      const differs = here.some((one) => there.some((other) => other.outcome !== one.outcome))
      return differs ? [] : [`${entry.from}: 前後で結果が変わる例がありません`]
    })
    expect(missing).toEqual([])
  })
})

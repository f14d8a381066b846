import type { Rule, RuleAnswer } from '../schema.ts'
import { type Leaf, plainText } from '../value-rows.ts'
import { doubtOf, lossText, roundingText, STATUS_WORDS } from '../words.ts'

/** An answer as a table for a file: figures, derivation, roundings and the numbers in force, each line with its kind. */
export function csvRowsOf(rule: Rule, answer: RuleAnswer, leaves: readonly Leaf[]): string[][] {
  const doubts = (one: { confidence?: Parameters<typeof doubtOf>[0]; status?: keyof typeof STATUS_WORDS }) =>
    [doubtOf(one.confidence), one.status ? STATUS_WORDS[one.status] : null].filter(Boolean).join('、')
  const plain = (value: unknown) =>
    value === undefined || value === null ? '' : plainText(value).replaceAll(',', '')
  return [
    ['種類', '名前', '値', '単位', '式・処理', '入れた数', '出典', '出典の確かさ'],
    ['計算', `${rule.id} ${rule.title}`, '', '', rule.formula, '', rule.source.text, doubts(rule)],
    ['基準日', '', answer.on, '', '', '', '', ''],
    ...leaves.map(({ label, value, word, unit }) => [
      '結果',
      label,
      word ?? plain(value),
      unit ?? '',
      '',
      '',
      '',
      '',
    ]),
    ...answer.steps.map((step) => [
      '過程',
      step.label,
      plain(step.value),
      step.unit ?? '',
      step.formula ?? '',
      Object.entries(step.inputs ?? {})
        .map(([name, value]) => `${name} ${plain(value)}`)
        .join('、'),
      step.source?.text ?? '',
      doubts(step),
    ]),
    ...answer.roundings.map(({ label, direction, to, unit, loss }) => [
      '端数処理',
      label,
      lossText(loss, unit),
      '',
      roundingText(direction, to, unit),
      '',
      '',
      '',
    ]),
    ...answer.parameters.map((one) => [
      '法令の数値',
      one.title,
      plainText(one.value, one.labels),
      one.unit,
      `${one.from}から`,
      '',
      one.source.text,
      doubts(one),
    ]),
  ]
}

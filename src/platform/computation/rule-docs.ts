import type { Dated } from '../../law/types.ts'
import { type Step, stepsAsText } from '../explanation/index.ts'
import { valueTable } from '../text/index.ts'
import type { AnyRule, RuleCase } from './definition.ts'
import { parametersOf } from './describe-rule.ts'
import { allRules } from './find-rules.ts'
import { inputRowsOf } from './input-rows.ts'
import { inputSchemaOf } from './input-schema.ts'
import { cell, markdownTable } from './markdown.ts'
import { runRule } from './run-rule.ts'
import { labelsFor, plainText } from './value-rows.ts'
import { doubtOf, STATUS_WORDS } from './words.ts'

const MOST_LINES = 60
const MOST_STEPS = 40
const LONG_VALUE = 80
const LONG_ANSWER = 200

export const fileOf = (rule: AnyRule) => `${rule.id.toLowerCase()}.md`
const linked = ({ text, url }: { text: string; url?: string | undefined }) =>
  url ? `[${text}](${url})` : text

/** docs/rules: one page a rule and the index, by file name. The same rules always give the same text. */
export async function ruleDocs(): Promise<ReadonlyMap<string, string>> {
  const rules = await allRules()
  return new Map([
    ['README.md', index(rules)],
    ...rules.map((rule) => [fileOf(rule), ruleDoc(rule)] as const),
  ])
}

function index(rules: readonly AnyRule[]): string {
  const groups = [...new Set(rules.map(({ group }) => group))].map((group) => {
    const rows = rules
      .filter((one) => one.group === group)
      .map((rule) => [
        `[${rule.id}](${fileOf(rule)})`,
        cell(rule.title),
        cell((rule.covers ?? []).join('、')),
        doubtOf(rule.confidence) ?? '',
      ])
    return `## ${group}\n\n${markdownTable(['番号', '名前', '含む番号', '式の確かさ'], rows)}`
  })
  return `${[
    '# 計算の決まり',
    `このソフトが計算できる決まり${rules.length}件を、分類ごとに並べます。どれも画面「試算」、\`bin/meguri rule run <番号>\`、\`POST /api/rules/<番号>\` で試せます。`,
    'このフォルダーは `script/rule-docs` が決まりのファイルから作ります。手で直さないでください。',
    ...groups,
  ].join('\n\n')}\n`
}

/** The page of one rule. */
export function ruleDoc(rule: AnyRule): string {
  const doubt = doubtOf(rule.confidence)
  const covers = rule.covers?.length ? `　含む番号: ${rule.covers.join('、')}` : ''
  const parts = [
    `# ${rule.id} ${rule.title}`,
    `分類: ${rule.group}${covers}`,
    rule.meaning,
    `## 式\n\n${rule.formula}`,
    `出典: ${linked(rule.source)}${doubt ? `（${doubt}）` : ''}`,
    `## 入力\n\n${markdownTable(['名前', '項目', '単位', '要るか', '範囲', '説明'], inputRowsOf(inputSchemaOf(rule)))}`,
    rule.dateOf
      ? '使う数値の日は、入力の中の日付や期で決まります。'
      : '使う数値の日は、指定した基準日（省くと今日）です。',
    `## 法令の数値\n\n${parametersOf(rule).map(parameterPart).join('\n\n') || 'この計算は、日付で変わる法令の数値を使いません。'}`,
    examplePart(rule),
    ...otherExamples(rule),
    ...(rule.limits ? [`## 計算しないこと・未確定のこと\n\n${rule.limits}`] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function parameterPart({ id, title, unit, labels, history, checkedOn }: Dated<unknown>): string {
  const isLong = (value: unknown) => plainText(value, labels).length > LONG_VALUE
  const rows = history.map((entry) => [
    entry.to ? `${entry.from}〜${entry.to}` : entry.from,
    isLong(entry.value) ? '下の表' : cell(plainText(entry.value, labels)),
    cell(linked(entry.source)),
    [doubtOf(entry.confidence), entry.status ? STATUS_WORDS[entry.status] : null].filter(Boolean).join('、'),
    cell(entry.note ?? ''),
  ])
  const long = history
    .filter(({ value }) => isLong(value))
    .map(({ from, value }) => `${from} からの値:\n\n${longValue(value, labels)}`)
  const head = `### ${title}（${unit}）\n\n\`${id}\`、最後に確かめた日 ${checkedOn}`
  return [head, markdownTable(['いつから', '値', '出典', '確かさ', '注'], rows), ...long].join('\n\n')
}

function longValue(value: unknown, labels: Dated<unknown>['labels']): string {
  const table = valueTable(value, labelsFor(value, labels))
  if (table.kind === 'plain') return table.text
  const heads = table.kind === 'table' ? table.heads : ['項目', '値']
  return markdownTable(
    heads.map(cell),
    table.rows.map((row) => row.map(cell)),
  )
}

function examplePart(rule: AnyRule): string {
  const example: RuleCase<unknown> | undefined = rule.cases.find(({ refused }) => !refused)
  if (!example) return '## 計算例\n\n答えのある例はありません。'
  const outcome = runRule(rule, example.input, { on: example.on, isExplained: true })
  if (!outcome.ok) throw new Error(`${rule.id}: the example 「${example.title}」 has no answer`)
  const { value, steps, on } = outcome.answer
  return [
    `## 計算例: ${example.title}`,
    `${on} の数値によります。${exampleSource(example)}`,
    `入力:\n\n${json(example.input)}`,
    `結果:\n\n${json(value)}`,
    `過程:\n\n${derivation(steps)}`,
  ].join('\n\n')
}

/** Every further case in a line: what is answered in short, refused and warned of in full. */
function otherExamples(rule: AnyRule): string[] {
  const first = rule.cases.find(({ refused }) => !refused)
  const rows = rule.cases.map((one: RuleCase<unknown>) => {
    const outcome = runRule(rule, one.input, { on: one.on })
    const said = outcome.ok
      ? shortly(JSON.stringify(outcome.answer.value))
      : `断る: ${outcome.problems.map(({ message }) => message).join(' ')}`
    const cautions = outcome.ok ? outcome.answer.cautions.join(' ') : ''
    return [one === first ? `${one.title}（上の例）` : one.title, one.on, said, cautions].map(cell)
  })
  if (rows.length < 2 && rows.every((row) => row[3] === '')) return []
  return [`## 例の一覧\n\n${markdownTable(['例', '基準日', '答え', '注意'], rows)}`]
}

const shortly = (text: string) => (text.length > LONG_ANSWER ? `${text.slice(0, LONG_ANSWER)}…` : text)

const exampleSource = ({ source, isSecondary }: RuleCase<unknown>) =>
  source
    ? `出典: ${linked(source)}${isSecondary ? '（二次資料）' : ''}`
    : '数字は説明のために作ったものです。'

function json(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split('\n')
  const shown = lines.slice(0, MOST_LINES).join('\n')
  const rest = lines.length > MOST_LINES ? `\n\n（このほか${lines.length - MOST_LINES}行を省きます）` : ''
  return `\`\`\`json\n${shown}\n\`\`\`${rest}`
}

function derivation(steps: readonly Step[]): string {
  const lines = steps.slice(0, MOST_STEPS).map((step, at) => `${at + 1}. ${stepsAsText([step])}`)
  return [
    ...lines,
    ...(steps.length > MOST_STEPS ? [`\n（このほか${steps.length - MOST_STEPS}行を省きます）`] : []),
  ].join('\n')
}

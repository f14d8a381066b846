import { setting } from '../../registers/settings/index.ts'
import { ruleVersionList } from './rules/rule-fields.ts'
import type { RuleVersion } from './rules/versions.ts'

/** VPT-01: the whole list of versions; which of them decides follows from the day of each event. */
export const rules = setting<RuleVersion[]>({
  key: 'volunteer-points.rules',
  group: '通いの場',
  title: 'ボランティアポイントの決まり',
  unit: null,
  help: '要綱で決めた対象、スタンプ、ポイントの段階、上限、交換できる期間です。変わったら、前の版を残したまま、新しい版を足してください。',
  schema: ruleVersionList,
  input: { kind: 'structure' },
  initial: [],
  source: { text: '市町村のボランティアポイント事業の要綱（入力するまで決まりはありません）' },
  confidence: 'decided',
  approval: 'two',
})

export const settings = [rules]

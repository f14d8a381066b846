import { z } from 'zod'
import { choice, defineRule } from '../../../platform/computation/index.ts'
import { LEVELS, type LevelCode, levelLabel } from '../codes.ts'
import { isHeavier } from './levels.ts'

const LABELS = Object.fromEntries(LEVELS.map(({ code, label }) => [code, label])) as Record<LevelCode, string>
const of = (level: LevelCode, other: LevelCode, value: boolean | null) => ({
  title: `${LABELS[level]}は${LABELS[other]}より重いか`,
  input: { level, other },
  value: { label: LABELS[level], isHeavier: value },
})

export const rule = defineRule({
  id: 'CRT-01',
  title: '要介護状態区分コードと重さの順',
  group: '要介護認定',
  meaning: '状態区分のコードの名称と、二つの区分のどちらが重いかを答えます。',
  formula: '01＜06＝12＜13＜21＜22＜23＜24＜25。コードの数の順ではない',
  source: { text: '要介護状態区分コード（国保連の連絡票、LIFE）' },
  confidence: 'secondary',
  limits:
    '11（経過的要介護）は2006年より前の区分で、順に入れません。06は認定ではなく、登録による事業対象者です。',
  parameters: {},
  labels: { label: '区分', isHeavier: '比べる区分より重い' },
  input: z.strictObject({ level: choice('区分', LABELS), other: choice('比べる区分', LABELS) }),
  compute({ level, other }, { note }) {
    const value = isHeavier(level, other)
    note?.({
      label: '重さの比較',
      formula: '01＜06＝12＜13＜21＜22＜23＜24＜25',
      inputs: { 区分: LABELS[level], 比べる区分: LABELS[other] },
      value: value === null ? '比べられない' : value,
    })
    return { label: levelLabel(level), isHeavier: value }
  },
  cases: [
    of('21', '13', true),
    of('13', '21', false),
    of('06', '12', false),
    of('12', '06', false),
    of('06', '01', true),
    of('13', '06', true),
    of('25', '24', true),
    of('11', '12', null),
    of('12', '11', null),
  ].map((one) => ({ ...one, on: '2026-11-22' })),
})

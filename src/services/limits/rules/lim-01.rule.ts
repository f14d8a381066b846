import { z } from 'zod'
import { LEVELS, levelLabel } from '../../../casework/certifications/codes.ts'
import { benefitLimitUnits, outsideBenefitLimit } from '../../../law/services/benefit-limit-units.ts'
import {
  choice,
  defineRule,
  month,
  orUnknown,
  type RuleCase,
  whole,
} from '../../../platform/computation/index.ts'
import { benefitLimit, type LimitLevel, type PlannedLine } from './benefit-limit.ts'

const KINDS: Record<PlannedLine['kind'], string> = {
  service: '限度額に含めるサービス（予防給付・介護給付・指定の総合事業）',
  entrusted: '委託・補助の総合事業',
  homeMedical: '居宅療養管理指導',
  residential: '特定施設・グループホーム（短期利用を除く）',
  improvement: '介護職員等処遇改善加算',
  specialArea: '特別地域加算など',
  structure: 'サービス提供体制強化加算',
}
const levels = Object.fromEntries(
  LEVELS.filter(({ group, rank }) => group !== 'none' && rank !== null).map(({ code, label }) => [
    code,
    label,
  ]),
) as Record<LimitLevel, string>

const Input = z.strictObject({
  month: month('サービスの月'),
  levels: z
    .array(choice('区分', levels))
    .max(4, '区分: 1か月に4つまで入力できます。')
    .meta({ title: 'その月に有効な区分', description: 'その月に有効だった区分のすべて。なければ空のまま' }),
  lines: z
    .array(
      z.strictObject({
        kind: choice('種類', KINDS),
        units: orUnknown(whole('単位数', '単位', { max: 1_000_000 })),
      }),
    )
    .max(200, '計画の行: 200行までです。')
    .meta({ title: '計画の単位', description: '利用票の行ごとの単位数。わからない行は null' }),
  programmeLimitUnits: orUnknown(
    whole('事業対象者の限度額（市町村の定め）', '単位', {
      min: 1,
      max: 100_000,
      help: '国は要支援1の額を目安とし、退院の直後などでは市町村がそれを超える額を認められます',
    }),
    '定めがなければ null',
  )
    .optional()
    .meta({ setting: 'limits.programme-units' }),
})
type Input = z.input<typeof Input>

const planned = (units: number | null): Input['lines'] => [{ kind: 'service', units }]
const answer = (level: LimitLevel | null, limitUnits: number | null, units: number, overUnits: number) => ({
  level,
  limitUnits,
  countedUnits: units,
  notCountedUnits: 0,
  coveredUnits: limitUnits === null ? null : units - overUnits,
  overUnits: limitUnits === null ? null : overUnits,
})
const one = (
  title: string,
  of: string,
  asked: LimitLevel[],
  units: number,
  expected: [LimitLevel | null, number | null, number],
): RuleCase<Input> => ({
  title,
  on: `${of}-01`,
  input: { month: of, levels: asked, lines: planned(units) },
  value: answer(expected[0], expected[1], units, expected[2]),
})

export const rule = defineRule({
  id: 'LIM-01',
  title: '区分支給限度基準額',
  group: '要介護認定',
  meaning:
    'その月の区分から限度額を引き、計画の単位がどこまで保険の対象になり、どれだけ10割の自己負担になるかを出します。',
  formula:
    '限度額＝その月に有効な区分のうち最も重いものの基準額（日割りなし）、超過＝限度額に含める単位数−限度額',
  source: { text: '介護保険法第43条・第55条、平成12年厚生省告示第33号' },
  confidence: 'recalled',
  limits:
    '種類ごとの支給限度、限度額を超えた単位をどの事業者に割り振るか、訪問通所と短期入所の区別があった時期は計算しません。2015年3月までの額は載せていません。',
  parameters: { limits: benefitLimitUnits, outside: outsideBenefitLimit },
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute(input, { law, entry, note, caution }) {
    const own = input.programmeLimitUnits ?? null
    const result = benefitLimit(input.levels, input.lines, own, law)
    const { level, limitUnits, countedUnits, notCountedUnits, overUnits } = result
    const isOwn = level === '06' && own !== null
    note?.({
      label: '区分支給限度基準額',
      formula:
        level === null ? '有効な区分がないため、判定できない' : '最も重い区分の額（月の途中の変更も月全体）',
      inputs: { 区分: input.levels.map(levelLabel).join('・') || 'なし' },
      value: limitUnits,
      unit: '単位',
      source: isOwn ? { text: '市町村の定め' } : entry.limits.source,
      confidence: isOwn ? 'seen' : entry.limits.confidence,
    })
    note?.({
      label: '限度額に含める単位',
      formula: '計画の単位の合計（加算など対象外を除く）',
      inputs: { 対象外: notCountedUnits },
      value: countedUnits,
      unit: '単位',
      source: entry.outside.source,
      confidence: entry.outside.confidence,
    })
    note?.({ label: '限度額を超える単位（10割負担）', value: overUnits, unit: '単位' })
    if (isOwn && own < law.limits['06'])
      caution(`事業対象者の限度額が、国の目安（${law.limits['06']}単位）より低く定められています。`)
    return result
  },
  cases: [
    one('LIM-01-a 要支援1、限度額ちょうど', '2025-05', ['12'], 5032, ['12', 5032, 0]),
    one('LIM-01-b 要支援1、1単位の超過', '2025-05', ['12'], 5033, ['12', 5032, 1]),
    one('LIM-01-c 要支援2から要介護1へ: 重いほう', '2025-05', ['13', '21'], 16_000, ['21', 16_765, 0]),
    one('LIM-01-d 事業対象者から要支援2へ: 重いほう', '2025-05', ['06', '13'], 10_531, ['13', 10_531, 0]),
    one('LIM-01-e 2019年9月の要介護1', '2019-09', ['21'], 16_765, ['21', 16_692, 73]),
    one('LIM-01-f 有効な区分がない', '2025-05', [], 100, [null, null, 0]),
    one('2019年10月の要介護1は超えない', '2019-10', ['21'], 16_765, ['21', 16_765, 0]),
    one('要支援1の1単位手前', '2025-05', ['12'], 5031, ['12', 5032, 0]),
    ...(
      [
        ['06', 5003, 5032],
        ['12', 5003, 5032],
        ['13', 10_473, 10_531],
        ['21', 16_692, 16_765],
        ['22', 19_616, 19_705],
        ['23', 26_931, 27_048],
        ['24', 30_806, 30_938],
        ['25', 36_065, 36_217],
      ] as const
    ).flatMap(([level, before, after]) => [
      one(`${levels[level]}の額: 2019年9月まで`, '2019-09', [level], 40_000, [
        level,
        before,
        40_000 - before,
      ]),
      one(`${levels[level]}の額: 2019年10月から`, '2019-10', [level], 40_000, [level, after, 40_000 - after]),
    ]),
    {
      title: '軽いほうが後でも、重いほうの額',
      on: '2025-05-01',
      input: { month: '2025-05', levels: ['22', '21'], lines: planned(19_706) },
      value: answer('22', 19_705, 19_706, 1),
    },
    {
      title: '処遇改善加算などは数えない',
      on: '2025-05-01',
      input: {
        month: '2025-05',
        levels: ['12'],
        lines: [
          { kind: 'service', units: 3000 },
          { kind: 'service', units: 2032 },
          ...(
            ['entrusted', 'homeMedical', 'residential', 'improvement', 'specialArea', 'structure'] as const
          ).map((kind) => ({ kind, units: 100 })),
        ],
      },
      value: { ...answer('12', 5032, 5032, 0), notCountedUnits: 600 },
    },
    {
      title: '単位のわからない行があれば、超過は判定できない',
      on: '2025-05-01',
      input: {
        month: '2025-05',
        levels: ['12'],
        lines: [
          { kind: 'service', units: null },
          { kind: 'service', units: 6000 },
          { kind: 'improvement', units: 10 },
        ],
      },
      value: {
        level: '12',
        limitUnits: 5032,
        countedUnits: null,
        notCountedUnits: 10,
        coveredUnits: null,
        overUnits: null,
      },
    },
    {
      title: '対象外の単位がわからなくても、超過は判定できる',
      on: '2025-05-01',
      input: {
        month: '2025-05',
        levels: ['12'],
        lines: [...planned(5033), { kind: 'improvement', units: null }],
      },
      value: { ...answer('12', 5032, 5033, 1), notCountedUnits: null },
    },
    {
      title: '事業対象者に、市町村が高い額を定めている（架空の額）',
      on: '2025-05-01',
      input: { month: '2025-05', levels: ['06'], lines: planned(6000), programmeLimitUnits: 10_531 },
      value: answer('06', 10_531, 6000, 0),
    },
    {
      title: '市町村の定めは、要支援1の額を変えない（架空の額）',
      on: '2025-05-01',
      input: { month: '2025-05', levels: ['12'], lines: planned(6000), programmeLimitUnits: 10_531 },
      value: answer('12', 5032, 6000, 968),
    },
    {
      title: '同じ重さなら、高いほうの額（架空の額）',
      on: '2025-05-01',
      input: { month: '2025-05', levels: ['12', '06'], lines: planned(6000), programmeLimitUnits: 10_531 },
      value: answer('06', 10_531, 6000, 0),
    },
    {
      title: '同じ重さで市町村の額が低ければ、要支援1の額（架空の額）',
      on: '2025-05-01',
      input: { month: '2025-05', levels: ['12', '06'], lines: planned(5000), programmeLimitUnits: 4000 },
      value: answer('12', 5032, 5000, 0),
    },
    {
      title: '計画がまだない月は 0 単位',
      on: '2025-05-01',
      input: { month: '2025-05', levels: ['12'], lines: [] },
      value: answer('12', 5032, 0, 0),
    },
    {
      title: '2015年3月は、額を載せていない',
      on: '2025-05-01',
      input: { month: '2015-03', levels: ['12'], lines: planned(1) },
      refused: { code: 'no-value-in-force' },
    },
    {
      title: '区分が5つはない',
      on: '2025-05-01',
      input: { month: '2025-05', levels: ['12', '13', '21', '22', '23'], lines: [] },
      refused: { code: 'too_big', path: 'levels' },
    },
  ],
})

import { levelLabel } from '../../../casework/certifications/codes.ts'
import type { RuleCase } from '../../../platform/computation/index.ts'
import type { LimitLevel } from '../rules/benefit-limit.ts'
import type { Input } from '../rules/lim-01.rule.ts'

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

export const lim01Cases: readonly RuleCase<Input>[] = [
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
    one(`${levelLabel(level)}の額: 2019年9月まで`, '2019-09', [level], 40_000, [
      level,
      before,
      40_000 - before,
    ]),
    one(`${levelLabel(level)}の額: 2019年10月から`, '2019-10', [level], 40_000, [
      level,
      after,
      40_000 - after,
    ]),
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
  one('事業対象者と要支援1: 額が同じなら要支援1と書く', '2025-05', ['06', '12'], 5032, ['12', 5032, 0]),
  one('要支援1と事業対象者: 順によらない', '2025-05', ['12', '06'], 5032, ['12', 5032, 0]),
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
]

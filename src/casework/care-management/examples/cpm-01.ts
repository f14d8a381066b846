import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/cpm-01.rule.ts'
import { type CareManagementKind, KIND_LABELS } from '../rules/kind.ts'

type Services = NonNullable<Input['services']>
const used = (...codes: string[]): Services => codes.map((code) => ({ code }))
const of = (
  title: string,
  level: Input['level'],
  services: Input['services'],
  [kind, mayClaim]: [CareManagementKind, boolean | null],
  isClaimSheetFiled: boolean | null = true,
): RuleCase<Input> => ({
  title,
  on: '2025-05-01',
  input: { month: '2025-05', level, services, isClaimSheetFiled },
  value: { kind, label: KIND_LABELS[kind], mayClaim },
})

export const cpm01Cases: readonly RuleCase<Input>[] = [
  of('CPM-01-a 要支援2、介護予防訪問看護と通所型A6', '13', used('63', 'A6'), ['46', true]),
  of('CPM-01-b 要支援2、通所型A6だけ', '13', used('A6'), ['AF', null]),
  of('CPM-01-c 事業対象者、訪問型A2', '06', used('A2'), ['AF', null]),
  of('CPM-01-d 要支援1、何も使わない', '12', [], ['none', false]),
  of('CPM-01-e 要支援1、福祉用具貸与だけ', '12', used('67'), ['46', true]),
  of('CPM-01-f 区分がわからない', null, used('A6'), ['undetermined', null]),
  of(
    'CPM-01-g 要支援2、グループホームを月を通じて',
    '13',
    [{ code: '37', wholeMonth: true }],
    ['none', false],
  ),
  of(
    'CPM-01-h 訪問看護のあと、月の途中から特定施設',
    '12',
    [{ code: '63' }, { code: '35', wholeMonth: false }],
    ['46', true],
  ),
  of('CPM-01-i 小規模多機能の短期利用を5日', '12', used('69'), ['46', true]),
  of('給付管理票を出していない', '13', used('63'), ['46', false], false),
  of('給付管理票を出したかわからない', '13', used('63'), ['46', null], null),
  of('要介護1', '21', used('A6'), ['43', null]),
  of('要介護5、使ったサービスがわからない', '25', null, ['43', null]),
  of('使ったサービスがわからない', '12', null, ['undetermined', null]),
  of('事業対象者に予防給付の記録がある', '06', used('63'), ['undetermined', null]),
  of('居宅療養管理指導だけ', '12', used('34'), ['none', false]),
  of('特定施設に月の途中から入り、ほかに何も使わない', '12', used('35'), ['none', false]),
  of('グループホームに月の途中から入り、ほかに何も使わない', '13', used('37'), ['none', false]),
  of(
    '月の途中から特定施設、その前は総合事業だけ',
    '12',
    [{ code: 'A6' }, { code: '35', wholeMonth: false }],
    ['AF', null],
  ),
  of('居宅療養管理指導と総合事業', '12', used('34', 'A6'), ['AF', null]),
  of('居宅療養管理指導と訪問看護', '12', used('34', '63'), ['46', true]),
  of('グループホームは要支援1では使えない', '12', used('37'), ['undetermined', null]),
  of(
    'グループホームは月を通じても、要支援1では使えない',
    '12',
    [{ code: '37', wholeMonth: true }],
    ['undetermined', null],
  ),
  of('グループホームの短期利用も要支援2だけ', '12', used('39', 'A6'), ['undetermined', null]),
  of('事業対象者に居宅療養管理指導の記録がある', '06', used('34', 'A6'), ['undetermined', null]),
  of(
    '事業対象者に、月を通じた特定施設の記録がある',
    '06',
    [{ code: '35', wholeMonth: true }],
    ['undetermined', null],
  ),
  of('総合事業のほかに、知らないサービスがある', '12', used('A6', 'ZZ'), ['undetermined', null]),
  of('知らないサービスがあっても、予防給付があれば46', '12', used('63', 'ZZ'), ['46', true]),
  of('知らないサービスがある', '12', used('34', 'ZZ'), ['undetermined', null]),
  of(
    '特定施設を月を通じて、ほかのサービスも使った',
    '12',
    [{ code: '35', wholeMonth: true }, { code: '63' }],
    ['none', false],
  ),
  of('小規模多機能、月を通じてかどうかが未回答', '13', [{ code: '75' }], ['undetermined', null]),
  of(
    '訪問看護と特定施設、月を通じてかどうかが未回答',
    '13',
    [{ code: '63' }, { code: '35' }],
    ['undetermined', null],
  ),
  of(
    '総合事業とグループホーム、月を通じてかどうかが未回答',
    '13',
    [{ code: 'A6' }, { code: '37' }],
    ['undetermined', null],
  ),
  of('グループホームだけ、未回答でも費用のない月', '13', [{ code: '37' }], ['none', false]),
  of('小規模多機能を月の一部', '13', [{ code: '75', wholeMonth: false }], ['46', true]),
  of('小規模多機能を月を通じて', '13', [{ code: '75', wholeMonth: true }], ['none', false]),
  of('月を通じた訪問看護は、費用のない月にしない', '13', [{ code: '63', wholeMonth: true }], ['46', true]),
  of('グループホームの短期利用', '13', used('39'), ['46', true]),
  {
    title: 'サービス種類コードは2文字',
    on: '2025-05-01',
    input: { month: '2025-05', level: '12', services: used('A61111'), isClaimSheetFiled: true },
    refused: { code: 'invalid_format', path: 'services.0.code' },
  },
  {
    title: '2018年3月の表は載せていない',
    on: '2025-05-01',
    input: { month: '2018-03', level: '12', services: used('A1'), isClaimSheetFiled: true },
    refused: { code: 'no-value-in-force' },
  },
]

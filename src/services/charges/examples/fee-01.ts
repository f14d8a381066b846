import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/fee-01.rule.ts'
import { NO_FEE, type PlanFeeUnits, REGIONS } from '../rules/plan-fee.ts'

const plain: Omit<Input, 'month' | 'kind'> = {
  area: 'other',
  isPlanNew: false,
  lastSupport: null,
  entrustment: 'none',
  regions: [],
  lacks: [],
  isFiled: false,
}
const codeOf = (month: string, kind: Input['kind']): string | null => {
  if (month < '2024-04' || kind === 'programme') return null
  const codes = month < '2026-06' ? (['461111', '461112'] as const) : (['462111', '462121'] as const)
  return kind === 'careOffice' ? codes[1] : codes[0]
}
type Expected = Partial<Omit<PlanFeeUnits, 'baseUnits' | 'totalUnits'>> & { userYen?: null }
const of = (
  title: string,
  input: Partial<Input> & { month: string },
  [baseUnits, totalUnits, costYen]: [number, number, number | null],
  more: Expected = {},
): RuleCase<Input> => ({
  title,
  on: `${input.month}-01`,
  input: { ...plain, kind: 'centre', ...input },
  value: {
    serviceCode: codeOf(input.month, input.kind ?? 'centre'),
    baseUnits,
    reductionUnits: 0,
    regionalUnits: 0,
    initialUnits: 0,
    entrustmentUnits: 0,
    improvementUnits: 0,
    totalUnits,
    costYen,
    userYen: 0,
    ...more,
  },
})
const refused = (
  title: string,
  input: Partial<Input> & { month: string },
  code: string,
  path: string,
): RuleCase<Input> => ({
  title,
  on: `${input.month}-01`,
  input: { ...plain, kind: 'centre', ...input },
  refused: { code, path },
})

export const fee01Cases: readonly RuleCase<Input>[] = [
  of('FEE-01-a (I) 2024年5月、1級地', { month: '2024-05', area: '1' }, [442, 442, 5038]),
  of('FEE-01-b (II) 2024年5月', { month: '2024-05', kind: 'careOffice' }, [472, 472, 4720]),
  of('FEE-01-c (I) 2024年3月', { month: '2024-03' }, [438, 438, 4380]),
  of('FEE-01-d 2026年6月、届出あり: 442＋9', { month: '2026-06', isFiled: true }, [442, 451, 4510], {
    improvementUnits: 9,
  }),
  {
    title: 'FEE-01-e 費用の種類がわからない',
    on: '2024-05-01',
    input: { ...plain, month: '2024-05', kind: null },
    value: NO_FEE,
  },
  of('FEE-01-f 2026年6月、届出なし', { month: '2026-06' }, [442, 442, 4420]),
  of('FEE-01-g 2026年6月、届出がわからない', { month: '2026-06', isFiled: null }, [442, 442, 4420]),
  refused(
    'FEE-01-h 2026年5月に処遇改善加算はない',
    { month: '2026-05', isFiled: true },
    'addition-not-in-force',
    'isFiled',
  ),
  of(
    'FEE-01-i 3月と4月に支援がなく、5月に計画を作った',
    { month: '2025-05', isPlanNew: true, lastSupport: '2025-02' },
    [442, 742, 7420],
    { initialUnits: 300 },
  ),
  of(
    'FEE-01-j 要介護1から要支援2へ、このセンターは初めて',
    { month: '2025-05', isPlanNew: true, lastSupport: 'never' },
    [442, 742, 7420],
    { initialUnits: 300 },
  ),
  of(
    'FEE-01-k 委託先が替わっただけ、委託連携加算は算定済み',
    { month: '2025-05', isPlanNew: true, lastSupport: '2025-04', entrustment: 'taken' },
    [442, 442, 4420],
  ),
  of(
    '3月に支援していれば初回加算はない',
    { month: '2025-05', isPlanNew: true, lastSupport: '2025-03' },
    [442, 442, 4420],
  ),
  of(
    '年をまたぐ2か月: 11月の次は2月',
    { month: '2025-02', isPlanNew: true, lastSupport: '2024-11' },
    [442, 742, 7420],
    {
      initialUnits: 300,
    },
  ),
  of(
    '計画が新しくなければ初回加算はない',
    { month: '2025-05', isPlanNew: false, lastSupport: 'never' },
    [442, 442, 4420],
  ),
  of(
    '前に支援した月がわからない',
    { month: '2025-05', isPlanNew: true, lastSupport: null },
    [442, 442, 4420],
  ),
  of(
    '計画が新しいかわからない',
    { month: '2025-05', isPlanNew: null, lastSupport: 'never' },
    [442, 442, 4420],
  ),
  of('初めて委託した月', { month: '2025-05', entrustment: 'started' }, [442, 742, 7420], {
    entrustmentUnits: 300,
  }),
  of(
    '初回加算と委託連携加算と処遇改善加算: 1,042の2.1％は21.882',
    { month: '2026-06', isPlanNew: true, lastSupport: 'never', entrustment: 'started', isFiled: true },
    [442, 1064, 10_640],
    { initialUnits: 300, entrustmentUnits: 300, improvementUnits: 22 },
  ),
  of('(II) 2026年6月', { month: '2026-06', kind: 'careOffice', isFiled: true }, [472, 482, 4820], {
    improvementUnits: 10,
  }), // 9.912
  of('2026年5月のコードは461111、6月から462111', { month: '2026-05' }, [442, 442, 4420]),
  of('(I) 2027年3月', { month: '2027-03', isFiled: true }, [442, 451, 4510], { improvementUnits: 9 }),
  of('(I) 2027年4月は仮置き', { month: '2027-04', isFiled: true }, [442, 451, 4510], { improvementUnits: 9 }),
  of('(I) 2021年4月', { month: '2021-04' }, [438, 438, 4380]),
  ...(
    [
      ['special', 71], // 70.8
      ['hillySmall', 47], // 47.2
      ['hillyResident', 24], // 23.6
    ] as const
  ).map(([region, regionalUnits]) =>
    of(
      `(II) ${REGIONS[region]}`,
      { month: '2024-05', kind: 'careOffice', regions: [region] },
      [472, 472 + regionalUnits, (472 + regionalUnits) * 10],
      { regionalUnits },
    ),
  ),
  of(
    '(II) 地域の加算2つと減算2つ: 472−5−5＝462、69＋23',
    {
      month: '2025-04',
      kind: 'careOffice',
      regions: ['special', 'hillyResident'],
      lacks: ['abusePrevention', 'continuityPlan'],
    },
    [472, 554, 5540],
    { reductionUnits: 10, regionalUnits: 92 },
  ),
  of('虐待防止の減算: 2024年3月にはない', { month: '2024-03', lacks: ['abusePrevention'] }, [438, 438, 4380]),
  of('虐待防止の減算: 2024年4月から', { month: '2024-04', lacks: ['abusePrevention'] }, [442, 438, 4380], {
    reductionUnits: 4,
  }),
  of(
    '業務継続計画の減算: 2025年3月にはない',
    { month: '2025-03', lacks: ['continuityPlan'] },
    [442, 442, 4420],
  ),
  of('業務継続計画の減算: 2025年4月から', { month: '2025-04', lacks: ['continuityPlan'] }, [442, 438, 4380], {
    reductionUnits: 4,
  }),
  of('地域区分がわからない: 単位だけ', { month: '2024-05', area: 'unset' }, [442, 442, null], {
    userYen: null,
  }),
  of(
    '介護予防ケアマネジメント、市町村の単位（架空の単位）',
    { month: '2024-05', kind: 'programme', ownUnits: 350 },
    [350, 350, 3500],
  ),
  of(
    '介護予防ケアマネジメント、上限ちょうど',
    { month: '2024-05', kind: 'programme', ownUnits: 442 },
    [442, 442, 4420],
  ),
  of(
    '介護予防ケアマネジメントの初回加算',
    { month: '2024-05', kind: 'programme', ownUnits: 442, isPlanNew: true, lastSupport: 'never' },
    [442, 742, 7420],
    { initialUnits: 300 },
  ),
  of(
    '市町村の単位が設定されていても、介護予防支援費は国の単位',
    { month: '2024-05', ownUnits: 900 },
    [442, 442, 4420],
  ),
  {
    title: '介護予防ケアマネジメント、市町村の単位が未設定',
    on: '2024-05-01',
    input: { ...plain, month: '2024-05', kind: 'programme' },
    value: NO_FEE,
  },
  refused(
    '介護予防ケアマネジメント、上限を1単位超える',
    { month: '2024-05', kind: 'programme', ownUnits: 443 },
    'over-ceiling',
    'ownUnits',
  ),
  refused(
    '介護予防ケアマネジメントの減算は市町村の定め',
    { month: '2025-05', kind: 'programme', ownUnits: 442, lacks: ['continuityPlan'] },
    'municipality-decides',
    'lacks',
  ),
  refused(
    '介護予防ケアマネジメントの処遇改善は市町村の定め',
    { month: '2026-06', kind: 'programme', ownUnits: 442, isFiled: true },
    'municipality-decides',
    'isFiled',
  ),
  refused('(II) は2024年3月にはない', { month: '2024-03', kind: 'careOffice' }, 'not-designated-yet', 'kind'),
  refused(
    '(II) の地域の加算も2024年3月にはない',
    { month: '2024-03', kind: 'careOffice', regions: ['special'] },
    'not-designated-yet',
    'kind',
  ),
  refused(
    '(I) に地域の加算はない',
    { month: '2024-05', regions: ['special'] },
    'care-office-only',
    'regions',
  ),
  refused(
    '(II) に委託連携加算はない',
    { month: '2024-05', kind: 'careOffice', entrustment: 'started' },
    'centre-only',
    'entrustment',
  ),
  refused(
    '前に支援した月が、請求する月と同じ',
    { month: '2024-05', lastSupport: '2024-05' },
    'support-not-before',
    'lastSupport',
  ),
  refused(
    '前に支援した月が、日付になっている',
    { month: '2024-05', lastSupport: '2024-04-01' },
    'invalid_format',
    'lastSupport',
  ),
  refused(
    '同じ減算が2度',
    { month: '2025-05', lacks: ['continuityPlan', 'continuityPlan'] },
    'custom',
    'lacks',
  ),
  refused(
    '同じ加算が2度',
    { month: '2025-05', kind: 'careOffice', regions: ['special', 'special'] },
    'custom',
    'regions',
  ),
  refused('2021年3月の単位は載せていない', { month: '2021-03' }, 'no-value-in-force', ''),
]

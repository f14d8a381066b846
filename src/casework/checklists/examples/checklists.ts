import type { RuleCase } from '../../../platform/computation/index.ts'

const on = '2026-11-22'
const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

interface Measured {
  heightHundredthsCm: number | null
  weightHundredthsKg: number | null
}
const body = (
  title: string,
  heightHundredthsCm: number | null,
  weightHundredthsKg: number | null,
  point: 0 | 1 | null,
  printedBmiTenths: number | null,
  warnings: string[] = [],
): RuleCase<Measured> => ({
  title,
  on,
  input: { heightHundredthsCm, weightHundredthsKg },
  value: { point, printedBmiTenths, warnings },
})
export const bmiItemCases: RuleCase<Measured>[] = [
  body('CHK-02-a 18.476…', 16_000, 4730, 1, 185),
  body('CHK-02-b 18.515…', 16_000, 4740, 0, 185),
  body('CHK-02-c 18.491…（表示は18.5）', 15_600, 4500, 1, 185),
  body('CHK-02-d ちょうど18.5', 20_000, 7400, 0, 185),
  body('CHK-02-e 体重がない', 15_000, null, null, null),
  body('CHK-02-f メートルで書いた身長', 156, 4500, null, null, ['heightImplausible']),
  body('CHK-02-g 浮動小数点なら18.5未満になる値', 16_000, 4736, 0, 185),
  body('身長がない', null, 4500, null, null),
  body('身長100.00cmと体重20.00kgは使う', 10_000, 2000, 0, 200),
  body('身長99.99cmは使わない', 9999, 2000, null, null, ['heightImplausible']),
  body('身長220.00cmと体重200.00kgは使う', 22_000, 20_000, 0, 413),
  body('身長220.01cmと体重200.01kgは使わない', 22_001, 20_001, null, null, [
    'heightImplausible',
    'weightImplausible',
  ]),
  body('体重19.99kgは使わない', 15_000, 1999, null, null, ['weightImplausible']),
  {
    title: '様式の定まる前の日',
    on: '2015-03-31',
    input: { heightHundredthsCm: 16_000, weightHundredthsKg: 4730 },
    refused: { code: 'no-value-in-force' },
  },
]

interface Sheet {
  scoredItems: number[]
  missingItems?: number[]
}
const CRITERIA = [
  ['overall', '複数の項目に支障', upTo(1, 20), 10],
  ['motor', '運動機能の低下', upTo(6, 10), 3],
  ['nutrition', '低栄養状態', [11, 12], 2],
  ['oral', '口腔機能の低下', upTo(13, 15), 2],
  ['seclusion', '閉じこもり', [16], 1],
  ['cognition', '認知機能の低下', upTo(18, 20), 1],
  ['depression', 'うつ病の可能性', upTo(21, 25), 2],
] as const
const counted = (
  title: string,
  scoredItems: number[],
  missingItems: number[],
  results: Record<string, string>,
): RuleCase<Sheet> => ({
  title,
  on,
  input: { scoredItems, missingItems },
  value: CRITERIA.map(([key, label, items, atLeast]) => ({
    key,
    label,
    known: items.filter((no) => scoredItems.includes(no)).length,
    unknown: items.filter((no) => missingItems.includes(no)).length,
    atLeast,
    result: results[key] ?? 'notMet',
  })),
})
export const criteriaCases: RuleCase<Sheet>[] = [
  counted('CHK-g 複数の項目だけに該当（1～20でちょうど10）', [...upTo(1, 7), 11, 13, 17], [], {
    overall: 'met',
  }),
  counted('CHK-f 1～20で9、どれにも該当しない', [...upTo(1, 7), 13, 17, 21], [], {}),
  counted('CHK-h 運動3項目', [6, 7, 8], [], { motor: 'met' }),
  counted('運動2項目', [6, 7], [], {}),
  counted('CHK-e 栄養2項目', [11, 12], [], { nutrition: 'met' }),
  counted('栄養1項目', [11], [], {}),
  counted('口腔2項目', [13, 15], [], { oral: 'met' }),
  counted('口腔1項目', [14], [], {}),
  counted('CHK-b No.16', [16], [], { seclusion: 'met' }),
  counted('CHK-c No.17だけ', [17], [], {}),
  counted('CHK-j 認知1項目', [18], [], { cognition: 'met' }),
  counted('CHK-i うつ2項目', [21, 22], [], { depression: 'met' }),
  counted('うつ1項目', [25], [], {}),
  counted('CHK-k No.16がわからない', [], [16], { seclusion: 'undetermined' }),
  counted('CHK-l 運動3項目と無回答2項目', [6, 7, 8], [9, 10], { motor: 'met' }),
  counted('CHK-m 身長がない', [], [12], {}),
  counted('CHK-o 25項目すべて', upTo(1, 25), [], Object.fromEntries(CRITERIA.map(([key]) => [key, 'met']))),
  {
    title: '1点でもあり、わからなくもある項目',
    on,
    input: { scoredItems: [6], missingItems: [6] },
    refused: { code: 'scored-and-missing', path: 'missingItems' },
  },
  { title: '26番', on, input: { scoredItems: [26] }, refused: { code: 'too_big', path: 'scoredItems.0' } },
  { title: '0番', on, input: { scoredItems: [0] }, refused: { code: 'too_small', path: 'scoredItems.0' } },
]

interface JudgedSheet extends Sheet {
  answeredOn: string
  insuredType: 'category1Insured' | 'category2Insured' | 'notInsured' | null
  certification?: { level: 'support' | 'care'; from: string; to: string | null } | null
}
const judged = (
  title: string,
  sheet: Sheet & Partial<JudgedSheet>,
  judgement: string,
  met: string[],
  undetermined: string[] = [],
  notes: string[] = [],
): RuleCase<JudgedSheet> => ({
  title,
  on,
  input: { answeredOn: '2025-05-08', insuredType: 'category1Insured', ...sheet },
  value: { judgement, met, undetermined, notes },
})
const support = { level: 'support', from: '2024-07-01', to: '2025-05-08' } as const
export const judgementCases: RuleCase<JudgedSheet>[] = [
  judged('CHK-a 何もない', { scoredItems: [] }, 'notTarget', []),
  judged('CHK-b No.16', { scoredItems: [16] }, 'target', ['seclusion']),
  judged('CHK-c No.17', { scoredItems: [17] }, 'notTarget', []),
  judged('CHK-d No.11だけ', { scoredItems: [11] }, 'notTarget', []),
  judged('CHK-e No.11と12', { scoredItems: [11, 12] }, 'target', ['nutrition']),
  judged('CHK-f 合計10でも該当なし', { scoredItems: [...upTo(1, 7), 13, 17, 21] }, 'notTarget', []),
  judged('CHK-g 複数の項目だけ', { scoredItems: [...upTo(1, 7), 11, 13, 17] }, 'target', ['overall']),
  judged('CHK-h 運動', { scoredItems: [6, 7, 8] }, 'target', ['motor']),
  judged('CHK-i うつ', { scoredItems: [21, 22] }, 'target', ['depression']),
  judged('CHK-j 認知', { scoredItems: [18] }, 'target', ['cognition']),
  judged(
    'CHK-k No.16がわからない',
    { scoredItems: [], missingItems: [16] },
    'undetermined',
    [],
    ['seclusion'],
  ),
  judged('CHK-l 運動は該当、ほかはわからない', { scoredItems: [6, 7, 8], missingItems: [9, 10] }, 'target', [
    'motor',
  ]),
  judged('CHK-m 身長がない', { scoredItems: [], missingItems: [12] }, 'notTarget', []),
  judged('CHK-n 第2号（58歳）', { scoredItems: [18], insuredType: 'category2Insured' }, 'notApplicable', [
    'cognition',
  ]),
  judged(
    'CHK-o 25項目すべて',
    { scoredItems: upTo(1, 25) },
    'target',
    CRITERIA.map(([key]) => key),
  ),
  judged(
    'CHK-p うつは該当、ほかはわからない',
    { scoredItems: [21, 22], missingItems: [...upTo(1, 20), 23, 24, 25] },
    'target',
    ['depression'],
    ['overall', 'motor', 'nutrition', 'oral', 'seclusion', 'cognition'],
  ),
  judged('被保険者でない', { scoredItems: [16], insuredType: 'notInsured' }, 'notApplicable', ['seclusion']),
  judged(
    '種別がわからない',
    { scoredItems: [16], insuredType: null },
    'undetermined',
    ['seclusion'],
    [],
    ['insuredTypeUnknown'],
  ),
  judged(
    '要支援の最後の日',
    { scoredItems: [16], certification: support },
    'target',
    ['seclusion'],
    [],
    ['certificationRuns'],
  ),
  judged(
    '要支援の終わった翌日',
    { scoredItems: [16], answeredOn: '2025-05-09', certification: support },
    'target',
    ['seclusion'],
  ),
  judged(
    '要介護の始まる前の日',
    { scoredItems: [16], certification: { level: 'care', from: '2025-05-09', to: null } },
    'target',
    ['seclusion'],
  ),
  {
    title: '認定の期間の前後が逆',
    on,
    input: {
      answeredOn: '2025-05-08',
      insuredType: 'category1Insured',
      scoredItems: [16],
      certification: { level: 'care', from: '2025-05-09', to: '2025-05-08' },
    },
    refused: { code: 'period-reversed', path: 'certification.to' },
  },
  judged(
    '認定が1日だけ',
    { scoredItems: [16], certification: { level: 'care', from: '2025-05-08', to: '2025-05-08' } },
    'target',
    ['seclusion'],
    [],
    ['certificationRuns'],
  ),
  {
    title: '様式の定まる前の日',
    on,
    input: { answeredOn: '2015-03-31', insuredType: 'category1Insured', scoredItems: [16] },
    refused: { code: 'no-value-in-force' },
  },
  judged('様式の始まりの日', { scoredItems: [16], answeredOn: '2015-04-01' }, 'target', ['seclusion']),
]

interface Total extends Sheet {
  study?: 'satake2016' | 'kyotoKameoka2022'
}
const frail = (title: string, input: Total, frailty: string, min: number, max: number): RuleCase<Total> => ({
  title,
  on,
  input,
  value: { frailty, min, max },
})
export const frailtyCases: RuleCase<Total>[] = [
  frail('CHK-f 合計10点', { scoredItems: [...upTo(1, 7), 13, 17, 21] }, 'frail', 10, 10),
  frail('3点', { scoredItems: upTo(1, 3) }, 'robust', 3, 3),
  frail('4点', { scoredItems: upTo(1, 4) }, 'preFrail', 4, 4),
  frail('7点', { scoredItems: upTo(1, 7) }, 'preFrail', 7, 7),
  frail('8点', { scoredItems: upTo(1, 8) }, 'frail', 8, 8),
  frail('CHK-k 0～1点はどちらも健常', { scoredItems: [], missingItems: [16] }, 'robust', 0, 1),
  frail('CHK-l 3～5点', { scoredItems: [6, 7, 8], missingItems: [9, 10] }, 'undetermined', 3, 5),
  frail(
    'CHK-p 2～25点',
    { scoredItems: [21, 22], missingItems: [...upTo(1, 20), 23, 24, 25] },
    'undetermined',
    2,
    25,
  ),
  frail('京都亀岡 6点', { scoredItems: upTo(1, 6), study: 'kyotoKameoka2022' }, 'notFrail', 6, 6),
  frail('京都亀岡 7点', { scoredItems: upTo(1, 7), study: 'kyotoKameoka2022' }, 'frail', 7, 7),
]

interface Phenotype {
  sex: 'male' | 'female' | null
  weightLoss: 'yes' | 'no' | 'declined' | null
  gripTenthsKg: number | null
  item25: 'yes' | 'no' | 'declined' | null
  speedMmPerSecond: number | null
  lightExercise: 'yes' | 'no' | 'declined' | null
  regularSport: 'yes' | 'no' | 'declined' | null
}
const strong: Phenotype = {
  sex: 'male',
  weightLoss: 'no',
  gripTenthsKg: 300,
  item25: 'no',
  speedMmPerSecond: 1000,
  lightExercise: 'yes',
  regularSport: 'yes',
}
const phenotype = (
  title: string,
  change: Partial<Phenotype>,
  frailty: string,
  [min, max]: readonly [number, number],
  points: Record<string, 0 | 1 | null>,
): RuleCase<Phenotype> => ({
  title,
  on,
  input: { ...strong, ...change },
  value: {
    frailty,
    min,
    max,
    items: { weightLoss: 0, weakness: 0, exhaustion: 0, slowness: 0, lowActivity: 0, ...points },
  },
})
export const jChsCases: RuleCase<Phenotype>[] = [
  phenotype('FRL-02-a 男、握力27.9kg', { gripTenthsKg: 279 }, 'preFrail', [1, 1], { weakness: 1 }),
  phenotype(
    'FRL-02-b 女、体重減少・握力17.5kg・疲労感',
    { sex: 'female', weightLoss: 'yes', gripTenthsKg: 175, item25: 'yes', speedMmPerSecond: 1200 },
    'frail',
    [3, 3],
    {
      weightLoss: 1,
      weakness: 1,
      exhaustion: 1,
    },
  ),
  phenotype(
    'FRL-02-c 女、握力を測っていない',
    { sex: 'female', gripTenthsKg: null },
    'undetermined',
    [0, 1],
    { weakness: null },
  ),
  phenotype(
    'FRL-02-d 男、握力28.0kg、毎秒0.999m',
    { gripTenthsKg: 280, speedMmPerSecond: 999 },
    'preFrail',
    [1, 1],
    { slowness: 1 },
  ),
  phenotype('女、握力18.0kg', { sex: 'female', gripTenthsKg: 180 }, 'robust', [0, 0], {}),
  phenotype('女、握力17.9kg', { sex: 'female', gripTenthsKg: 179 }, 'preFrail', [1, 1], { weakness: 1 }),
  phenotype('運動もスポーツもしていない', { lightExercise: 'no', regularSport: 'no' }, 'preFrail', [1, 1], {
    lowActivity: 1,
  }),
  phenotype('性別がわからず握力20.0kg', { sex: null, gripTenthsKg: 200 }, 'undetermined', [0, 1], {
    weakness: null,
  }),
  phenotype('回答拒否', { weightLoss: 'declined' }, 'undetermined', [0, 1], { weightLoss: null }),
]

import { formatStepValue } from '../explanation/index.ts'

export type Confidence = 'seen' | 'secondary' | 'recalled' | 'unverified' | 'decided'

/** What stands beside a value or formula, by how far its source was read; null: it was. */
export const doubtOf = (confidence: Confidence | undefined): string | null =>
  confidence === undefined || confidence === 'seen' ? null : DOUBTS[confidence]

const DOUBTS = {
  secondary: '二次資料',
  recalled: '出典未確認',
  unverified: '出典未確認',
  decided: '本ソフトの決め',
} as const satisfies Record<Exclude<Confidence, 'seen'>, string>

export const STATUS_WORDS = { provisional: '仮置き', draft: '案' } as const

export const ROUNDING_WORDS = {
  down: '切捨て',
  'half-up': '四捨五入',
  up: '切上げ',
  none: '端数処理なし',
} as const

/** `−51997/100000` of 円 in words an officer reads: the exact ratio, and about how much. */
export function lossText(loss: string, unit: string): string {
  const [over, under] = loss.split('/').map(Number)
  if (loss === '0' || over === undefined || under === undefined) return 'なし'
  const about = (over / under).toFixed(4).replace(/0+$/, '').replace(/\.$/, '')
  return `${loss}${unit}（約${about === '-0' ? '0' : about}${unit}）`
}

/** 円未満 → 「1円未満を四捨五入」. */
export const roundingText = (direction: keyof typeof ROUNDING_WORDS, to: number, unit: string): string =>
  direction === 'none'
    ? ROUNDING_WORDS.none
    : `${formatStepValue(to)}${unit}未満を${ROUNDING_WORDS[direction]}`

const UNITS: readonly (readonly [ending: string, unit: string])[] = [
  ['PerMille', '‰'],
  ['PerMyriad', '‱'],
  ['Hundredths', '（100分の1）'],
  ['Tenths', '（10分の1）'],
  ['Persons', '人'],
  ['Percent', '%'],
  ['Points', '点'],
  ['Months', 'か月'],
  ['Minutes', '分'],
  ['Units', '単位'],
  ['Years', '年'],
  ['Times', '回'],
  ['Days', '日'],
  ['Yen', '円'],
]

/** A year is no amount: it has no separators. */
const yearUnit = (key: string): string | null =>
  /(^f|F)iscalYear$/.test(key) ? '年度' : /(^y|Y)ear$/.test(key) ? '年' : null
export const isYearUnit = (unit: string | null | undefined): boolean => unit === '年' || unit === '年度'

/** The unit that the name of a key ends with: `annualYen` → 円; null: it names none. */
export const unitOfKey = (key: string): string | null =>
  yearUnit(key) ?? UNITS.find(([ending]) => key.endsWith(ending) || key === ending.toLowerCase())?.[1] ?? null

/** Keys of answers that many rules share, without their unit. A rule's own words (steps, fields of the input) go before. */
const STEMS: Readonly<Record<string, string>> = {
  annual: '年額',
  monthly: '月額',
  persons: '人数',
  users: '利用者数',
  months: '月数',
  times: '回数',
  answer: '答え',
  state: '状態',
  group: '分類',
  item: '項目',
  text: '説明',
  hint: '目安',
  flag: 'しるし',
  version: '版',
  set: '区分の組',
  threshold: '区切り',
  change: '変化',
  direction: '向き',
  basis: '根拠',
  undetermined: '判定できない数',
  excluded: '除いた数',
  improved: '改善',
  maintained: '維持',
  worsened: '悪化',
  died: '死亡',
  movedOut: '転出',
  observed: '実際の数',
  expected: '見込まれる数',
  unitPrice: '単価',
  isMonthly: '月額である',
  isComplete: 'すべてそろっている',
  validFrom: '有効期間の始まり',
  validTo: '有効期間の終わり',
  endsOn: '終わりの日',
  min: '最小',
  max: '最大',
  mean: '平均',
  missing: '欠けた数',
  over: '超過',
  lower: '下限',
  upper: '上限',
  possible: '満点',
  earned: '得点',
  unknown: '未確定',
  awaiting: '根拠待ち',
  cap: '上限額',
  charged: '賦課',
  status: '状態',
  title: '名前',
  id: '番号',
  label: '名前',
  kind: '種類',
  note: '注',
  total: '合計',
  ratio: '割合',
  rate: '率',
  count: '件数',
  stage: '段階',
  stages: '段階',
  level: '区分',
  rank: '順位',
  score: '得点',
  points: '点数',
  year: '年',
  fiscalYear: '年度',
  month: '月',
  period: '期',
  from: '開始日',
  to: '終了日',
  until: '期限',
  dueOn: '期限',
  reason: '理由',
  reasons: '理由',
  result: '結果',
  amount: '額',
  limit: '上限',
  excess: '超過',
  share: '負担',
  age: '年齢',
  sex: '性別',
  code: '番号',
  name: '名称',
  items: '内訳',
  rows: '内訳',
  value: '値',
  isEligible: '該当',
  isValid: '正しい',
}

/** What a key of an answer is called: the dictionary with its unit, else null. */
export function wordOfKey(key: string): string | null {
  const unit = unitOfKey(key)
  const stem = unit ? (UNITS.find(([ending]) => key.endsWith(ending))?.[0] ?? '') : ''
  const word = STEMS[key.slice(0, key.length - stem.length)] ?? STEMS[key]
  if (!word) return null
  return unit && stem && !isYearUnit(unit) ? `${word}（${unit}）` : word
}

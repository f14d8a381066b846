/** A value as a step shows it. null is unknown, never zero. */
export type StepValue = number | string | boolean | null

/** Where a number of a step comes from, as in `src/law/types.ts`. */
export interface StepSource {
  text: string
  url?: string
}

/** One line of a calculation, in Japanese, as an officer follows it. */
export interface Step {
  /** 基準額 */
  label: string
  /** 基準額 × 割合 ÷ 1000, in words of the labels */
  formula?: string
  /** what went in, by label */
  inputs?: Readonly<Record<string, StepValue>>
  value?: StepValue
  /** 円, ‰, 人, 件 */
  unit?: string
  source?: StepSource
  /** of the legal value behind it; shown unless `seen` */
  confidence?: 'seen' | 'secondary' | 'recalled' | 'unverified' | 'decided'
}

/** What every rule returns. */
export interface Explained<T> {
  value: T
  steps: Step[]
}

export function explained<T>(value: T, steps: Step[]): Explained<T> {
  return { value, steps }
}

/** The same value, with the steps that led to its inputs before its own. */
export function withSteps<T>(before: readonly Step[], result: Explained<T>): Explained<T> {
  return { value: result.value, steps: [...before, ...result.steps] }
}

const doubt: Record<NonNullable<Step['confidence']>, string> = {
  seen: '',
  secondary: '（二次資料）',
  recalled: '（出典未確認）',
  unverified: '（出典未確認）',
  decided: '（本ソフトの決め）',
}

/** How much trust the value deserves, in words for the screen; empty when the source was read. */
export function confidenceNote(step: Step): string {
  return step.confidence === undefined ? '' : doubt[step.confidence]
}

/** `2,500` · 不明 · はい／いいえ */
export function formatStepValue(value: StepValue, unit = ''): string {
  if (value === null) return '不明'
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  const [whole, fraction] = String(value).split('.')
  const text =
    typeof value === 'number' && Number.isFinite(value) && !String(value).includes('e')
      ? (whole ?? '').replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
      : String(value)
  return `${text}${unit}`
}

/** One line a step: label, value, formula with its inputs, source. */
export function stepsAsText(steps: readonly Step[]): string {
  return steps
    .map((step) => {
      const inputs = Object.entries(step.inputs ?? {}).map(([name, v]) => `${name} ${formatStepValue(v)}`)
      const formula = [step.formula, inputs.join('、')].filter((s) => s).join('：')
      const value = step.value === undefined ? '' : `: ${formatStepValue(step.value, step.unit)}`
      const source = step.source ? `〔${step.source.text}${confidenceNote(step)}〕` : confidenceNote(step)
      return `${step.label}${value}${formula ? `（${formula}）` : ''}${source}`
    })
    .join('\n')
}

import type { JChsLimits } from '../../../law/casework/j-chs-limits.ts'
import type { DatedEntry } from '../../../law/types.ts'
import { type Explained, explained, type Step } from '../../../platform/explanation/index.ts'
import { FRAILTY_LABELS } from '../codes.ts'
import type { Answer } from './coding.ts'
import { classify, type Frailty, rangeText } from './frailty.ts'
import type { Point } from './points.ts'

export interface JChsInput {
  /** null: not known */
  sex: 'male' | 'female' | null
  /** unintended loss of 2 kg or more in 6 months; not the same question as item 11 of the checklist (2～3kg以上) */
  weightLoss: Answer
  /** 0.1 kg; null: not measured */
  gripTenthsKg: number | null
  /** item 25 of the checklist */
  item25: Answer
  /** usual walking speed, mm a second; null: not measured */
  speedMmPerSecond: number | null
  /** light exercise once a week or more */
  lightExercise: Answer
  /** regular sport once a week or more */
  regularSport: Answer
}

export interface JChs extends Frailty<JChsLimits['bands'][number]['frailty']> {
  items: { weightLoss: Point; weakness: Point; exhaustion: Point; slowness: Point; lowActivity: Point }
}

/**
 * Frailty phenotype of 改定J-CHS基準 (FRL-02).
 * @returns the five items, each 0, 1 or null, and a class when both ends of the possible count lie in the same one
 * @throws RangeError when a measurement is not a whole number, zero or more
 * @source 改定日本版CHS基準（2020年）, from memory
 */
export function jChs(input: JChsInput, limits: DatedEntry<JChsLimits>): Explained<JChs> {
  const { gripTenthsKg, speedMmPerSecond } = input
  for (const measured of [gripTenthsKg, speedMmPerSecond])
    if (measured !== null && !(Number.isSafeInteger(measured) && measured >= 0))
      throw new RangeError(`measurements must be whole numbers, got ${measured}`)
  const items = {
    weightLoss: pointWhen(input.weightLoss, 'yes'),
    weakness: weakness(input.sex, gripTenthsKg, limits.value.gripTenthsKg),
    exhaustion: pointWhen(input.item25, 'yes'),
    slowness: below(speedMmPerSecond, limits.value.speedMmPerSecond),
    lowActivity: lowActivity(pointWhen(input.lightExercise, 'no'), pointWhen(input.regularSport, 'no')),
  }
  const known = Object.values(items).filter((point) => point === 1).length
  const unknown = Object.values(items).filter((point) => point === null).length
  const bands = limits.value.bands.map((band) => ({ name: band.frailty, from: band.fromItems }))
  const found = classify({ known, unknown }, bands)
  return explained({ ...found, items }, steps(items, found, limits))
}

const pointWhen = (answer: Answer, scores: 'yes' | 'no'): Point =>
  answer === null || answer === 'declined' ? null : answer === scores ? 1 : 0

const below = (measured: number | null, limit: number): Point =>
  measured === null ? null : measured < limit ? 1 : 0

/** Without the sex, a grip on the same side of both limits is still known. */
function weakness(sex: JChsInput['sex'], grip: number | null, limit: JChsLimits['gripTenthsKg']): Point {
  if (sex !== null) return below(grip, limit[sex])
  const [male, female] = [below(grip, limit.male), below(grip, limit.female)]
  return male === female ? male : null
}

/** Met only by two times "no"; one "yes" settles it whatever the other is. */
function lowActivity(noExercise: Point, noSport: Point): Point {
  if (noExercise === 0 || noSport === 0) return 0
  return noExercise === null || noSport === null ? null : 1
}

function steps(items: JChs['items'], found: Omit<JChs, 'items'>, limits: DatedEntry<JChsLimits>): Step[] {
  const { gripTenthsKg: grip, speedMmPerSecond } = limits.value
  const from = { source: limits.source, confidence: limits.confidence }
  const step = (label: string, value: Point, formula: string): Step => ({ label, value, formula, ...from })
  return [
    step('体重減少', items.weightLoss, '6か月で2kg以上の意図しない減少'),
    step('筋力低下', items.weakness, `握力が男性${grip.male / 10}kg、女性${grip.female / 10}kg未満`),
    step('疲労感', items.exhaustion, '基本チェックリストNo.25がはい'),
    step('歩行速度', items.slowness, `通常の歩行速度が毎秒${speedMmPerSecond / 1000}m未満`),
    step('身体活動', items.lowActivity, '週1回の軽い運動も定期的な運動もしていない'),
    { label: '該当項目数', value: rangeText(found), ...from },
    { label: 'フレイルの区分（改定J-CHS）', value: FRAILTY_LABELS[found.frailty], ...from },
  ]
}

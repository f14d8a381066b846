import type { CertificationValidity, ValidityMonths } from '../../../law/casework/certification-validity.ts'
import type { DatedEntry } from '../../../law/types.ts'
import { daysInMonth, formatDate, fromIso, type IsoDate, toIso } from '../../../platform/calendar/index.ts'
import { type Explained, explained } from '../../../platform/explanation/index.ts'

export type ValidityCase = keyof CertificationValidity

export interface ValidityInput {
  case: ValidityCase
  /** 新規・区分変更: day of application · 更新: the day after the old end · 転入: day of moving in */
  startOn: IsoDate
  /** N; null: not stated, the default is taken and flagged */
  months: number | null
  /** in force on the day of application */
  national: DatedEntry<CertificationValidity>
  /** the municipality's own maximum for the case; null: none */
  localMax: number | null
}

export type Validity =
  | { outcome: 'valid'; from: IsoDate; to: IsoDate; months: number; isDefault: boolean }
  | {
      outcome: 'refused'
      reason: 'belowMinimum' | 'aboveNationalMaximum' | 'aboveLocalMaximum' | 'localBelowMinimum' | 'notWhole'
      limits: ValidityMonths
    }

const CASES: Record<ValidityCase, string> = {
  new: '新規・転入',
  change: '区分変更・職権',
  renewalSame: '更新（区分が変わらない）',
  renewalOther: '更新（区分が変わる）',
}

/**
 * 認定有効期間 (CRT-04). The smaller of the national and the municipal maximum rules.
 * @returns first and last day with the months; or why the number of months cannot stand
 * @source 介護保険法施行規則第38条・第41条・第52条・第55条
 */
export function certificationPeriod(input: ValidityInput): Explained<Validity> {
  const national = input.national.value[input.case]
  const limits = { ...national, max: Math.min(national.max, input.localMax ?? national.max) }
  const months = input.months ?? Math.min(national.default, limits.max)
  const value = periodOf(input, months, national, limits)
  return explained(value, [
    {
      label: '有効期間の月数',
      formula: `${CASES[input.case]}: 国の上限と市町村の上限の小さいほうまで`,
      inputs: {
        下限: national.min,
        国の上限: national.max,
        市町村の上限: input.localMax ?? '定めなし',
      },
      value: months,
      unit: input.months === null ? 'か月（初期値）' : 'か月',
      source: input.national.source,
      confidence: input.national.confidence,
    },
    {
      label: '有効期間の終わり',
      formula:
        '始まりが1日なら、その月から数えて最後の月の末日。1日でなければ、始まりの月の端数に月数を足した月の末日',
      inputs: { 始まり: formatDate(input.startOn) },
      value: value.outcome === 'valid' ? formatDate(value.to) : null,
      source: { text: '介護保険法施行規則第38条第2項・第52条第2項' },
      confidence: 'secondary',
    },
  ])
}

function periodOf(
  { startOn, months: stated, localMax }: ValidityInput,
  months: number,
  national: ValidityMonths,
  limits: ValidityMonths,
): Validity {
  const refused = (reason: Extract<Validity, { outcome: 'refused' }>['reason']): Validity => ({
    outcome: 'refused',
    reason,
    limits,
  })
  if (localMax !== null && localMax < national.min) return refused('localBelowMinimum')
  if (!Number.isInteger(months)) return refused('notWhole')
  if (months < national.min) return refused('belowMinimum')
  if (months > national.max) return refused('aboveNationalMaximum')
  if (localMax !== null && months > localMax) return refused('aboveLocalMaximum')
  return { outcome: 'valid', from: startOn, to: lastDay(startOn, months), months, isDefault: stated === null }
}

/** A start on the first of a month counts that month; otherwise its broken rest comes on top. */
function lastDay(startOn: IsoDate, months: number): IsoDate {
  const { year, month, day } = fromIso(startOn)
  const counted = year * 12 + (month - 1) + months - (day === 1 ? 1 : 0)
  const [y, m] = [Math.floor(counted / 12), (counted % 12) + 1]
  return toIso({ year: y, month: m, day: daysInMonth(y, m) })
}

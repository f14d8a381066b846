import { addDays, type IsoDate } from '../../../platform/calendar/index.ts'
import { type Explained, explained } from '../../../platform/explanation/index.ts'

export interface RetentionInput {
  /** 完結の日: end of service for the person, or closing of the case; null: not closed */
  closedOn: IsoDate | null
  /** whole years the record is kept, as the municipality set them */
  years: number
  /** an open abuse case, dispute or audit */
  isHeld: boolean
}

/**
 * First day on which a record may be deleted (PRV-03); null: never, as things stand. The term ends on the day before the same day
 * of a later year, or on the last day of February where that day does not exist. Says when it is allowed, never that it is done:
 * deleting is an act of two people with a protocol.
 * @throws RangeError when years is not a positive whole number
 * @source 民法第143条（暦による期間の計算）; terms by record: casework.md PRV-03
 */
export function deleteNotBefore({ closedOn, years, isHeld }: RetentionInput): Explained<IsoDate | null> {
  if (!Number.isInteger(years) || years < 1)
    throw new RangeError(`years must be a positive whole number: ${years}`)
  const value = closedOn === null || isHeld ? null : addDays(lastDayKept(closedOn, years), 1)
  return explained(value, [
    { label: '完結の日', value: closedOn ?? '完結していない' },
    { label: '保存年限', value: `${years}年` },
    {
      label: '削除してよい最初の日',
      formula: '完結の日の翌日から数え、年限の最後の日の翌日。保全中のものと完結していないものは、削除しない',
      value: value ?? (isHeld ? '保全中のため、なし' : 'なし'),
      source: { text: '民法第143条' },
      confidence: 'recalled',
    },
  ])
}

function lastDayKept(closedOn: IsoDate, years: number): IsoDate {
  // 31 March 2025 and five years: until 31 March 2030. 29 February and two years: until 28 February.
  return Temporal.PlainDate.from(closedOn).add({ years }, { overflow: 'constrain' }).toString()
}

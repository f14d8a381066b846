import type { BirthDate, ChangeReason, InsuredPersonRecord } from '../../../exchange/insured-persons/index.ts'

type Uncertainty = 'known' | 'day-unknown' | 'month-unknown' | 'year-unknown'

/** 生年月日 as stored: the first day that is possible beside what is unknown of it; nothing when the year is unknown. */
export function birthColumns(birth: BirthDate): { birthOn: string | null; uncertainty: Uncertainty } {
  const two = (n: number) => String(n).padStart(2, '0')
  switch (birth.state) {
    case 'known':
      return { birthOn: birth.date, uncertainty: 'known' }
    case 'day-unknown':
      return { birthOn: `${birth.year}-${two(birth.month)}-01`, uncertainty: 'day-unknown' }
    case 'month-unknown':
      return { birthOn: `${birth.year}-01-01`, uncertainty: 'month-unknown' }
    case 'year-unknown':
      return { birthOn: null, uncertainty: 'year-unknown' }
  }
}

/** 異動事由 as stored. */
export const events: Readonly<Record<ChangeReason, string>> = {
  転入: 'moved-in',
  転居: 'moved',
  転出: 'moved-out',
  死亡: 'death',
  '65歳到達': 'attained-65',
  世帯変更: 'household',
  氏名変更: 'renamed',
  職権記載: 'entered-ex-officio',
  職権消除: 'removed-ex-officio',
  資格変更: 'qualification',
  その他: 'other',
}

/** What a row says of the person's standing; days as YYYY-MM-DD. */
export interface Standing {
  /** 異動事由 */
  event: string | null
  eventOn: string | null
  insuredFrom: string | null
  insuredTo: string | null
  diedOn: string | null
  movedOutOn: string | null
  /** true: an earlier death or moving out no longer holds (転入, 職権記載) */
  hasReturned: boolean
}

/**
 * 異動 and 資格 of a row. Who moves out under 住所地特例 stays insured here and has not left. A death or moving out without
 * any day counts on the day of the file: the day itself is not known, that it happened is.
 * @source 介護保険法第10条・第11条（資格の取得・喪失）、第13条（住所地特例）
 */
export function standingOf(record: InsuredPersonRecord, fileCreatedOn: string): Standing {
  const { changeReason: reason, changedOn, disqualifiedOn, isResidentException } = record
  const day = changedOn ?? disqualifiedOn ?? fileCreatedOn
  return {
    event: reason === null ? null : events[reason],
    eventOn: changedOn,
    insuredFrom: record.qualifiedOn,
    insuredTo: disqualifiedOn,
    diedOn: reason === '死亡' ? day : null,
    movedOutOn: reason === '転出' && !isResidentException ? day : null,
    hasReturned: reason === '転入' || reason === '職権記載',
  }
}

/** The last day of being insured that a withdrawn row (削除区分 1) leaves: its own, that of the change, else the file's day. */
export const withdrawnOn = (record: InsuredPersonRecord, fileCreatedOn: string): string =>
  record.disqualifiedOn ?? record.changedOn ?? fileCreatedOn

/** フリガナ in one width and script: ｶｸｳ ﾀﾛｳ and かくう たろう become カクウ タロウ. A missing reading is empty, not made up. */
export function readingOf(kana: string | null): string {
  return (kana ?? '')
    .normalize('NFKC')
    .replace(/[ぁ-ゖ]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0x60))
    .replace(/\s+/gu, ' ')
    .trim()
}

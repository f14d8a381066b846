/**
 * What each municipality decides for itself, in one place. Decided by us until it comes as dated data of the insurer
 * (casework.md marks such values [D]).
 */

/** 月報の確定の期限: this working day of the month after. */
export const CLOSING_WORKING_DAY = 5

/** Working days that a centre has for a report that was sent back. */
export const RETURNED_WORKING_DAYS = 3

/** 開所時間, minutes of the day: 8:30 until before 17:15 on working days; everything else is 時間外. */
export const OFFICE_OPENS = 8 * 60 + 30
export const OFFICE_CLOSES = 17 * 60 + 15

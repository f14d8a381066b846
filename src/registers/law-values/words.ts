import { formatDate, type IsoDate } from '../../platform/calendar/index.ts'
import type { Confirmation, Entry, Mark } from './schema.ts'

/** What stands beside a value; of `confirmed` the words name the insurer. */
export const MARKS: Readonly<Record<Exclude<Mark, 'confirmed'>, string>> = {
  seen: '原典を確認',
  secondary: '二次資料',
  decided: '本ソフトの決め',
  unread: '出典未確認',
}
export const STATUSES = { provisional: '仮置き', draft: '案' } as const

export const markWord = (mark: Mark, insurer: string): string =>
  mark === 'confirmed' ? `${insurer}が確認` : MARKS[mark]

/** 「めぐり市が確認（見本 太郎、介護保険法施行令第2条）」 */
export const confirmedWord = (insurer: string, { confirmedBy, source }: Confirmation): string =>
  `${insurer}が確認（${confirmedBy}、${source}）`

/** 「令和6年4月1日から」「令和9年3月31日まで」; the second is not there while no end is known */
export const periodWords = ({ from, to }: Pick<Entry, 'from' | 'to'>): string[] => [
  `${formatDate(from as IsoDate)}から`,
  ...(to === null ? [] : [`${formatDate(to as IsoDate)}まで`]),
]
export const periodWord = (entry: Pick<Entry, 'from' | 'to'>): string => periodWords(entry).join('')

import { daysBetween, formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { Tone } from '../../../ui/status/index.ts'
import { BASES, CERTIFICATION_STATES, labelOf, levelLabel } from '../codes.ts'
import type { Certification, Renewal } from './api.ts'

/** 令和8年11月20日, or 記録なし: an unknown day is never blank. */
export const dayWord = (on: string | null): string => (on === null ? '記録なし' : formatDate(on))

/** 「あと39日」「今日まで」「3日前に終わりました」 */
export function daysLeftWord(today: IsoDate, lastDay: IsoDate): string {
  const days = daysBetween(today, lastDay)
  if (days > 0) return `あと${days.toLocaleString('ja-JP')}日`
  return days === 0 ? '今日まで' : `${(-days).toLocaleString('ja-JP')}日前に終わりました`
}

/** What an entry is, in one word: 申請中, 要支援1, 取下げ. */
export const stateWord = ({ state, level }: Pick<Certification, 'state' | 'level'>): string =>
  state === 'decided' && level ? levelLabel(level) : labelOf(CERTIFICATION_STATES, state)

export function toneOf(one: Certification, today: IsoDate): Tone {
  if (one.state === 'received') return 'info'
  if (one.state === 'decided' && one.lastDay !== null && one.validFrom !== null)
    return one.validFrom <= today && today <= one.lastDay ? 'good' : 'neutral'
  return 'neutral'
}

export const basisWord = (basis: string): string => labelOf(BASES, basis)

export const RENEWAL_WORDS: Record<Renewal['state'], { label: string; tone: Tone }> = {
  later: { label: '期間中', tone: 'neutral' },
  soon: { label: '意向の確認', tone: 'info' },
  open: { label: '更新申請の受付中', tone: 'caution' },
  expired: { label: '期間満了', tone: 'danger' },
}

/** はい・いいえ・未確認: three values, never two. */
export const threeWord = (value: boolean | null): string =>
  value === null ? '未確認' : value ? 'はい' : 'いいえ'

import { formatDate } from '../../../platform/calendar/index.ts'
import type { Tone } from '../../../ui/status/index.ts'
import { labelOf, REGISTRATION_STATES } from '../codes.ts'

export const dayWord = (on: string | null): string => (on === null ? '記録なし' : formatDate(on))
export const stateWord = (state: string): string => labelOf(REGISTRATION_STATES, state)

const TONES: Readonly<Record<string, Tone>> = {
  registered: 'good',
  notificationAccepted: 'info',
  awaitingNotification: 'caution',
  returned: 'caution',
}
export const toneOf = (state: string): Tone => TONES[state] ?? 'neutral'

/** The stations of the visible path; side states stand at the station where they wait. */
export const STATIONS = [
  { id: 'received', label: '受付' },
  { id: 'fork', label: '分岐' },
  { id: 'criteriaMet', label: '基準に該当' },
  { id: 'notificationAccepted', label: '届出受理' },
  { id: 'registered', label: '登録' },
  { id: 'ended', label: '終了' },
] as const
export type Station = (typeof STATIONS)[number]['id']

const AT: Readonly<Record<string, Station>> = {
  received: 'received',
  certificationRoute: 'fork',
  checklistRoute: 'fork',
  criteriaMet: 'criteriaMet',
  awaitingNotification: 'criteriaMet',
  returned: 'criteriaMet',
  notificationAccepted: 'notificationAccepted',
  registered: 'registered',
  ended: 'ended',
}
export const stationOf = (state: string): Station | null => AT[state] ?? null

/** はい・いいえ・未確認: three values, never two. */
export const threeWord = (value: boolean | null, yes = 'はい', no = 'いいえ'): string =>
  value === null ? '未確認' : value ? yes : no

import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'

export const outcomeWord = { done: '実施', refused: '拒否', failed: '失敗' } as const

const tokyo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** R8.11.22 18:05:09, the time of Tokyo. */
export function timeWord(at: string): string {
  const [day, time] = tokyo.format(new Date(at)).split(' ')
  return `${formatDate(day as IsoDate, 'short')} ${time}`
}

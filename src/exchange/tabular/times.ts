import { type CellValue, halfWidth, missing, remembering, wrong } from './values.ts'

export interface TimeOfDay {
  /** 'HH:MM', 00:00 to 24:00 */
  time: string
  /** what stands in brackets behind it: 受付 */
  note: string | null
}

/** letters of a time with its note */
const LONGEST = 200

/** 08:30 · 8:30 · 18：00 · 16：00（受付） · 8時30分 · 午後5時 · 0.354166 (a day's part, as a spreadsheet keeps it); なし is missing. */
export const readTime: (cell: string) => CellValue<TimeOfDay> = remembering((cell) => {
  const text = halfWidth(cell)
  if (/^(?:なし|無し?|休診?|休み|休館)$/u.test(text)) return { state: 'missing', why: 'none' }
  const gap = missing(cell)
  if (gap) return gap
  // no time is longer, and the expression looks again from every bracket
  const noted = text.length > LONGEST ? null : /^(.*?)\s*\((.+)\)$/su.exec(text)
  const time = clockTime(noted?.[1] ?? text)
  if (time === undefined)
    return wrong(
      'not-a-time',
      '時刻として読めません。',
      '「08:30」の形に直してください。二つ以上あれば、列を分けてください。',
    )
  return { state: 'value', value: { time, note: noted?.[2]?.trim() ?? null } }
})

/** A time alone in a workbook is a day's part, shown as of 1899. */
function clockTime(written: string): string | undefined {
  const text = written.replace(/^1899-12-3[01][T ]/, '')
  const part = /^0?\.\d+$/.test(text) ? Math.round(Number(text) * 1440) : undefined
  if (part !== undefined) return hoursAndMinutes(Math.floor(part / 60), part % 60)
  const parts =
    /^(午前|午後|AM|PM)?\s*(\d{1,2}):(\d{2})(?::00)?$/iu.exec(text) ??
    /^(午前|午後)?\s*(\d{1,2})時(?:(\d{1,2})分|半)?$/u.exec(text)
  if (!parts) return undefined
  const [, half, hours, minutes] = parts
  const typed = Number(hours)
  if (half !== undefined && typed > 12) return undefined
  const isAfternoon = half === '午後' || half?.toUpperCase() === 'PM'
  const hour = half === undefined ? typed : (typed % 12) + (isAfternoon ? 12 : 0)
  return hoursAndMinutes(hour, minutes === undefined ? (text.endsWith('半') ? 30 : 0) : Number(minutes))
}

function hoursAndMinutes(hours: number, minutes: number): string | undefined {
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

import { formatDate } from '../../../platform/calendar/index.ts'
import { type Code, labelOf } from '../codes.ts'

export const wordOf = (codes: readonly Code[], code: string | null, otherwise = '未定'): string =>
  code === null ? otherwise : labelOf(codes, code)
export const dayWord = (day: string | null, otherwise = '未入力'): string =>
  day === null ? otherwise : formatDate(day, 'short')
/** '2026-12' → 「令和8年12月」 */
export const monthWord = (month: string | null, otherwise = '未入力'): string =>
  month === null ? otherwise : formatDate(`${month}-01`).replace(/1日$/u, '')
export const optionsOf = (codes: readonly Code[]) => codes.map(({ code, label }) => ({ value: code, label }))
export const namedOptions = (rows: readonly { id: string; name: string }[] | undefined) =>
  rows?.map(({ id, name }) => ({ value: id, label: name })) ?? []

import type { ChartData } from '../../../ui/chart/chart-data.ts'
import type { UsageRow } from '../schema.ts'

export const figureWords = {
  staffCount: '職のある職員（人）',
  recordCount: '業務記録（件）',
  signInCount: 'サインイン（回）',
  refusedCount: '断られたサインイン（回）',
  jobCount: '処理（件）',
} as const
export type Figure = keyof typeof figureWords

/** 2026-11 → 令和8年11月. Only months of Reiwa stand here: the system did not exist before. */
export function monthWord(month: string): string {
  const year = Number(month.slice(0, 4)) - 2018
  return `令和${year === 1 ? '元' : year}年${Number(month.slice(5))}月`
}

/** This month and those before it, the newest first: `2026-11`, `2026-10`, … */
export function monthsBack(today: string, count: number): string[] {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, back) => {
    const at = now - back
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

/** 12.3 MB; whole kilobytes below one megabyte. */
export function sizeWord(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB']
  let at = 0
  let size = bytes / 1000
  while (size >= 1000 && at < units.length - 1) {
    size /= 1000
    at += 1
  }
  return `${size.toLocaleString('ja-JP', { maximumFractionDigits: at === 0 ? 0 : 1 })} ${units[at]}`
}

export const totals = (rows: readonly UsageRow[], figure: Figure): string =>
  rows.reduce((sum, row) => sum + row[figure], 0).toLocaleString('ja-JP')

/** One small picture a centre, months along its axis. */
export function chartOf(rows: readonly UsageRow[], figure: Figure): ChartData {
  const months = [...new Set(rows.map(({ month }) => month))]
  const places = [...new Map(rows.map(({ centreId, centreName }) => [centreId ?? '', centreName]))]
  return {
    kind: 'small-multiples',
    axis: '月',
    unit: figureWords[figure].replace(/^.*（(.*)）$/, '$1'),
    categories: months.map((month) => ({ label: monthWord(month) })),
    series: places.map(([id, name]) => ({
      id: id || 'whole',
      name,
      points: months.map(
        (month) => rows.find((row) => row.month === month && (row.centreId ?? '') === id)?.[figure] ?? 0,
      ),
    })),
  }
}

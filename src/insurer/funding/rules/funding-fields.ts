import { whole, yen } from '../../../platform/computation/index.ts'

export const period = whole('計画期間', '期', { min: 1, max: 100, help: '第9期（令和6～8年度）は9' })
/** What an insurer pays in three years fits many times over, and every product stays exact. */
const MOST_YEN = 1000 * 1000 * 1000 * 1000 * 100
export const amountYen = (title: string, help?: string) =>
  yen(title, { max: MOST_YEN, ...(help ? { help } : {}) })

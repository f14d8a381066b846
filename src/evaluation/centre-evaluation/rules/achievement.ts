import { product, type Ratio } from '../../../platform/exact/index.ts'

/** How the items of an area were answered. */
export interface AreaCounts {
  yes: number
  no: number
  notApplicable: number
  /** not answered yet: neither ○ nor × */
  unanswered: number
}

/** 達成率 as exact ratios of ‰: without 非該当, and of all items; null where somebody has not answered or nothing applies. */
export interface Achievement {
  applicable: Ratio | null
  strict: Ratio | null
}

export function achievementOf({ yes, no, notApplicable, unanswered }: AreaCounts): Achievement {
  const share = (under: number) =>
    under === 0 || unanswered > 0 ? null : { over: product(yes, 1000), under }
  return { applicable: share(yes + no), strict: share(yes + no + notApplicable) }
}

/** Areas together. */
export const sumOf = (areas: readonly AreaCounts[]): AreaCounts => {
  const all = (key: keyof AreaCounts) => areas.reduce((sum, area) => sum + area[key], 0)
  return {
    yes: all('yes'),
    no: all('no'),
    notApplicable: all('notApplicable'),
    unanswered: all('unanswered'),
  }
}

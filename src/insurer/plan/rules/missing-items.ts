import type { PlanItem } from '../../../law/insurer/plan-contents.ts'

/** What a draft holds on one item. */
export interface WrittenItem {
  item: string
  /** fiscal years that have a figure; for texts empty */
  fiscalYears: readonly number[]
  /** 日常生活圏域 that have a figure */
  areas: readonly string[]
}

export interface MissingItem {
  item: string
  title: string
  lawItem: string
  isRequired: boolean
  /** nothing is written at all */
  isAbsent: boolean
  missingFiscalYears: number[]
  missingAreas: string[]
}

/** Items of the list that a draft lacks, wholly or for some year or area; in the order of the list. */
export function missingItems(
  list: readonly PlanItem[],
  written: readonly WrittenItem[],
  { fiscalYears, areas }: { fiscalYears: readonly number[]; areas: readonly string[] },
): MissingItem[] {
  return list.flatMap(({ item, title, lawItem, isRequired, isByYear, isByArea }) => {
    const found = written.find((one) => one.item === item)
    const missingFiscalYears = isByYear
      ? fiscalYears.filter((year) => !found?.fiscalYears.includes(year))
      : []
    const missingAreas = isByArea ? areas.filter((area) => !found?.areas.includes(area)) : []
    if (found && missingFiscalYears.length === 0 && missingAreas.length === 0) return []
    return [{ item, title, lawItem, isRequired, isAbsent: !found, missingFiscalYears, missingAreas }]
  })
}

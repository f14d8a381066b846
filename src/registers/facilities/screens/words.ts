import { formatDate } from '../../../platform/calendar/index.ts'
import type { FacilityList } from '../schema.ts'

export const markWords = { yes: '○ あり', partly: '△ 一部', no: '× なし' } as const

/** `令和7年10月1日 現在`; a day that nobody stated is said to be the day of loading. */
export const asOfText = ({ asOf, isAsOfStated }: Pick<FacilityList, 'asOf' | 'isAsOfStated'>): string =>
  isAsOfStated ? `${formatDate(asOf)} 現在` : `時点の記載なし（${formatDate(asOf)} に読み込み）`

/** The kinds and the municipalities to choose from, each once. */
export function choicesOf(lists: readonly FacilityList[]): {
  categories: string[]
  areas: { code: string; name: string }[]
} {
  const areas = new Map(lists.map(({ areaCode, areaName }) => [areaCode, areaName]))
  return {
    categories: [...new Set(lists.map(({ category }) => category))],
    areas: [...areas].map(([code, name]) => ({ code, name })),
  }
}

/** The lists from which something can stand in what is shown now. */
export const listsShown = (
  lists: readonly FacilityList[],
  { category, areaCode }: { category: string | null; areaCode: string | null },
): FacilityList[] =>
  lists.filter(
    (list) =>
      (category === null || list.category === category) && (areaCode === null || list.areaCode === areaCode),
  )

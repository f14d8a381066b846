export const DESTINATIONS = {
  gatheringPlace: '通いの場',
  selfRun: '自主的な活動',
  typeB: 'B型',
  former: '従前相当',
  benefit: '給付',
  medical: '医療',
} as const
export type Destination = keyof typeof DESTINATIONS

export interface Course {
  isCompleted: boolean
  /** where the person went; null: nobody knows */
  destination: Destination | null
  /** six months after the end; null: not looked at yet */
  isContinuingAtSixMonths: boolean | null
}

export interface CourseCounts {
  completed: number
  /** completed, with 通いの場 or 自主 as destination */
  graduated: number
  /** completed, destination unknown */
  unknownDestination: number
  /** graduated and looked at after six months */
  checked: number
  continuing: number
  /** graduated and not looked at */
  unchecked: number
}

/** 卒業 and 継続 of courses of C型. */
export function courseCounts(courses: readonly Course[]): CourseCounts {
  const completed = courses.filter(({ isCompleted }) => isCompleted)
  const graduates = completed.filter(
    ({ destination }) => destination === 'gatheringPlace' || destination === 'selfRun',
  )
  const checked = graduates.filter(({ isContinuingAtSixMonths }) => isContinuingAtSixMonths !== null)
  return {
    completed: completed.length,
    graduated: graduates.length,
    unknownDestination: completed.filter(({ destination }) => destination === null).length,
    checked: checked.length,
    continuing: checked.filter(({ isContinuingAtSixMonths }) => isContinuingAtSixMonths).length,
    unchecked: graduates.length - checked.length,
  }
}

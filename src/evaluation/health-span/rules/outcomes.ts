import type { CertifiedLevel } from './levels.ts'

/** 転帰: what became of a person certified at t0. */
export type Ending = 'none' | 'died' | 'movedOut' | 'notRenewed'
export const ENDINGS: Readonly<Record<Ending, string>> = {
  none: '非該当・自立',
  died: '死亡',
  movedOut: '転出',
  notRenewed: '更新せず',
}

export interface Followed {
  levelAtStart: CertifiedLevel
  /** the level at t1; null where it ended otherwise */
  levelAtEnd: CertifiedLevel | null
  /** null where there is a level at t1 */
  ending: Ending | null
  /** hurried certification for terminal cancer and the like: left out, and counted */
  isFastTrack: boolean
}

export interface Outcomes {
  excluded: number
  /** 改善 by level; 非該当 stands apart and counts with them in the rates */
  improved: number
  maintained: number
  worsened: number
  died: number
  movedOut: number
  /** 非該当・自立 */
  none: number
  notRenewed: number
}

/** 転帰表 of all certified at t0. Levels are compared by their scores; those left out are only counted. */
export function outcomesOf(people: readonly Followed[], scores: Readonly<Record<string, number>>): Outcomes {
  const kept = people.filter(({ isFastTrack }) => !isFastTrack)
  const moved = kept.flatMap(({ levelAtStart, levelAtEnd }) =>
    levelAtEnd === null ? [] : [scores[levelAtEnd]! - scores[levelAtStart]!],
  )
  const ended = (which: Ending) => kept.filter(({ ending }) => ending === which).length
  return {
    excluded: people.length - kept.length,
    improved: moved.filter((by) => by < 0).length,
    maintained: moved.filter((by) => by === 0).length,
    worsened: moved.filter((by) => by > 0).length,
    died: ended('died'),
    movedOut: ended('movedOut'),
    none: ended('none'),
    notRenewed: ended('notRenewed'),
  }
}

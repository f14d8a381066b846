/** 確定: everything answered or imported · 試算: some of it computed here or waiting for evidence · 一部未確定: something is open. */
export type ScoreStatus = '確定' | '試算' | '一部未確定'

/** What a part of a set comes to. Whole points. */
export interface Score {
  /** 確実: earned for sure */
  earned: number
  /** 根拠待ち: 見込み is earned + awaiting */
  awaiting: number
  /** points that unanswered or unknown sub-items may still add */
  unknown: number
  /** maximum; null: not known */
  possible: number | null
  /** parts whose points nobody knows; never counted as 0 */
  unpointed: number
  status: ScoreStatus
}

/** One line for each sub-item: by which rule, from what, to what. points null: open. */
export interface TraceLine {
  ref: string
  rule: string
  input: string
  points: number | null
}

export interface Scored {
  score: Score
  trace: readonly TraceLine[]
}

type Parts = Omit<Score, 'status'> & { isEstimated?: boolean }

export const scoreOf = ({ isEstimated = false, ...parts }: Parts): Score => ({
  ...parts,
  status:
    parts.unknown > 0 || parts.unpointed > 0
      ? '一部未確定'
      : isEstimated || parts.awaiting > 0
        ? '試算'
        : '確定',
})

/**
 * Parts together. The maximum is what the definition declares; where it declares none, the sum of the parts.
 * A part without anything in it is a part that nobody has seen, unless it is declared to be worth nothing.
 */
export function together(parts: readonly Score[], declared: number | null): Score {
  const sum = (of: (score: Score) => number) => parts.reduce((all, part) => all + of(part), 0)
  const isWhole = parts.length > 0 && parts.every(({ possible }) => possible !== null)
  return scoreOf({
    earned: sum(({ earned }) => earned),
    awaiting: sum(({ awaiting }) => awaiting),
    unknown: sum(({ unknown }) => unknown),
    possible: declared ?? (isWhole ? sum(({ possible }) => possible ?? 0) : null),
    unpointed: parts.length === 0 && declared !== 0 ? 1 : sum(({ unpointed }) => unpointed),
    isEstimated: parts.some(({ status }) => status === '試算'),
  })
}

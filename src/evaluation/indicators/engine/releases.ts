import type { ReleaseState } from '../../statistics/index.ts'

/** Least settled first. */
export const SETTLED: readonly ReleaseState[] = ['速報', '確定', '改訂']

/** The columns of one input for one period, by release. */
export type Releases<Column> = ReadonlyMap<ReleaseState, Column>

/**
 * Which columns make a value of each release. 速報 and 確定 of one period stay apart; an input that has no column of a release gives
 * its next more settled one, and the value bears the least settled of what it was made from. A 改訂 stands for its 確定 where the
 * other inputs were not revised.
 */
export function chosenReleases<Column>(
  inputs: readonly Releases<Column>[],
): { release: ReleaseState; columns: Column[] }[] {
  const isRevised = inputs.every((input) => input.has('改訂'))
  return SETTLED.flatMap((release, n) => {
    const order = release === '確定' && !isRevised ? (['改訂', '確定'] as const) : SETTLED.slice(n)
    const chosen = inputs.map((input) => order.find((state) => input.has(state)))
    if (!chosen.every((state) => state !== undefined) || !chosen.includes(release)) return []
    return [{ release, columns: inputs.map((input, i) => input.get(chosen[i]!)!) }]
  })
}

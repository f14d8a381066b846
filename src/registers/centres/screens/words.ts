import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { CentreEntry } from '../schema.ts'

export const kindWords: Record<CentreEntry['kind'], string> = {
  core: '基幹型',
  enhanced: '機能強化型',
  standard: '一般',
  branch: 'ブランチ',
  sub: 'サブセンター',
}
export const operationWords: Record<CentreEntry['operation'], string> = { direct: '直営', contracted: '委託' }

type Period = { validFrom: string; validTo: string | null }

/** Both days are inside. */
export const isEnded = ({ validTo }: Period, today: string): boolean => validTo !== null && validTo < today
export const isComing = ({ validFrom }: Period, today: string): boolean => validFrom > today

/** R2.4.1から, R2.4.1〜R8.3.31 */
export function period({ validFrom, validTo }: Period): string {
  const from = formatDate(validFrom as IsoDate, 'short')
  return validTo === null ? `${from}から` : `${from}〜${formatDate(validTo as IsoDate, 'short')}`
}

/** Each centre followed by those that belong to it, however the register ordered them. */
export function inTree(entries: readonly CentreEntry[]): { entry: CentreEntry; depth: number }[] {
  const known = new Set(entries.map(({ id }) => id))
  const below = (parent: string | null, depth: number): { entry: CentreEntry; depth: number }[] =>
    entries
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .flatMap((entry) => [{ entry, depth }, ...below(entry.id, depth + 1)])
  return below(null, 0)
}

import type { Proposal } from '../schema.ts'

/** Where a value stands against today. */
export function stateOf(
  { from, to }: { from: string; to: string | null },
  today: string,
): 'past' | 'now' | 'coming' {
  if (from > today) return 'coming'
  return to !== null && to < today ? 'past' : 'now'
}

export const OPERATIONS: Readonly<Record<Proposal['operation'], string>> = {
  add: '新しい値',
  correct: '値を直す',
  remove: '値を取り消す',
}
export const DECISIONS = {
  approved: { tone: 'good', word: '承認' },
  returned: { tone: 'danger', word: '差し戻し' },
  withdrawn: { tone: 'neutral', word: '取り下げ' },
} as const

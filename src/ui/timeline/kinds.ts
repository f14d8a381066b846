/** The kinds of a list with how often each stands in it, in the order of their first appearance. */
export function countKinds(items: { kind: string }[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

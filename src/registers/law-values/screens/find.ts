import { foldName } from '../../../platform/text/index.ts'
import type { LawValue } from '../schema.ts'

export const FILTERS = ['unread', 'provisional', 'secondary', 'confirmed', 'unused'] as const
export type Filter = (typeof FILTERS)[number]

const IS: Readonly<Record<Filter, (one: LawValue) => boolean>> = {
  unread: ({ unread }) => unread > 0,
  provisional: ({ isProvisional }) => isProvisional,
  secondary: ({ now }) => now?.mark === 'secondary',
  confirmed: ({ confirmed }) => confirmed > 0,
  unused: ({ rules }) => rules.length === 0,
}
export const isIn = (filter: Filter, one: LawValue): boolean => IS[filter](one)

/** Whether every word that is searched stands in the title, the id, the unit, the source, or a rule that uses it. */
export function holds({ id, title, unit, groups, now, rules }: LawValue, words: string): boolean {
  const text = foldName(
    [
      id,
      title,
      unit,
      ...groups,
      now?.source.text ?? '',
      ...rules.flatMap((rule) => [rule.id, rule.title]),
    ].join(' '),
  )
  return words
    .split(/\s+/u)
    .filter(Boolean)
    .every((word) => text.includes(foldName(word)))
}

export const ORDERS = {
  place: '分野の順',
  title: '名称の順',
  trust: '確かさの低い順',
  checked: '確かめた日の古い順',
} as const
export type Order = keyof typeof ORDERS

const TRUST = ['unread', 'secondary', 'decided', 'confirmed', 'seen'] as const
const trustOf = ({ now, unread }: LawValue): number =>
  now ? TRUST.indexOf(now.mark) : unread > 0 ? 0 : TRUST.length
const collator = new Intl.Collator('ja', { numeric: true })
const byTitle = (a: LawValue, b: LawValue) => collator.compare(a.title, b.title)

/** `place` is the order in which the server gives them. */
export function inOrder(items: readonly LawValue[], order: Order): LawValue[] {
  if (order === 'title') return items.toSorted(byTitle)
  if (order === 'trust') return items.toSorted((a, b) => trustOf(a) - trustOf(b) || byTitle(a, b))
  if (order === 'checked')
    return items.toSorted((a, b) => a.checkedOn.localeCompare(b.checkedOn) || byTitle(a, b))
  return [...items]
}

export interface Section {
  floor: string
  groups: { group: string; items: LawValue[] }[]
}

/** By floor and by the first heading of the rules that use them. */
export function sectionsOf(items: readonly LawValue[]): Section[] {
  const groupOf = ({ groups }: LawValue) => groups[0] ?? 'まだどの計算にも使われていないもの'
  return [...Map.groupBy(items, ({ floor }) => floor)].map(([floor, members]) => ({
    floor,
    groups: [...Map.groupBy(members, groupOf)].map(([group, own]) => ({ group, items: own })),
  }))
}

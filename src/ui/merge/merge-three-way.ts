/** Which side a field keeps, or a text that somebody made out of both. */
export type Choice = 'mine' | 'stored' | { text: string }
export type Choices<T> = { [K in keyof T]?: Choice }

/** What both began from, what stands in the form, what somebody else saved meanwhile. */
export type Sides<T> = { base: T; mine: T; stored: T }

/** Fields that only mean something together (the parts of an address) are chosen together, under the first of them. */
export type Group<T> = readonly [keyof T & string, ...(keyof T & string)[]]

/** mine, stored: only that side changed it · both: each changed it to something else */
export type Difference<T> = { key: keyof T & string; group: Group<T>; by: 'mine' | 'stored' | 'both' }

/** Plain JSON, compared by what it says; a text by what is left without blanks at its ends. */
export const isSame = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(trimmed(a)) === JSON.stringify(trimmed(b))

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : (value ?? null))

const byWhom = <T>({ base, mine, stored }: Sides<T>, group: Group<T>): Difference<T>['by'] =>
  areSame(base, stored, group) ? 'mine' : areSame(base, mine, group) ? 'stored' : 'both'

const areSame = <T>(a: T, b: T, group: Group<T>) => group.every((key) => isSame(a[key], b[key]))

/** Where the two sides disagree now, in the order of `groups`. */
export const differencesOf = <T>(sides: Sides<T>, groups: readonly Group<T>[]): Difference<T>[] =>
  groups
    .filter((group) => !areSame(sides.mine, sides.stored, group))
    .map((group) => ({ key: group[0], group, by: byWhom(sides, group) }))

/** What holds for a field: what was chosen, else the side that changed it; null while both did and nobody chose. */
export const choiceOf = <T>(
  { key, by }: Pick<Difference<T>, 'key' | 'by'>,
  choices: Choices<T>,
): Choice | null => choices[key] ?? (by === 'both' ? null : by)

/**
 * One entry of both: each field from the side that was chosen, or from the only side that changed it. A field that both
 * changed and nobody chose keeps the form's own, so that nothing typed is lost on the way back into the form.
 */
export function mergeThreeWay<T extends object>(
  sides: Sides<T>,
  choices: Choices<T> = {},
  groups: readonly Group<T>[] = [],
): T {
  const merged = { ...sides.stored }
  for (const difference of differencesOf(sides, allOf(sides.mine, groups))) {
    const choice = choiceOf(difference, choices) ?? 'mine'
    for (const key of difference.group) {
      // a text is only ever offered for a field that is a text, alone in its group
      merged[key] = typeof choice === 'string' ? sides[choice][key] : (choice.text as T[typeof key])
    }
  }
  return merged
}

/** The groups, and each field that is in none by itself. */
function allOf<T extends object>(entry: T, groups: readonly Group<T>[]): Group<T>[] {
  const grouped = new Set<string>(groups.flat())
  const alone = (Object.keys(entry) as (keyof T & string)[]).filter((key) => !grouped.has(key))
  return [...groups, ...alone.map((key): Group<T> => [key])]
}

/**
 * A text to begin from when both wrote: lines added below the common beginning by either, the stored first; where they
 * changed the same words or went on in the same line, one whole text below the other. No line of either is missing.
 */
export function joinedText(base: string, mine: string, stored: string): string {
  if (mine.includes(stored)) return mine
  if (stored.includes(mine)) return stored
  const behind = mine.slice(base.length)
  const isNewLine = /^\s*\n/u.test(behind) || /^$|\n$/u.test(base)
  const isAdded = mine.startsWith(base) && stored.startsWith(base) && isNewLine
  const added = isAdded ? behind.replace(/^\s+/u, '') : mine
  return `${stored.trimEnd()}\n${added}`
}

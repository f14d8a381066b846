import {
  type Choices,
  differencesOf,
  type Group,
  isSame,
  mergeThreeWay,
  type Sides,
} from './merge-three-way.ts'

/**
 * What an edit page holds, and keeps as its draft: the entry, what it began from, the version it replaces, and the merge
 * that is under way. Plain JSON.
 */
export type Editing<T> = {
  entry: T
  base: T
  version: number
  /** what somebody else saved; `isOpen` false: gone back to the form, the choices are kept for the next attempt */
  merging: { stored: T; version: number; choices: Choices<T>; isOpen: boolean } | null
}

export const beginEditing = <T>(entry: T, version: number): Editing<T> => ({
  entry,
  base: entry,
  version,
  merging: null,
})

export const sidesOf = <T>(editing: Editing<T>): Sides<T> => ({
  base: editing.base,
  mine: editing.entry,
  stored: editing.merging?.stored ?? editing.base,
})

/** A 409 came: what is stored now stands against the form. What was chosen before holds where the stored side is the same. */
export function conflicted<T extends object>(editing: Editing<T>, stored: T, version: number): Editing<T> {
  const before = editing.merging
  const kept = Object.entries(before?.choices ?? {}).filter(([key]) =>
    isSame(before?.stored[key as keyof T], stored[key as keyof T]),
  )
  return {
    ...editing,
    merging: { stored, version, choices: Object.fromEntries(kept) as Choices<T>, isOpen: true },
  }
}

/** Both sides as one entry that replaces the stored version. */
export function resolved<T extends object>(editing: Editing<T>, groups: readonly Group<T>[]): Editing<T> {
  const { merging } = editing
  if (!merging) return editing
  return {
    entry: mergeThreeWay(sidesOf(editing), merging.choices, groups),
    base: merging.stored,
    version: merging.version,
    merging: null,
  }
}

/** The fields that both changed and for which nothing was chosen. */
export const undecided = <T extends object>(editing: Editing<T>, groups: readonly Group<T>[]): string[] =>
  differencesOf(sidesOf(editing), groups)
    .filter(({ key, by }) => by === 'both' && editing.merging?.choices[key] === undefined)
    .map(({ key }) => key)

/** Back to the form: with everything decided it holds the merged entry; otherwise its own, and the choices are remembered. */
export function backToForm<T extends object>(editing: Editing<T>, groups: readonly Group<T>[]): Editing<T> {
  if (!editing.merging || undecided(editing, groups).length === 0) return resolved(editing, groups)
  return { ...editing, merging: { ...editing.merging, isOpen: false } }
}

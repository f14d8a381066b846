/** A node is the sum of its children: city → areas → towns, total → 65 and over → … Keys are unique in their tree. */
export interface Tree {
  key: string
  children?: readonly Tree[]
}

/** Counts of places by one tree of measures. */
export interface OneTree {
  places: Tree
  measures: Tree
  /** null: not known, so not shown either. Nodes nobody publishes but everybody can subtract belong in the trees too */
  count(place: string, measure: string): number | null
}

export const cellKey = (place: string, measure: string): string => `${place}\n${measure}`

export const keysOf = (tree: Tree): string[] => [tree.key, ...(tree.children ?? []).flatMap(keysOf)]

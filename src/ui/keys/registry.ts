import { type Combination, isPlainKey, type KeyPress, means, parseCombination } from './combination.ts'

/**
 * One key of the page. `keys` lists every combination that does it ('Ctrl+K', '/'); the help shows all of them.
 * `run` returns false when it did not want the key after all: an older entry gets it, or the browser.
 */
export type Shortcut = {
  keys: string[]
  label: string
  group?: string
  run: (event: KeyPress) => unknown
}

export type Where = {
  /** The focus stands in a field, a list box or a menu: a plain letter belongs to it. */
  isWriting: boolean
  /** A modal dialog is open: only what was registered from inside it may fire. */
  isModal: boolean
}

type Entry = { shortcut: Shortcut; combinations: Combination[]; inModal: boolean }

/** The keys of everything on the screen. The youngest entry wins, so that a panel shadows its page. */
export function createKeyRegistry() {
  const entries: Entry[] = []
  return {
    add(shortcut: Shortcut, inModal = false): () => void {
      const entry = { shortcut, combinations: shortcut.keys.map(parseCombination), inModal }
      entries.push(entry)
      return () => void entries.splice(entries.indexOf(entry), 1)
    },
    /** Asks those that are meant, the youngest first; true when one of them used the key up. */
    press(event: KeyPress, where: Where): boolean {
      const meant = entries.filter(
        ({ combinations, inModal }) =>
          inModal === where.isModal &&
          combinations.some((one) => means(event, one) && !(where.isWriting && isPlainKey(one))),
      )
      return meant.reverse().some(({ shortcut }) => shortcut.run(event) !== false)
    },
    list: (): Shortcut[] => entries.map(({ shortcut }) => shortcut),
  }
}

export type KeyRegistry = ReturnType<typeof createKeyRegistry>

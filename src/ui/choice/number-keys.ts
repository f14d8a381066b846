import { type KeyPress, means, parseCombination } from '../keys/combination.ts'

type Keyed = { value: string; key?: string }

/** The key of an option: its own, or its place in the list up to nine. Null when it has none. */
export function keyOf(option: Keyed, index: number): string | null {
  return option.key ?? (index < 9 ? String(index + 1) : null)
}

/** The option a key press means. Never while composing. */
export function optionOfKey<T extends Keyed>(options: T[], press: KeyPress): T | null {
  const isMeant = (option: T, index: number) => {
    const key = keyOf(option, index)
    return key !== null && means(press, parseCombination(key))
  }
  return options.find(isMeant) ?? null
}

import type { Step, StepValue } from '../explanation/index.ts'
import { valueText } from '../text/index.ts'
import { unitOfKey, wordOfKey } from './words.ts'

/** One figure of an answer. */
export interface Leaf {
  /** `stages.0.annualYen`; empty: the answer is this one value */
  path: string
  /** in Japanese as far as it is known, else the key */
  label: string
  /** false: nobody says what its key means; it stands in the table of names of the API only */
  isNamed: boolean
  value: StepValue
  /** what a code means, in Japanese: male → 男 */
  word?: string
  unit: string | null
}

/** What keys are called and codes mean: `stage` → 段階, `sex=male` → 男 (a field's choice), `below` → 区切り未満. */
export type Titles = ReadonlyMap<string, string>

/**
 * The figures of an answer in their order, each under the word that an officer knows it by: what the rule calls it, the step
 * that has exactly this value and unit, the field of the input of the same name, the dictionary, else the key itself. Lists are
 * counted from 1.
 * @param titles the rule's own labels and the titles of its fields
 */
export function leavesOf(value: unknown, steps: readonly Step[] = [], titles: Titles = new Map()): Leaf[] {
  const leaves = walk(value, '', []).map((leaf) => ({
    ...leaf,
    unit: unitOfKey(String(leaf.names.at(-1) ?? '')),
  }))
  const fromSteps = stepLabels(leaves, steps)
  return leaves.map((leaf) => ({
    path: leaf.path,
    ...labelOf(leaf.names, titles, fromSteps.get(leaf.path) ?? null),
    value: leaf.value,
    ...wordOfCode(leaf, titles),
    unit: leaf.unit,
  }))
}

function wordOfCode({ names, value }: Found, titles: Titles): { word?: string } {
  if (typeof value !== 'string' && typeof value !== 'number') return {}
  const name = names.findLast((one) => typeof one === 'string')
  const word = titles.get(`${name}=${value}`) ?? (typeof value === 'string' ? titles.get(value) : undefined)
  return word === undefined ? {} : { word }
}

/**
 * Labels of the steps that came to these values: where so many steps as figures have a value and unit, in their order. What
 * is said then is true whichever way round it was meant. Small numbers meet by chance and are left alone; a column of a list
 * has one name, whatever its rows are called.
 */
function stepLabels(
  leaves: readonly (Found & { unit: string | null })[],
  steps: readonly Step[],
): Map<string, string> {
  const labels = new Map<string, string>()
  const large = leaves.filter(
    ({ value, unit, names }) =>
      typeof value === 'number' &&
      Math.abs(value) >= 100 &&
      unit !== null &&
      names.every((one) => typeof one === 'string'),
  )
  for (const { value, unit } of large) {
    const alike = large.filter((one) => one.value === value && one.unit === unit)
    const said = [
      ...new Set(steps.filter((one) => one.value === value && one.unit === unit).map(({ label }) => label)),
    ]
    if (said.length === alike.length)
      for (const [at, leaf] of alike.entries()) labels.set(leaf.path, said[at] ?? '')
  }
  return labels
}

interface Found {
  path: string
  names: readonly (string | number)[]
  value: StepValue
}

function walk(value: unknown, path: string, names: readonly (string | number)[]): Found[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => walk(one, join(path, at), [...names, at]))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => walk(one, join(path, key), [...names, key]))
  return [{ path, names, value: (value ?? null) as StepValue }]
}

const join = (path: string, name: string | number) => (path === '' ? String(name) : `${path}.${name}`)

function labelOf(
  names: readonly (string | number)[],
  titles: Titles,
  fromStep: string | null,
): Pick<Leaf, 'label' | 'isNamed'> {
  const last = names.at(-1)
  if (last === undefined) return { label: '結果', isNamed: true }
  const known = (name: string) => titles.get(name) ?? wordOfKey(name)
  const own = typeof last === 'number' ? `${last + 1}番目` : (titles.get(last) ?? fromStep ?? wordOfKey(last))
  const above = names
    .slice(0, -1)
    .map((name) => (typeof name === 'number' ? `${name + 1}番目` : (known(name) ?? name)))
  return { label: [...above, own ?? last].join(' '), isNamed: own !== null }
}

/** What the keys inside of a legal value are called: its own labels, else the dictionary. */
export function labelsFor(
  value: unknown,
  labels: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const found: Record<string, string> = {}
  const look = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return
    for (const [key, inner] of Object.entries(one)) {
      const word = wordOfKey(key)
      if (word && !Array.isArray(one)) found[key] = word
      look(inner)
    }
  }
  look(value)
  return { ...found, ...labels }
}

/** A legal value of any shape in one line. */
export const plainText = (value: unknown, labels?: Readonly<Record<string, string>>): string =>
  valueText(value, labelsFor(value, labels))

import { formatStepValue, type Step, type StepValue } from '../explanation/index.ts'
import { unitOfKey, wordOfKey } from './words.ts'

/** One figure of an answer. */
export interface Leaf {
  /** `stages.0.annualYen`; empty: the answer is this one value */
  path: string
  /** in Japanese as far as it is known, else the key */
  label: string
  value: StepValue
  unit: string | null
}

/** What a key is called, from the fields of the input: `stage` → 段階. */
export type Titles = ReadonlyMap<string, string>

/**
 * The figures of an answer in their order, each under the word that an officer knows it by: the one step that has exactly this
 * value and unit, the field of the input of the same name, the dictionary, else the key itself. Lists are counted from 1.
 */
export function leavesOf(value: unknown, steps: readonly Step[] = [], titles: Titles = new Map()): Leaf[] {
  const leaves = walk(value, '', [])
  const seen = new Map<string, number>()
  for (const { value: one } of leaves) seen.set(keyOf(one), (seen.get(keyOf(one)) ?? 0) + 1)
  return leaves.map(({ path, names, value: one }) => {
    const key = names.at(-1) ?? ''
    const unit = unitOfKey(String(key))
    // a column of a list has one name, whatever its rows are called
    const isOnly = seen.get(keyOf(one)) === 1 && names.every((name) => typeof name === 'string')
    const label = labelOf(names, titles, isOnly ? stepLabel(one, unit, steps) : null)
    return { path, label, value: one, unit }
  })
}

const keyOf = (value: StepValue) => JSON.stringify(value)

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

/** The label of the only step with this value; small numbers meet by chance and are left alone. */
function stepLabel(value: StepValue, unit: string | null, steps: readonly Step[]): string | null {
  if (typeof value !== 'number' || Math.abs(value) < 100 || unit === null) return null
  const labels = new Set(
    steps.filter((step) => step.value === value && step.unit === unit).map(({ label }) => label),
  )
  return labels.size === 1 ? [...labels][0]! : null
}

function labelOf(names: readonly (string | number)[], titles: Titles, fromStep: string | null): string {
  if (names.length === 0) return '結果'
  const words = names.map((name) =>
    typeof name === 'number' ? `${name + 1}番目` : (titles.get(name) ?? wordOfKey(name) ?? name),
  )
  if (fromStep) words[words.length - 1] = fromStep
  return words.join(' ')
}

/** Value, unit and all: 「2,325,959,991円」. A day is left as it is: the screen writes it in 和暦. */
export const leafText = ({ value, unit }: Pick<Leaf, 'value' | 'unit'>): string =>
  typeof value === 'number' ? formatStepValue(value, unit ?? '') : formatStepValue(value)

/** A value of any shape in one line: 「1: 450、2: 685」. For papers and file cells; screens show lists as tables. */
export function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(nestedText).join('、')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, one]) => `${wordOfKey(key) ?? key}: ${nestedText(one)}`)
      .join('、')
  return formatStepValue((value ?? null) as StepValue)
}

const nestedText = (value: unknown): string =>
  typeof value === 'object' && value !== null ? `（${plainText(value)}）` : plainText(value)

import type { Work } from '../database/work.ts'
import type { AnyRule } from './definition.ts'
import { inputSchemaOf, type SettingField, settingFieldsOf } from './input-schema.ts'
import type { OwnValue } from './schema.ts'

/** What the municipality decided on a setting, on a day. */
export type SettingValue = Pick<OwnValue, 'value' | 'isOwn' | 'from' | 'source'>
/** Reads settings by key; a key that no area states, or whose value is "none", is left out. */
export type ReadOwnValues = (
  work: Work,
  keys: readonly string[],
  day: string,
) => Promise<ReadonlyMap<string, SettingValue>>

let read: ReadOwnValues = async () => new Map()

/** Says where the insurer's own values stand: the register of settings is above this floor and calls it. */
export function stateOwnValues(reader: ReadOwnValues): void {
  read = reader
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The input with what it leaves out filled from the insurer's settings, on the day that decides. What was sent always stays.
 * @param on the day asked for; a day that the input names wins, also when it names it only once it is filled
 */
export async function withOwnValues(
  work: Work,
  rule: AnyRule,
  input: unknown,
  on: string,
): Promise<{ input: unknown; filled: OwnValue[] }> {
  const absent = settingFieldsOf(inputSchemaOf(rule)).filter(({ path }) => isAbsent(input, path))
  if (absent.length === 0) return { input, filled: [] }
  const first = await fill(work, absent, input, on)
  const day = decidingDay(rule, first.input, on)
  return day === on ? first : fill(work, absent, input, day)
}

/** Absent where its object is there to take it. */
function isAbsent(input: unknown, path: readonly string[]): boolean {
  const [name, ...rest] = path
  if (name === undefined || !isFields(input)) return false
  return rest.length === 0 ? !Object.hasOwn(input, name) : isAbsent(input[name], rest)
}

async function fill(work: Work, absent: readonly SettingField[], input: unknown, day: string) {
  const values = await read(work, [...new Set(absent.map(({ setting }) => setting))], day)
  const filled: OwnValue[] = []
  let whole = input
  for (const { path, title, setting } of absent) {
    const found = values.get(setting)
    if (!found) continue
    whole = withValue(whole, path, found.value)
    filled.push({ path: path.join('.'), title, setting, ...found })
  }
  return { input: whole, filled }
}

const withValue = (input: unknown, [name, ...rest]: readonly string[], value: unknown): unknown =>
  name === undefined
    ? value
    : { ...(input as Fields), [name]: withValue((input as Fields)[name], rest, value) }

/** An input that the rule refuses names no day: the refusal is told by the run. */
function decidingDay(rule: AnyRule, input: unknown, on: string): string {
  if (!rule.dateOf) return on
  const parsed = rule.input.safeParse(input)
  try {
    return parsed.success ? rule.dateOf(parsed.data) : on
  } catch {
    return on
  }
}

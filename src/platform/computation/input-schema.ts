import { toJSONSchema } from 'zod'
import type { AnyRule } from './definition.ts'

/** The parts of a JSON Schema that are read here; the rest goes through as it is. */
export interface InputSchema {
  [key: string]: unknown
  title?: string
  unit?: string
  setting?: string
  properties?: Record<string, InputSchema>
  items?: InputSchema
  anyOf?: InputSchema[]
}

const kept = new WeakMap<AnyRule, InputSchema>()

/** What a rule takes, as JSON Schema (2020-12): titles, units, labels and settings beside the limits. */
export function inputSchemaOf(rule: AnyRule): InputSchema {
  const known = kept.get(rule)
  if (known) return known
  const { $schema: _, ...schema } = toJSONSchema(rule.input, { io: 'input', unrepresentable: 'any' })
  kept.set(rule, schema as InputSchema)
  return schema as InputSchema
}

/** The title of the field at a path, the nearest above it when it has none; null: nothing on the way has one. */
export function titleAt(schema: InputSchema, path: readonly PropertyKey[]): string | null {
  let at: InputSchema | undefined = schema
  let title: string | null = null
  for (const name of path) {
    at = partsOf(at)
      .map(({ properties, items }) => (typeof name === 'number' ? items : properties?.[String(name)]))
      .find(Boolean)
    if (at === undefined) break
    title =
      partsOf(at)
        .map((one) => one.title)
        .find(Boolean) ?? title
  }
  return title
}

/** A schema and what it may also be: a field that allows null is a choice of two. */
const partsOf = (schema: InputSchema): InputSchema[] => [schema, ...(schema.anyOf ?? []).flatMap(partsOf)]

export interface SettingField {
  path: readonly string[]
  title: string
  setting: string
}

/** Fields that a dated setting of the insurer can fill, also inside of objects; never inside of lists. */
export const settingFieldsOf = (schema: InputSchema, path: readonly string[] = []): SettingField[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = [...path, name]
    const own = field.setting ? [{ path: at, title: field.title ?? name, setting: field.setting }] : []
    return [...own, ...settingFieldsOf(field, at)]
  })

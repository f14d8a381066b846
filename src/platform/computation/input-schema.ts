import { toJSONSchema } from 'zod'
import type { AnyRule } from './definition.ts'

/** The parts of a JSON Schema that are read here; the rest goes through as it is. */
export interface InputSchema {
  [key: string]: unknown
  title?: string
  unit?: string
  setting?: string
  properties?: Record<string, InputSchema>
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

import { LARGEST } from '../../exact/index.ts'

/** What is read of the JSON Schema of a rule's input. */
export interface Schema {
  type?: string
  title?: string
  description?: string
  unit?: string
  setting?: string
  labels?: Record<string, string>
  default?: unknown
  format?: string
  const?: unknown
  enum?: unknown[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  propertyNames?: Schema
  additionalProperties?: Schema | boolean
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}

export interface Named {
  name: string
  title: string
  /** what the title does not say */
  help: string | null
  unit: string | null
  isRequired: boolean
  /** blank is a value of its own: null */
  isNullable: boolean
  /** what holds when it is left out */
  fallback: unknown
  /** the insurer's setting that can stand in */
  setting: string | null
}
export interface Option {
  /** the value as JSON text */
  code: string
  label: string
  value: unknown
}
export type Scalar = Named &
  (
    | { kind: 'whole' | 'decimal'; min: number | null; max: number | null }
    | { kind: 'choice'; options: readonly Option[] }
    /** `mayBeEmpty`: no text at all is an answer, sent as such */
    | { kind: 'text'; maxLength: number | null; mayBeEmpty: boolean }
    | { kind: 'date' }
  )
export interface Variant {
  label: string
  /** the value of the field that tells the variants apart */
  mark: unknown
  fields: readonly Field[]
}
export type Compound = Named &
  (
    | { kind: 'fields'; fields: readonly Field[] }
    /** rows of an array, of plain values (`each` has one column 「value」), or of a record by free keys */
    | { kind: 'table'; rows: 'objects' | 'values' | 'entries'; columns: readonly Scalar[] }
    /** rows that are too deep for a table: one block each */
    | { kind: 'blocks'; item: Field; most: number | null }
    | { kind: 'variants'; by: string; variants: readonly Variant[] }
    | { kind: 'fixed'; value: unknown }
    /** a shape that no form can show: written as JSON */
    | { kind: 'json' }
  )
export type Field = Scalar | Compound

const SCALARS = new Set(['whole', 'decimal', 'choice', 'text', 'date'])
export const isScalar = (field: Field): field is Scalar => SCALARS.has(field.kind)

/** The field of the form that a schema asks for. Pure; what it cannot show becomes JSON text, never nothing. */
export function fieldOf(given: Schema, name = '', isRequired = true): Field {
  const { schema, isNullable } = withoutNull(given)
  const named: Named = {
    name,
    title: schema.title ?? name,
    help: helpOf(schema),
    unit: schema.unit ?? null,
    isRequired,
    isNullable,
    fallback: schema.default,
    setting: schema.setting ?? null,
  }
  return scalarOf(schema, named) ?? compoundOf(schema, named)
}

/** 「空欄 = null」 is a property of the field, not a choice of its own. */
function withoutNull(schema: Schema): { schema: Schema; isNullable: boolean } {
  const all = schema.anyOf ?? schema.oneOf
  const rest = all?.filter(({ type }) => type !== 'null')
  if (!all || !rest || rest.length === all.length) return { schema, isNullable: false }
  const { anyOf: _, oneOf: __, ...own } = schema
  return { schema: rest.length === 1 ? { ...rest[0], ...own } : { ...own, anyOf: rest }, isNullable: true }
}

/** The description without what title, unit and list of choices say already. */
function helpOf({ title = '', description = '', unit, labels }: Schema): string | null {
  const first = Object.keys(labels ?? {})[0]
  const list = first === undefined ? -1 : description.indexOf(`: ${first}（`)
  const words = (list < 0 ? description : description.slice(0, list))
    .replace(/（YYYY-MM-DD）$/, '')
    .replace(unit ? `（${unit}）` : '', '')
    .replace('（null）', '欄')
    .trim()
  const more = words.startsWith(`${title}。`) ? words.slice(title.length + 1).trim() : words
  return more === '' || more === title ? null : more
}

const LEAST = Number.MIN_SAFE_INTEGER

function scalarOf(schema: Schema, named: Named): Scalar | null {
  if ('const' in schema) return null
  const options = optionsOf(schema)
  if (options) return { ...named, kind: 'choice', options }
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum = LEAST, maximum = LARGEST } = schema
    return {
      ...named,
      kind: schema.type === 'integer' ? 'whole' : 'decimal',
      min: minimum <= LEAST ? null : minimum,
      max: maximum >= LARGEST ? null : maximum,
    }
  }
  if (schema.type !== 'string') return null
  return schema.format === 'date'
    ? { ...named, kind: 'date' }
    : {
        ...named,
        kind: 'text',
        maxLength: schema.maxLength ?? null,
        mayBeEmpty: !schema.minLength && !schema.format && !schema.pattern,
      }
}

/** Of an enumeration, of yes and no, or of several fixed values; null: it is no choice. */
function optionsOf({ type, enum: values, labels, anyOf, oneOf }: Schema): Option[] | null {
  const option = (value: unknown, label?: string): Option => ({
    code: JSON.stringify(value),
    label: label ?? labels?.[String(value)] ?? (typeof value === 'boolean' ? yesNo(value) : String(value)),
    value,
  })
  if (type === 'boolean') return [option(true), option(false)]
  if (values) return values.map((value) => option(value))
  const members = anyOf ?? oneOf
  const isFixed = members?.every((one) => one.enum || 'const' in one) && members.length > 0
  if (!members || !isFixed) return null
  return members.flatMap((one) =>
    'const' in one
      ? [option(one.const, one.title)]
      : (one.enum ?? []).map((value) => option(value, one.labels?.[String(value)])),
  )
}
const yesNo = (value: boolean) => (value ? 'はい' : 'いいえ')

function compoundOf(schema: Schema, named: Named): Compound {
  if ('const' in schema) return { ...named, kind: 'fixed', value: schema.const }
  const members = schema.anyOf ?? schema.oneOf
  if (members) return variantsOf(members, named)
  if (schema.type === 'array' && schema.items && !schema.prefixItems)
    return rowsOf(schema, schema.items, named)
  if (schema.type !== 'object') return { ...named, kind: 'json' }
  if (schema.properties) return { ...named, kind: 'fields', fields: fieldsOf(schema) }
  return entriesOf(schema, named)
}

const fieldsOf = ({ properties = {}, required = [] }: Schema): Field[] =>
  Object.entries(properties).map(([name, one]) => fieldOf(one, name, required.includes(name)))

function rowsOf(schema: Schema, items: Schema, named: Named): Compound {
  const item = fieldOf(items, '', true)
  if (isScalar(item))
    return {
      ...named,
      kind: 'table',
      rows: 'values',
      columns: [{ ...item, name: 'value', title: items.title ?? named.title }],
    }
  if (item.kind === 'fields' && item.fields.every(isScalar))
    return { ...named, kind: 'table', rows: 'objects', columns: item.fields.filter(isScalar) }
  if (item.kind === 'fields' || item.kind === 'variants')
    return { ...named, kind: 'blocks', item, most: schema.maxItems ?? null }
  return { ...named, kind: 'json' }
}

function entriesOf({ propertyNames, additionalProperties, required = [] }: Schema, named: Named): Compound {
  if (typeof additionalProperties !== 'object') return { ...named, kind: 'json' }
  const { enum: keys, labels } = propertyNames ?? {}
  const value = fieldOf(additionalProperties, 'value', true)
  if (keys) {
    const fields = keys.map((key) => ({
      ...fieldOf(additionalProperties, String(key), required.includes(String(key))),
      title: labels?.[String(key)] ?? String(key),
    }))
    return { ...named, kind: 'fields', fields }
  }
  if (!isScalar(value)) return { ...named, kind: 'json' }
  const key: Scalar = {
    ...blankNamed('key', propertyNames?.title ?? '項目'),
    kind: 'text',
    maxLength: null,
    mayBeEmpty: false,
  }
  const column = { ...value, title: additionalProperties.title ?? '値' }
  return { ...named, kind: 'table', rows: 'entries', columns: [key, column] }
}

const blankNamed = (name: string, title: string): Named => ({
  name,
  title,
  help: null,
  unit: null,
  isRequired: true,
  isNullable: false,
  fallback: undefined,
  setting: null,
})

/** Objects told apart by a field with a fixed value in each. */
function variantsOf(members: Schema[], named: Named): Compound {
  const by = Object.keys(members[0]?.properties ?? {}).find((name) =>
    members.every(({ properties }) => properties?.[name] && 'const' in properties[name]),
  )
  if (by === undefined) return { ...named, kind: 'json' }
  const variants = members.map((member) => {
    const told = member.properties?.[by] ?? {}
    const label = member.title ?? told.labels?.[String(told.const)] ?? told.title ?? String(told.const)
    return { label, mark: told.const, fields: fieldsOf(member).filter(({ name }) => name !== by) }
  })
  return { ...named, kind: 'variants', by, variants }
}

/** Names of all fields and `name=code` of their choices, for the answer that uses the same ones. The first name wins. */
export function titlesOf(field: Field, titles = new Map<string, string>()): Map<string, string> {
  if (field.name !== '' && field.title !== field.name && !titles.has(field.name))
    titles.set(field.name, field.title)
  if (field.kind === 'choice')
    for (const { value, label } of field.options) titles.set(`${field.name}=${String(value)}`, label)
  for (const one of childrenOf(field)) titlesOf(one, titles)
  return titles
}

export function childrenOf(field: Field): readonly Field[] {
  if (field.kind === 'fields') return field.fields
  if (field.kind === 'table') return field.rows === 'objects' ? field.columns : []
  if (field.kind === 'blocks') return [field.item]
  if (field.kind === 'variants') return field.variants.flatMap(({ fields }) => fields)
  return []
}

import type { Field } from './field.ts'

type Fields = Record<string, unknown>
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Left out: neither null nor anything else. */
const ABSENT = undefined

/**
 * What is sent, of what stands in the form: a blank field is left out, or null where the rule knows null; an optional part with
 * nothing in it is left out whole. Zero and false are values.
 */
export function inputOf(field: Field, value: unknown): unknown {
  if (value === null) return field.isNullable ? null : ABSENT
  switch (field.kind) {
    case 'fixed':
      return field.value
    case 'fields':
      return value === ABSENT && mayBeLeftOut(field) ? ABSENT : partsOf(field.fields, value)
    case 'variants': {
      const mark = isFields(value) ? value[field.by] : ABSENT
      const variant = field.variants.find((one) => one.mark === mark)
      return variant ? { [field.by]: mark, ...partsOf(variant.fields, value) } : blank(field)
    }
    case 'blocks':
      return Array.isArray(value) ? value.map((one) => inputOf(field.item, one)) : noRows(field)
    case 'table':
      return Array.isArray(value) ? rowsOf(field, value.filter(isFields)) : noRows(field)
    case 'json':
      return typeof value === 'string' && value.trim() !== '' ? parsed(value) : blank(field)
    default:
      return value === ABSENT ? blank(field) : value
  }
}

/** What is no JSON yet stays text: the field says so before it is sent. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Nobody needs it, or a setting of the insurer stands in; where that is not wanted, the rule says what is missing. */
const mayBeLeftOut = ({ isRequired, setting }: Field) => !isRequired || setting !== null

function blank(field: Field): unknown {
  if (mayBeLeftOut(field)) return ABSENT
  if (field.isNullable) return null
  return field.kind === 'text' && field.mayBeEmpty ? '' : ABSENT
}
const noRows = (field: Field) => (mayBeLeftOut(field) ? ABSENT : field.isNullable ? null : [])

const partsOf = (fields: readonly Field[], value: unknown): Fields =>
  Object.fromEntries(
    fields
      .map((one) => [one.name, inputOf(one, isFields(value) ? value[one.name] : ABSENT)] as const)
      .filter(([, part]) => part !== ABSENT),
  )

/** Rows of the grid (objects by column) as the rule takes them. */
function rowsOf(field: Extract<Field, { kind: 'table' }>, rows: Fields[]): unknown {
  if (field.rows === 'objects') return rows.map((row) => partsOf(field.columns, row))
  if (field.rows === 'values') return rows.map((row) => inputOf(field.columns[0]!, row.value) ?? null)
  return Object.fromEntries(
    rows.map((row) => [String(row.key), inputOf(field.columns[1]!, row.value) ?? null]),
  )
}

/** The other way: what stands in the form when an input is put into it. */
export function entryOf(field: Field, input: unknown): unknown {
  if (input === ABSENT || input === null) return input
  switch (field.kind) {
    case 'fields':
      return isFields(input) ? entriesOf(field.fields, input) : input
    case 'variants': {
      const variant = isFields(input) ? field.variants.find(({ mark }) => mark === input[field.by]) : ABSENT
      return variant && isFields(input)
        ? { [field.by]: variant.mark, ...entriesOf(variant.fields, input) }
        : input
    }
    case 'blocks':
      return Array.isArray(input) ? input.map((one) => entryOf(field.item, one)) : input
    case 'json':
      return JSON.stringify(input, null, 1)
    case 'table':
      if (field.rows === 'objects') return input
      if (field.rows === 'values') return Array.isArray(input) ? input.map((value) => ({ value })) : input
      return isFields(input) ? Object.entries(input).map(([key, value]) => ({ key, value })) : input
    default:
      return input
  }
}

const entriesOf = (fields: readonly Field[], input: Fields): Fields =>
  Object.fromEntries(
    fields
      .filter(({ name }) => Object.hasOwn(input, name))
      .map((one) => [one.name, entryOf(one, input[one.name])]),
  )

/** The form with one value changed. */
export function withValue(
  whole: unknown,
  [name, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown {
  if (name === undefined) return value
  if (typeof name === 'number') {
    const list = Array.isArray(whole) ? [...whole] : []
    list[name] = withValue(list[name], rest, value)
    return list
  }
  const fields = isFields(whole) ? whole : {}
  return { ...fields, [name]: withValue(fields[name], rest, value) }
}

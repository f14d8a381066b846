import type { StepValue } from '../../explanation/index.ts'
import type { Leaf } from '../value-rows.ts'
import { isFields } from './entry.ts'
import { type Field, isScalar } from './field.ts'

/** An input as lines for a paper: each value under the titles that lead to it, choices in words. */
export function inputLeaves(field: Field, value: unknown, path = '', titles: readonly string[] = []): Leaf[] {
  if (value === undefined) return []
  if (isScalar(field)) return [leaf(field, value, path, titles)]
  if (Array.isArray(value))
    return value.flatMap((row, at) =>
      inputLeaves(rowOf(field), row, join(path, at), [
        ...titles,
        `${field.title ? `${field.title} ` : ''}${at + 1}番目`,
      ]),
    )
  if (!isFields(value)) return [leaf(field, value, path, titles)]
  const own = field.title === '' ? titles : [...titles, field.title]
  return Object.entries(value).flatMap(([name, one]) => {
    const part = partOf(field, value, name)
    return part
      ? inputLeaves(part, one, join(path, name), own)
      : [plainLeaf(one, join(path, name), [...own, name])]
  })
}

const join = (path: string, name: string | number) => (path === '' ? String(name) : `${path}.${name}`)

function leaf(field: Field, value: unknown, path: string, titles: readonly string[]): Leaf {
  const option = field.kind === 'choice' ? field.options.find((one) => one.value === value) : undefined
  const label = [...titles, field.title].filter(Boolean).join(' ')
  return { path, label, isNamed: true, value: option ? option.label : scalar(value), unit: field.unit }
}

const plainLeaf = (value: unknown, path: string, titles: readonly string[]): Leaf => ({
  path,
  label: titles.filter(Boolean).join(' '),
  isNamed: true,
  value: scalar(value),
  unit: null,
})

const scalar = (value: unknown): StepValue =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : ((value ?? null) as StepValue)

/** The field of a row, without a title of its own: the list has said it. */
function rowOf(field: Field): Field {
  if (field.kind === 'blocks') return { ...field.item, title: '' }
  if (field.kind !== 'table') return { ...field, kind: 'json', title: '' }
  const [only] = field.columns
  return field.rows === 'values' && only
    ? { ...only, title: '' }
    : { ...field, kind: 'fields', title: '', fields: field.columns }
}

function partOf(field: Field, value: Record<string, unknown>, name: string): Field | undefined {
  if (field.kind === 'fields') return field.fields.find((one) => one.name === name)
  if (field.kind === 'variants') {
    const variant = field.variants.find(({ mark }) => mark === value[field.by])
    return variant?.fields.find((one) => one.name === name)
  }
  if (field.kind === 'table' && field.rows === 'entries' && field.columns[1])
    return { ...field.columns[1], title: name }
  return undefined
}

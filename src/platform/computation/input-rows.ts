import type { InputSchema } from './input-schema.ts'
import { cell } from './markdown.ts'
import { plainText } from './value-rows.ts'

/** The fields of an input as lines of a table: path, title, unit, whether it is needed, what it means. Rows are `stages[]`. */
export function inputRowsOf(schema: InputSchema, path = '', isRequired = true): string[][] {
  const own = path === '' ? [] : [rowOf(schema, path, isRequired)]
  const needed = new Set(schema.required as string[] | undefined)
  const parts = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    inputRowsOf(one, path === '' ? name : `${path}.${name}`, needed.has(name)),
  )
  return [
    ...own,
    ...parts,
    ...membersOf(schema).flatMap((one) =>
      inputRowsOf(one, '', true).map(([name = '', ...rest]) => [within(path, schema, name), ...rest]),
    ),
  ]
}

/** What is below: rows of a list, values of a record, the kinds of a choice of shapes. Their own line says nothing new. */
function membersOf({ items, additionalProperties, anyOf, oneOf }: InputSchema): InputSchema[] {
  const all = [items, additionalProperties, ...((anyOf ?? oneOf ?? []) as InputSchema[])]
  return all.filter((one): one is InputSchema => typeof one === 'object' && one !== null)
}

const within = (path: string, schema: InputSchema, name: string) =>
  `${path}${schema.items ? '[]' : schema.additionalProperties ? '{}' : ''}${path === '' || name === '' ? '' : '.'}${name}`

function rowOf(schema: InputSchema, path: string, isRequired: boolean): string[] {
  const { title = '', unit = '', description, setting } = schema
  const own = setting ? `保険者の設定 \`${setting}\` で補える。` : ''
  const fallback = schema.default === undefined ? '' : fallbackText(schema.default)
  const words = description === title || description === undefined ? '' : `${String(description)}。`
  return [path, title, unit, isRequired ? '必須' : '', words + fallback + own].map((text) => cell(text))
}

const fallbackText = (value: unknown) =>
  value === null ? '省くと「値なし」。' : `省くと ${plainText(value)}。`

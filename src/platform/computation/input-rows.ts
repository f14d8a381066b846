import type { InputSchema } from './input-schema.ts'
import { cell } from './markdown.ts'
import { plainText } from './value-rows.ts'

/** The fields of an input as lines of a table: path, title, unit, whether it is needed, its range, what it means. Rows are `stages[]`. */
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
  const need = isRequired ? '必須' : ''
  return [path, title, unit, need, rangeOf(schema), words + fallback + own].map((text) => cell(text))
}

/** What a value may be, as far as the schema can say it: `0〜10,000`, `1〜100個`, `null可`. */
function rangeOf(schema: InputSchema): string {
  const kinds = (schema.anyOf ?? []) as InputSchema[]
  const mayBeNull = kinds.some(({ type }) => type === 'null')
  const own = kinds.filter(({ type }) => type !== 'null').map(rangeOf)
  return [
    bounds(schema.minimum ?? schema.exclusiveMinimum, schema.maximum ?? schema.exclusiveMaximum, ''),
    bounds(schema.minItems, schema.maxItems, '個'),
    bounds(schema.minLength, schema.maxLength, '字'),
    ((schema.enum ?? []) as unknown[]).map(String).join('/'),
    schema.const === undefined ? '' : String(schema.const),
    schema.pattern === undefined || schema.format !== undefined ? '' : `\`${String(schema.pattern)}\``,
    ...own,
    mayBeNull ? 'null可' : '',
  ]
    .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
    .join('、')
}

/** What is no limit of the product but the largest whole number of the language says nothing. */
function bounds(least: unknown, most: unknown, unit: string): string {
  const said = (one: unknown) =>
    typeof one === 'number' && Math.abs(one) < Number.MAX_SAFE_INTEGER ? one.toLocaleString('en-US') : ''
  const [from, to] = [said(least), said(most)]
  return from + to === '' ? '' : `${from}〜${to}${unit}`
}

const fallbackText = (value: unknown) =>
  value === null ? '省くと「値なし」。' : `省くと ${plainText(value)}。`

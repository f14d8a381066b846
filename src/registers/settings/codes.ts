import { valueText } from '../../platform/text/index.ts'
import type { Setting } from './schema.ts'

type Shaped = Pick<Setting, 'input' | 'unit'>

/** A value as the screen says it: the label of a choice, a number with its unit, or the word for "none". */
export function valueWord(setting: Shaped, value: unknown): string {
  const { input, unit } = setting
  if (input.kind === 'choice') return input.choices.find(({ code }) => code === value)?.label ?? String(value)
  if (input.kind === 'yesNo') return value === true ? input.yes : input.no
  if (input.kind === 'integer')
    return value === null ? (input.blank ?? '―') : `${Number(value).toLocaleString('ja-JP')}${unit ?? ''}`
  if (Array.isArray(value)) return value.length === 0 ? 'なし' : `${value.length}行の表`
  return valueText(value, labelsOf(setting))
}

interface Shape {
  title?: unknown
  unit?: unknown
  labels?: unknown
  [part: string]: unknown
}
const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null

/** What the parts of a structure are called: titles and units of its schema, words of its codes. */
export function labelsOf({ input }: Pick<Setting, 'input'>): Record<string, string> {
  return input.kind === 'structure' ? labelsIn(input.shape) : {}
}

function labelsIn(shape: Shape, labels: Record<string, string> = {}): Record<string, string> {
  if (isShape(shape.labels)) Object.assign(labels, shape.labels)
  const properties = isShape(shape.properties) ? shape.properties : {}
  for (const [name, part] of Object.entries(properties))
    if (isShape(part) && typeof part.title === 'string')
      labels[name] ??= typeof part.unit === 'string' ? `${part.title}（${part.unit}）` : part.title
  const parts = [...Object.values(properties), shape.items, ...[shape.anyOf, shape.oneOf].flat()]
  for (const part of parts.filter(isShape)) labelsIn(part, labels)
  return labels
}

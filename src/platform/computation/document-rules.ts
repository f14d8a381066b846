import type { Document } from '../http/index.ts'
import { allRules } from './find-rules.ts'
import { type InputSchema, inputSchemaOf } from './input-schema.ts'

const PATH = '/api/rules/{id}'
const componentOf = (id: string) => `Rule-${id}`
const refOf = (id: string) => `#/components/schemas/${componentOf(id)}`

/** Puts the input of every rule into the API document: the body of the one operation is one of them, by its id. */
export async function documentRules(document: Document): Promise<void> {
  const body = document.paths?.[PATH]?.post?.requestBody
  if (!body) return // an app without these routes
  const json = 'content' in body ? body.content['application/json'] : undefined
  if (!json) throw new Error(`POST ${PATH} documents no body`)
  const rules = await allRules()
  const schemas = rules.map((rule) => {
    const schema = within(inputSchemaOf(rule), refOf(rule.id)) as InputSchema
    return [
      componentOf(rule.id),
      { ...schema, title: `${rule.id} ${rule.title}`, description: rule.meaning },
    ] as const
  })
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...Object.fromEntries(schemas) },
  }
  json.schema = {
    description: 'パスの番号の決まりの入力。形は決まりごとに Rule-<番号>。',
    oneOf: rules.map(({ id }) => ({ $ref: refOf(id) })),
  }
}

/** A schema that refers to parts of itself refers to them where it stands now. */
function within(part: unknown, root: string): unknown {
  if (Array.isArray(part)) return part.map((one) => within(one, root))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) =>
      key === '$ref' && typeof value === 'string' && value.startsWith('#')
        ? [key, `${root}${value.slice(1)}`]
        : [key, within(value, root)],
    ),
  )
}

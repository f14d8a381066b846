/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest'
import { toJSONSchema } from 'zod'
import type { AnyRule } from './definition.ts'
import { allRules } from './find-rules.ts'
import { runRule } from './run-rule.ts'
import { wordOfKey } from './words.ts'

// By glob and not by allRules(): what vitest loads itself is what script/mutate can change.
const found = import.meta.glob<{ rule: AnyRule }>('../../*/*/rules/*.rule.ts', { eager: true })
const rules = Object.values(found).map(({ rule }) => rule)

it('一覧は、どの規則のファイルも見つける', async () => {
  const ids = (all: readonly AnyRule[]) => all.map(({ id }) => id).sort()
  expect(ids(await allRules())).toEqual(ids(rules))
  const all = rules.flatMap(({ id, covers }) => [id, ...(covers ?? [])]).map((id) => id.toLowerCase())
  expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([])
})
const JAPANESE = /[ぁ-んァ-ヶ一-龠]/

describe.each(rules.map((rule) => [`${rule.id} ${rule.title}`, rule] as const))('%s', (_, rule) => {
  it('題、意味、式、出典、例がある', () => {
    for (const text of [rule.title, rule.group, rule.meaning, rule.formula, rule.source.text])
      expect(text).toMatch(JAPANESE)
    expect(rule.cases.length).toBeGreaterThan(0)
    expect(new Set(rule.cases.map(({ title, on }) => `${title} ${on}`)).size).toBe(rule.cases.length)
  })

  it('入力の項目には、日本語の説明がある', () => {
    const schema = toJSONSchema(rule.input, { io: 'input', unrepresentable: 'any' }) as Schema
    expect(fieldsWithoutWords(schema)).toEqual([])
  })

  it.each(rule.cases.map((one) => [one.title, one] as const))('%s', (_, one) => {
    const outcome = runRule(rule, one.input, { on: one.on, isExplained: true })
    if (one.refused) {
      expect(outcome.ok ? outcome.answer.value : null).toBeNull()
      const problems = outcome.ok ? [] : outcome.problems
      expect(problems[0]).toMatchObject(one.refused)
      for (const { message } of problems) expect(message).toMatch(JAPANESE)
      return
    }
    if (!outcome.ok) throw new Error(`断りました: ${JSON.stringify(outcome.problems)}`)
    expect(outcome.answer.value).toEqual(one.value)
    expect(outcome.answer.steps.length).toBeGreaterThan(0)
    expect(outcome.answer.steps.filter(({ label }) => !JAPANESE.test(label))).toEqual([])
    expect([...keysOf(outcome.answer.value)].filter((key) => !nameOf(rule, key))).toEqual([])
    // JSON carries the whole answer: no undefined, no big integer, no map
    expect(JSON.parse(JSON.stringify(outcome.answer.value ?? null))).toEqual(outcome.answer.value ?? null)
    const plain = runRule(rule, one.input, { on: one.on })
    expect(plain.ok && { ...plain.answer, steps: [] }).toEqual({ ...outcome.answer, steps: [] })
    expect(plain.ok && plain.answer.steps).toEqual([])
  })

  it('入力でないものは、項目と理由を日本語で言って断る', () => {
    for (const input of [null, 'x', 1, [], { unknownField: 1 }]) {
      const outcome = runRule(rule, input, { on: rule.cases[0]!.on })
      const said = outcome.ok ? [''] : outcome.problems.map(({ message }) => message)
      expect(said.filter((message) => !JAPANESE.test(message))).toEqual([])
    }
  })
})

/** Keys of an answer, at every depth. */
function keysOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) keysOf(one, found)
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) keysOf(one, found.add(key))
  return found
}

const nameOf = ({ labels }: AnyRule, key: string): string | null =>
  JAPANESE.test(key) ? key : (labels?.[key] ?? wordOfKey(key))

interface Schema {
  title?: string
  description?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** Properties that neither say a title nor a description in Japanese, by path. */
function fieldsWithoutWords(schema: Schema, path = ''): string[] {
  const within = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) =>
    one ? fieldsWithoutWords(one, path) : [],
  )
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = path ? `${path}.${name}` : name
    const isSaid = JAPANESE.test(`${field.title ?? ''}${field.description ?? ''}`)
    return [...(isSaid ? [] : [at]), ...fieldsWithoutWords(field, at)]
  })
  return [...own, ...within]
}

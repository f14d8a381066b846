import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toJSONSchema } from 'zod'
import type { AnyRule } from '../definition.ts'
import { fileOf, ruleDoc } from '../rule-docs.ts'
import { runRule } from '../run-rule.ts'
import { wordOfKey } from '../words.ts'

const DOCS = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'rules')
const JAPANESE = /[ぁ-んァ-ヶ一-龠]/

/** What every rule keeps to: its own words, its cases, its page in docs/rules, refusals in Japanese. */
export const contractOf = (rule: AnyRule) =>
  describe(`${rule.id} ${rule.title}`, () => {
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

    it('docs/rules の頁と同じ項目、範囲、答え、過程である（ちがうときは script/rule-docs）', () => {
      expect(ruleDoc(rule)).toBe(readFileSync(join(DOCS, fileOf(rule)), 'utf8'))
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

import { toJSONSchema } from 'zod'
import type { Dated } from '../../../law/types.ts'
import type { AnyRule } from '../definition.ts'
import { allRules, findRule } from '../find-rules.ts'

type Say = (text: string) => void

/** What a list says of one rule; an id of the sheets that another rule answers is listed too, with that rule's id as `rule`. */
const shown = (rule: AnyRule) => ({
  id: rule.id,
  rule: rule.id,
  title: rule.title,
  group: rule.group,
  meaning: rule.meaning,
  formula: rule.formula,
  source: rule.source,
  confidence: rule.confidence,
  parameters: Object.values(rule.parameters as Record<string, Dated<unknown>>).map(({ id }) => id),
})

export async function listRules(isJson: boolean, say: Say): Promise<number> {
  const rules = await allRules()
  if (isJson) {
    const all = rules.flatMap((rule) => [
      shown(rule),
      ...(rule.covers ?? []).map((id: string) => ({ ...shown(rule), id })),
    ])
    say(JSON.stringify(all, null, 2))
    return 0
  }
  let group = ''
  for (const rule of rules) {
    if (rule.group !== group) say(`\n■ ${rule.group}`)
    group = rule.group
    const covers = rule.covers?.length ? `（${rule.covers.join('、')}）` : ''
    say(`  ${rule.id.padEnd(24)} ${rule.title}${covers}`)
  }
  say(`\n${rules.length}件。くわしくは bin/meguri rule schema <番号>`)
  return 0
}

export async function printSchema([id]: string[], say: Say): Promise<number> {
  const rule = await namedRule(id)
  if (typeof rule === 'string') return refused(rule)
  const schema = toJSONSchema(rule.input, { io: 'input', unrepresentable: 'any' })
  say(JSON.stringify({ ...schema, title: `${rule.id} ${rule.title}`, description: rule.meaning }, null, 2))
  return 0
}

/** The rule, or in Japanese why there is none. */
export async function namedRule(id: string | undefined): Promise<AnyRule | string> {
  if (!id) return '規則の番号を書いてください。一覧は bin/meguri rule list で見られます。'
  return (await findRule(id)) ?? `規則「${id}」はありません。一覧は bin/meguri rule list で見られます。`
}

export function refused(reason: string): number {
  console.error(reason)
  return 2
}

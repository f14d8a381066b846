import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AnyRule } from './definition.ts'

const SOURCE = join(import.meta.dirname, '..', '..')
const FLOORS = ['registers', 'casework', 'community', 'services', 'insurer', 'evaluation', 'prefecture']
const ENDING = '.rule.ts'

const namesIn = (path: string): string[] => {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

let paths: ReadonlyMap<string, string> | undefined

/** Files of all rules by id in small letters, read from the names alone: `prm-04` → `…/insurer/premium/rules/prm-04.rule.ts`. */
function rulePaths(): ReadonlyMap<string, string> {
  if (paths) return paths
  const found = new Map<string, string>()
  for (const floor of FLOORS)
    for (const area of namesIn(join(SOURCE, floor)))
      for (const name of namesIn(join(SOURCE, floor, area, 'rules'))) {
        if (!name.endsWith(ENDING)) continue
        const id = name.slice(0, -ENDING.length)
        if (found.has(id)) throw new Error(`two files define the rule ${id}`)
        found.set(id, join(SOURCE, floor, area, 'rules', name))
      }
  paths = found
  return found
}

/** One rule by its id or one it covers, capitals or not; null: there is none. By its own id, only its own file is loaded. */
export async function findRule(id: string): Promise<AnyRule | null> {
  const name = id.toLowerCase()
  const path = rulePaths().get(name)
  if (path !== undefined) return load(path)
  const covers = ({ covers }: AnyRule) => covers?.some((one) => one.toLowerCase() === name) ?? false
  return (await allRules()).find(covers) ?? null
}

/** All rules, by group and id. */
export async function allRules(): Promise<AnyRule[]> {
  const rules = await Promise.all([...rulePaths().values()].map(load))
  const byId = new Intl.Collator('ja', { numeric: true })
  return rules.sort((a, b) => byId.compare(a.group, b.group) || byId.compare(a.id, b.id))
}

async function load(path: string): Promise<AnyRule> {
  const { rule } = (await import(pathToFileURL(path).href)) as { rule?: AnyRule }
  if (!rule) throw new Error(`${path} exports no rule`)
  if (!path.endsWith(`/${rule.id.toLowerCase()}${ENDING}`)) throw new Error(`${path} defines ${rule.id}`)
  return rule
}

/// <reference types="vite/types/importMeta.d.ts" />
import { expect, it } from 'vitest'
import type { AnyRule } from './definition.ts'
import { allRules } from './find-rules.ts'
import { contractOf } from './testing/contract.ts'

const found = import.meta.glob<{ rule: AnyRule }>('../../*/*/rules/*.rule.ts', { eager: true })
const rules = Object.values(found).map(({ rule }) => rule)

it('一覧は、どの規則のファイルも見つける', async () => {
  const ids = (all: readonly AnyRule[]) => all.map(({ id }) => id).sort()
  expect(ids(await allRules())).toEqual(ids(rules))
  const all = rules.flatMap(({ id, covers }) => [id, ...(covers ?? [])]).map((id) => id.toLowerCase())
  expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([])
})

for (const rule of rules) contractOf(rule)

import { expect, it } from 'vitest'
import { allRules } from '../../platform/computation/find-rules.ts'
import { inputSchemaOf, settingFieldsOf } from '../../platform/computation/input-schema.ts'
import { baseRounding } from './settings.ts'

it('基準額の端数処理は、決めるまで値がなく、決めた値は保険料の規則の項目に入る', async () => {
  expect(baseRounding.initial).toBeNull()
  const decided = { unitYen: 100, direction: 'half-up', roundOn: 'monthly' }
  expect(baseRounding.schema.parse(decided)).toEqual(decided)
  expect(baseRounding.schema.safeParse({ ...decided, unitYen: 0 }).error?.issues[0]?.message).toMatch(
    /端数処理の単位/,
  )
  const rules = (await allRules()).filter(({ id }) => ['premium-chain', 'PRM-18'].includes(id))
  expect(rules).toHaveLength(2)
  for (const rule of rules)
    expect(settingFieldsOf(inputSchemaOf(rule)).map(({ setting }) => setting)).toContain(baseRounding.key)
})

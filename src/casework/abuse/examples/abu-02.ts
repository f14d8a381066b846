import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/abu-02.rule.ts'

const of = (
  title: string,
  isOwnFacility: boolean | null,
  isGraveDanger: boolean | null,
  duty: 'duty' | 'effort' | null,
): RuleCase<Input> => ({ title, on: '2025-04-01', input: { isOwnFacility, isGraveDanger }, value: { duty } })

export const abu02Cases: readonly RuleCase<Input>[] = [
  of('生命・身体に重大な危険がある', false, true, 'duty'),
  of('重大な危険はない', false, false, 'effort'),
  of('自分の施設のことは、危険がなくても義務', true, false, 'duty'),
  of('自分の施設で、重大な危険がある', true, true, 'duty'),
  of('自分の施設で、危険がわからない', true, null, 'duty'),
  of('危険がわからない', false, null, null),
  of('自分の施設かわからないが、重大な危険がある', null, true, 'duty'),
  of('自分の施設かわからず、危険はない', null, false, null),
  of('どちらもわからない', null, null, null),
  {
    title: '法律の前',
    on: '2006-03-31',
    input: { isOwnFacility: true, isGraveDanger: true },
    refused: { code: 'no-value-in-force' },
  },
]

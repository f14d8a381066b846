import type { RuleCase } from '../../../platform/computation/index.ts'

const ask = (insured: number, collectedYen: number, ratePerMyriad: number, floorPerMyriad: number) => ({
  title: `${insured.toLocaleString('en-US')}人、収納${collectedYen.toLocaleString('en-US')}円`,
  on: '2024-04-01',
  input: { insured, billedYen: 1_000_000, collectedYen },
  value: { ratePerMyriad, floorPerMyriad, isBelowFloor: ratePerMyriad < floorPerMyriad },
})

interface Collected {
  insured: number
  billedYen: number
  collectedYen: number
}
export const collectionCases: RuleCase<Collected>[] = [
  ask(5000, 997_799, 9977, 9300),
  ask(999, 940_000, 9400, 9400),
  ask(999, 939_999, 9399, 9400),
  ask(1000, 930_000, 9300, 9300),
  ask(9999, 929_999, 9299, 9300),
  ask(10_000, 920_000, 9200, 9200),
  ask(10_000, 919_999, 9199, 9200),
  ask(1, 1_000_000, 10_000, 9400),
  ask(1, 0, 0, 9400),
  {
    title: '収納額が調定額より多い',
    on: '2024-04-01',
    input: { insured: 1, billedYen: 10, collectedYen: 11 },
    refused: { code: 'collected-above-billed', path: 'collectedYen' },
  },
]

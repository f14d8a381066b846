import type { RuleCase } from '../../../platform/computation/index.ts'

interface Person {
  pattern: 'visitsOnly' | 'visitsCombined' | 'dayOrShortStay' | 'unused' | null
  level: 'support1' | 'support2' | 'care1' | 'care2' | 'care3' | 'care4' | 'care5' | null
  dementia: 'independent' | 'I' | 'IIa' | 'IIb' | 'IIIa' | 'IIIb' | 'IV' | 'M' | null
  facility: 'notConsidering' | 'considering' | 'applied' | null
  work: 'easily' | 'somehow' | 'ratherHard' | 'veryHard' | 'uncertain' | 'notAsked' | null
}
interface Asked {
  persons: Person[]
}
const base: Person = {
  pattern: 'visitsOnly',
  level: 'care3',
  dementia: 'I',
  facility: 'notConsidering',
  work: 'easily',
}
const many = (...changes: Partial<Person>[]): Asked => ({
  persons: changes.map((change) => ({ ...base, ...change })),
})

const PATTERNS = ['visitsOnly', 'visitsCombined', 'dayOrShortStay', 'unused'] as const
const FACILITY = ['notConsidering', 'considering', 'applied']
const WORK = ['easily', 'somehow', 'ratherHard', 'veryHard', 'uncertain']
type Counts = Record<string, readonly [count: number, ratioPerMille: number]>
interface Row {
  valid: number
  missing?: number
  notAsked?: number
  counts: Counts
}

/** The whole table from the rows that are not empty. */
const table = (answers: readonly string[], rows: Partial<Record<(typeof PATTERNS)[number], Row>>) =>
  PATTERNS.map((pattern) => {
    const { valid, missing = 0, notAsked = 0, counts } = rows[pattern] ?? { valid: 0, counts: {} }
    return {
      pattern,
      valid,
      missing,
      notAsked,
      answers: answers.map((answer) => {
        const [count, ratioPerMille] = counts[answer] ?? [0, valid === 0 ? null : 0]
        return { answer, count, ratioPerMille }
      }),
    }
  })
interface Group {
  persons: number
  notClassified?: number
  patternUnknown?: number
  facility?: Parameters<typeof table>[1]
  work?: Parameters<typeof table>[1]
}
const groupOf = (
  group: string,
  { persons, notClassified = 0, patternUnknown = 0, facility = {}, work = {} }: Group,
) => ({
  group,
  persons,
  notClassified,
  patternUnknown,
  facility: table(FACILITY, facility),
  work: table(WORK, work),
})
const of = (title: string, input: Asked, heavyCare: Group, markedDementia: Group): RuleCase<Asked> => ({
  title,
  on: '2026-11-22',
  input,
  value: { groups: [groupOf('heavyCare', heavyCare), groupOf('markedDementia', markedDementia)] },
})
const alone: Row = { valid: 1, counts: { notConsidering: [1, 1000] } }
const works: Row = { valid: 1, counts: { easily: [1, 1000] } }
const one: Group = { persons: 1, facility: { visitsOnly: alone }, work: { visitsOnly: works } }

/** All persons are invented. */
export const crossTableCases: RuleCase<Asked>[] = [
  of(
    '要介護3の3人のうち、検討中が1人、申込済が1人',
    many({}, { facility: 'considering', work: 'somehow' }, { facility: 'applied', work: 'veryHard' }),
    {
      persons: 3,
      facility: {
        visitsOnly: {
          valid: 3,
          counts: { notConsidering: [1, 333], considering: [1, 333], applied: [1, 333] },
        },
      },
      work: {
        visitsOnly: { valid: 3, counts: { easily: [1, 333], somehow: [1, 333], veryHard: [1, 333] } },
      },
    },
    { persons: 0 },
  ),
  of(
    '無回答と、働いていない介護者は、分母に入れず別に数える',
    many({}, { facility: null, work: null }, { facility: 'considering', work: 'notAsked' }),
    {
      persons: 3,
      facility: {
        visitsOnly: { valid: 2, missing: 1, counts: { notConsidering: [1, 500], considering: [1, 500] } },
      },
      work: { visitsOnly: { valid: 1, missing: 1, notAsked: 1, counts: { easily: [1, 1000] } } },
    },
    { persons: 0 },
  ),
  of(
    '3人に2人は666.6…‰、四捨五入で667‰',
    many({ work: 'uncertain' }, { work: 'uncertain' }, { work: 'ratherHard' }),
    {
      persons: 3,
      facility: { visitsOnly: { valid: 3, counts: { notConsidering: [3, 1000] } } },
      work: { visitsOnly: { valid: 3, counts: { uncertain: [2, 667], ratherHard: [1, 333] } } },
    },
    { persons: 0 },
  ),
  of(
    '全員が無回答なら、割合は出ない',
    many({ facility: null, work: null }),
    {
      persons: 1,
      facility: { visitsOnly: { valid: 0, missing: 1, counts: {} } },
      work: { visitsOnly: { valid: 0, missing: 1, counts: {} } },
    },
    { persons: 0 },
  ),
  of('要介護2は対象でない', many({ level: 'care2' }), { persons: 0 }, { persons: 0 }),
  of('要介護4は対象', many({ level: 'care4' }), one, { persons: 0 }),
  of('要介護5は対象', many({ level: 'care5' }), one, { persons: 0 }),
  of('認知症自立度Ⅱbは対象でない', many({ level: 'care1', dementia: 'IIb' }), { persons: 0 }, { persons: 0 }),
  of('認知症自立度Ⅲaは対象', many({ level: 'care1', dementia: 'IIIa' }), { persons: 0 }, one),
  of('認知症自立度Ⅲbは対象', many({ level: 'support2', dementia: 'IIIb' }), { persons: 0 }, one),
  of('認知症自立度Ⅳは対象', many({ level: 'care2', dementia: 'IV' }), { persons: 0 }, one),
  of('認知症自立度Mは対象', many({ level: 'care1', dementia: 'M' }), { persons: 0 }, one),
  of('両方の対象に入る人', many({ dementia: 'M' }), one, one),
  of(
    '要介護度も自立度もわからない人は、対象か判らない人に数える',
    many({ level: null, dementia: null }),
    { persons: 0, notClassified: 1 },
    { persons: 0, notClassified: 1 },
  ),
  of(
    '組合せのわからない人は、表に入れない',
    many({ pattern: null }),
    { persons: 1, patternUnknown: 1 },
    {
      persons: 0,
    },
  ),
  of(
    '組合せごとの行',
    many({ pattern: 'visitsCombined' }, { pattern: 'dayOrShortStay' }, { pattern: 'unused' }),
    {
      persons: 3,
      facility: { visitsCombined: alone, dayOrShortStay: alone, unused: alone },
      work: { visitsCombined: works, dayOrShortStay: works, unused: works },
    },
    { persons: 0 },
  ),
  ...(['2025-03-31', '2025-04-01'] as const).map((on) => ({
    ...of(
      `${on}（第10期の調査は仮置き）`,
      many({}),
      {
        persons: 1,
        facility: { visitsOnly: { valid: 1, counts: { notConsidering: [1, 1000] } } },
        work: { visitsOnly: { valid: 1, counts: { easily: [1, 1000] } } },
      },
      { persons: 0 },
    ),
    on,
  })),
  {
    title: '一人もいない',
    on: '2026-11-22',
    input: { persons: [] },
    refused: { code: 'too_small', path: 'persons' },
  },
  {
    title: '手引きの前の日',
    on: '2022-03-31',
    input: many({}),
    refused: { code: 'no-value-in-force' },
  },
]

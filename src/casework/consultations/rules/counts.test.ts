import { describe, expect, it } from 'vitest'
import { countContacts, sumMinutes } from './counts.ts'

const contact = (personId: string | null, ...topics: string[]) => ({ personId, topics, minutes: null })

describe('CON-02 延べ件数・実件数・相談内容', () => {
  it.each([
    {
      id: 'CON-02-a 同じ人が3回',
      contacts: [contact('p', 'dementia'), contact('p', 'dementia', 'medical'), contact('p', 'medical')],
      expected: { contacts: 3, people: 1, topics: { dementia: 2, medical: 2 } },
    },
    {
      id: 'CON-02-b 氏名不明が2人',
      contacts: [contact(null, 'ltci'), contact(null, 'abuse')],
      expected: { contacts: 2, people: 2, topics: { ltci: 1, abuse: 1 } },
    },
    {
      id: 'CON-02-c 相談内容なし',
      contacts: [contact('p')],
      expected: { contacts: 1, people: 1, topics: { unknown: 1 } },
    },
    { id: 'CON-02-d 相談のない期間', contacts: [], expected: { contacts: 0, people: 0, topics: {} } },
    {
      id: '同じ内容が二重に入っていても1回',
      contacts: [contact('p', 'ltci', 'ltci')],
      expected: { contacts: 1, people: 1, topics: { ltci: 1 } },
    },
    {
      id: '2人で3件（うち氏名不明1件）',
      contacts: [contact('p', 'ltci'), contact('p', 'ltci'), contact(null, 'ltci')],
      expected: { contacts: 3, people: 2, topics: { ltci: 3 } },
    },
  ])('$id', ({ contacts, expected }) => {
    expect(countContacts(contacts)).toEqual(expected)
  })
})

describe('CON-03 所要時間', () => {
  it.each([
    {
      id: '記録なしは0分ではない',
      minutes: [null],
      expected: { minutes: null, recorded: 0, notRecorded: 1 },
    },
    { id: '0分は記録', minutes: [0], expected: { minutes: 0, recorded: 1, notRecorded: 0 } },
    { id: '混ざる', minutes: [10, null, 5], expected: { minutes: 15, recorded: 2, notRecorded: 1 } },
    { id: '相談なし', minutes: [], expected: { minutes: null, recorded: 0, notRecorded: 0 } },
  ])('$id', ({ minutes, expected }) => {
    expect(sumMinutes(minutes.map((m) => ({ minutes: m })))).toEqual(expected)
  })
})

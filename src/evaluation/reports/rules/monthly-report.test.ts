import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countContacts } from '../../../casework/consultations/rules/counts.ts'
import { aFact, aPlace } from '../factory.ts'
import type { ContactFact, Fact } from './fact.ts'
import { factsBehind, figuresOf, monthlyReport } from './monthly-report.ts'

const figure = (facts: readonly Fact[], id: string, places = aPlace()) =>
  figuresOf(monthlyReport(facts, places)).get(id)
const value = (facts: readonly Fact[], id: string) => figure(facts, id)?.value
const topics = (...list: string[]) => ({ contact: { topics: list } })

describe('実人数・延べ件数（CON-02）', () => {
  it('CON-02-a: 一人の3件。内容は認知症2、医療2', () => {
    const facts = [['dementia'], ['dementia', 'medical'], ['medical']].map((list) =>
      aFact({ personId: 'p', ...topics(...list) }),
    )
    expect(value(facts, 'summary/all/contacts')).toBe(3)
    expect(value(facts, 'summary/all/people')).toBe(1)
    expect(value(facts, 'topic/dementia/contacts')).toBe(2)
    expect(value(facts, 'topic/medical/contacts')).toBe(2)
    expect(value(facts, 'topic/medical/people')).toBe(1)
  })

  it('CON-02-b: 名乗らない二人は、延べ2件・実2人', () => {
    const facts = ['ltci', 'other'].map((topic) => aFact({ personId: null, ...topics(topic) }))
    expect(value(facts, 'summary/all/contacts')).toBe(2)
    expect(value(facts, 'summary/all/people')).toBe(2)
    expect(value(facts, 'topic/ltci/people')).toBe(1)
  })

  it('CON-02-c: 内容のない記録は「不明」に1件', () => {
    expect(value([aFact(topics())], 'topic/unknown/contacts')).toBe(1)
  })

  it('CON-02-d: 何もない月は、行があって0', () => {
    expect(value([], 'summary/all/contacts')).toBe(0)
    expect(value([], 'summary/all/people')).toBe(0)
    expect(value([], 'topic/dementia/contacts')).toBe(0)
  })

  it('どの月でも、CON-02 の数え方と同じになり、内容の合計は延べ件数を下回らない', () => {
    const record = fc.record({
      personId: fc.option(fc.constantFrom('p1', 'p2', 'p3')),
      minutes: fc.option(fc.nat(120)),
      topics: fc.uniqueArray(fc.constantFrom('ltci', 'dementia', 'abuse')),
    })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 40 }), (records) => {
        const facts = records.map(({ topics: list, ...one }) => aFact({ ...one, ...topics(...list) }))
        const expected = countContacts(records)
        expect(value(facts, 'summary/all/contacts')).toBe(expected.contacts)
        expect(value(facts, 'summary/all/people')).toBe(expected.people)
        let sum = 0
        for (const topic of ['ltci', 'dementia', 'abuse', 'unknown']) {
          const counted = value(facts, `topic/${topic}/contacts`) ?? -1
          expect(counted).toBe(expected.topics[topic] ?? 0)
          sum += counted
        }
        expect(sum).toBeGreaterThanOrEqual(expected.contacts)
      }),
    )
  })
})

describe('回数', () => {
  it('夫婦への一度の訪問は、実2人・延べ2件・回数1回', () => {
    const visit = { staffId: 'worker', contact: { channel: 'home-visit', minute: 605 } }
    const facts = [aFact(visit), aFact(visit)]
    expect(value(facts, 'channel/home-visit/people')).toBe(2)
    expect(value(facts, 'channel/home-visit/contacts')).toBe(2)
    expect(value(facts, 'channel/home-visit/times')).toBe(1)
  })

  it.each<[string, Partial<Omit<Fact, 'contact'>>, Partial<ContactFact>]>([
    ['分', {}, { minute: 606 }],
    ['職員', { staffId: 'another' }, {}],
    ['日', { day: '2026-10-02' }, {}],
    ['方法', {}, { channel: 'visitor' }],
  ])('%s が違えば別の機会', (_, other, contact) => {
    const first = aFact({ staffId: 'worker', contact: { minute: 605 } })
    const second = aFact({ staffId: 'worker', ...other, contact: { minute: 605, ...contact } })
    expect(value([first, second], 'summary/all/times')).toBe(2)
  })

  it('単位が人の業務は延べ人数に数え、件数には入れず、実人数は分からないと言う', () => {
    const facts = [
      aFact({ kind: 'class', unit: '人', count: 12, personId: null, contact: null }),
      aFact({ kind: 'class', unit: '回', count: 3, personId: null, contact: null }),
    ]
    expect(figure(facts, 'kind/class.人/people')).toMatchObject({ value: null, missing: 'people-unknown' })
    expect(figure(facts, 'kind/class.人/contacts')).toMatchObject({ value: null, missing: 'other-unit' })
    expect(value(facts, 'kind/class.人/attendances')).toBe(12)
    expect(value(facts, 'kind/class.人/times')).toBe(1)
    expect(value(facts, 'kind/class.回/times')).toBe(3)
    expect(value(facts, 'kind/class.回/contacts')).toBe(1)
    expect(value(facts, 'summary/all/contacts')).toBe(0)
  })
})

describe('時間（CON-03）', () => {
  it('書かれなかった時間は0にせず、件数で示す', () => {
    const facts = [aFact({ minutes: 15 }), aFact({ minutes: null }), aFact({ minutes: 0 })]
    expect(value(facts, 'minutes/consultation.socialWorker/minutes')).toBe(15)
    expect(value(facts, 'minutes/consultation.socialWorker/no-minutes')).toBe(1)
  })

  it('だれも書かなければ、時間は「記録なし」', () => {
    const facts = [aFact({ minutes: null })]
    expect(figure(facts, 'summary/all/minutes')).toMatchObject({ value: null, missing: 'not-recorded' })
    expect(value(facts, 'summary/all/no-minutes')).toBe(1)
  })
})

describe('開所時間外', () => {
  // 8:30 is the first minute inside, 17:15 the first outside
  it.each([
    { at: '8:29', minute: 509, day: '2026-10-01', outside: 1 },
    { at: '8:30', minute: 510, day: '2026-10-01', outside: 0 },
    { at: '17:14', minute: 1034, day: '2026-10-01', outside: 0 },
    { at: '17:15', minute: 1035, day: '2026-10-01', outside: 1 },
    { at: '土曜', minute: 600, day: '2026-10-03', outside: 1 },
    { at: 'スポーツの日', minute: 600, day: '2026-10-12', outside: 1 },
  ])('$at は $outside 件', ({ minute, day, outside }) => {
    expect(value([aFact({ day, contact: { minute } })], 'summary/outside/contacts')).toBe(outside)
  })

  it('割合は0.1％まで四捨五入し、相談がなければ対象なし', () => {
    const inside = [aFact(), aFact()]
    expect(value([...inside, aFact({ contact: { minute: 0 } })], 'office-hours/all/outside')).toBe(333)
    expect(figure([], 'office-hours/all/outside')).toMatchObject({ value: null, missing: 'nothing-counted' })
  })
})

describe('65歳以上千人あたり', () => {
  it('800人の町の3件は3.8件（3.75を四捨五入）', () => {
    const facts = [aFact(), aFact(), aFact()]
    expect(value(facts, 'town/town-1/per-thousand')).toBe(38)
    expect(value(facts, 'town/town-1/residents')).toBe(800)
  })

  it('65歳以上がいない町、登録のない保険者、町の分からない方は、0にせず理由を言う', () => {
    const facts = [aFact({ townId: 'town-2' }), aFact({ townId: null })]
    expect(figure(facts, 'town/town-2/per-thousand')).toMatchObject({ value: null, missing: 'no-residents' })
    expect(figure(facts, 'town/unknown/per-thousand')).toMatchObject({ value: null, missing: 'no-register' })
    expect(figure(facts, 'town/unknown/contacts')?.value).toBe(1)
    expect(figure(facts, 'town/town-2/per-thousand', aPlace({ residents: null }))).toMatchObject({
      value: null,
      missing: 'no-register',
    })
  })
})

describe('数の中の記録', () => {
  it('どの延べ件数も、開くとその件数の記録が出る', () => {
    const facts = [
      aFact({ ...topics('ltci', 'dementia') }),
      aFact({ personId: null, townId: null, ...topics() }),
      aFact({ kind: 'checklist', contact: null }),
    ]
    for (const section of monthlyReport(facts, aPlace()))
      for (const { key, cells } of section.rows) {
        const counted = cells.find(({ id }) => id.endsWith('/contacts'))?.value
        if (counted !== undefined && counted !== null)
          expect(factsBehind(facts, section.id, key)).toHaveLength(counted)
      }
  })

  it('一覧にない符号や町も、行になって消えない', () => {
    const facts = [aFact({ townId: 'town-9', contact: { channel: 'fax' } })]
    expect(value(facts, 'channel/fax/contacts')).toBe(1)
    expect(value(facts, 'town/town-9/contacts')).toBe(1)
  })

  it('番号はどれも一つだけ', () => {
    const cells = monthlyReport([aFact()], aPlace()).flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length)
  })
})

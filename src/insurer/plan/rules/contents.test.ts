import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce } from '../../../law/in-force.ts'
import { type PlanItem, planContents } from '../../../law/insurer/plan-contents.ts'
import { runRule } from '../../../platform/computation/index.ts'
import { missingItems, type WrittenItem } from './missing-items.ts'
import { rule } from './pln-003.rule.ts'
import { procedureState } from './procedure-state.ts'

const list = inForce(planContents, '2027-04-01').value
const YEARS = [2027, 2028, 2029]
const AREAS = ['東部', '西部']
const demand = { fiscalYears: YEARS, areas: AREAS }

/** Writes a chosen part of what the law lists. */
const draft = fc
  .subarray([...list])
  .chain((items) =>
    fc.tuple(
      ...items.map(({ item }) =>
        fc.record({ item: fc.constant(item), fiscalYears: fc.subarray(YEARS), areas: fc.subarray(AREAS) }),
      ),
    ),
  ) as fc.Arbitrary<WrittenItem[]>

describe('計画に定める事項の点検', () => {
  it('足りないものを書き足せば、何も足りなくなる', () => {
    fc.assert(
      fc.property(draft, (written) => {
        const missing = missingItems(list, written, demand)
        const full = missing.map(({ item }) => ({ item, ...demand }))
        const rest = written.filter(({ item }) => missing.every((one) => one.item !== item))
        expect(missingItems(list, [...rest, ...full], demand)).toEqual([])
      }),
    )
  })

  it('書けば書くほど、足りない事項は減る', () => {
    fc.assert(
      fc.property(draft, fc.nat(), (written, at) => {
        const less = written.filter((_, index) => index !== at % (written.length || 1))
        const [more, fewer] = [written, less].map((one) => missingItems(list, one, demand).length)
        expect(more!).toBeLessThanOrEqual(fewer!)
      }),
    )
  })

  it('年度と圏域は、求められる事項だけを見る', () => {
    for (const one of list) {
      const [missing] = missingItems([one], [{ item: one.item, fiscalYears: [], areas: [] }], demand)
      const asks = (is: boolean, all: unknown[]) => (is ? all : [])
      expect(missing?.missingFiscalYears ?? []).toEqual(asks(one.isByYear, YEARS))
      expect(missing?.missingAreas ?? []).toEqual(asks(one.isByArea, AREAS))
      expect(missing?.isAbsent ?? false).toBe(false)
    }
  })

  it('一覧の名前は一つずつで、足りない事項は一覧の順に、定めるものと努めるものを分ける', () => {
    const names = list.map(({ item }) => item)
    expect(new Set(names).size).toBe(names.length)
    const outcome = runRule(rule, { period: 10, areas: AREAS, written: [] }, { on: '2026-11-22' })
    if (!outcome.ok) throw new Error('refused')
    const { missingRequired, missingEndeavoured, isComplete } = outcome.answer.value
    const of = (isRequired: boolean) =>
      list.filter((one: PlanItem) => one.isRequired === isRequired).map(({ item }) => item)
    expect(missingRequired.map(({ item }) => item)).toEqual(of(true))
    expect(missingEndeavoured.map(({ item }) => item)).toEqual(of(false))
    expect(isComplete).toBe(false)
  })
})

describe('手続の記録', () => {
  it.each([
    ['2027-03-30', '1号', 'recorded'],
    ['2027-03-31', '1号', 'recorded'],
    ['2027-04-01', '1号', 'later'],
    ['2027-03-31', null, 'no-number'],
    ['2027-03-31', '', 'no-number'],
    ['2027-04-01', null, 'later'],
  ] as const)('%s の条例、番号 %s: %s', (on, number, state) => {
    expect(procedureState('ordinance', { on, number }, '2027-03-31')).toBe(state)
  })

  it('番号が要るのは条例だけで、記録がなければ「ない」', () => {
    expect(procedureState('publication', { on: '2027-03-31', number: null }, '2027-03-31')).toBe('recorded')
    expect(procedureState('publication', null, '2027-03-31')).toBe('missing')
  })
})

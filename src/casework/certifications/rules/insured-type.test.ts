import { describe, expect, it } from 'vitest'
import { becomesCategory1On, type InsuredPerson, insuredType } from './insured-type.ts'

const ages = { category1: 65, category2: 40 }
const person = (change: Partial<InsuredPerson> = {}): InsuredPerson => ({
  birthOn: '1960-04-02',
  birthUncertainty: 'known',
  insuredNumber: null,
  insuredFrom: null,
  insuredTo: null,
  ...change,
})
const on = (day: string, change: Partial<InsuredPerson> = {}) => insuredType(person(change), day, ages).value

describe('INS-01 被保険者の種別', () => {
  it.each([
    ['INS-01-a', '1960-04-01', '2025-03-31'],
    ['INS-01-b', '1960-04-02', '2025-04-01'],
    ['INS-01-c', '1960-02-29', '2025-02-28'],
    ['INS-01-d', '1960-03-01', '2025-02-28'],
    ['INS-01-e', null, null],
  ])('%s %s 生まれは %s に65歳に達する', (_, birthOn, day) => {
    expect(becomesCategory1On(birthOn, ages)).toBe(day)
    if (birthOn === null || day === null) return expect(on('2025-04-01', { birthOn })).toBeNull()
    const eve = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
    expect([on(eve, { birthOn }), on(day, { birthOn })]).toEqual(['category2Insured', 'category1Insured'])
  })

  it.each([
    ['40歳に達する前日', '2000-03-31', 'notInsured'],
    ['40歳に達した日', '2000-04-01', 'category2Insured'],
  ])('%s', (_, day, type) => {
    expect(on(day, { birthOn: '1960-04-02' })).toBe(type)
  })

  it('40～64歳で番号がHで始まる方は、被保険者でない（介護扶助）', () => {
    expect(on('2020-01-01', { insuredNumber: 'H000000001' })).toBe('notInsured')
    expect(on('2026-01-01', { insuredNumber: 'H000000001' })).toBe('category1Insured')
  })

  it('資格の前と後は、被保険者でない', () => {
    const dates = { insuredFrom: '2025-06-01', insuredTo: '2026-05-31' }
    expect(['2025-05-31', '2025-06-01', '2026-05-31', '2026-06-01'].map((day) => on(day, dates))).toEqual([
      'notInsured',
      'category1Insured',
      'category1Insured',
      'notInsured',
    ])
  })

  it('日や月が分からない生年月日は、どの日でも同じになるときだけ決める', () => {
    const month = { birthOn: '1960-04-01', birthUncertainty: 'day-unknown' } as const
    expect(['2025-03-30', '2025-03-31', '2025-04-28', '2025-04-29'].map((day) => on(day, month))).toEqual([
      'category2Insured',
      null,
      null,
      'category1Insured',
    ])
    expect(on('2025-12-29', { birthOn: '1960-01-01', birthUncertainty: 'month-unknown' })).toBeNull()
    expect(on('2025-12-30', { birthOn: '1960-01-01', birthUncertainty: 'month-unknown' })).toBe(
      'category1Insured',
    )
    expect(on('2030-01-01', { birthUncertainty: 'year-unknown' })).toBeNull()
    const given = { birthOn: '1961-05-15', birthUncertainty: 'day-unknown' } as const
    expect(['2026-04-29', '2026-04-30', '2026-05-05', '2026-05-30'].map((day) => on(day, given))).toEqual([
      'category2Insured',
      null,
      null,
      'category1Insured',
    ])
  })

  it('医療保険の加入は記録がないので、そう説明する', () => {
    expect(insuredType(person(), '2020-01-01', ages).steps[0]).toMatchObject({
      inputs: { 医療保険の加入: '記録がないため、加入しているものとして扱う' },
      confidence: 'decided',
    })
  })
})

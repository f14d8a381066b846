import { describe, expect, it } from 'vitest'
import { lacksOf } from '../../../exchange/mapped-figures/lacks.ts'
import type { FiguresOffer, FiguresPreview } from '../schema.ts'
import { entryOf, entryOfOffer, mappingOf } from './entry.ts'

const preview = (columns: [string, string | null, boolean?][]): FiguresPreview => ({
  file: 'mihon.csv',
  encoding: 'CP932',
  sheetNames: [],
  sheet: null,
  top: [],
  headerRow: 2,
  columns: columns.map(([heading, guess, isPeriod = false]) => ({ heading, samples: [], guess, isPeriod })),
  offers: [],
  reading: null,
})
const towns = preview([
  ['町名', 'name'],
  ['参加', null],
])

describe('様式のない統計の対応づけ', () => {
  it('町は、市区町村コードと、名前と単位のある数がそろうまで読まない', () => {
    const entry = { ...entryOf(towns), list: '見本', level: 'town' as const }
    expect(entry.chosen.町名?.field).toBe('name')
    expect(lacksOf(mappingOf(entry, towns)).map(({ path }) => path)).toEqual([
      'municipalityCode',
      'columns',
      'period',
    ])
    const whole = { ...entry, municipalityCode: '３７２０１３', year: 2024 }
    whole.chosen = { ...entry.chosen, 参加: { field: 'value', measure: '参加者', unit: '実人数' } }
    expect(lacksOf(mappingOf(whole, towns))).toEqual([])
    expect(mappingOf(whole, towns).municipalityCode).toBe('372013')
  })

  it('期間が横に二つ以上並べば、期間の列は見出しから読み、対応づけに残さない', () => {
    const across = preview([
      ['（A列）', null],
      ['令和4年度', null, true],
      ['令和5年度', null, true],
    ])
    const entry = entryOf(across)
    expect(entry.layout).toBe('periods')
    expect(mappingOf(entry, across).columns.map(({ heading }) => heading)).toEqual(['（A列）'])
  })

  it('保存した対応づけは、替わった見出しを引きつぎ、いつの数かは引きつがない', () => {
    const entry = { ...entryOf(towns), list: '見本', day: '2025-03-31', periodKind: 'day' as const }
    entry.chosen = { ...entry.chosen, 参加: { field: 'value', measure: '参加者', unit: '実人数' } }
    const offer: FiguresOffer = {
      profile: {
        id: '1',
        version: 2,
        name: '見本',
        mapping: { ...mappingOf(entry, towns), columns: [...mappingOf(entry, towns).columns] },
        attribution: null,
        changedAt: '',
        changedBy: null,
      },
      headerRow: 3,
      differences: { missing: ['参加'], added: ['参加者'], renamed: [{ from: '参加', to: '参加者' }] },
    }
    const next = preview([
      ['町名', 'name'],
      ['参加者', null],
    ])
    expect(entryOfOffer(offer, next)).toMatchObject({
      day: null,
      periodKind: 'day',
      headerRow: 3,
      chosen: { 参加者: { field: 'value', measure: '参加者', unit: '実人数' } },
      profile: { version: 2 },
    })
  })
})

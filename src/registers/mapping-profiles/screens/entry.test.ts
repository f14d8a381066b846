import { describe, expect, it } from 'vitest'
import type { Offer, Preview } from '../schema.ts'
import { entryOf, entryOfOffer, lacks, mappingOf, withPreview } from './entry.ts'

const preview = (columns: [string, string | null][]): Preview => ({
  file: 'tsudoi.csv',
  encoding: 'CP932',
  sheetNames: [],
  top: [],
  headerRow: 2,
  columns: columns.map(([heading, guess]) => ({ heading, samples: [], guess })),
  offers: [],
  reading: null,
})
const first = preview([
  ['№', 'id'],
  ['つどいの名', null],
  ['ところ', null],
  ['会場の住所', 'address'],
  ['事務局の住所', 'address'],
  ['担当者', null],
])

describe('様式のない一覧の対応づけ', () => {
  it('見出しから分かるものだけを先に選び、同じ項目は二つの列に当てない', () => {
    const entry = entryOf(first)
    expect(entry.chosen).toMatchObject({ '№': 'id', 会場の住所: 'address', 事務局の住所: null, 担当者: null })
    expect(lacks(entry)).toEqual(['「名称」にする列を選んでください。'])
  })

  it('見出しの行を変えても、残った見出しで選んだことは消えない', () => {
    const entry = entryOf(first)
    entry.chosen.つどいの名 = 'name'
    const next = withPreview(
      entry,
      preview([
        ['つどいの名', null],
        ['TEL', 'telephone'],
      ]),
    )
    expect(next.chosen).toEqual({ つどいの名: 'name', TEL: 'telephone' })
  })

  it('保存した対応づけを次の年のファイルに当て、替わった見出しは引きつぎ、増えた列は読まない', () => {
    const entry = entryOf(first)
    entry.chosen.つどいの名 = 'name'
    const offer: Offer = {
      profile: {
        id: '1',
        version: 3,
        name: 'つどいの場',
        mapping: { ...mappingOf(entry, first), category: '通いの場', areaCode: '372013', asOf: '2025-04-01' },
        attribution: '「見本オープンデータ」（見本市）',
        changedAt: '',
        changedBy: null,
      },
      headerRow: 4,
      differences: {
        missing: ['つどいの名'],
        added: ['つどいの名称', '写真'],
        renamed: [{ from: 'つどいの名', to: 'つどいの名称' }],
      },
    }
    const next = preview([
      ['№', 'id'],
      ['つどいの名称', 'name'],
      ['会場の住所', 'address'],
      ['写真', null],
    ])
    expect(entryOfOffer(offer, next)).toMatchObject({
      category: '通いの場',
      areaCode: '372013',
      asOf: null,
      headerRow: 4,
      chosen: { '№': 'id', つどいの名称: 'name', 会場の住所: 'address', 写真: null },
      profile: { version: 3 },
    })
  })
})

import { expect, it } from 'vitest'
import { findTowns } from './town-search.ts'

const towns = [
  { id: '1', name: 'あおぞら台', kana: 'アオゾラダイ' },
  { id: '2', name: 'おおぞら町', kana: 'オオゾラチョウ' },
  { id: '3', name: '見本町', kana: 'ミホンチョウ' },
  { id: '4', name: '見本町西', kana: 'ミホンチョウニシ' },
]
const names = (typed: string) => findTowns(towns, typed).map(({ name }) => name)

it.each([
  ['あお', ['あおぞら台']],
  ['ｱｵ', ['あおぞら台']],
  ['ぞら', ['あおぞら台', 'おおぞら町']],
  ['みほん', ['見本町', '見本町西']],
  ['見本町', ['見本町', '見本町西']],
  ['', []],
  ['やま', []],
])('町を「%s」で探す', (typed, found) => expect(names(typed)).toEqual(found))

import { describe, expect, it } from 'vitest'
import { type Found, rankFound } from './rank.ts'
import { typingDistance } from './typing-distance.ts'

let made = 0
const found = (kana: string, more: Partial<Found> = {}): Found => ({
  id: `p${++made}`,
  kana,
  kanaFold: kana.replace(' ', ''),
  nameFold: kana,
  birthOn: '1940-01-01',
  own: true,
  matched: 'kana',
  ...more,
})
const order = (typed: string, ...people: Found[]) =>
  rankFound(people, { kana: typed, name: typed }).map((person) => person.kana)

describe('検索結果の順', () => {
  it('完全一致、自センターの前方・部分、他センター、似た読みの順', () => {
    const similar = found('トコル', { matched: 'similar' })
    const others = found('トコロ イチ', { own: false })
    const part = found('オトコロ')
    const prefix = found('トコロ ニ')
    const exact = found('トコロ', { own: false })
    expect(order('トコロ', similar, others, part, prefix, exact)).toEqual([
      'トコロ',
      'トコロ ニ',
      'オトコロ',
      'トコロ イチ',
      'トコル',
    ])
  })

  it('同じ名前は一つにまとまり、自センター、生年月日の順に並ぶ', () => {
    const ranked = rankFound(
      [
        found('トコロ ハナ', { birthOn: '1950-01-01' }),
        found('トコロ イチ'),
        found('トコロ ハナ', { birthOn: '1930-01-01', own: false }),
        found('トコロ ハナ', { birthOn: '1940-01-01' }),
      ],
      { kana: 'トコロ', name: null },
    )
    expect(ranked.map(({ kana, birthOn, sameNames }) => [kana, birthOn, sameNames])).toEqual([
      ['トコロ イチ', '1940-01-01', 1],
      ['トコロ ハナ', '1940-01-01', 3],
      ['トコロ ハナ', '1950-01-01', 3],
      ['トコロ ハナ', '1930-01-01', 3],
    ])
  })

  it('似た読みは誤りの少ない順', () =>
    expect(
      order(
        'トコロハノ',
        found('トコラハナ', { matched: 'similar' }),
        found('トコロハナ', { matched: 'similar' }),
      ),
    ).toEqual(['トコロハナ', 'トコラハナ']))

  it.each([
    ['トコロ', 'トコロ', 0],
    ['トコロ', 'トコル', 1],
    ['トコロ', 'トロコ', 1],
    ['トコロ', 'トコ', 1],
    ['トコロ', 'トココロ', 1],
    ['トコロ', 'ココル', 2],
    ['トコロ', 'ヤマダ', 3],
  ])('%s と %s の誤りは %d', (a, b, count) => expect(typingDistance(a, b)).toBe(count))
})

import { describe, expect, it } from 'vitest'
import adjusted from '../definitions/adjusted-certification-rate/definition.ts'
import ageing from '../definitions/ageing-rate/definition.ts'
import rate from '../definitions/certification-rate/definition.ts'
import { agePart } from './age-part.ts'
import { indirect, type Layer } from './compute.ts'
import { indirectDifference, restOf, shareDifference } from './differences.ts'
import { indirectInterval, wilson } from './intervals.ts'
import { type ReadingInput, readingOf } from './reading.ts'
import { figureText } from './words.ts'

const NATION: Layer[] = [
  { counted: 680_667, people: 15_708_886 },
  { counted: 2_378_559, people: 13_592_838 },
  { counted: 3_893_039, people: 6_588_009 },
]
const WHOLE = { counted: 6_952_265, people: 35_889_733 }

function inputOf(place: string, layers: Layer[], more: Partial<ReadingInput> = {}): ReadingInput {
  const ours = layers.reduce((a, b) => ({ counted: a.counted + b.counted, people: a.people + b.people }))
  const interval = wilson(ours.counted, ours.people)!
  return {
    definition: rate,
    place,
    asOf: '2024-03-31',
    release: '確定',
    value: (ours.counted / ours.people) * 100,
    missing: null,
    counts: { numerator: ours.counted, denominator: ours.people },
    interval: { low: interval.low * 100, high: interval.high * 100 },
    comparisons: [
      { name: '全国', value: 19.3712, difference: shareDifference(ours, restOf(WHOLE, ours), 100, 2) },
    ],
    rank: null,
    ...more,
  }
}
const TAKAMATSU = [
  { counted: 2394, people: 52_218 },
  { counted: 8653, people: 45_581 },
  { counted: 14_611, people: 22_226 },
]
const AOGASHIMA = [
  { counted: 1, people: 24 },
  { counted: 1, people: 11 },
  { counted: 1, people: 4 },
]
const SORACHI = [
  { counted: 132, people: 3445 },
  { counted: 517, people: 3248 },
  { counted: 1064, people: 2014 },
]
const say = (input: ReadingInput) =>
  readingOf(input)
    .map(({ text, evidence }) => `${text}\n  ［${evidence}］`)
    .join('\n')

const readings = {
  高松市: inputOf('高松市', TAKAMATSU, {
    age: agePart(TAKAMATSU, NATION, 100),
    rank: { rank: 301, tied: 12, among: '全国の1,570保険者' },
  }),
  青ヶ島村: (() => {
    const made = indirect(AOGASHIMA, NATION)
    if (made.value === null || made.denominator === null) throw new Error('no expected count')
    const interval = indirectInterval(3, made.denominator)
    return inputOf('青ヶ島村', AOGASHIMA, {
      indirect: {
        ratio: made.value,
        interval,
        observed: 3,
        expected: made.denominator,
        difference: indirectDifference(made.numerator, made.denominator, 2),
      },
      tooFewToRank: 24,
    })
  })(),
  空知中部広域連合: inputOf('空知中部広域連合', SORACHI, {
    age: agePart(SORACHI, NATION, 100),
    rank: { rank: 600, tied: 1, among: '全国の1,570保険者' },
  }),
  値がない: inputOf('ある町', TAKAMATSU, {
    definition: ageing,
    value: null,
    missing: 'suppressed',
    interval: null,
  }),
  取り込み前: inputOf('ある市', TAKAMATSU, { definition: adjusted, value: null, missing: 'not-loaded' }),
}

describe('数の読み方', () => {
  it.each(Object.entries(readings))('%s', (_, input) => expect(say(input)).toMatchSnapshot())
  it.each(Object.entries(readings))('%s: 3〜5文で、どの文にもよりどころがある', (_, input) => {
    const sentences = readingOf(input)
    expect(sentences.length).toBeGreaterThanOrEqual(3)
    expect(sentences.length).toBeLessThanOrEqual(5)
    for (const { text, evidence } of sentences)
      expect([text.endsWith('。'), evidence.length > 5]).toEqual([true, true])
  })
  it.each(Object.entries(readings))('%s: 原因や評価を言わない', (_, input) => {
    expect(say(input)).not.toMatch(/原因|影響|効果|おかげ|せいで|優れ|劣|問題|不正/)
  })
  it('偶然の幅を出ない差は、高いとも低いとも言わない', () => {
    const { text } = readingOf(readings.青ヶ島村)[1]!
    expect(text).toContain('偶然の幅を出ず')
    expect(text).not.toMatch(/より .*(高く|低く)/)
  })
})

describe('数の書き方', () => {
  it.each([
    { value: 21.35, decimals: 1, text: '21.4' },
    { value: 21.349999, decimals: 1, text: '21.3' },
    { value: 1.005, decimals: 2, text: '1.01' },
    { value: -0.04, decimals: 1, text: '0.0' },
    { value: -2.05, decimals: 1, text: '−2.1' },
    { value: 120_025, decimals: 0, text: '120,025' },
  ])('$value を小数第$decimals位まで: $text', ({ value, decimals, text }) => {
    expect(figureText(value, decimals)).toBe(text)
  })
})

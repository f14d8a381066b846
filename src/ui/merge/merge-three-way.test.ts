import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backToForm, beginEditing, conflicted, resolved, undecided } from './editing.ts'
import { differencesOf, type Group, joinedText, mergeThreeWay } from './merge-three-way.ts'

type Entry = { text: string; answer: string; topics: string[]; dueOn: string | null; minutes: number | null }
const base: Entry = { text: '電話', answer: '', topics: ['a'], dueOn: null, minutes: null }
const groups = (Object.keys(base) as (keyof Entry)[]).map((key): Group<Entry> => [key])

describe('二人が同じ版から直したとき', () => {
  const mine = { ...base, text: '電話。膝が痛い', answer: 'わたしの対応', minutes: 0, topics: ['a', 'b'] }
  const stored = { ...base, answer: 'ほかの人の対応', dueOn: '2026-12-01', topics: ['a', 'b'] }
  it('食い違う項目だけ、だれが変えたかとともに', () => {
    expect(differencesOf({ base, mine, stored }, groups)).toEqual([
      { key: 'text', group: ['text'], by: 'mine' },
      { key: 'answer', group: ['answer'], by: 'both' },
      { key: 'dueOn', group: ['dueOn'], by: 'stored' },
      { key: 'minutes', group: ['minutes'], by: 'mine' }, // 0 is something that was said
    ])
  })
  it('片方だけの変更はどちらも残り、両方が変えた項目は選んだほう', () => {
    expect(mergeThreeWay({ base, mine, stored }, { answer: 'stored' })).toEqual({
      ...mine,
      answer: 'ほかの人の対応',
      dueOn: '2026-12-01',
    })
    expect(mergeThreeWay({ base, mine, stored }, { answer: { text: '両方' } }).answer).toBe('両方')
  })
  it('片方だけの変更も、選び直せる', () => {
    expect(mergeThreeWay({ base, mine, stored }, { answer: 'mine', dueOn: 'mine', text: 'stored' })).toEqual({
      ...mine,
      text: '電話',
    })
  })
  it('まとまりで意味をなす項目は、まとめて一方から', () => {
    const [a, b] = [
      { ...base, text: '一丁目', answer: '2番' },
      { ...base, text: '三丁目' },
    ]
    const pair: Group<Entry>[] = [['text', 'answer']]
    expect(differencesOf({ base, mine: a, stored: b }, pair)).toMatchObject([{ key: 'text', by: 'both' }])
    expect(mergeThreeWay({ base, mine: a, stored: b }, { text: 'stored' }, pair)).toEqual(b)
    expect(mergeThreeWay({ base, mine: a, stored: b }, { text: 'mine' }, pair)).toEqual(a)
  })
  it('端の空白だけの違いは違いではない', () => {
    expect(differencesOf({ base, mine: { ...base, text: '電話 ' }, stored: base }, groups)).toEqual([])
  })
})

describe('409 のあと', () => {
  const mine = { ...base, text: 'わたし', answer: 'わたし' }
  const theirs = { ...base, text: 'ほか', answer: 'ほか' }
  const editing = conflicted({ ...beginEditing(base, 3), entry: mine }, theirs, 4)
  const choose = (choices: object) => ({ ...editing, merging: { ...editing.merging!, choices } })

  it('決めるまで、決まっていない項目が残る', () => {
    expect(undecided(editing, groups)).toEqual(['text', 'answer'])
    expect(undecided(choose({ text: 'mine' }), groups)).toEqual(['answer'])
  })
  it('決まると、相手の版を置き換える一つの内容になる', () => {
    expect(resolved(choose({ text: 'mine', answer: 'stored' }), groups)).toEqual({
      entry: { ...base, text: 'わたし', answer: 'ほか' },
      base: theirs,
      version: 4,
      merging: null,
    })
  })
  it('途中で入力に戻っても、入力も選んだものも残り、次の 409 で続きから', () => {
    const back = backToForm(choose({ text: { text: '二人で' } }), groups)
    expect(back.entry).toEqual(mine)
    expect(back.version).toBe(3)
    const again = conflicted(back, { ...theirs, answer: 'さらに別' }, 5)
    expect(again.merging?.choices).toEqual({ text: { text: '二人で' } })
    expect(undecided(again, groups)).toEqual(['answer'])
  })
  it('相手が選んだ項目をまた変えたら、選び直す', () => {
    const again = conflicted(choose({ text: 'stored', answer: 'mine' }), { ...theirs, text: 'また' }, 5)
    expect(undecided(again, groups)).toEqual(['text'])
  })
})

const value = fc.constantFrom('', '甲', '乙', '丙')
const entry = fc.record({ a: value, b: value, c: value })
it('どちらの変更も、黙って消えない', () => {
  fc.assert(
    fc.property(entry, entry, entry, (from, mine, stored) => {
      const sides = { base: from, mine, stored }
      const merged = mergeThreeWay(sides)
      for (const key of ['a', 'b', 'c'] as const) {
        const isMine = mine[key] !== from[key]
        const isTheirs = stored[key] !== from[key]
        if (isMine) expect(merged[key]).toBe(mine[key])
        else expect(merged[key]).toBe(isTheirs ? stored[key] : from[key])
      }
      expect(differencesOf(sides, [['a'], ['b'], ['c']]).every(({ key }) => mine[key] !== stored[key])).toBe(
        true,
      )
    }),
  )
})

it('まとめた文章に、どちらの行もある', () => {
  const line = fc.stringMatching(/^[甲乙丙]{1,4}$/)
  const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, text, fc.boolean(), (from, a, b, isAdded) => {
      const [mine, stored] = isAdded ? [`${from}\n${a}`, `${from}\n${b}`] : [a, b]
      const joined = joinedText(from, mine, stored)
      for (const one of `${mine}\n${stored}`.split('\n')) expect(joined).toContain(one)
    }),
  )
  expect(joinedText('電話。', '電話。\n膝が痛い。', '電話。\n娘は県外。')).toBe(
    '電話。\n娘は県外。\n膝が痛い。',
  )
  // in the same line only half a word would be left: 「3日後」 and 「間」
  expect(joinedText('3日', '3日間', '3日後')).toBe('3日後\n3日間')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deletionNeighbours, foldDigits, foldKana, foldName } from './fold.ts'
import { foldAddress, readKanjiNumber } from './fold-address.ts'
import { jouyouPairs, oldToNew } from './old-kanji.ts'

const letters =
  'あいがぱゃっヴヵヶーｶﾞﾊﾟｰァン々ゝヾ髙﨑邉邊濵澤齋齊斎國𠮷葛\u{E0100}\uFE00神\uFA19大小字文十二丁目番地号室条のノ之乃ケが町0１2-－ー 　・.㈱ⅡaＡ\u0001\u3099\u309A'
const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...letters), fc.string({ unit: 'binary', maxLength: 1 })),
  maxLength: 14,
})

describe('検索用の正規化', () => {
  it.each([
    ['foldKana', foldKana],
    ['foldName', foldName],
    ['foldDigits', foldDigits],
    ['foldAddress', foldAddress],
  ] as const)('%s は二度かけても変わらない', (_, fold) => {
    fc.assert(
      fc.property(text, (s) => {
        expect(fold(fold(s))).toBe(fold(s))
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['ﾀｶﾊｼ ﾊﾅｺ', 'タカハシハナコ'],
    ['たかはし　はなこ', 'タカハシハナコ'],
    ['ｶﾞｷﾞｸﾞﾊﾟ', 'カキクハ'],
    ['ミヅノ', 'ミスノ'],
    ['ミズノ', 'ミスノ'],
    ['きょうこ', 'キヨウコ'],
    ['オーノ', 'オノ'],
    ['ヴェラ・ルイズ', 'ウエラルイス'],
    ['さゝき', 'ササキ'],
    ['', ''],
  ])('読み「%s」は %s', (s, key) => {
    expect(foldKana(s)).toBe(key)
  })

  it.each([
    ['髙橋　花子', '高橋花子'],
    ['山﨑', '山崎'],
    ['渡邉', '渡辺'],
    ['渡邊', '渡辺'],
    ['濵田', '浜田'],
    ['齋藤', '斉藤'],
    ['斎藤', '斉藤'],
    ['𠮷田', '吉田'],
    ['佐々木', '佐佐木'],
    ['葛\u{E0100}城', '葛城'],
    ['\uFA19田', '神田'], // compatibility ideograph of 神
    ['みどり', 'ミトリ'],
  ])('氏名「%s」は %s', (s, key) => {
    expect(foldName(s)).toBe(key)
  })

  it.each([
    ['087-839-9999', '0878399999'],
    ['（０８７）８３９－９９９９', '0878399999'],
    ['+81 87 839 9999', '0878399999'],
    ['+81(0)87-839-9999', '0878399999'],
  ])('電話番号「%s」は %s', (s, key) => {
    expect(foldDigits(s)).toBe(key)
  })
})

describe('住所の正規化', () => {
  it.each([
    ['めぐり町二丁目三番地の四', 'めぐり町2-3-4'],
    ['めぐり町２丁目３番４号', 'めぐり町2-3-4'],
    ['めぐり町2－3－4', 'めぐり町2-3-4'],
    ['めぐり町2ー3ー4', 'めぐり町2-3-4'],
    ['めぐり町 2丁目 3-4', 'めぐり町2-3-4'],
    ['大字架空字上二十三番地', '架空上23'],
    ['龍ヶ崎', '竜ケ崎'],
    ['龍が崎', '竜ケ崎'],
    ['丸の内三丁目', '丸ノ内3'],
    ['丸之内3丁目', '丸ノ内3'],
    ['鶴市町', '鶴市町'],
    ['北一条西二丁目', '北1条西2'],
  ])('「%s」と「%s」は同じ', (one, other) => {
    expect(foldAddress(one)).toBe(foldAddress(other))
  })

  it('番地と部屋番号をつなげない', () => {
    expect(foldAddress('めぐり町1-2-3　101号室')).toBe('メクリ町1-2-3-101')
    expect(foldAddress('めぐり町1-2-31 01')).not.toBe(foldAddress('めぐり町1-2-3101'))
  })

  it('町名の漢数字は変えない', () => {
    expect(foldAddress('五番町')).toBe('五番町')
    expect(foldAddress('三谷町')).toBe('三谷町')
    expect(foldAddress('十文字町')).toBe('十文字町')
  })

  it.each([
    ['三', 3],
    ['十', 10],
    ['二十三', 23],
    ['一〇', 10],
    ['百二', 102],
    ['千二百三十四', 1234],
  ])('漢数字 %s は %i', (s, n) => {
    expect(readKanjiNumber(s)).toBe(n)
  })
})

describe('旧字の表', () => {
  it('常用漢字表のかっこ内を150組以上持ち、行き先が旧字でない', () => {
    expect(jouyouPairs.length).toBeGreaterThanOrEqual(290)
    for (const [from, to] of oldToNew) {
      expect(oldToNew.has(to), `${from}→${to}`).toBe(false)
      expect([from.normalize('NFKC'), to.normalize('NFKC')]).toEqual([from, to])
      expect([...from, ...to]).toHaveLength(2)
    }
  })
})

describe('一字違いの検索', () => {
  const meet = (a: string, b: string) => deletionNeighbours(a).some((n) => deletionNeighbours(b).includes(n))

  it('一字の脱字・余字・誤字・入れ替えで見つかる', () => {
    expect(deletionNeighbours('アイ')).toEqual(['アイ', 'イ', 'ア'])
    expect(deletionNeighbours('ア')).toEqual(['ア'])
    expect(deletionNeighbours('')).toEqual([])
    for (const typo of ['タカシ', 'タカハシハ', 'タナハシ', 'カタハシ'])
      expect(meet('タカハシ', typo), typo).toBe(true)
    expect(meet('タカハシ', 'ナカムラ')).toBe(false)
  })

  it('どの一字を変えても出会い、数は字数＋1を超えない', () => {
    const kana = fc.string({ unit: fc.constantFrom(...'アイウエオカキク'), minLength: 2, maxLength: 10 })
    fc.assert(
      fc.property(kana, fc.nat(), fc.constantFrom(...'アイウン'), (s, at, c) => {
        const i = at % s.length
        expect(meet(s, s.slice(0, i) + c + s.slice(i + 1))).toBe(true)
        expect(deletionNeighbours(s).length).toBeLessThanOrEqual(s.length + 1)
        expect(new Set(deletionNeighbours(s)).size).toBe(deletionNeighbours(s).length)
      }),
    )
  })
})

import { foldKana, foldName } from '../platform/text/index.ts'
import type { Sex } from './population.ts'
import { type Random, shuffled, streamOf } from './random.ts'

/**
 * Invented names. A surname is a word for "example" with a landscape behind it, so that nobody can bear it; a given name is
 * put together from two parts. Both are drawn with a skew, so that namesakes meet as often as in life.
 */
export interface NamePart {
  kanji: string
  kana: string
  kanjiFold: string
  kanaFold: string
}

type Part = readonly [kanji: string, kana: string]

const heads: readonly Part[] = [
  ['見本', 'ミホン'],
  ['例示', 'レイジ'],
  ['仮名', 'カメイ'],
  ['架空', 'カクウ'],
  ['試作', 'シサク'],
  ['練習', 'レンシュウ'],
  ['模擬', 'モギ'],
  ['雛形', 'ヒナガタ'],
  ['例文', 'レイブン'],
  ['想定', 'ソウテイ'],
  ['仮想', 'カソウ'],
  ['例', 'レイ'],
  ['試', 'タメシ'],
  ['凡例', 'ハンレイ'],
]
const tails: readonly Part[] = [
  ['川', 'カワ'],
  ['山', 'ヤマ'],
  ['田', 'ダ'],
  ['野', 'ノ'],
  ['原', 'ハラ'],
  ['村', 'ムラ'],
  ['島', 'シマ'],
  ['森', 'モリ'],
  ['沢', 'ザワ'],
  ['谷', 'タニ'],
  ['橋', 'バシ'],
  ['本', 'モト'],
  ['井', 'イ'],
  ['崎', 'ザキ'],
  ['浜', 'ハマ'],
  ['岡', 'オカ'],
  ['池', 'イケ'],
  ['林', 'バヤシ'],
  ['内', 'ウチ'],
  ['辺', 'ベ'],
  ['口', 'グチ'],
  ['木', 'ギ'],
  ['坂', 'サカ'],
  ['岸', 'ギシ'],
]
const plain: readonly Part[] = [
  ['見本', 'ミホン'],
  ['例示', 'レイジ'],
  ['仮名', 'カメイ'],
  ['試野', 'シノ'],
  ['架空', 'カクウ'],
  ['例山', 'レイヤマ'],
]
const firsts: readonly Part[] = [
  ['花', 'ハナ'],
  ['春', 'ハル'],
  ['夏', 'ナツ'],
  ['秋', 'アキ'],
  ['冬', 'フユ'],
  ['文', 'フミ'],
  ['里', 'サト'],
  ['雪', 'ユキ'],
  ['千', 'チ'],
  ['和', 'カズ'],
  ['光', 'ミツ'],
  ['朝', 'アサ'],
  ['幸', 'サチ'],
  ['静', 'シズ'],
  ['清', 'キヨ'],
  ['正', 'マサ'],
  ['義', 'ヨシ'],
  ['末', 'スエ'],
  ['初', 'ハツ'],
  ['豊', 'トヨ'],
  ['久', 'ヒサ'],
  ['富', 'トミ'],
  ['安', 'ヤス'],
  ['敏', 'トシ'],
  ['輝', 'テル'],
  ['信', 'ノブ'],
]
const femaleLasts: readonly Part[] = [
  ['子', 'コ'],
  ['江', 'エ'],
  ['代', 'ヨ'],
  ['美', 'ミ'],
  ['乃', 'ノ'],
  ['枝', 'エ'],
  ['世', 'ヨ'],
  ['香', 'カ'],
  ['恵', 'エ'],
]
const maleLasts: readonly Part[] = [
  ['男', 'オ'],
  ['夫', 'オ'],
  ['雄', 'オ'],
  ['一', 'イチ'],
  ['郎', 'ロウ'],
  ['吉', 'キチ'],
  ['治', 'ジ'],
  ['平', 'ヘイ'],
  ['太郎', 'タロウ'],
  ['之助', 'ノスケ'],
  ['彦', 'ヒコ'],
]

const part = (kanji: string, kana: string): NamePart => ({
  kanji,
  kana,
  kanjiFold: foldName(kanji),
  kanaFold: foldKana(kana),
})

const together = (a: readonly Part[], b: readonly Part[]): NamePart[] =>
  a.flatMap(([x, sound]) => b.map(([y, end]) => part(x + y, sound + end)))

/** A list with the odds of its places: the n-th is drawn in proportion to 1 / (n + `flatness`). */
interface Skewed {
  list: NamePart[]
  limits: number[]
}

function skewed(list: NamePart[], flatness: number): Skewed {
  let total = 0
  const limits = list.map((_, at) => {
    total += Math.floor(1_000_000 / (at + flatness))
    return total
  })
  return { list, limits }
}

function draw({ limits }: Skewed, random: Random): number {
  const drawn = random.below(limits.at(-1)!)
  let low = 0
  let high = limits.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (limits[middle]! > drawn) high = middle
    else low = middle + 1
  }
  return low
}

/** The names of one sample: which are frequent depends on the seed. */
export class NameBook {
  private readonly surnames: Skewed
  private readonly given: Record<Sex, Skewed>

  constructor(seed: number) {
    const order = streamOf(seed, 'names')
    const common = plain.map(([kanji, kana]) => part(kanji, kana))
    const known = new Set(common.map((name) => name.kanji))
    const rare = together(heads, tails).filter((name) => !known.has(name.kanji))
    this.surnames = skewed([...common, ...shuffled(rare, order(0))], 12)
    this.given = {
      female: skewed(shuffled(together(firsts, femaleLasts), order(1)), 15),
      male: skewed(shuffled(together(firsts, maleLasts), order(2)), 15),
    }
  }

  drawSurname = (random: Random): number => draw(this.surnames, random)
  drawGiven = (sex: Sex, random: Random): number => draw(this.given[sex], random)
  surname = (at: number): NamePart => this.surnames.list[at]!
  givenName = (sex: Sex, at: number): NamePart => this.given[sex].list[at]!
}

/** Letters that a core system writes with another glyph (異体字, IVS) and the search must still find. */
const glyphs: readonly (readonly [string, string])[] = [
  ['辺', '辺\u{E0101}'],
  ['崎', '﨑'],
  ['橋', '橋\u{E0101}'],
  ['浜', '濵'],
  ['島', '嶋'],
  ['沢', '澤'],
  ['吉', '𠮷'],
  ['清', '清\u{E0100}'],
]

/** The same name with the glyph of the family register where one of the letters has one; otherwise unchanged. */
export function withRegisterGlyph(kanji: string): string {
  const glyph = glyphs.find(([letter]) => kanji.includes(letter))
  return glyph ? kanji.replace(glyph[0], glyph[1]) : kanji
}

/** Long names of people from abroad, invented: full name as registered, reading, and the 通称 they go by. */
export const longNames: readonly { name: string; kana: string; alias: string; sex: Sex }[] = [
  {
    name: 'ミホンスキー　レイジーナ　マリアエグザンプラ　デラ　カメイ',
    kana: 'ミホンスキー レイジーナ マリアエグザンプラ デラ カメイ',
    alias: '見本川　里江',
    sex: 'female',
  },
  {
    name: 'サンプルソン　テストファー　アレクサンドライト　カクウニエル',
    kana: 'サンプルソン テストファー アレクサンドライト カクウニエル',
    alias: '架空田　和男',
    sex: 'male',
  },
  {
    name: 'グエン　レイジ　ミホン　エグザンプル　フォーデモ',
    kana: 'グエン レイジ ミホン エグザンプル フォーデモ',
    alias: '例示原　千代',
    sex: 'female',
  },
  {
    name: 'デモンストラーダ　ジョアン　カリメイ　ドス　サンプロス　フィクシオン',
    kana: 'デモンストラーダ ジョアン カリメイ ドス サンプロス フィクシオン',
    alias: '仮名島　正一',
    sex: 'male',
  },
]

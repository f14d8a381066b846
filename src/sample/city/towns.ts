import { type MergedTown, mergeTowns, type PopulationTown } from '../population.ts'
import { shuffled, streamOf } from '../random.ts'

/** An invented town: a merged one under another name and in another place. */
export interface SampleTown {
  at: number
  name: string
  kana: string
  latitude: number
  longitude: number
  areaAt: number
  source: MergedTown
}

export const AREA_COUNT = 8

/**
 * The invented city lies in the open sea south of 本州: distances inside it are those of the source, no map shows a real
 * place below it. Decided.
 */
const shift = { latitude: -4, longitude: 3 }

const words: readonly (readonly [string, string])[] = [
  ['あおぞら', 'アオゾラ'],
  ['ひだまり', 'ヒダマリ'],
  ['こもれび', 'コモレビ'],
  ['せせらぎ', 'セセラギ'],
  ['ほしぞら', 'ホシゾラ'],
  ['わたぐも', 'ワタグモ'],
  ['そよかぜ', 'ソヨカゼ'],
  ['あさつゆ', 'アサツユ'],
  ['ゆうばえ', 'ユウバエ'],
  ['はなうた', 'ハナウタ'],
  ['みずかがみ', 'ミズカガミ'],
  ['つきあかり', 'ツキアカリ'],
  ['おひさま', 'オヒサマ'],
  ['かざぐるま', 'カザグルマ'],
  ['ささぶね', 'ササブネ'],
  ['どんぐり', 'ドングリ'],
  ['てまり', 'テマリ'],
  ['ふうりん', 'フウリン'],
  ['にじいろ', 'ニジイロ'],
  ['しゃぼんだま', 'シャボンダマ'],
  ['ゆりかご', 'ユリカゴ'],
  ['めぐり', 'メグリ'],
  ['つむぎ', 'ツムギ'],
  ['やまびこ', 'ヤマビコ'],
  ['さざなみ', 'サザナミ'],
  ['はるいろ', 'ハルイロ'],
  ['あまおと', 'アマオト'],
  ['すずのね', 'スズノネ'],
]
const endings: readonly (readonly [string, string])[] = [
  ['台', 'ダイ'],
  ['町', 'チョウ'],
  ['が丘', 'ガオカ'],
  ['野', 'ノ'],
  ['の里', 'ノサト'],
  ['通り', 'ドオリ'],
  ['坂', 'ザカ'],
  ['橋', 'バシ'],
  ['浜', 'ハマ'],
]

/** Every word with every ending, in an order of the seed; unique. @throws RangeError when more are asked for */
function townNames(seed: number, count: number): { name: string; kana: string }[] {
  const all = endings.flatMap(([ending, sound]) =>
    words.map(([word, kana]) => ({ name: word + ending, kana: kana + sound })),
  )
  if (count > all.length) throw new RangeError(`only ${all.length} invented town names, ${count} wanted`)
  return shuffled(all, streamOf(seed, 'town-names')(0)).slice(0, count)
}

/**
 * Eight areas of about as many older people: towns from west to east in four strips, each cut from north to south in two.
 * @returns for each town the number of its area, 0 to 7
 */
export function areasOf(towns: readonly MergedTown[]): number[] {
  const result = new Array<number>(towns.length).fill(0)
  const indexes = towns.map((_, at) => at)
  const strips = split(indexes, towns, (town) => town.longitude, AREA_COUNT / 2)
  strips.forEach((strip, stripAt) => {
    split(strip, towns, (town) => -town.latitude, 2).forEach((part, partAt) => {
      for (const at of part) result[at] = stripAt * 2 + partAt
    })
  })
  return result
}

function split(
  indexes: number[],
  towns: readonly MergedTown[],
  key: (town: MergedTown) => number,
  parts: number,
): number[][] {
  const ordered = [...indexes].sort((a, b) => key(towns[a]!) - key(towns[b]!) || a - b)
  const total = ordered.reduce((sum, at) => sum + towns[at]!.total, 0)
  const result: number[][] = Array.from({ length: parts }, () => [])
  let passed = 0
  for (const at of ordered) {
    const middle = passed + Math.floor(towns[at]!.total / 2)
    result[Math.min(parts - 1, Math.floor((middle * parts) / Math.max(1, total)))]!.push(at)
    passed += towns[at]!.total
  }
  return result
}

export function inventTowns(seed: number, population: readonly PopulationTown[]): SampleTown[] {
  const merged = mergeTowns(population)
  const areas = areasOf(merged)
  const names = townNames(seed, merged.length)
  return merged.map((source, at) => ({
    at,
    ...names[at]!,
    latitude: Math.round((source.latitude + shift.latitude) * 10_000) / 10_000,
    longitude: Math.round((source.longitude + shift.longitude) * 10_000) / 10_000,
    areaAt: areas[at]!,
    source,
  }))
}

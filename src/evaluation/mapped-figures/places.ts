import type { FigureLevel, FiguresMapping, MappedFigure } from '../../exchange/mapped-figures/index.ts'
import { prefectureNames, prefectureNumber } from '../../exchange/municipality-codes/index.ts'
import { beginsWithPrefecture } from '../../exchange/tabular/index.ts'
import { foldName } from '../../platform/text/index.ts'
import { municipalitiesOn } from '../../registers/municipalities/index.ts'
import { type FactReader, JAPAN, type NewPlace, placesOf, prefectureCode } from '../statistics/index.ts'

export interface Candidate extends NewPlace {
  /** only the list of codes knows it: it has no figures yet */
  isNew: boolean
}
export type NamedPlace = Pick<MappedFigure, 'placeCode' | 'placeName' | 'prefecture'>
export type Found = { place: Candidate } | { code: string; reason: string; remedy: string }

export const seriesOf = ({ level, municipalityCode }: FiguresMapping): string =>
  level === 'town' ? (municipalityCode ?? '') : JAPAN

/** Places that a table may name: those that have figures; municipalities also by the list of codes. */
export async function candidatesOf(
  reader: FactReader,
  mapping: FiguresMapping,
  day: string,
): Promise<Candidate[]> {
  const known = await placesOf(reader, mapping.level, seriesOf(mapping))
  const places = known.map((place) => ({ ...place, isNew: false }))
  if (mapping.level !== 'municipality') return places
  const codes = new Set(known.map(({ code }) => code))
  const listed = await municipalitiesOn(reader as Parameters<typeof municipalitiesOn>[0], day)
  const fresh = listed
    .filter(({ kind, code }) => kind !== 'prefecture' && !codes.has(code))
    .map(({ code, name, prefectureCode: prefecture, latitude, longitude }) => ({
      code,
      name,
      prefectureCode: prefecture,
      municipalityCodes: [code],
      latitude,
      longitude,
      isNew: true,
    }))
  return [...places, ...fresh]
}

/** Which place a row names: by code, else by name, within the prefecture that the row or the mapping says. */
export class PlaceFinder {
  readonly #byCode: ReadonlyMap<string, Candidate>
  readonly #byFold: ReadonlyMap<string, Candidate[]>
  readonly #all: readonly { fold: string; place: Candidate }[]
  readonly #prefecture: string | null
  readonly #level: FigureLevel

  constructor(candidates: readonly Candidate[], { level, prefecture }: FiguresMapping) {
    this.#level = level
    this.#prefecture = prefecture
    this.#byCode = new Map(candidates.map((place) => [place.code, place]))
    this.#all = candidates.map((place) => ({ fold: foldName(place.name), place }))
    this.#byFold = new Map(
      [...Map.groupBy(this.#all, ({ fold }) => fold)].map(([fold, same]) => [
        fold,
        same.map(({ place }) => place),
      ]),
    )
  }

  find(named: NamedPlace): Found {
    if (this.#all.length === 0) return nothingKnown(this.#level)
    if (named.placeCode === null) return this.#byName(named)
    const place = this.#byCode.get(named.placeCode)
    if (!place)
      return {
        code: 'place.unknown',
        reason: `コード ${named.placeCode} の${WORDS[this.#level]}は知られていません。`,
        remedy: REMEDY,
      }
    const other = named.placeName === null ? undefined : this.#byName(named)
    return other && 'place' in other && other.place.code !== place.code
      ? {
          code: 'place.mismatch',
          reason: `コード ${place.code} は${place.name}ですが、名前は「${named.placeName}」（${other.place.code}）です。`,
          remedy: 'どちらが正しいかを確かめて、直してください。',
        }
      : { place }
  }

  #byName({ placeName, prefecture }: NamedPlace): Found {
    const { name, of } = withoutPrefecture(placeName ?? '', this.#level)
    const stated = prefecture ?? of ?? this.#prefecture
    const number = stated === null ? undefined : prefectureNumber(stated)
    const isThere = (place: Candidate) =>
      number === undefined || place.prefectureCode === prefectureCode(number)
    const same = (this.#byFold.get(foldName(name)) ?? []).filter(isThere)
    if (same.length === 1) return { place: same[0]! }
    if (same.length > 1)
      return {
        code: 'place.ambiguous',
        reason: `「${name}」は${same.length}つあります（${same.map(({ code }) => prefectureOf(code)).join('、')}）。`,
        remedy: '都道府県の列を選ぶか、「都道府県」を入力するか、コードの列を選んでください。',
      }
    const near = this.#nearest(foldName(name), isThere)
    return {
      code: 'place.unknown',
      reason: `「${placeName}」という${WORDS[this.#level]}は知られていません。${near.length > 0 ? `近い名前: ${near.join('、')}。` : ''}`,
      remedy: REMEDY,
    }
  }

  /** Up to three, by the share of common letters. */
  #nearest(fold: string, isThere: (place: Candidate) => boolean): string[] {
    const letters = new Set(fold)
    return this.#all
      .filter(({ place }) => isThere(place))
      .map(({ fold: other, place }) => {
        const theirs = new Set(other)
        const common = [...theirs].filter((letter) => letters.has(letter)).length
        return { name: place.name, likeness: (2 * common) / (letters.size + theirs.size) }
      })
      .filter(({ likeness }) => likeness >= 0.5)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, 3)
      .map(({ name }) => name)
  }
}

const WORDS: Readonly<Record<FigureLevel, string>> = {
  insurer: '保険者',
  municipality: '市区町村',
  town: '町',
}
const REMEDY =
  '名前を直してください。地域でない行なら、「知らない地域の行を読まない」を選ぶと、その行を除いて読みます。'

/** Towns may begin with what looks like a prefecture; 香川県高松市 does not hide 高松市. */
function withoutPrefecture(name: string, level: FigureLevel): { name: string; of: string | null } {
  if (level === 'town' || !beginsWithPrefecture(name)) return { name, of: null }
  const of = prefectureNames.find((prefecture) => name.startsWith(prefecture)) ?? null
  return of && name.length > of.length ? { name: name.slice(of.length), of } : { name, of: null }
}

const prefectureOf = (code: string): string => prefectureNames[Number(code.slice(0, 2)) - 1] ?? code

const nothingKnown = (level: FigureLevel): Found => ({
  code: 'place.none-known',
  reason: `${WORDS[level]}の一覧が、まだありません。どの${WORDS[level]}の数かが決められません。`,
  remedy: {
    insurer: '先に「介護保険事業状況報告」（年報）を取り込んでください。',
    municipality: '先に「全国地方公共団体コード」を取り込んでください。',
    town: '先に、その市区町村の「町別の人口」を取り込み、市区町村コードを確かめてください。',
  }[level],
})

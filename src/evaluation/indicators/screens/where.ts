import { useAddressWord } from '../../../ui/link/index.ts'
import type { PlaceList } from '../places/schema.ts'
import type { Definition, IndicatorList } from '../schema.ts'
import type { Level } from './api.ts'

/** An insurer whose statistics come with the product; shown where the reader's own has no published figures. */
export const EXAMPLE_PLACE = '372013'

type Listed = IndicatorList['items'][number]

/** Levels in the order in which a page prefers them: the reader is an insurer first. */
const PREFERRED: readonly Level[] = ['insurer', 'municipality', 'town', 'prefecture', 'nation']

export const levelsOf = ({ available }: Listed): Level[] =>
  PREFERRED.filter((level) => available.some((one) => one.level === level))

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  insurer: '保険者ごと',
  municipality: '市区町村ごと',
  town: '町ごと',
  prefecture: '都道府県ごと',
  nation: '全国',
}

/** The reader's own place where published figures know it, else the example. */
export function ownPlace({ own, insurers, municipalities }: PlaceList, level: Level): string | null {
  const mine = own.find((one) => one.level === level)
  if (mine) return mine.code
  const all = level === 'insurer' ? insurers : level === 'municipality' ? municipalities : []
  return all.some(({ code }) => code === EXAMPLE_PLACE) ? EXAMPLE_PLACE : (all[0]?.code ?? null)
}

/** The place that the catalogue and the comparison are about: an insurer, whose code is mostly that of its municipality. */
export function useInsurer(places: PlaceList | undefined): [string | null, (code: string) => void] {
  const [given, set] = useAddressWord('place', '')
  return [
    given !== '' ? given : places ? (ownPlace(places, 'insurer') ?? ownPlace(places, 'municipality')) : null,
    set,
  ]
}

export type Compared = 'similar' | 'prefecture' | 'none'
export const COMPARED_WORDS: Readonly<Record<Compared, string>> = {
  similar: '似た5つの保険者',
  prefecture: '同じ都道府県の保険者',
  none: '全国と都道府県だけ',
}
export const isCompared = (word: string): word is Compared => Object.hasOwn(COMPARED_WORDS, word)

/** Whether what is compared with was chosen before the figures were seen is the reader's part; the page asks for it first. */
export function useCompared(level: Level): [Compared, (next: string) => void] {
  const [word, set] = useAddressWord('with', '')
  if (level !== 'insurer') return ['none', set]
  return [isCompared(word) ? word : 'similar', set]
}

/** 「全国=100」 is a unit that stands for itself. */
export const unitOf = ({ unit }: Pick<Definition, 'unit'>): string =>
  unit === '全国=100' ? '（全国=100）' : unit

import { useAddressWord } from '../../../ui/link/index.ts'
import type { IndicatorList } from '../schema.ts'

export type Listed = IndicatorList['items'][number]

/** Indicators that insurers have values of. */
export const comparable = (items: readonly Listed[]): Listed[] =>
  items.filter(({ available }) => available.some(({ level }) => level === 'insurer'))

const DEFAULT_SET = [
  'certification-rate',
  'adjusted-certification-rate',
  'certification-rate-heavy',
  'certified-share-support',
  'insured-75over-share',
  'insured-85over-share',
]
/** More spokes than these cannot be read. */
export const MOST_IN_SET = 8

/** The indicators chosen for radar and neighbours; in the address, so that the set is part of the link. */
export function useChosenSet(items: readonly Listed[]): [Listed[], (ids: string[]) => void] {
  const [word, setWord] = useAddressWord('set', '')
  const ids = word === '' ? DEFAULT_SET : word.split(',')
  const chosen = items.filter(({ id }) => ids.includes(id)).slice(0, MOST_IN_SET)
  return [chosen, (next) => setWord(next.slice(0, MOST_IN_SET).join(','))]
}

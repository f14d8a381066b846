import type { Town } from '../schema.ts'

export const columns = ['townName', 'total', 'aged65', 'aged75', 'ageingPerMille'] as const
export type ColumnId = (typeof columns)[number]
export type TownSort = { by: ColumnId; direction: 'ascending' | 'descending' }

/** `aged65-descending` in the address; anything else is the order of the names. */
export function readSort(word: string): TownSort {
  const [by, direction] = word.split('-')
  const column = columns.find((one) => one === by)
  return column
    ? { by: column, direction: direction === 'descending' ? 'descending' : 'ascending' }
    : { by: 'townName', direction: 'ascending' }
}
export const writeSort = ({ by, direction }: TownSort): string => `${by}-${direction}`

const collator = new Intl.Collator('ja-JP')

/** Towns whose name holds the words, in order. What is not known stands last in both directions: it is neither small nor large. */
export function townRows(towns: readonly Town[], filter: string, { by, direction }: TownSort): Town[] {
  const wanted = filter.normalize('NFKC').trim()
  const sign = direction === 'ascending' ? 1 : -1
  return towns
    .filter(({ townName }) => townName.normalize('NFKC').includes(wanted))
    .toSorted((a, b) => {
      const byName = collator.compare(a.townName, b.townName)
      if (by === 'townName') return sign * byName
      const [x, y] = [a[by].value, b[by].value]
      if (x === null || y === null) return x === y ? byName : x === null ? 1 : -1
      return sign * (x - y) || byName
    })
}

import { AppLink } from '../../../ui/link/index.ts'
import type { Comparison, IndicatorList } from '../schema.ts'
import type { Level } from './api.ts'
import { figureWords, periodWords } from './figure-words.ts'
import { Spark, Strip } from './strip.tsx'

export type CatalogueRow = {
  definition: IndicatorList['items'][number]
  /** at which its page opens; undefined: nothing is stored */
  level: Level | undefined
  item: Comparison['items'][number] | undefined
  isLoading: boolean
}

const cell = 'px-3 py-1.5 align-middle'

/** The indicators of a group as a table: name and what is counted, the figure, where it lies, how it went, when, from where. */
export function CatalogueGroup({
  title,
  rows,
  place,
}: {
  title: string
  rows: CatalogueRow[]
  place: string
}) {
  return (
    <section aria-labelledby={`group-${title}`}>
      <h2 id={`group-${title}`} className="mb-1 text-lg font-bold">
        {title}
      </h2>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        tabIndex={0}
        aria-label={`${title}の表`}
        className="max-lg:overflow-x-auto print:overflow-visible"
      >
        <table className="w-full border-collapse text-sm max-lg:min-w-3xl print:min-w-0">
          <caption className="sr-only">{title}</caption>
          <thead className="bg-shade">
            <tr>
              <th scope="col" className={`${cell} border-b border-edge text-left`}>
                指標
              </th>
              <th scope="col" className={`${cell} w-32 border-b border-edge text-right`}>
                値
              </th>
              <th scope="col" className={`${cell} w-44 border-b border-edge text-left`}>
                位置
              </th>
              <th scope="col" className={`${cell} w-28 border-b border-edge text-left`}>
                推移
              </th>
              <th scope="col" className={`${cell} w-36 border-b border-edge text-left`}>
                時点
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.definition.id} row={row} place={place} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Row({ row: { definition, level, item, isLoading }, place }: { row: CatalogueRow; place: string }) {
  const value = item?.values?.[0]
  const line = item?.line?.[0]
  const isOfPlace = level !== undefined && level !== 'town'
  const address = isOfPlace
    ? `/indicators/${definition.id}?place=${encodeURIComponent(place)}`
    : `/indicators/${definition.id}`
  return (
    <tr className="border-b border-line">
      <th scope="row" className={`${cell} text-left font-normal`}>
        {level ? <AppLink to={address}>{definition.title}</AppLink> : definition.title}
        <span className="block text-xs text-soft">
          {definition.numerator}
          {definition.kind === 'ratio' ? ` ÷ ${definition.denominator}` : ''}
        </span>
        <span className="block text-xs text-soft">出典: {definition.source}</span>
      </th>
      <td className={`${cell} text-right tabular-nums`}>
        {value ? (
          <span className={value.value === null ? 'text-xs text-soft' : 'text-base font-bold'}>
            {figureWords(value, definition)}
          </span>
        ) : (
          <span className="text-xs text-soft">{wordWithout(level, isLoading)}</span>
        )}
      </td>
      <td className={cell}>{item ? <Strip item={item} value={value?.value ?? null} /> : null}</td>
      <td className={cell}>
        {line ? (
          <Spark
            points={line.points.map((point) => point.value)}
            label={`${line.points.length}時点の移り変わり`}
          />
        ) : null}
      </td>
      <td className={`${cell} text-xs`}>
        {item ? (
          <>
            {periodWords(item)}
            <span className="block text-soft">{item.release}</span>
          </>
        ) : null}
      </td>
    </tr>
  )
}

function wordWithout(level: Level | undefined, isLoading: boolean): string {
  if (level === undefined) return '元の統計がまだ取り込まれていません'
  if (level === 'town') return '町ごとの値があります'
  return isLoading ? '…' : 'この場所の値はありません'
}

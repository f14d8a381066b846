import { figureText } from '../rules/words.ts'
import type { Comparison, Definition } from '../schema.ts'

type Item = Comparison['items'][number]
const width = 150
const height = 26
const middle = 13

/** Where ours lies among all places: the whole span, the middle half as a box, its median; ours a diamond, the nation a dash. */
export function Strip({ item, value }: { item: Item; value: number | null }) {
  const { spread, nation, definition } = item
  if (!spread || spread.highest === spread.lowest) return null
  const at = (figure: number) =>
    6 + ((figure - spread.lowest) / (spread.highest - spread.lowest)) * (width - 12)
  const words = stripWords(definition, spread, value, nation?.value ?? null)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={words}
      className="forced-color-adjust-none bg-paper"
    >
      <line x1={6} x2={width - 6} y1={middle} y2={middle} stroke="#767676" strokeWidth="1" />
      <rect
        x={at(spread.q1)}
        width={Math.max(1, at(spread.q3) - at(spread.q1))}
        y={middle - 6}
        height={12}
        fill="#dfe3ea"
        stroke="#4d4d4d"
      />
      <line x1={at(spread.median)} x2={at(spread.median)} y1={middle - 6} y2={middle + 6} stroke="#1a1a1a" />
      {typeof nation?.value === 'number' ? (
        <line
          x1={at(nation.value)}
          x2={at(nation.value)}
          y1={1}
          y2={height - 1}
          stroke="#4d4d4d"
          strokeDasharray="3 2"
          strokeWidth="1.5"
        />
      ) : null}
      {value === null ? null : (
        <path
          d={`M${at(value)} ${middle - 7}l7 7l-7 7l-7-7z`}
          fill="#0017c1"
          stroke="#ffffff"
          strokeWidth="1"
        />
      )}
    </svg>
  )
}

function stripWords(
  { decimals }: Definition,
  spread: NonNullable<Item['spread']>,
  value: number | null,
  nation: number | null,
): string {
  const say = (figure: number) => figureText(figure, decimals)
  return [
    `最小${say(spread.lowest)}、中央値${say(spread.median)}、最大${say(spread.highest)}`,
    value === null ? 'この場所の値はありません' : `この場所は${say(value)}`,
    nation === null ? '' : `全国は${say(nation)}`,
  ]
    .filter(Boolean)
    .join('。')
}

/** A line of the last periods, for the eye; the figures stand in the page behind it. */
export function Spark({ points, label }: { points: readonly (number | null)[]; label: string }) {
  const known = points.filter((one) => one !== null)
  if (known.length < 2) return null
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const x = (n: number) => 4 + (n / (points.length - 1)) * 82
  const y = (value: number) => (high === low ? 13 : 22 - ((value - low) / (high - low)) * 18)
  const drawn = points.flatMap((value, n) => (value === null ? [] : [`${x(n)},${y(value)}`]))
  const last = points.at(-1)
  return (
    <svg
      viewBox="0 0 90 26"
      width={90}
      height={26}
      role="img"
      aria-label={label}
      className="forced-color-adjust-none bg-paper"
    >
      <polyline points={drawn.join(' ')} fill="none" stroke="#0017c1" strokeWidth="1.5" />
      {typeof last === 'number' ? <circle cx={86} cy={y(last)} r={2.5} fill="#0017c1" /> : null}
    </svg>
  )
}

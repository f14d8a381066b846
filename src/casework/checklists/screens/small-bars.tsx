export interface Bar {
  /** R8.11.22 */
  label: string
  known: number
  unknown: number
}

interface SmallBarsProps {
  title: string
  bars: readonly Bar[]
  /** the scale ends here: all items of the domain */
  max: number
  /** from here the criterion is met; null: none of its own */
  limit: number | null
}

const HEIGHT = 56
const TOP = 12
const FOOT = 12
const WIDTH = 150

/** One domain over time: bars from zero, the unknown part only outlined, the limit as a broken line. Reads without colour. */
export function SmallBars({ title, bars, max, limit }: SmallBarsProps) {
  const step = WIDTH / Math.max(bars.length, 3)
  const width = Math.min(18, step * 0.55)
  const y = (points: number) => TOP + HEIGHT - (points / max) * HEIGHT
  const last = bars.at(-1)
  return (
    <figure className="m-0">
      <figcaption className="flex justify-between gap-2 text-sm">
        <span>{title}</span>
        <span className="tabular-nums">
          <b>{last ? textOf(last) : '―'}</b>
          <span className="text-soft">／{max}点</span>
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + FOOT}`} className="w-full" aria-hidden="true">
        <line x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} stroke="currentColor" />
        {limit === null ? null : (
          <line
            x1="0"
            x2={WIDTH}
            y1={y(limit)}
            y2={y(limit)}
            stroke="currentColor"
            strokeDasharray="3 3"
            strokeWidth="0.75"
          />
        )}
        {bars.map((bar, index) => {
          const x = step * index + (step - width) / 2
          return (
            <g key={bar.label}>
              <rect
                x={x}
                y={y(bar.known + bar.unknown)}
                width={width}
                height={Math.max(0, y(bar.known) - y(bar.known + bar.unknown))}
                fill="none"
                stroke="currentColor"
                strokeDasharray="2 2"
              />
              <rect
                x={x}
                y={y(bar.known)}
                width={width}
                height={y(0) - y(bar.known)}
                className="fill-accent"
                fillOpacity={index === bars.length - 1 ? 1 : 0.55}
              />
              <text
                x={x + width / 2}
                y={Math.max(9, y(bar.known + bar.unknown) - 2)}
                textAnchor="middle"
                fontSize="9"
                fill="currentColor"
              >
                {textOf(bar)}
              </text>
              {index === 0 || index === bars.length - 1 || bars.length <= 3 ? (
                <text
                  x={x + width / 2}
                  y={TOP + HEIGHT + FOOT - 2}
                  textAnchor="middle"
                  fontSize="8"
                  fill="currentColor"
                >
                  {bar.label.replace(/\.\d+$/, '')}
                </text>
              ) : null}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

const textOf = ({ known, unknown }: Bar) => (unknown === 0 ? String(known) : `${known}～${known + unknown}`)

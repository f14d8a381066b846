import { useId, useMemo } from 'react'
import { type DrawnFrame, drawMap } from './drawing.ts'
import type { MapData } from './map-data.ts'
import { fillOf } from './map-svg.ts'
import { border, chosenColour, missingColour, missingStroke, ownColour, placeColour } from './palettes.ts'

type SvgMapProps = {
  data: MapData
  width: number
  description: string
  chosen?: string | null
  onPoint?: (code: string | null) => void
  onChoose?: (code: string) => void
}

/** The map without WebGL: for old machines and for paper. Hatched where a grey copy would lose what colour says. */
export function SvgMap({ data, width, description, chosen, onPoint, onChoose }: SvgMapProps) {
  const prefix = useId()
  const drawing = useMemo(() => drawMap(data, width), [data, width])
  const { classes } = drawing.classes
  const codeAt = (target: EventTarget) =>
    target instanceof Element ? (target.closest('[data-code]')?.getAttribute('data-code') ?? null) : null
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every area is reached by key through the list beside */}
      <svg
        role="img"
        aria-label={description}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        width={drawing.width}
        height={drawing.height}
        className="block h-auto max-w-full bg-paper forced-color-adjust-none"
        onPointerMove={onPoint && ((event) => onPoint(codeAt(event.target)))}
        onPointerLeave={onPoint && (() => onPoint(null))}
        onClick={
          onChoose &&
          ((event) => {
            const code = codeAt(event.target)
            if (code !== null) onChoose(code)
          })
        }
      >
        <defs>
          {classes.map(({ colour }, at) => (
            <Lines key={colour} id={`${prefix}-hatch-${at}`} ground={colour} stroke="#ffffff" angle={45} />
          ))}
          <Lines id={`${prefix}-missing`} ground={missingColour} stroke={missingStroke} angle={-45} />
        </defs>
        {drawing.frames.map((frame, at) => (
          <FrameOfMap
            key={`${frame.x} ${frame.width}`}
            frame={frame}
            at={at}
            clip={`${prefix}-clip-${at}`}
            chosen={chosen}
            fill={(look) => fillOf(data, classes, look, prefix)}
          />
        ))}
      </svg>
      {drawing.notes.map((note) => (
        <p key={note} className="text-xs text-soft">
          {note}
        </p>
      ))}
    </>
  )
}

type LinesProps = { id: string; ground: string; stroke: string; angle: number }

const Lines = ({ id, ground, stroke, angle }: LinesProps) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`rotate(${angle})`}>
    <rect width="6" height="6" fill={ground} />
    <path d="M0 3H6" stroke={stroke} strokeWidth="1" />
  </pattern>
)

type FrameProps = {
  frame: DrawnFrame
  at: number
  clip: string
  chosen: string | null | undefined
  fill: (look: DrawnFrame['areas'][number]['look']) => string
}

function FrameOfMap({ frame: { x, y, width, height, areas, places }, at, clip, chosen, fill }: FrameProps) {
  const outline = (path: string, key: string, colour: string) => [
    <path key={`${key} light`} d={path} fill="none" stroke="#ffffff" strokeWidth="5" pointerEvents="none" />,
    <path key={key} d={path} fill="none" stroke={colour} strokeWidth="2.5" pointerEvents="none" />,
  ]
  return (
    <g clipPath={`url(#${clip})`}>
      <clipPath id={clip}>
        <rect x={x} y={y} width={width} height={height} />
      </clipPath>
      {at > 0 ? (
        <rect x={x} y={y} width={width} height={height} fill="#ffffff" stroke={border} strokeWidth="2" />
      ) : null}
      <g stroke={border} strokeWidth="0.4" strokeLinejoin="round" fillRule="evenodd">
        {areas.map(({ code, path, look }) => (
          <path key={code} data-code={code} d={path} fill={fill(look)} />
        ))}
      </g>
      {areas.filter(({ isOwn }) => isOwn).flatMap(({ path }) => outline(path, 'own', ownColour))}
      {areas
        .filter(({ code }) => code === chosen)
        .flatMap(({ path }) => outline(path, 'chosen', chosenColour))}
      {places.map(({ id, x: cx, y: cy, radius, look, isOwn }) => (
        <circle
          key={id}
          data-code={id}
          cx={cx}
          cy={cy}
          r={radius}
          fill={look === 'plain' ? placeColour : fill(look)}
          stroke={id === chosen ? chosenColour : isOwn ? ownColour : '#ffffff'}
          strokeWidth={id === chosen || isOwn ? 2.5 : 0.8}
        />
      ))}
    </g>
  )
}

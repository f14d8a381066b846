import { memo } from 'react'
import type { MapClasses } from './classes.ts'
import { type LegendRow, legendRows } from './legend-rows.ts'
import type { MapData } from './map-data.ts'
import { fillOf, legendTitle } from './map-svg.ts'
import { border, ownColour, placeColour } from './palettes.ts'

/** What the colours mean and how many places each has; the pattern of missing figures is the map's own. */
export const Legend = memo(function Legend({ data, classes }: { data: MapData; classes: MapClasses }) {
  return (
    <div className="text-sm">
      <p className="font-bold">{legendTitle(data)}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {legendRows(data, classes).map((row) => (
          <li key={row.label} className="flex items-start gap-2">
            <Swatch row={row} data={data} classes={classes} />
            {row.label}
          </li>
        ))}
      </ul>
    </div>
  )
})

function Swatch({ row: { look }, data, classes }: { row: LegendRow; data: MapData; classes: MapClasses }) {
  return (
    <svg width="26" height="16" aria-hidden="true" className="mt-1 shrink-0 forced-color-adjust-none">
      {look === 'own' ? (
        <rect x="2" y="2" width="22" height="12" fill="#ffffff" stroke={ownColour} strokeWidth="2.5" />
      ) : look === 'place' ? (
        <circle cx="13" cy="8" r="5" fill={placeColour} />
      ) : (
        <>
          <rect
            x="1"
            y="1"
            width="24"
            height="14"
            fill={look === 'missing' ? '#ffffff' : plain(look, data, classes)}
            stroke={border}
            strokeWidth="0.5"
          />
          {look === 'missing' ? <path d="M2 14L14 2M8 14L20 2M14 14L24 4M2 8L8 2" stroke="#767676" /> : null}
        </>
      )}
    </svg>
  )
}

/** On the screen the colours tell enough: hatches are for paper. */
const plain = (look: LegendRow['look'], data: MapData, { classes }: MapClasses): string =>
  typeof look === 'number'
    ? fillOf(
        data,
        classes.map((one) => ({ ...one, isHatched: false })),
        look,
      )
    : '#ffffff'

import { fontFamily, ink, soft } from '../chart/looks.ts'
import { type DrawnFrame, drawMap, type Look } from './drawing.ts'
import { type LegendRow, legendRows } from './legend-rows.ts'
import type { MapData } from './map-data.ts'
import * as look from './palettes.ts'

export type SavedMap = { title: string; data: MapData; notes?: readonly string[] }

const margin = 16
const line = 18
const font = `font-family="${fontFamily}"`

/** Signs that XML takes for its own; control characters are left out. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/**
 * The map as a drawing that stands alone: title, areas, own place, legend with counts, notes (出典 among them). Hatches tell
 * missing figures and the lower side of a diverging scale apart, so that a grey copy still reads. Pure: the server calls it
 * for paper.
 * @param width of the whole in pixels
 */
export function mapSvg(
  { title, data, notes = [] }: SavedMap,
  { width }: { width: number },
): { text: string; width: number; height: number } {
  const drawing = drawMap(data, width - margin * 2)
  const rows = legendRows(data, drawing.classes)
  const columns = Math.max(1, Math.floor((width - margin * 2) / 250))
  const legendTop = margin + 32 + drawing.height + 12
  const legendLines = Math.ceil(rows.length / columns)
  const lines = [...drawing.notes, ...notes].flatMap((note) =>
    broken(note, Math.floor((width - margin * 2) / 12)),
  )
  const notesTop = legendTop + 20 + legendLines * line + 8
  const height = notesTop + lines.length * line + margin
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    hatches(drawing.classes.classes.map(({ colour }) => colour)),
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    words(margin, margin + 16, title, 16, 'font-weight="bold"'),
    `<g transform="translate(${margin} ${margin + 32})">`,
    ...drawing.frames.map((frame, at) =>
      drawFrame(frame, at, (one) => fillOf(data, drawing.classes.classes, one)),
    ),
    '</g>',
    words(margin, legendTop + 12, legendTitle(data), 13, 'font-weight="bold"'),
    ...rows.map((row, at) =>
      drawRow(
        row,
        margin + (at % columns) * 250,
        legendTop + 20 + Math.floor(at / columns) * line,
        data,
        drawing.classes.classes,
      ),
    ),
    ...lines.map((one, at) => words(margin, notesTop + 12 + at * line, one, 12, '', soft)),
    '</svg>',
  ].join('\n')
  return { text, width, height }
}

export const legendTitle = ({ valueWord, unit, areaWord }: MapData): string =>
  `${valueWord}${unit ? `（${unit}）` : ''}　かっこ内は${areaWord}の数`

const words = (x: number, y: number, text: string, size: number, more = '', fill: string = ink): string =>
  `<text x="${x}" y="${y}" ${font} font-size="${size}" fill="${fill}" ${more}>${escaped(text)}</text>`

type Classes = readonly { colour: string; isHatched: boolean }[]

/** Patterns by class: `map-hatch-0` … and `map-missing`. */
const hatches = (colours: readonly string[]): string => {
  const lines = (id: string, ground: string, stroke: string, angle: number) =>
    `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})">` +
    `<rect width="6" height="6" fill="${ground}"/><path d="M0 3H6" stroke="${stroke}" stroke-width="1"/></pattern>`
  return [
    '<defs>',
    ...colours.map((colour, at) => lines(`map-hatch-${at}`, colour, '#ffffff', 45)),
    lines('map-missing', look.missingColour, look.missingStroke, -45),
    '</defs>',
  ].join('')
}

/** @param prefix of the patterns' ids: several drawings on one page must not meet */
export function fillOf(data: MapData, classes: Classes, of: Look, prefix = 'map'): string {
  if (of === 'missing') return `url(#${prefix}-missing)`
  if (of === 'plain') return data.coloured === 'places' ? '#f1f1f1' : look.placeColour
  const one = classes[of]
  return one?.isHatched ? `url(#${prefix}-hatch-${of})` : (one?.colour ?? look.missingColour)
}

function drawFrame(frame: DrawnFrame, at: number, fill: (look: Look) => string): string {
  const { x, y, width, height, areas, places } = frame
  const own = areas.filter(({ isOwn }) => isOwn)
  return [
    `<clipPath id="map-frame-${at}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`,
    `<g clip-path="url(#map-frame-${at})">`,
    at > 0 ? `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>` : '',
    `<g stroke="${look.border}" stroke-width="0.4" stroke-linejoin="round" fill-rule="evenodd">`,
    ...areas.map(({ path, look: of }) => `<path d="${path}" fill="${fill(of)}"/>`),
    '</g>',
    ...own.map(({ path }) => `<path d="${path}" fill="none" stroke="#ffffff" stroke-width="5"/>`),
    ...own.map(({ path }) => `<path d="${path}" fill="none" stroke="${look.ownColour}" stroke-width="2.5"/>`),
    ...places.map(
      ({ x: cx, y: cy, radius, look: of, isOwn }) =>
        `<circle cx="${cx}" cy="${cy}" r="${radius}" fill="${of === 'plain' ? look.placeColour : fill(of)}" fill-opacity="0.9" ` +
        `stroke="${isOwn ? look.ownColour : '#ffffff'}" stroke-width="${isOwn ? 2.5 : 0.8}"/>`,
    ),
    '</g>',
    at > 0
      ? `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="${look.border}"/>`
      : '',
  ].join('')
}

function drawRow(row: LegendRow, x: number, y: number, data: MapData, classes: Classes): string {
  const swatch =
    row.look === 'own'
      ? `<rect x="${x + 1}" y="${y + 2}" width="22" height="11" fill="#ffffff" stroke="${look.ownColour}" stroke-width="2.5"/>`
      : row.look === 'place'
        ? `<circle cx="${x + 12}" cy="${y + 7}" r="5" fill="${look.placeColour}"/>`
        : `<rect x="${x}" y="${y + 1}" width="24" height="13" fill="${fillOf(data, classes, row.look)}" stroke="${look.border}" stroke-width="0.5"/>`
  return swatch + words(x + 30, y + 12, row.label, 12)
}

/** Lines of at most so many characters. */
function broken(text: string, width: number): string[] {
  const letters = [...text]
  const lines: string[] = []
  while (letters.length > 0) lines.push(letters.splice(0, Math.max(20, width)).join(''))
  return lines
}

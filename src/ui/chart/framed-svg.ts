import { fontFamily, ink, soft } from './looks.ts'

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const margin = 16
const titleHeight = 36
const lineHeight = 18

/** Lines of at most so many characters. */
function broken(text: string, width: number): string[] {
  const letters = [...text]
  const lines: string[] = []
  while (letters.length > 0) lines.push(letters.splice(0, width).join(''))
  return lines
}

/**
 * A drawing on white with its title above and its sources below, so that it can stand alone in a document.
 * @param svg one <svg> element with width and height in pixels
 */
export function framedSvg(svg: string, title: string, notes: readonly string[]) {
  const inner = Number(/\bwidth="([\d.]+)"/.exec(svg)?.[1] ?? 640)
  const high = Number(/\bheight="([\d.]+)"/.exec(svg)?.[1] ?? 300)
  const lines = notes.flatMap((note) => broken(note, Math.max(20, Math.floor(inner / 12))))
  const width = inner + margin * 2
  const height = high + titleHeight + margin * 2 + lines.length * lineHeight
  const foot = margin + titleHeight + high + lineHeight
  const font = `font-family="${escaped(fontFamily)}"`
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    `<text x="${margin}" y="${margin + 18}" ${font} font-size="16" font-weight="bold" fill="${ink}">${escaped(title)}</text>`,
    svg.replace(/<svg /, `<svg x="${margin}" y="${margin + titleHeight}" `),
    ...lines.map(
      (line, index) =>
        `<text x="${margin}" y="${foot + index * lineHeight}" ${font} font-size="12" fill="${soft}">${escaped(line)}</text>`,
    ),
    '</svg>',
  ].join('\n')
  return { text, width, height }
}

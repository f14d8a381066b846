import { saveFile } from '../save/index.ts'
import { framedSvg } from './framed-svg.ts'

type Picture = { svg: string; title: string; notes: readonly string[] }

/** The picture with its title and sources, as a drawing that stays sharp. */
export function saveSvg({ svg, title, notes }: Picture): void {
  const { text } = framedSvg(svg, title, notes)
  saveFile(`${title}.svg`, new Blob([text], { type: 'image/svg+xml' }))
}

/** The same as dots, twice as fine as the screen, for documents that take no drawings. @throws Error when it cannot be drawn */
export async function savePng({ svg, title, notes }: Picture): Promise<void> {
  const { text, width, height } = framedSvg(svg, title, notes)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * 2
  canvas.height = height * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!content) throw new Error('the picture could not be drawn')
  saveFile(`${title}.png`, content)
}

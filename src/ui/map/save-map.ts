import { saveFile } from '../save/index.ts'
import { mapSvg, type SavedMap } from './map-svg.ts'

/** Pixels of a saved picture; PNG has twice as many dots. */
const width = 960

/** The map with title, legend and sources, as a drawing that stays sharp. */
export function saveMapSvg(map: SavedMap): void {
  saveFile(`${map.title}.svg`, new Blob([mapSvg(map, { width }).text], { type: 'image/svg+xml' }))
}

/** The same as dots, for documents that take no drawings. @throws Error when it cannot be drawn */
export async function saveMapPng(map: SavedMap): Promise<void> {
  const { text, height } = mapSvg(map, { width })
  const image = new Image()
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!content) throw new Error('the map could not be drawn')
    saveFile(`${map.title}.png`, content)
  } finally {
    URL.revokeObjectURL(address)
  }
}

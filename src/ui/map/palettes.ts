/**
 * Five steps each, told apart by every kind of colour sight. The sequential one falls evenly in lightness, so a grey print
 * keeps its order; of the diverging one both ends are dark, so its lower side is hatched where colour may be lost.
 */
export const palettes = {
  sequential: ['#e8f1fa', '#b5d3ea', '#74abd3', '#2c77ae', '#0a3a6b'],
  diverging: ['#8a4a0b', '#d8a562', '#f1efe9', '#86b6cf', '#155a80'],
} as const

export type Palette = keyof typeof palettes

/** Colours for so many classes (1–5), spread over the palette. */
export function coloursOf(palette: Palette, count: number): string[] {
  const all = palettes[palette]
  if (count <= 1) return [all[palette === 'diverging' ? 2 : 3]]
  return Array.from(
    { length: count },
    (_, at) => all[Math.round((at * (all.length - 1)) / (count - 1))] ?? all[0],
  )
}

export const missingColour = '#ffffff'
export const missingStroke = '#767676'
export const border = '#8c8c8c'
export const ownColour = '#1a1a1a'
export const chosenColour = '#d4380d'
export const placeColour = '#0017c1'
export const sea = '#f8f8f8'

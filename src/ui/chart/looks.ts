/**
 * How series are told apart: by colour (dark on white, different for every kind of colour sight), by line and mark, by
 * pattern; each alone is enough, so a copy in black and white still reads.
 */
export type Look = {
  color: string
  line: 'solid' | 'dashed' | 'dotted'
  symbol: 'circle' | 'rect' | 'triangle' | 'diamond' | 'emptyCircle' | 'emptyRect'
  /** stripes, dots … of a bar; null: a plain one */
  decal: {
    symbol: string
    symbolSize?: number
    rotation?: number
    dashArrayX: number[] | number[][]
    dashArrayY: number[]
    color: string
  } | null
}

const white = 'rgba(255, 255, 255, 0.85)'

export const looks: readonly Look[] = [
  { color: '#0017c1', line: 'solid', symbol: 'circle', decal: null },
  {
    color: '#8b3a00',
    line: 'dashed',
    symbol: 'rect',
    decal: { symbol: 'rect', rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 4], color: white },
  },
  {
    color: '#00605a',
    line: 'dotted',
    symbol: 'triangle',
    decal: {
      symbol: 'circle',
      symbolSize: 0.7,
      dashArrayX: [
        [6, 6],
        [0, 6, 6, 0],
      ],
      dashArrayY: [5, 0],
      color: white,
    },
  },
  {
    color: '#7a2b8f',
    line: 'solid',
    symbol: 'diamond',
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], color: white },
  },
  {
    color: '#4d4d4d',
    line: 'dashed',
    symbol: 'emptyCircle',
    decal: { symbol: 'rect', rotation: Math.PI / 2, dashArrayX: [1, 0], dashArrayY: [2, 5], color: white },
  },
  {
    color: '#a3005c',
    line: 'dotted',
    symbol: 'emptyRect',
    decal: { symbol: 'rect', rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [5, 4], color: white },
  },
]

export const lookOf = (index: number): Look => looks[index % looks.length]!

/**
 * The product's type on the screen and in a saved picture alike; a file on another machine finds the next in the row.
 * Single quotes: ECharts writes it into style="…" as it is.
 */
export const fontFamily =
  "'BIZ UDPGothic', 'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic UI', Meiryo, sans-serif"
export const ink = '#1a1a1a'
export const soft = '#4d4d4d'
export const grid = '#cccccc'

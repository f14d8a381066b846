import { cleanLine, cleanText } from '../../platform/text/index.ts'

/** One line, for names and addresses: line breaks to a space, edges trimmed (full-width spaces too); null: blank. */
export const readLine = (cell: string): string | null => cleanLine(cell).replace(/ {2,}/g, ' ') || null

/** Several lines, for descriptions: line ends to LF; null: blank. */
export const readLines = (cell: string): string | null => cleanText(cell) || null

/** A name stretched over the width of its column: 「全　 国」 is 全国. For names of places, never of people. */
export const unpadded = (cell: string): string => cleanLine(cell).replace(/\s+/gu, '')

/** A row of a statistic that adds up the others: 合計, 総数, 全国, 小計, 香川県計. */
export const isTotalName = (cell: string): boolean =>
  /^(?:合計|総計|総数|小計|計|全国|全国計|国計|都道府県計|市町村計|.+[都道府県市区町村]計)$/u.test(
    unpadded(cell),
  )

/** A row that says the units of the columns: （人）, 単位：人. */
export const isUnitName = (cell: string): boolean =>
  /^(?:単位[:：].*|[(（][^()（）]{1,4}[)）])$/u.test(unpadded(cell))

/** 東京都…, 香川県…: a whole address, also where only its last part belongs (所在地_町字). */
export const beginsWithPrefecture = (cell: string): boolean =>
  /^(?:東京都|北海道|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島)県|\p{Script=Han}{2}県)/u.test(unpadded(cell))

/** Headings that mean the same: full and half width, with spaces or without. */
export const foldHeading = (heading: string): string => heading.normalize('NFKC').replace(/\s+/gu, '')

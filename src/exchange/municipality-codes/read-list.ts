import { cleanCode } from '../../platform/text/index.ts'
import type { CellValue, RowCells } from '../tabular/index.ts'
import { readCode } from './code.ts'
import type { LIST_HEADINGS, MunicipalityKind, MunicipalityRow, PREFECTURE_HEADINGS } from './layout.ts'
import { prefectureNames } from './prefectures.ts'

/** Headings of both lists. */
export type ListHeading =
  | (typeof LIST_HEADINGS.required)[number]
  | (typeof PREFECTURE_HEADINGS.required)[number]
type Cells = RowCells<ListHeading>

const nothingDated = {
  layout: 'list',
  parentCode: null,
  validFrom: null,
  validTo: null,
  successorCodes: [] as string[],
  note: '',
  source: '',
  confidence: null,
} as const

export function readPrefecture(cells: Cells): MunicipalityRow {
  const prefecture = readNumber(cells)
  return {
    ...nothingDated,
    ...sharedOf(cells, prefecture),
    name: cells.text('pref'),
    kana: cells.text('prefkana'),
    kind: 'prefecture',
  }
}

/** A ward keeps its blank until its city is found (`withParents`). */
export function readMunicipality(cells: Cells): MunicipalityRow {
  const prefecture = readNumber(cells)
  const name = cells.text('city').replace(/[\s\u3000]+/gu, ' ')
  return {
    ...nothingDated,
    ...sharedOf(cells, prefecture),
    name,
    kana: cells.text('citykana').replace(/[\s\u3000]+/gu, ''),
    kind: kindOf(cells, name),
  }
}

function kindOf(cells: Cells, name: string): MunicipalityKind {
  const last = name.at(-1)
  if (last === '市') return 'city'
  if (last === '町') return 'town'
  if (last === '村') return 'village'
  if (last === '区') return name.includes(' ') ? 'ward' : 'special-ward'
  cells.refuse(
    'city',
    'cell.municipality-name',
    '市、町、村、区のどれでもない名前です。',
    '市区町村の名前を確かめてください。',
  )
  return 'city'
}

/** The prefecture of the row by its number, which must agree with its name. */
function readNumber(cells: Cells): string {
  const number = Number(cleanCode(cells.text('pid')))
  const name = prefectureNames[number - 1]
  if (name !== undefined && name === cells.text('pref')) return String(number).padStart(2, '0')
  cells.refuse(
    'pid',
    'cell.prefecture',
    name === undefined
      ? '都道府県の番号が1から47ではありません。'
      : `番号${number}は${name}ですが、行には「${cells.text('pref')}」とあります。`,
    '都道府県の番号と名前を確かめてください。',
  )
  return ''
}

function sharedOf(cells: Cells, prefecture: string) {
  const before = cells.refusals.length
  const code = cells.value('lgcode', (cell) => readCode(cell, prefecture))
  if (code === null && cells.refusals.length === before) {
    cells.refuse('lgcode', 'cell.missing', 'コードがありません。', '全国地方公共団体コードを入れてください。')
  }
  return {
    code: code ?? '',
    latitude: cells.value('lat', (cell) => readDegrees(cell, 20, 46)),
    longitude: cells.value('lng', (cell) => readDegrees(cell, 122, 155)),
    rowNumber: cells.rowNumber,
  }
}

/** Degrees inside Japan: a mistaken order of latitude and longitude is refused. */
function readDegrees(cell: string, least: number, most: number): CellValue<number> {
  if (cell === '') return { state: 'missing', why: 'blank' }
  const degrees = /^\d+(\.\d+)?$/.test(cell.normalize('NFKC')) ? Number(cell.normalize('NFKC')) : Number.NaN
  if (degrees >= least && degrees <= most) return { state: 'value', value: degrees }
  return {
    state: 'wrong',
    code: 'cell.location',
    reason: `日本の位置（${least}度から${most}度）として読めません。`,
    remedy: '緯度と経度を、度の小数で入れてください（逆になっていませんか）。',
  }
}

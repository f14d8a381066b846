import { type CellValue, halfWidth, lostDigits, missing, wrong } from './values.ts'

/** Degrees, WGS84. */
export interface Point {
  latitude: number
  longitude: number
}

// 沖ノ鳥島 20.4 N to 択捉島 45.6 N, 与那国島 122.9 E to 南鳥島 154.0 E, with a margin
const JAPAN = { south: 20, north: 46, west: 122, east: 155 }

/** One cell with both: `34.33,134.05`, also with a space behind the comma, in full width or in brackets. */
export function readCoordinates(cell: string): CellValue<Point> {
  const gap = missing(cell)
  if (gap) return gap
  const [latitude, longitude, ...rest] = halfWidth(cell)
    .replace(/^\((.*)\)$/, '$1')
    .split(/\s*[,、;]\s*|\s+/u)
  if (latitude === undefined || longitude === undefined || rest.length > 0) return notCoordinates()
  return readPoint(latitude, longitude)
}

/** Two cells. Both or neither: one alone is wrong. */
export function readPoint(latitudeCell: string, longitudeCell: string): CellValue<Point> {
  const gaps = [missing(latitudeCell), missing(longitudeCell)]
  if (gaps[0] && gaps[1]) return gaps[0]
  if (gaps[0] || gaps[1])
    return wrong(
      'half-coordinates',
      '緯度と経度の片方しかありません。',
      '両方を書くか、両方を空にしてください。',
    )
  const lost = lostDigits(latitudeCell) ?? lostDigits(longitudeCell)
  if (lost) return lost
  const latitude = degrees(latitudeCell)
  const longitude = degrees(longitudeCell)
  if (latitude === undefined || longitude === undefined) return notCoordinates()
  if (isInJapan(latitude, longitude)) return { state: 'value', value: { latitude, longitude } }
  return isInJapan(longitude, latitude)
    ? wrong(
        'swapped-coordinates',
        '緯度と経度が入れ替わっています。',
        '緯度（北緯）、経度（東経）の順に直してください。',
      )
    : wrong(
        'outside-japan',
        '日本の外の位置です。',
        '緯度と経度を度（小数）で、たとえば「34.340112,134.043291」のように直してください。',
      )
}

const degrees = (cell: string): number | undefined => {
  const text = halfWidth(cell)
  return /^\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : undefined
}

const isInJapan = (latitude: number, longitude: number): boolean =>
  latitude >= JAPAN.south && latitude <= JAPAN.north && longitude >= JAPAN.west && longitude <= JAPAN.east

const notCoordinates = () =>
  wrong(
    'not-coordinates',
    '緯度と経度として読めません。',
    '「34.340112,134.043291」のように、度（小数）を二つ、コンマで区切ってください。',
  )

import type { Tx } from '../../../platform/database/engine.ts'
import { Problem } from '../../../platform/errors/index.ts'
import { chooseSet, makeTopology } from '../../../registers/municipalities/index.ts'
import type { MapData } from '../../../ui/map/map-data.ts'
import { areaMap, townMap } from '../pictures/map-values.ts'
import type { Shown } from '../pictures/pictures.ts'
import type { IndicatorSheet } from '../print.ts'

type Picture = IndicatorSheet['pictures'][number]

/** The map of the screen: our prefecture's municipalities, or the towns. None where no boundaries were taken in. */
export async function mapPicture(tx: Tx, today: string, shown: Shown, width: number): Promise<Picture[]> {
  const drawn =
    shown.level === 'town' ? { data: townMap(figuresOf(shown)), line: '' } : await areas(tx, today, shown)
  if (!drawn) return []
  const { mapSvg } = await import('../../../ui/map/map-svg.ts')
  const title = shown.level === 'town' ? '町ごとの地図' : '都道府県の中の地図'
  const { text } = mapSvg({ title: '', data: drawn.data, notes: drawn.line ? [drawn.line] : [] }, { width })
  return [{ title, description: `${shown.definition.title}の${title}`, svg: text, isWide: false }]
}

const figuresOf = ({ definition, level, items, roles }: Shown) => ({
  definition,
  level,
  items,
  own: roles.own,
})

async function areas(tx: Tx, today: string, shown: Shown): Promise<{ data: MapData; line: string } | null> {
  const ours = shown.items.find(({ code }) => code === shown.roles.own)
  if (!ours?.prefectureCode || !['insurer', 'municipality'].includes(shown.level)) return null
  const prefecture = ours.prefectureCode
  try {
    const asked = { level: 'municipality', prefecture } as const
    const boundaries = await makeTopology(tx, await chooseSet(tx, asked, today), asked, today)
    const insurers = await tx.query<{ code: string; municipalityCodes: string[] }>(
      `select code, municipality_codes as "municipalityCodes" from evaluation.place
       where level = 'insurer' and series = 'japan' and prefecture_code = $1`,
      [prefecture],
    )
    const items = shown.items.filter(({ prefectureCode }) => prefectureCode === prefecture)
    const data = areaMap({ ...figuresOf(shown), items }, { insurers }, boundaries)
    return { data, line: boundaries.attribution.join('、') }
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  }
}

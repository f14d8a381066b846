import type { Tx } from '../../platform/database/engine.ts'
import { type FigureSource, hasWords, missingReading, periodWords } from '../../platform/figures/index.ts'
import {
  attributionOf,
  type Level,
  MISSING_WORDS,
  ownPlaces,
  placeByCode,
  thresholdsOn,
} from '../statistics/index.ts'
import type { IndicatorDefinition } from './define.ts'
import { allIndicators } from './find.ts'
import { lastPlaces, missingWord } from './rules/words.ts'
import { hiddenPlaces } from './service-protect.ts'

const definitionWords = ({ numerator, denominator, exclusions }: IndicatorDefinition): string =>
  `分子: ${numerator}／分母: ${denominator}／除くもの: ${exclusions}`

interface ValueRow {
  release: string
  figure: number | null
  reason: string | null
  releaseIds: string[]
  to: string
}

/** Values of the indicators, as their definitions make them from published counts. Ref: `indicator|level|series|code`. */
const indicators: FigureSource = {
  id: 'indicator',
  label: '指標',
  may: 'statistics.read',
  list: async (tx, actor, words, limit) => {
    const [definitions, places, stored] = await Promise.all([
      allIndicators(),
      ownPlaces(tx, actor),
      tx.query<{ indicator: string; level: string; series: string; from: string; to: string }>(
        `select distinct on (indicator, level, series) indicator, level, series, period_from::text as "from", period_to::text as "to"
         from evaluation.indicator_column order by indicator, level, series, period_to desc, period_from desc`,
      ),
    ])
    const offers = places.flatMap((place) =>
      stored
        .filter(({ level, series }) => level === place.level && series === place.series)
        .flatMap(({ indicator, from, to }) => {
          const definition = definitions.get(indicator)
          if (!definition) return []
          const label = `${place.name.replace(/\s+/g, '')} ${definition.title}`
          if (!hasWords(label, words)) return []
          const ref = [indicator, place.level, place.series, place.code].join('|')
          const latest = { from, to }
          return [{ ref, label, unit: definition.unit, definition: definitionWords(definition), latest }]
        }),
    )
    return offers.slice(0, limit)
  },
  read: async (tx, _actor, ref, period) => {
    const [id = '', level = '', series = '', code = ''] = ref.split('|')
    const definition = (await allIndicators()).get(id)
    const place = await placeByCode(tx, level, series, code)
    if (!definition || !place)
      return missingReading({ label: id, unit: '', definition: '' }, 'この指標か地域は、今はありません。')
    const about = {
      label: `${place.name.replace(/\s+/g, '')} ${definition.title}`,
      unit: definition.unit,
      definition: definitionWords(definition),
    }
    const [row] = await tx.query<ValueRow>(
      `select release, figures[$6] as figure, missing[$6] as reason, release_ids as "releaseIds", period_to::text as "to"
       from evaluation.indicator_column where indicator = $1 and level = $2 and series = $3
         and period_from = $4::date and period_to = $5::date
       order by array_position(array['改訂', '確定', '速報'], release) limit 1`,
      [id, level, series, period.from, period.to, place.position],
    )
    if (!row) return missingReading(about, `${periodWords(period)}の値は計算されていません。`)
    const source = `${await attributionOf(tx, row.releaseIds)}を加工して作成（${row.release}）`
    if (await isHidden(tx, definition, { level: place.level, series, code, periodTo: row.to }))
      return missingReading(about, `${missingWord('hidden')}。`, source)
    if (row.figure === null)
      return missingReading(about, MISSING_WORDS[row.reason ?? ''] ?? '値がありません。', source)
    const value = lastPlaces(row.figure, definition.decimals) / 10 ** definition.decimals
    return { ...about, value, missing: null, asOf: row.to, source }
  },
}

/** Small counts of towns are hidden here as everywhere. */
async function isHidden(
  tx: Tx,
  { computation }: IndicatorDefinition,
  { code, ...where }: { level: Level; series: string; code: string; periodTo: string },
): Promise<boolean> {
  if (where.level !== 'town' && where.level !== 'municipality') return false
  const [day] = await tx.query<{ today: string }>(`select current_setting('meguri.today') as today`)
  return (await hiddenPlaces(tx, computation, where, await thresholdsOn(tx, day!.today))).has(code)
}

export const figureSources: FigureSource[] = [indicators]

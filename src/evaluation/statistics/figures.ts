import type { Tx } from '../../platform/database/engine.ts'
import {
  type FigureOffer,
  type FigurePeriod,
  type FigureSource,
  hasWords,
  missingReading,
  periodWords,
} from '../../platform/figures/index.ts'
import { attributionLine } from '../../platform/import/index.ts'
import { type FactUnit, LEVELS } from './facts.ts'
import { missingWord } from './figure-words.ts'
import { isHiddenCount } from './guard.ts'
import { measureLabel } from './measure-words.ts'
import './policy.ts'
import { type OwnPlace, ownPlaces, placeByCode } from './own-places.ts'

/** Why a published figure is missing, in words. */
export const MISSING_WORDS: Readonly<Record<string, string>> = {
  'not-conducted': '調査が行われていません。',
  'not-reported': '元の統計に数がありません（未報告）。',
  suppressed: '元の統計で伏せられています。',
  'not-published-at-this-level': 'この区分では公表されていません。',
  'no-such-service': 'このサービスがありません。',
  'not-yet-released': 'まだ公表されていません。',
  'not-loaded': 'まだ取り込まれていません。',
  'no-denominator': '割る数がありません。',
  'too-few': '数が少ないため出しません。',
}

const UNIT_WORDS: Readonly<Record<FactUnit, string>> = {
  実人数: '人（実人数）',
  延べ人数: '人（延べ）',
  回数: '回',
  か所: 'か所',
  世帯: '世帯',
  円: '円',
  m: 'm',
}

interface ColumnRow extends FigurePeriod {
  release: string
  unit: FactUnit
  figure: number | null
  reason: string | null
  releaseIds: string[]
}

/** `measure|level|series|code` of the place. */
const refOf = (measure: string, { level, series, code }: OwnPlace) => [measure, level, series, code].join('|')

/** Published counts of the insurer, its towns, its prefecture and the nation. */
const published: FigureSource = {
  id: 'published',
  label: '公表された統計の数',
  may: 'statistics.read',
  list: async (tx, actor, words, limit) => {
    const [places, measures] = await Promise.all([ownPlaces(tx, actor), storedMeasures(tx)])
    const offers: FigureOffer[] = []
    for (const place of places) {
      for (const measure of measures) {
        if (measure.level !== place.level || measure.series !== place.series) continue
        const label = labelOf(measure.measure, place)
        if (!hasWords(label, words)) continue
        offers.push({
          ref: refOf(measure.measure, place),
          label,
          unit: UNIT_WORDS[measure.unit],
          definition: label,
          latest: { from: measure.from, to: measure.to },
        })
        if (offers.length >= limit) return offers
      }
    }
    return offers
  },
  read: async (tx, _actor, ref, period) => {
    const [measure = '', level = '', series = '', code = ''] = ref.split('|')
    const place = await placeByCode(tx, level, series, code)
    const about = { label: `${measureLabel(measure)} ${code}`, unit: '', definition: measureLabel(measure) }
    if (!place || !(LEVELS as readonly string[]).includes(level))
      return missingReading(about, 'この地域の統計は取り込まれていません。')
    const label = labelOf(measure, place)
    const [row] = await tx.query<ColumnRow>(
      `select f.release, f.unit, f.figures[$6] as figure, f.missing[$6] as reason, f.release_ids as "releaseIds",
         f.period_from::text as "from", f.period_to::text as "to"
       from evaluation.fact_column f where f.measure = $1 and f.level = $2 and f.series = $3
         and f.period_from = $4::date and f.period_to = $5::date
       order by array_position(array['改訂', '確定', '速報'], f.release) limit 1`,
      [measure, level, series, period.from, period.to, place.position],
    )
    const named = { label, unit: row ? UNIT_WORDS[row.unit] : '', definition: label }
    if (!row) return missingReading(named, await notLoaded(tx, measure, place, period))
    const source = `${await attributionOf(tx, row.releaseIds)}（${row.release}）`
    const [day] = await tx.query<{ today: string }>(`select current_setting('meguri.today') as today`)
    if (await isHiddenCount(tx, { measure, level, series, code }, row.to, day!.today))
      return missingReading(named, `${missingWord('small')}。`, source)
    if (row.figure === null)
      return missingReading(named, MISSING_WORDS[row.reason ?? 'not-reported'] ?? '数がありません。', source)
    return { ...named, value: row.figure, missing: null, asOf: row.to, source }
  },
}

const labelOf = (measure: string, { name }: OwnPlace): string =>
  `${name.replace(/\s+/g, '')} ${measureLabel(measure)}`

const storedMeasures = (tx: Tx) =>
  tx.query<FigurePeriod & { measure: string; level: string; series: string; unit: FactUnit }>(
    `select distinct on (measure, level, series) measure, level, series, unit, period_from::text as "from", period_to::text as "to"
     from evaluation.fact_column order by measure, level, series, period_to desc, period_from desc`,
  )

/** @returns which periods there are instead, so that the officer can load or choose */
async function notLoaded(tx: Tx, measure: string, { level, series }: OwnPlace, period: FigurePeriod) {
  const others = await tx.query<FigurePeriod>(
    `select distinct period_from::text as "from", period_to::text as "to" from evaluation.fact_column
     where measure = $1 and level = $2 and series = $3 order by 2 desc limit 3`,
    [measure, level, series],
  )
  const there = others.map(periodWords).join('、')
  return `${periodWords(period)}の数は取り込まれていません。${there ? `あるのは${there}です。` : 'この統計を取り込んでください。'}`
}

/** Attribution of the files that a figure comes from, as it stands beside it. */
export async function attributionOf(tx: Tx, releaseIds: readonly string[]): Promise<string> {
  const rows = await tx.query<Parameters<typeof attributionLine>[0]>(
    `select distinct attribution, licence, file_name as "fileName" from platform.dataset_release where id = any ($1::uuid[]) order by 1`,
    [releaseIds],
  )
  return [...new Set(rows.map(attributionLine))].join('、')
}

export const figureSources: FigureSource[] = [published]

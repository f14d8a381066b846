import { notFound } from '../../platform/errors/index.ts'
import { JAPAN, type Thresholds, thresholdsOn } from '../statistics/index.ts'
import { type AgePart, agePart } from './rules/age-part.ts'
import { indirect, type Layer } from './rules/compute.ts'
import {
  againstWhole,
  type Difference,
  indirectDifference,
  plainDifference,
  restOf,
  shareDifference,
  standardisedAgainstWhole,
  standardisedDifference,
} from './rules/differences.ts'
import { indirectInterval, needsIndirect } from './rules/intervals.ts'
import { LEAST_FOR_RANK } from './rules/ranking.ts'
import { type Comparison, type ReadingInput, readingOf } from './rules/reading.ts'
import { figureText } from './rules/words.ts'
import type { Reading, ReadingQuery } from './schema.ts'
import { aboutTable, type Desk, definitionOf, nationOf, rankedIn, showValues, tableFor } from './service.ts'
import { intervalOf, nationalWeights } from './service-intervals.ts'
import { loadTable, type PlaceValue, type Table } from './service-load.ts'

/** One place's figure in sentences: against the nation, its prefecture (a town: its municipality) and one other. @throws notFound */
export async function readPlace(desk: Desk, id: string, query: ReadingQuery): Promise<Reading> {
  const thresholds = await thresholdsOn(desk.reader, desk.today)
  const table = await tableFor(desk, id, query, thresholds)
  const place = table.byCode.get(query.code)
  if (!place) throw notFound()
  const nation = await nationOf(desk, table, thresholds)
  const all = await comparedWith(desk, table, place, nation, query.versus, thresholds)
  const others = all.filter((other) => isComparable(table, other, nation))
  const comparisons = others.flatMap((other) => compared(table, place, other, nation, others.length))
  const layers = await layersFor(desk, table, place, thresholds)
  const ranks = rankedIn(table, table.places)
  const rank = ranks.find(({ code }) => code === place.code)
  const age = ageOf(table, layers)
  const sentences = readingOf({
    ...inputOf(table, place, nation),
    comparisons,
    rank: rank ? { ...rank, among: `${figureText(ranks.length, 0)}${AMONG[table.level]}` } : null,
    tooFewToRank:
      !rank && (place.denominator ?? LEAST_FOR_RANK) < LEAST_FOR_RANK ? place.denominator! : undefined,
    age,
    indirect: indirectOf(layers),
  })
  return {
    ...aboutTable(table),
    place: (await showValues(desk, table, thresholds))(place),
    sentences,
    comparisons,
    rank: rank ? { rank: rank.rank, tied: rank.tied, of: ranks.length } : null,
    age,
  }
}

const AMONG = {
  nation: 'か国',
  prefecture: '都道府県',
  insurer: '保険者',
  municipality: '市区町村',
  town: '町',
} as const

const inputOf = (
  { definition, periodTo, release }: Table,
  { name, value, missing, numerator, denominator, layers }: PlaceValue,
  nation: PlaceValue | null,
): Pick<
  ReadingInput,
  'definition' | 'place' | 'asOf' | 'release' | 'value' | 'missing' | 'counts' | 'interval'
> => ({
  definition,
  place: name,
  asOf: periodTo,
  release,
  value,
  missing,
  counts: numerator === null || denominator === null ? null : { numerator, denominator },
  interval: intervalOf(
    definition,
    { value, numerator, denominator, layers },
    nationalWeights(definition, nation),
  ),
})

interface Other {
  place: PlaceValue
  /** ours is a part of it */
  holdsUs: boolean
}

/** Nation, prefecture, one other insurer; for a town its municipality. Those without a value are left out. */
async function comparedWith(
  desk: Desk,
  table: Table,
  ours: PlaceValue,
  nation: PlaceValue | null,
  versus: string | undefined,
  thresholds: Thresholds,
): Promise<Other[]> {
  const { definition, level, series, periodTo } = table
  const at = async (whole: 'prefecture' | 'municipality', code: string | null) => {
    if (code === null || !definition.levels.includes(whole)) return undefined
    const found = await loadTable(
      desk.reader,
      definition,
      { level: whole, series: JAPAN, periodTo },
      thresholds,
    )
    return found?.byCode.get(code)
  }
  const above = level === 'town' ? await at('municipality', series) : undefined
  const prefecture = level === 'insurer' ? await at('prefecture', ours.prefectureCode) : undefined
  const other = versus === undefined || versus === ours.code ? undefined : table.byCode.get(versus)
  if (versus !== undefined && versus !== ours.code && !other) throw notFound()
  const holds = [level === 'nation' ? undefined : nation, prefecture, above]
  return [
    ...holds.flatMap((place) => (place ? [{ place, holdsUs: true }] : [])),
    ...(other ? [{ place: other, holdsUs: false }] : []),
  ].filter(({ place }) => place.value !== null)
}

/** An indirect ratio has its own weights: only the nation's 100 is its measure. */
const isComparable = ({ definition }: Table, { place, holdsUs }: Other, nation: PlaceValue | null): boolean =>
  definition.computation.kind !== 'indirect' || (holdsUs && place.code === nation?.code)

function compared(
  { definition }: Table,
  ours: PlaceValue,
  { place, holdsUs }: Other,
  nation: PlaceValue | null,
  comparisons: number,
): Comparison[] {
  if (ours.value === null || place.value === null) return []
  const difference = differenceOf(definition, ours, place, holdsUs, nation, comparisons)
  return difference ? [{ name: place.name.replace(/\s+/g, ''), value: place.value, difference }] : []
}

function differenceOf(
  { computation, chance }: Table['definition'],
  ours: PlaceValue,
  theirs: PlaceValue,
  holdsUs: boolean,
  nation: PlaceValue | null,
  comparisons: number,
): Difference | null {
  if (computation.kind === 'count') return null // persons of a town against persons of its city say nothing
  if (chance === 'none') return plainDifference(ours.value!, theirs.value!, comparisons)
  if (computation.kind === 'indirect') {
    const { numerator, denominator } = ours
    return numerator === null || denominator === null
      ? null
      : indirectDifference(numerator, denominator, comparisons)
  }
  if (computation.kind === 'standardised') {
    const weights = nationalWeights({ computation } as Table['definition'], nation)
    if (!ours.layers || !theirs.layers || !weights) return null
    const against = holdsUs ? standardisedAgainstWhole : standardisedDifference
    return against(ours.layers, theirs.layers, weights, computation.per, comparisons)
  }
  if (computation.kind !== 'ratio') return null
  const [mine, other] = [layerOf(ours), layerOf(theirs)]
  if (!mine || !other) return null
  const found = shareDifference(mine, holdsUs ? restOf(other, mine) : other, computation.per, comparisons)
  return holdsUs ? againstWhole(found, mine.people / other.people) : found
}

const layerOf = ({ numerator, denominator }: PlaceValue): Layer | null =>
  numerator === null || denominator === null ? null : { counted: numerator, people: denominator }

interface BothLayers {
  ours: Layer[]
  national: Layer[]
}

/** Layers by age, of the rate itself or of the one adjusted for age; null: not by age, or not known. */
async function layersFor(
  desk: Desk,
  { definition, level, series, periodTo }: Table,
  { code }: PlaceValue,
  thresholds: Thresholds,
): Promise<BothLayers | null> {
  const adjusted = definition.adjusted ? await definitionOf(definition.adjusted) : definition
  if (adjusted.computation.kind !== 'standardised') return null
  const key = { level, series, periodTo }
  const table = await loadTable(desk.reader, adjusted, key, thresholds)
  const national = table && (await nationOf(desk, table, thresholds))
  const ours = table?.byCode.get(code)?.layers
  return ours && national?.layers ? { ours, national: national.layers } : null
}

/** Only a crude rate has a part that is age. */
const ageOf = ({ definition, level }: Table, layers: BothLayers | null): AgePart | null =>
  definition.adjusted !== undefined && layers && level !== 'nation' && !needsIndirect(layers.ours)
    ? agePart(layers.ours, layers.national, 100)
    : null

function indirectOf(layers: BothLayers | null): ReadingInput['indirect'] {
  if (!layers || !needsIndirect(layers.ours)) return null
  const made = indirect(layers.ours, layers.national)
  if (made.value === null || made.denominator === null) return null
  const interval = indirectInterval(made.numerator, made.denominator)
  return {
    ratio: made.value,
    interval,
    observed: made.numerator,
    expected: made.denominator,
    difference: indirectDifference(made.numerator, made.denominator),
  }
}

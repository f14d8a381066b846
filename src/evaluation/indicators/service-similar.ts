import { notFound } from '../../platform/errors/index.ts'
import { JAPAN, thresholdsOn } from '../statistics/index.ts'
import { DISTANCE_IN_WORDS, type Profile, similarTo } from './rules/similar.ts'
import { missingWord } from './rules/words.ts'
import type { SimilarList } from './schema.ts'
import { type Desk, definitionOf, PROCESSED, tableFor } from './service.ts'
import { loadTable, type Table } from './service-load.ts'

const AGED_75 = 'insured-75over-share'
const AGED_85 = 'insured-85over-share'

/** The five insurers most like one, with the figure of each. @throws notFound */
export async function similarInsurers(desk: Desk, id: string, code: string): Promise<SimilarList> {
  const thresholds = await thresholdsOn(desk.reader, desk.today)
  const insurers = { level: 'insurer', series: JAPAN } as const
  const older = await tableFor(desk, AGED_75, insurers, thresholds)
  const oldest = await tableFor(desk, AGED_85, { ...insurers, periodTo: older.periodTo }, thresholds)
  const profiles = profilesOf(older, oldest)
  const ours = profiles.find((profile) => profile.code === code)
  if (!ours) throw notFound()
  const table = await loadTable(desk.reader, await definitionOf(id), insurers, thresholds)
  return {
    ours,
    items: similarTo(code, profiles).map(({ profile, distance, components }) => {
      const place = table?.byCode.get(profile.code)
      return {
        ...profile,
        distance,
        components,
        value: place?.value ?? null,
        missingWord: place?.missing ? missingWord(place.missing) : null,
      }
    }),
    rule: DISTANCE_IN_WORDS,
    periodTo: older.periodTo,
    attribution: [...new Set([...older.attribution, ...oldest.attribution, ...(table?.attribution ?? [])])],
    notes: [PROCESSED],
  }
}

const profilesOf = (older: Table, oldest: Table): Profile[] =>
  older.places.flatMap(({ code, name, numerator, denominator }) => {
    const aged85 = oldest.byCode.get(code)?.numerator
    if (
      numerator === null ||
      denominator === null ||
      aged85 === null ||
      aged85 === undefined ||
      denominator === 0
    )
      return []
    return [
      {
        code,
        name,
        size: denominator,
        share75to84: (numerator - aged85) / denominator,
        share85over: aged85 / denominator,
      },
    ]
  })

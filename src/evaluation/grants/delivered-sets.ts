import { IndicatorSet } from './schema.ts'
import seikaMunicipalityR8 from './sets/kofukin-seika-shiko-municipality-R8.json' with { type: 'json' }
import seikaPrefectureR8 from './sets/kofukin-seika-shiko-prefecture-R8.json' with { type: 'json' }
import shienMunicipalityR6 from './sets/kofukin-shien-municipality-R6.json' with { type: 'json' }
import shienMunicipalityR7 from './sets/kofukin-shien-municipality-R7.json' with { type: 'json' }
import shienMunicipalityR8 from './sets/kofukin-shien-municipality-R8.json' with { type: 'json' }
import shienPrefectureR6 from './sets/kofukin-shien-prefecture-R6.json' with { type: 'json' }
import shienPrefectureR7 from './sets/kofukin-shien-prefecture-R7.json' with { type: 'json' }
import shienPrefectureR8 from './sets/kofukin-shien-prefecture-R8.json' with { type: 'json' }
import suishinMunicipalityR6 from './sets/kofukin-suishin-municipality-R6.json' with { type: 'json' }
import suishinMunicipalityR7 from './sets/kofukin-suishin-municipality-R7.json' with { type: 'json' }
import suishinMunicipalityR8 from './sets/kofukin-suishin-municipality-R8.json' with { type: 'json' }
import suishinPrefectureR6 from './sets/kofukin-suishin-prefecture-R6.json' with { type: 'json' }
import suishinPrefectureR7 from './sets/kofukin-suishin-prefecture-R7.json' with { type: 'json' }
import suishinPrefectureR8 from './sets/kofukin-suishin-prefecture-R8.json' with { type: 'json' }

// Imports and not a listing of the folder: rules are pure and run in the browser too. A test compares this with the folder.
const DOCUMENTS: readonly { set: string; fiscalYear: string; fiscalYearWestern: number }[] = [
  suishinMunicipalityR6,
  suishinMunicipalityR7,
  suishinMunicipalityR8,
  shienMunicipalityR6,
  shienMunicipalityR7,
  shienMunicipalityR8,
  seikaMunicipalityR8,
  suishinPrefectureR6,
  suishinPrefectureR7,
  suishinPrefectureR8,
  shienPrefectureR6,
  shienPrefectureR7,
  shienPrefectureR8,
  seikaPrefectureR8,
]

const byName = new Map(DOCUMENTS.map((document) => [`${document.set}-${document.fiscalYear}`, document]))
const parsed = new Map<string, IndicatorSet>()

/** Names of the delivered sets: `kofukin-suishin-municipality-R8`. */
export const deliveredNames: readonly string[] = [...byName.keys()]

/** A delivered set as it stands in its file; null: there is none of that name. */
export const deliveredDocument = (name: string): Record<string, unknown> | null =>
  (byName.get(name) as Record<string, unknown> | undefined) ?? null

/** A delivered set, checked in shape. @returns null when there is none of that name */
export function deliveredSet(name: string): IndicatorSet | null {
  const document = byName.get(name)
  if (!document) return null
  const known = parsed.get(name) ?? IndicatorSet.parse(document)
  parsed.set(name, known)
  return known
}

/** The delivered set of a fiscal year by its name without the year. */
export function deliveredSetIn(set: string, fiscalYear: number): IndicatorSet | undefined {
  const found = DOCUMENTS.find((one) => one.set === set && one.fiscalYearWestern === fiscalYear)
  return found && (deliveredSet(`${set}-${found.fiscalYear}`) ?? undefined)
}

import { type FacilityField, facilityFields, headingKey } from '../../../exchange/facilities/layout.ts'
import type { FacilityMapping, Offer, Preview } from '../schema.ts'

export type Chosen = FacilityField | 'extra' | null

/** What is typed and chosen so far; columns by their heading. */
export interface Entry {
  category: string
  areaCode: string
  asOf: string | null
  sheet: string | null
  headerRow: number
  skipRows: number
  attribution: string
  chosen: Record<string, Chosen>
  /** the saved mapping that this came from; null: a new one */
  profile: { id: string; version: number; name: string } | null
}

/** A file seen for the first time: guesses to be looked at. Of two columns guessed for one field the first has it. */
export function entryOf(preview: Preview): Entry {
  return {
    category: '',
    areaCode: '',
    asOf: null,
    sheet: null,
    headerRow: preview.headerRow,
    skipRows: 0,
    attribution: '',
    chosen: guessed(preview, {}),
    profile: null,
  }
}

/** Another header row or sheet: what was chosen stays where the heading is still there. */
export const withPreview = (entry: Entry, preview: Preview): Entry => ({
  ...entry,
  headerRow: preview.headerRow,
  chosen: guessed(preview, entry.chosen),
})

function guessed(preview: Preview, before: Entry['chosen']): Entry['chosen'] {
  const taken = new Set(preview.columns.flatMap(({ heading }) => before[heading] ?? []))
  const chosen: Entry['chosen'] = {}
  for (const { heading, guess } of preview.columns) {
    const known = facilityFields.find(({ field }) => field === guess)?.field ?? null
    chosen[heading] =
      heading in before ? (before[heading] ?? null) : known && !taken.has(known) ? known : null
    if (chosen[heading]) taken.add(chosen[heading])
  }
  return chosen
}

/** A saved mapping on this file: columns by their heading, renamed ones by the heading that took their place. */
export function entryOfOffer({ profile, headerRow, differences }: Offer, preview: Preview): Entry {
  const { mapping } = profile
  const before = new Map(differences.renamed.map(({ from, to }) => [headingKey(to), headingKey(from)]))
  const fields = new Map(mapping.columns.map(({ heading, field }) => [headingKey(heading), field]))
  const fieldOf = (heading: string) => {
    const key = headingKey(heading)
    return fields.get(before.get(key) ?? key) ?? null
  }
  return {
    category: mapping.category ?? '',
    areaCode: mapping.areaCode ?? '',
    asOf: null, // of this year's list, not of the one the mapping was made with
    sheet: mapping.sheet,
    headerRow,
    skipRows: mapping.skipRows,
    attribution: profile.attribution ?? '',
    chosen: Object.fromEntries(preview.columns.map(({ heading }) => [heading, fieldOf(heading)])),
    profile: { id: profile.id, version: profile.version, name: profile.name },
  }
}

export function mappingOf(entry: Entry, preview: Preview): FacilityMapping {
  return {
    target: 'facilities',
    category: entry.category.trim() || null,
    areaCode: entry.areaCode.normalize('NFKC').trim() || null,
    asOf: entry.asOf,
    sheet: entry.sheet,
    headerRow: entry.headerRow,
    skipRows: entry.skipRows,
    columns: preview.columns.map(({ heading }) => ({ heading, field: entry.chosen[heading] ?? null })),
  }
}

/** What keeps the file from being read by what is chosen, in one sentence each; nothing: it can be. */
export function lacks(entry: Entry): string[] {
  const chosen = Object.values(entry.chosen)
  const has = (field: FacilityField) => chosen.includes(field)
  const hasPlace = has('address') || has('location') || (has('latitude') && has('longitude'))
  const twice = facilityFields.filter(({ field }) => chosen.filter((one) => one === field).length > 1)
  return [
    ...(has('name') ? [] : ['「名称」にする列を選んでください。']),
    ...(hasPlace ? [] : ['「住所」か「緯度と経度」にする列を選んでください。']),
    ...twice.map(({ label }) => `「${label}」に、二つの列が選ばれています。どちらか一つにしてください。`),
  ]
}

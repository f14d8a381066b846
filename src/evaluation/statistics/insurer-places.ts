import type pg from 'pg'
import { foldName } from '../../platform/text/index.ts'
import { insurerMembersOn, matchInsurers, municipalitiesOn } from '../../registers/municipalities/index.ts'
import { type FactReader, JAPAN, readerOf } from './facts.ts'

/** An insurer as a published table names it. */
export interface TableInsurer {
  /** two digits */
  prefecture: string
  prefectureName: string
  name: string
}
export interface CodedInsurer extends TableInsurer {
  /** six digits of its municipality; else the prefecture's two digits, a colon and the folded name */
  code: string
  /** empty: not known */
  municipalityCodes: string[]
}

const keyOf = ({ prefecture, name }: TableInsurer) => `${prefecture}:${foldName(name)}`

/**
 * Codes of the insurers of a whole table on its day. Tables name insurers and give no code: one of one municipality has the code of
 * it when the list of codes is loaded; a 広域連合, and every insurer without that list, has a key of its name.
 */
export async function codesOf(
  tx: FactReader,
  insurers: readonly TableInsurer[],
  day: string,
): Promise<CodedInsurer[]> {
  const reader = tx as Parameters<typeof municipalitiesOn>[0]
  const municipalities = await municipalitiesOn(reader, day)
  const members = await insurerMembersOn(reader, day)
  const matched = matchInsurers({ insurers, municipalities, members })
  return insurers.map((insurer, n) => {
    const { basis, municipalityCodes } = matched[n]!
    return {
      ...insurer,
      code: basis === 'name' ? municipalityCodes[0]! : keyOf(insurer),
      municipalityCodes,
    }
  })
}

/**
 * Gives places that are kept under a key of their name the code of their municipality, once the list of codes is loaded; position
 * and figures stay. Also completes which municipalities an insurer consists of.
 * @returns how many places changed
 */
export async function upgradeInsurerCodes(client: pg.ClientBase, day: string): Promise<number> {
  const reader = readerOf(client)
  const places = await reader.query<{
    code: string
    name: string
    prefecture: string
    prefectureName: string
  }>(
    `select i.code, i.name, left(i.prefecture_code, 2) as prefecture, p.name as "prefectureName"
     from evaluation.place i join evaluation.place p on p.level = 'prefecture' and p.series = $1 and p.code = i.prefecture_code
     where i.level = 'insurer' and i.series = $1 order by i.position`,
    [JAPAN],
  )
  const coded = await codesOf(reader, places, day)
  const taken = new Set(places.map(({ code }) => code))
  // a code that another place has already stays there: nobody merges the figures of two names
  const wanted = coded.map(({ code, municipalityCodes }, n) => {
    const old = places[n]!.code
    return {
      old,
      code: code !== old && (taken.has(code) || !old.includes(':')) ? old : code,
      municipalityCodes,
    }
  })
  const { rowCount } = await client.query(
    `update evaluation.place p set code = w.code, municipality_codes = w.members
     from (select r.old, r.code, array(select jsonb_array_elements_text(r."municipalityCodes")) as members
       from jsonb_to_recordset($2::jsonb) r(old text, code text, "municipalityCodes" jsonb)) w
     where p.level = 'insurer' and p.series = $1 and p.code = w.old and w.members <> '{}'
       and (p.code, p.municipality_codes) is distinct from (w.code, w.members)`,
    [JAPAN, JSON.stringify(wanted)],
  )
  return rowCount ?? 0
}

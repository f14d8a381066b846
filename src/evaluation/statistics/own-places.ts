import type { Actor } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Level } from './facts.ts'

/** A place as a figure of the officer's own report names it. */
export interface OwnPlace {
  level: Level
  series: string
  code: string
  name: string
  position: number
}

const COLUMNS = 'p.level, p.series, p.code, p.name, p.position'
const MEMBERS = `select m.municipality_code from registers.member_municipality m where m.insurer_id = $1`

/** The insurer itself, its municipalities and their towns, its prefecture and the nation: nearest first. */
export const ownPlaces = (tx: Tx, { insurerId }: Actor): Promise<OwnPlace[]> =>
  tx.query<OwnPlace>(
    `with members as (${MEMBERS})
     select ${COLUMNS} from evaluation.place p
     where (p.level = 'insurer' and (p.code in (table members) or p.municipality_codes && array(table members)))
       or (p.level = 'municipality' and p.code in (table members))
       or (p.level = 'prefecture' and left(p.code, 2) in (select left(municipality_code, 2) from members))
       or p.level = 'nation' or (p.level = 'town' and p.series in (table members))
     order by array_position(array['insurer', 'municipality', 'prefecture', 'nation', 'town'], p.level), p.series, p.position`,
    [insurerId],
  )

/** A place by its code, its own or another's: published figures are of everybody. */
export const placeByCode = async (
  tx: Tx,
  level: string,
  series: string,
  code: string,
): Promise<OwnPlace | undefined> =>
  (
    await tx.query<OwnPlace>(
      `select ${COLUMNS} from evaluation.place p where p.level = $1 and p.series = $2 and p.code = $3`,
      [level, series, code],
    )
  )[0]

import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/**
 * What a peer holds of a person, flat: names of town, centre and worker stand in the row, so that a peer joins nothing. Only people
 * whom the product's list would show, so that a peer filters nothing but the centre.
 */
export const PERSON_FIELDS = {
  name: 'p.name',
  kana: 'p.kana',
  kanaFold: 'p.kana_fold',
  birthOn: 'p.birth_on::text',
  sex: 'p.sex',
  insuredNumber: 'p.insured_number',
  townName: 't.name',
  centreId: 'p.centre_id::text',
  centreName: 'c.name',
  staffName: 's.name',
  isProtected: 'p.is_protected',
  postalCode: 'p.postal_code',
  addressRest: 'p.address_rest',
  phone: 'p.phone',
  note: 'p.note',
} as const

/**
 * Copies the insurer's people from the product's tables into a table of a peer's database.
 * @param columns of the peer's table, each with the expression that fills it (`p` is casework.person)
 * @returns how many
 */
export async function copyPeople(
  from: pg.ClientConfig,
  to: pg.ClientConfig,
  { insurerId, table, columns }: { insurerId: number; table: string; columns: Record<string, string> },
): Promise<number> {
  const [source, target] = [new pg.Client(from), new pg.Client(to)]
  await Promise.all([source.connect(), target.connect()])
  try {
    const names = Object.keys(columns).map((name) => pg.escapeIdentifier(name))
    const rows = `select ${Object.values(columns).join(', ')} from casework.person p
      left join registers.town t on t.insurer_id = p.insurer_id and t.id = p.town_id
      left join registers.centre c on c.insurer_id = p.insurer_id and c.id = p.centre_id
      left join registers.staff s on s.insurer_id = p.insurer_id and s.id = p.staff_id
      where p.insurer_id = ${Number(insurerId)} and p.merged_into is null and p.died_on is null and p.moved_out_on is null`
    const into = target.query(copyFrom(`copy ${table} (${names.join(', ')}) from stdin`))
    await pipeline(source.query(copyTo(`copy (${rows}) to stdout`)), into)
    await target.query(`vacuum analyze ${table}`)
    return into.rowCount
  } finally {
    await Promise.all([source.end(), target.end()])
  }
}

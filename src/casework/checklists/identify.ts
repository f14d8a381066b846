import { formatDate, type IsoDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import { foldKana } from '../../platform/text/index.ts'
import type { NamedPerson } from './bulk-rows.ts'
import { dayError } from './entry.ts'
import { SHEET_PERSON, type SheetPerson } from './facts.ts'

/** Why a row cannot be given to a person; `column` is the cell to look at. Nothing stored of the person is told. */
export interface Mismatch {
  column: 'personId' | 'insuredNumber' | 'residentNumber' | 'birthOn' | 'kana' | 'answeredOn'
  code: string
  message: string
}
type Scope = { sql: string; values: unknown[] }

/** Everyone named by rows, within the scope: three look-ups, whatever the number of rows. */
export async function findNamed(
  tx: Pick<Tx, 'query'>,
  named: readonly NamedPerson[],
  scope: Scope,
): Promise<SheetPerson[]> {
  const by = async (column: 'id' | 'insured_number' | 'resident_number', wanted: (string | null)[]) => {
    const keys = [...new Set(wanted.filter((key) => key !== null))]
    if (keys.length === 0) return []
    const type = column === 'id' ? 'uuid' : 'text'
    return tx.query<SheetPerson>(
      `select ${SHEET_PERSON} from casework.person p where p.${column} = any ($1::${type}[]) and ${scope.sql}
         and p.merged_into is null`,
      [keys, ...scope.values],
    )
  }
  const found = await Promise.all([
    by(
      'id',
      named.map(({ personId }) => personId),
    ),
    by(
      'insured_number',
      named.map(({ insuredNumber }) => insuredNumber),
    ),
    by(
      'resident_number',
      named.map(({ residentNumber }) => residentNumber),
    ),
  ])
  return [...new Map(found.flat().map((person) => [person.id, person])).values()]
}

/** Looks a row's person up among those found and checks it against a mix-up. Made once for many rows. */
export function identifier(people: readonly SheetPerson[], today: IsoDate) {
  const byId = new Map(people.map((person) => [person.id, person]))
  const byInsured = Map.groupBy(people, ({ insuredNumber }) => insuredNumber)
  const byResident = new Map(people.map((person) => [person.residentNumber, person]))
  const find = (named: NamedPerson): SheetPerson | Mismatch => {
    if (named.personId) return byId.get(named.personId) ?? absent('personId', '対象者')
    if (named.insuredNumber) {
      const found = byInsured.get(named.insuredNumber) ?? []
      if (found.length > 1) return ambiguous
      return found[0] ?? absent('insuredNumber', '被保険者番号')
    }
    return byResident.get(named.residentNumber) ?? absent('residentNumber', '宛名番号')
  }
  return (named: NamedPerson, answeredOn: IsoDate): SheetPerson | Mismatch => {
    const found = find(named)
    if ('code' in found) return found
    return mixUp(named, found) ?? wrongDay(found, answeredOn, today) ?? found
  }
}

export const isMismatch = (found: SheetPerson | Mismatch): found is Mismatch => 'code' in found

const absent = (column: Mismatch['column'], label: string): Mismatch => ({
  column,
  code: 'absent',
  message: `この${label}の方が見つからないか、担当の範囲にいません。番号を確かめるか、担当センターを「照会」で調べてください。`,
})
const ambiguous: Mismatch = {
  column: 'insuredNumber',
  code: 'ambiguous',
  message:
    'この被保険者番号の方が二人以上登録されています。宛名番号で入力するか、二重登録を確かめてください。',
}

function mixUp(named: NamedPerson, person: SheetPerson): Mismatch | undefined {
  if (named.insuredNumber && person.insuredNumber !== named.insuredNumber)
    return other('insuredNumber', '被保険者番号')
  if (named.residentNumber && person.residentNumber !== named.residentNumber)
    return other('residentNumber', '宛名番号')
  if (named.birthOn && person.birthOn === null && !named.kana) {
    return {
      column: 'birthOn',
      code: 'birth-unknown',
      message: '台帳に生年月日がないため、照らし合わせられません。フリガナも入力してください。',
    }
  }
  if (named.birthOn && person.birthOn !== null && person.birthOn !== named.birthOn) {
    return other('birthOn', `生年月日（${formatDate(named.birthOn)}）`)
  }
  return named.kana && foldKana(named.kana) !== foldKana(person.kana) ? other('kana', 'フリガナ') : undefined
}

const other = (column: Mismatch['column'], what: string): Mismatch => ({
  column,
  code: 'other-person',
  message: `${what}が、番号の示す方と違います。別の方の用紙でないか、番号と見比べてください。`,
})

function wrongDay(person: SheetPerson, answeredOn: IsoDate, today: IsoDate): Mismatch | undefined {
  const error = dayError(answeredOn, today, person)
  return error && { column: 'answeredOn', code: error.code, message: error.message.replace(/^実施日: /, '') }
}

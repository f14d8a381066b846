import { type CsvOptions, writeCsv } from '../tabular/index.ts'
import {
  type BirthDate,
  type Column,
  columns,
  type InsuredPersonRecord,
  type RegisteredSex,
} from './record.ts'

const sexCodes: Record<RegisteredSex, string> = { unknown: '0', male: '1', female: '2', other: '9' }

/**
 * Writes records in the layout, every cell quoted, one line at a time. UTF-8 keeps every character; CP932 stops at one it lacks.
 * @throws UnencodableCharacter
 */
export function writeInsuredPersons(
  records: Iterable<InsuredPersonRecord>,
  encoding: CsvOptions['encoding'] = 'UTF-8+BOM',
): Generator<Uint8Array> {
  // a layout between systems: a guard against formulas would change the values
  return writeCsv(lines(records), { encoding, quote: 'all', formulaGuard: false })
}

function* lines(records: Iterable<InsuredPersonRecord>): Generator<readonly string[]> {
  yield columns
  for (const record of records) {
    const cells = toCells(record)
    yield columns.map((column) => cells[column] ?? '')
  }
}

function toCells(record: InsuredPersonRecord): Record<Column, string | null> {
  const flag = (value: boolean) => (value ? '1' : '0')
  const [birth, uncertainty] = birthCells(record.birth)
  return {
    宛名番号: record.residentNumber,
    履歴番号: String(record.historyNumber),
    世帯番号: record.householdNumber,
    被保険者番号: record.insuredNumber,
    氏名: record.name,
    氏名カナ: record.nameKana,
    生年月日: birth,
    生年月日不詳区分: uncertainty,
    性別: sexCodes[record.sex],
    続柄: record.relationship,
    郵便番号: record.postalCode,
    町字名: record.town,
    番地: record.lot,
    方書: record.building,
    電話番号: record.phone,
    異動事由: record.changeReason,
    異動年月日: record.changedOn,
    資格取得日: record.qualifiedOn,
    資格喪失日: record.disqualifiedOn,
    住所地特例: flag(record.isResidentException),
    支援措置対象者区分: flag(record.isProtected),
    削除区分: flag(record.isDeleted),
    最終更新日時: record.updatedAt,
  }
}

function birthCells(birth: BirthDate): [string, string] {
  switch (birth.state) {
    case 'known':
      return [birth.date, '0']
    case 'day-unknown':
      return [`${String(birth.year).padStart(4, '0')}-${String(birth.month).padStart(2, '0')}`, '1']
    case 'month-unknown':
      return [String(birth.year).padStart(4, '0'), '2']
    case 'year-unknown':
      return ['', '3']
  }
}

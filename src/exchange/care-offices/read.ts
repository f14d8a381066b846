import { localGovernmentCheckDigit } from '../../platform/text/index.ts'
import {
  fileRefusal,
  type Item,
  type LayoutFile,
  type ReadOptions,
  RowCells,
  type RowReader,
  readLayout,
  refusedFile,
  type Table,
  type TabularSource,
} from '../tabular/index.ts'
import {
  readCapacity,
  readCorporateNumber,
  readDays,
  readOfficeNumber,
  readPlace,
  textOrNull,
} from './cells.ts'
import { type CareOffice, type ColumnName, columnNames, type OfficeFileName, readFileName } from './layout.ts'
import { careService, codeOfServiceName } from './services.ts'

/** Reads one file of 介護サービス事業所; everything wrong comes as an item. */
export async function readCareOffices(
  source: TabularSource,
  options: ReadOptions = {},
): Promise<LayoutFile<CareOffice>> {
  const named = readFileName(source.name)
  if (named === null || careService(named.serviceCode) === undefined) {
    const reason =
      named === null
        ? 'ファイルの名前から、何のサービスの一覧か分かりません。'
        : `サービスコード ${named.serviceCode} は、この様式の一覧にありません。`
    const remedy = '公表サイトから受け取ったときの名前（例: jigyosho_120.csv）に戻してください。'
    return refusedFile(fileRefusal(source.name, 'file.service', reason, remedy))
  }
  return readLayout(source, columnNames, (table, index) => officeReader(table, index, named), options)
}

function officeReader(
  table: Table,
  index: ReadonlyMap<ColumnName, number>,
  file: OfficeFileName,
): RowReader<CareOffice> {
  const seen = new Map<string, number>()
  const service: { name?: string } = {}
  return (row) => {
    const cells = new RowCells<ColumnName>(table, row, index)
    const office = readOffice(cells, file.serviceCode)
    checkService(cells, file.serviceCode, service)
    checkTwice(cells, row.cells.join('\n'), seen)
    return cells.refusals.length > 0
      ? cells.refusals.map((refusal): Item<CareOffice> => ({ kind: 'refused', refusal }))
      : [{ kind: 'row', row: office }]
  }
}

function readOffice(cells: RowCells<ColumnName>, serviceCode: string): CareOffice {
  const warnings: CareOffice['warnings'] = []
  return {
    serviceCode,
    serviceName: cells.text('サービスの種類'),
    officeNumber: readOfficeNumber(cells, warnings),
    municipalityCode: readMunicipalityCode(cells),
    prefectureName: cells.text('都道府県名'),
    municipalityName: cells.text('市区町村名'),
    name: readName(cells),
    kana: textOrNull(cells, '事業所名カナ'),
    address: textOrNull(cells, '住所'),
    building: textOrNull(cells, '方書（ビル名等）'),
    ...readPlace(cells, warnings),
    phone: textOrNull(cells, '電話番号'),
    fax: textOrNull(cells, 'FAX番号'),
    corporateNumber: readCorporateNumber(cells, warnings),
    corporateName: textOrNull(cells, '法人の名称'),
    days: readDays(cells),
    daysNote: textOrNull(cells, '利用可能曜日特記事項'),
    capacity: readCapacity(cells),
    url: textOrNull(cells, 'URL'),
    integrated: textOrNull(cells, '高齢者の方と障害者の方が同時一体的に利用できるサービス'),
    careStandard: textOrNull(cells, '介護保険の通常の指定基準を満たしている'),
    disabilityStandard: textOrNull(cells, '障害福祉の通常の指定基準を満たしている'),
    note: textOrNull(cells, '備考'),
    warnings,
    rowNumber: cells.rowNumber,
  }
}

function readName(cells: RowCells<ColumnName>): string {
  const name = cells.text('事業所名')
  if (name === '')
    cells.refuse('事業所名', 'cell.missing', '事業所名がありません。', '事業所名を入れてください。')
  return name
}

function readMunicipalityCode(cells: RowCells<ColumnName>): string {
  const text = cells.text('都道府県コード又は市町村コード').normalize('NFKC')
  const five = /^\d{5,6}$/.test(text) ? text.slice(0, 5) : undefined
  const code = five === undefined ? undefined : `${five}${localGovernmentCheckDigit(five)}`
  if (code !== undefined && (text.length === 5 || text === code)) return code
  cells.refuse(
    '都道府県コード又は市町村コード',
    'cell.municipality-code',
    '市区町村コードが5けた、または検査数字の合う6けたの数字になっていません。',
    '全国地方公共団体コードを確かめてください（先頭の0が落ちていませんか）。',
  )
  return ''
}

/** The file is of one service: the one in its name. */
function checkService(cells: RowCells<ColumnName>, code: string, service: { name?: string }): void {
  const name = cells.text('サービスの種類')
  service.name ??= name
  const known = codeOfServiceName(name)
  const label = careService(code)?.label ?? code
  if (name !== '' && name === service.name && (known === code || (known === undefined && !isSeen(code))))
    return
  cells.refuse(
    'サービスの種類',
    'cell.service',
    name === service.name
      ? `ファイルの名前は${code}（${label}）ですが、中身は「${name}」です。`
      : `この行だけサービスの種類がちがいます（ほかの行は「${service.name}」）。`,
    'ファイルの名前を変えていないか、別のサービスの行が混ざっていないか確かめてください。',
  )
}

const isSeen = (code: string) => careService(code)?.name !== null

function checkTwice(cells: RowCells<ColumnName>, whole: string, seen: Map<string, number>): void {
  const first = seen.get(whole)
  if (first === undefined) seen.set(whole, cells.rowNumber)
  else
    cells.refuse(
      '事業所番号',
      'row.duplicate',
      `まったく同じ行が${first}行目にもあります。`,
      'どちらか一行だけにしてください。',
    )
}

import type ExcelJS from 'exceljs'

const THIN = { style: 'thin' } as const
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/**
 * An invented form such as a ministry sends: headings of two rows, merged groups, formulas, rules, a protected sheet, a picture.
 * @param change 'next-year': a row is inserted, one heading has other words, one column is gone, years moved on
 */
export async function aForm({
  fiscalYear = 2025,
  change = 'none',
}: {
  fiscalYear?: number
  change?: 'none' | 'next-year'
} = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  book.created = new Date('2026-04-01T00:00:00Z')
  book.modified = book.created
  const isNext = change === 'next-year'
  addFigures(book, fiscalYear, isNext)
  addProtected(book, fiscalYear)
  addPicture(book)
  return Uint8Array.from(new Uint8Array(await book.xlsx.writeBuffer()))
}

const reiwa = (year: number) => `令和${String(year - 2018)}年度`

/** 様式1: A group, B item, C last year, D this year, E share. */
function addFigures(book: ExcelJS.Workbook, year: number, isNext: boolean): void {
  const sheet = book.addWorksheet(isNext ? '様式１' : '様式1', {
    pageSetup: { paperSize: 9, orientation: 'landscape', printArea: 'A1:F16' },
    views: [{ state: 'frozen', ySplit: 4 }],
  })
  sheet.mergeCells('A1:F1')
  sheet.getCell('A1').value = `${reiwa(year)} 見本県 介護保険の状況に関する調査票（試験用の架空の様式）`
  sheet.getCell('F2').value = '（単位：人）'
  sheet.mergeCells('A3:B4')
  sheet.getCell('A3').value = '区分'
  sheet.mergeCells('C3:D3')
  sheet.getCell('C3').value = '人数'
  sheet.getCell('C4').value = reiwa(year - 1)
  sheet.getCell('D4').value = reiwa(year)
  sheet.mergeCells('E3:E4')
  sheet.getCell('E3').value = '割合'
  if (!isNext) {
    sheet.mergeCells('F3:F4')
    sheet.getCell('F3').value = '備考'
  }
  const items: [group: string, item: string][] = [
    ['第1号被保険者数', '65歳以上75歳未満'],
    ['', '75歳以上85歳未満'],
    ['', isNext ? '85歳以上の者' : '85歳以上'],
    ...(isNext ? [['', '（再掲）外国人被保険者'] as [string, string]] : []),
    ['', '計'],
    ['認定者数', '要支援'],
    ['', '要介護'],
    ['', '計'],
  ]
  const first = 5
  const groups: number[] = []
  items.forEach(([group, item], at) => {
    const row = first + at
    if (group) groups.push(row)
    if (group) sheet.getCell(row, 1).value = group
    sheet.getCell(row, 2).value = item
    for (let column = 3; column <= 6; column++) sheet.getCell(row, column).numFmt = '#,##0'
    sheet.getCell(row, 5).numFmt = '0.0%'
  })
  const last = first + items.length - 1
  groups.forEach((row, at) => {
    sheet.mergeCells(row, 1, (groups[at + 1] ?? last + 1) - 1, 1)
    const total = (groups[at + 1] ?? last + 1) - 1
    for (const letter of ['C', 'D'])
      sheet.getCell(`${letter}${total}`).value = {
        formula: `SUM(${letter}${row}:${letter}${total - 1})`,
        result: 0,
      }
  })
  for (let row = 3; row <= last; row++)
    for (let column = 1; column <= (isNext ? 5 : 6); column++)
      sheet.getCell(row, column).border = { top: THIN, left: THIN, bottom: THIN, right: THIN }
  sheet.getCell('D5').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } }
  sheet.getCell('D5').dataValidation = {
    type: 'whole',
    operator: 'between',
    formulae: [0, 9_999_999],
    showErrorMessage: true,
  }
  sheet.addConditionalFormatting({
    ref: 'D5:D11',
    rules: [
      {
        type: 'cellIs',
        priority: 1,
        operator: 'lessThan',
        formulae: [0],
        style: { font: { color: { argb: 'FFC00000' } } },
      },
    ],
  })
  book.definedNames.add(`'${sheet.name}'!$D$5:$D$7`, '被保険者')
}

/** 様式2: protected; only the bordered answers are open. */
function addProtected(book: ExcelJS.Workbook, year: number): void {
  const sheet = book.addWorksheet('様式2')
  sheet.getCell('A1').value = '窓口の状況'
  sheet.getCell('A3').value = '項目'
  sheet.getCell('B3').value = reiwa(year)
  sheet.getCell('A4').value = '総合相談 延べ件数'
  sheet.getCell('A5').value = '担当課'
  sheet.getCell('A6').value = '集計日'
  sheet.getCell('A7').value = '配布元が使う欄'
  for (const row of [4, 5, 6])
    sheet.getCell(row, 2).style = {
      protection: { locked: false },
      border: { top: THIN, left: THIN, bottom: THIN, right: THIN },
      ...(row === 6 ? { numFmt: 'yyyy/mm/dd' } : {}),
    }
  void sheet.protect('', {})
}

function addPicture(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet('記入要領')
  sheet.getCell('A1').value = { richText: [{ text: '黄色の欄' }, { font: { bold: true }, text: 'に記入' }] }
  const image = book.addImage({ base64: PIXEL, extension: 'png' })
  sheet.addImage(image, 'B2:C3')
}

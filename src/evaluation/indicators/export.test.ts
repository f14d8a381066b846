import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import definition from './definitions/certification-rate/definition.ts'
import { exportValues } from './export.ts'
import type { Values } from './schema.ts'
import { shownDefinition } from './service.ts'

const place = { prefectureCode: '370002', latitude: null, longitude: null }
const values: Values = {
  definition: shownDefinition(definition),
  level: 'insurer',
  series: 'japan',
  periodFrom: '2024-03-31',
  periodTo: '2024-03-31',
  release: '確定',
  standard: null,
  attribution: ['出典: 試験の統計'],
  notes: ['加工して作成'],
  items: [
    {
      ...place,
      code: '372013',
      name: '高松市',
      value: 21.3772130806,
      missing: null,
      missingWord: null,
      numerator: 25_658,
      denominator: 120_025,
      low: 21.1,
      high: 21.6,
    },
    {
      ...place,
      code: '37:ためし広域連合',
      name: '＝ためし広域連合',
      value: null,
      missing: 'not-reported',
      missingWord: '元の統計に報告がありません',
      numerator: null,
      denominator: null,
      low: null,
      high: null,
    },
  ],
  spread: null,
}
const made = { today: '2026-11-22', createdAt: new Date(0) }

describe('指標のファイル', () => {
  it('Excel は数が数のまま、コードは文字のままで、定義と出典のシートを持つ', async () => {
    const file = await exportValues(values, 'xlsx', made)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(file.bytes.buffer)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['値', '定義', '出典'])
    const [sheet, meaning, source] = book.worksheets as [
      ExcelJS.Worksheet,
      ExcelJS.Worksheet,
      ExcelJS.Worksheet,
    ]
    const [ours, union] = [sheet.getRow(2), sheet.getRow(3)]
    expect([ours.getCell(3).value, ours.getCell(6).value, ours.getCell(9).value]).toEqual([
      '372013',
      21.3772130806,
      25_658,
    ])
    expect(ours.getCell(6).numFmt).toBe('#,##0.0')
    // a union has no code of local government; what is not known is blank with its reason
    expect([union.getCell(3).value, union.getCell(6).value, union.getCell(8).value]).toEqual([
      null,
      null,
      '元の統計に報告がありません',
    ])
    expect(meaning.getColumn(2).values).toContain(definition.numerator)
    expect(source.getColumn(2).values).toContain('出典: 試験の統計')
    expect(file.name).toBe('要介護認定率_2024-03-31.xlsx')
  })
  it('CSV は値のないところを空けて理由を書き、Shift_JIS でも書ける', async () => {
    const { bytes } = await exportValues(values, 'csv', made)
    const [, ours, union] = new TextDecoder().decode(bytes).split('\r\n')
    expect(ours).toContain(',高松市,370002,21.3772130806,%,,25658,120025,')
    expect(union).toContain(',370002,,%,元の統計に報告がありません,,,,,')
    expect((await exportValues(values, 'csv-cp932', made)).type).toBe('text/csv; charset=shift_jis')
  })
})

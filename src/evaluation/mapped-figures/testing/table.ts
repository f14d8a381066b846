import iconv from 'iconv-lite'
import { FiguresMapping } from '../schema.ts'

/** An invented table of real towns of 高松市: a title, units, a total, a remark. */
export const townTable = (rows: readonly string[], name = 'tsudoi_r6.csv') => ({
  name,
  bytes: iconv.encode(
    [
      '令和6年度 つどいの場（架空の数）',
      '町名,実参加者,のべ参加者,回数',
      ',（人）,（人）,（回）',
      ...rows,
    ].join('\r\n'),
    'cp932',
  ),
})

export const townMapping = (more: object = {}): FiguresMapping =>
  FiguresMapping.parse({
    target: 'figures',
    list: 'つどいの場（見本）',
    level: 'town',
    municipalityCode: '372013',
    layout: 'columns',
    period: { kind: 'fiscal-year', year: 2024 },
    skipRows: 1,
    columns: [
      { heading: '町名', field: 'name' },
      { heading: '実参加者', field: 'value', measure: '参加者数', unit: '実人数' },
      { heading: 'のべ参加者', field: 'value', measure: '延べ参加者数', unit: '延べ人数' },
      { heading: '回数', field: null },
    ],
    ...more,
  })

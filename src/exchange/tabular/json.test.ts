import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readFirstRows, readTabular } from './index.ts'
import { refusalOf, rowsOf, textSource } from './testing.ts'

const json = (value: unknown, name = '一覧.json') =>
  textSource(typeof value === 'string' ? value : JSON.stringify(value), name)

describe('JSON の一覧', () => {
  it('表計算が作る表と同じに読む: 1行目が項目の名前、2行目から一件一行', async () => {
    const table = await readTabular(
      json([
        { 名称: '見本会館', 定員: 0 },
        { 名称: '架空会館', 備考: null, 定員: 12.5, 有無: true },
      ]),
    )
    expect(table).toMatchObject({
      encoding: 'JSON',
      header: ['名称', '定員', '備考', '有無'],
      headerRowNumber: 1,
    })
    expect(await rowsOf(table)).toEqual([
      { rowNumber: 2, cells: ['見本会館', '0', '', ''] },
      { rowNumber: 3, cells: ['架空会館', '12.5', '', 'TRUE'] },
    ])
  })

  it('数は書かれたとおりの字で渡し、長い番号のけたも、小数の 0 も失わない', async () => {
    const table = await readTabular(json('[{"番号": 12345678901234567890, "緯度": 34.330000}]'))
    expect((await rowsOf(table))[0]?.cells).toEqual(['12345678901234567890', '34.330000'])
  })

  it('BOM があっても、Shift_JIS でも、名前が .json でなくても読む', async () => {
    const text = '\r\n[ {"名称": "髙﨑会館"} ]'
    for (const bytes of [Buffer.from(`\uFEFF${text}`), iconv.encode(text, 'cp932')]) {
      const table = await readTabular({ name: '一覧.txt', bytes })
      expect((await rowsOf(table))[0]?.cells).toEqual(['髙﨑会館'])
    }
  })

  it('かっこで始まる CSV は CSV のまま読む', async () => {
    const table = await readTabular(textSource('[番号],名称\n1,見本\n'))
    expect(table).toMatchObject({ encoding: 'UTF-8', header: ['[番号]', '名称'] })
  })

  it('上の数行も見せられる', async () => {
    expect(await readFirstRows(json([{ a: 1 }, { a: 2 }]), 2)).toMatchObject({
      encoding: 'JSON',
      rows: [{ cells: ['a'] }, { cells: ['1'] }],
    })
  })

  it('欠陥19: 結合セルから作られた入れ子の組は、行と項目を言って断る', async () => {
    const grouped = [{ 地区: '甲', 施設: [{ 名称: '見本会館' }] }]
    expect(await refusalOf(json(grouped))).toMatchObject({ code: 'json.nested', row: 2, column: '施設' })
    expect(await refusalOf(json([{ a: 1 }, [1]]))).toMatchObject({ code: 'json.nested', row: 3 })
  })

  it.each([
    ['{"data": [{"a": 1}]}', 'json.no-list'],
    ['{"a": 1', 'json.broken'],
    ['[{"a": 1},]', 'json.broken'],
    ['[]', 'file.empty'],
    ['[{}]', 'file.empty'],
  ])('%s は断る(%s)', async (text, code) => {
    expect(await refusalOf(json(text))).toMatchObject({ code, file: '一覧.json' })
  })

  it('失われた文字は番地で言い当て、多すぎる件数と大きさは断る', async () => {
    expect(await refusalOf(json([{ '\uFFFD': 1 }]))).toMatchObject({ code: 'cell.damaged', cell: 'A1' })
    expect(await refusalOf(json([{ a: 1 }, { a: 2 }]), { limits: { maxRows: 2 } })).toMatchObject({
      code: 'file.too-many-rows',
    })
    expect(await refusalOf(json([{ a: 1 }]), { limits: { maxInflatedBytes: 4 } })).toMatchObject({
      code: 'file.too-large',
    })
  })
})

/** The shape of e-Stat's API 3.0 (domain sheet §8.4); figures invented. */
const estat = (change: { result?: object; range?: object; value?: unknown } = {}) => ({
  GET_STATS_DATA: {
    RESULT: { STATUS: 0, ERROR_MSG: '正常に終了しました。', ...change.result },
    STATISTICAL_DATA: {
      RESULT_INF: { TOTAL_NUMBER: 2, FROM_NUMBER: 1, TO_NUMBER: 2, ...change.range },
      TABLE_INF: {
        '@id': '0000000000',
        STAT_NAME: { '@code': '00200521', $: '見本調査' },
        GOV_ORG: { '@code': '00200', $: '架空省' },
        TITLE: '見本表',
      },
      CLASS_INF: {
        CLASS_OBJ: [
          { '@id': 'cat01', '@name': '男女', CLASS: { '@code': '0', '@name': '総数' } },
          {
            '@id': 'area',
            '@name': '地域',
            CLASS: [
              { '@code': '37201', '@name': '高松市' },
              { '@code': '37202', '@name': '丸亀市' },
            ],
          },
        ],
      },
      DATA_INF: {
        VALUE: change.value ?? [
          { '@cat01': '0', '@area': '37201', '@unit': '人', $: '12' },
          { '@cat01': '0', '@area': '37202', '@unit': '人', $: '***' },
        ],
      },
    },
  },
})

describe('小さくても大きくなる一覧', () => {
  it('一件ごとに別の項目があるものは、項目の数で断る（全部を表にしようとしない）', async () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => ({ [`k${n}`]: 1 }))
    expect(await refusalOf(json(rows))).toMatchObject({ code: 'json.columns' })
  })

  it('最後の項目だけの短い行が続くものは、欄の数で断る', async () => {
    const names = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`k${n}`, 1]))
    const rows = [names, ...Array.from({ length: 50_000 }, () => ({ k999: 1 }))]
    expect(await refusalOf(json(rows))).toMatchObject({ code: 'file.too-large' })
  })
})

describe('e-Stat の応答(getStatsData)', () => {
  it('分類の名前とコード、単位、値の表として読み、出典を取り出す', async () => {
    const table = await readTabular(json(estat()))
    expect(table.header).toEqual(['男女', '男女コード', '地域', '地域コード', '単位', '値'])
    expect(table.attribution?.name).toBe('「見本調査」（架空省）（政府統計の総合窓口 e-Stat）')
    expect((await rowsOf(table)).map(({ cells }) => cells)).toEqual([
      ['総数', '0', '高松市', '37201', '人', '12'],
      ['総数', '0', '丸亀市', '37202', '人', '***'],
    ])
  })

  it('値が一つだけなら一覧でなくても読む', async () => {
    const table = await readTabular(json(estat({ value: { '@cat01': '0', '@area': '37201', $: '0' } })))
    expect((await rowsOf(table))[0]?.cells).toEqual(['総数', '0', '高松市', '37201', '', '0'])
  })

  it.each([
    [{ result: { STATUS: 100, ERROR_MSG: '認証に失敗しました。' } }, 'estat.error'],
    [{ result: { STATUS: 1 } }, 'estat.no-data'],
    [{ range: { TOTAL_NUMBER: 200_000, TO_NUMBER: 100_000, NEXT_KEY: 100_001 } }, 'estat.part'],
  ])('%o は断る(%s)', async (change, code) => {
    expect(await refusalOf(json(estat(change)))).toMatchObject({ code })
  })
})

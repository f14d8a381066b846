import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collectItems } from '../tabular/index.ts'
import { codeReadings, prefectureCode, prefectureNames, readMunicipalityCodes } from './index.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))
const read = async (text: string | Buffer, name = 'codes.csv') =>
  collectItems(await readMunicipalityCodes({ name, bytes: Buffer.from(text) }))
const list = fixture('localgovjp-utf8.csv').toString()

describe('市区町村コードの一覧（実物）', () => {
  it('1,916の市区町村を断りなく読み、区は市の下に置き、政令指定都市を見分ける', async () => {
    const { rows, refusals } = await read(list)
    expect(refusals).toEqual([])
    expect(
      Object.fromEntries(
        Map.groupBy(rows, ({ kind }) => kind)
          .entries()
          .map(([k, v]) => [k, v.length]),
      ),
    ).toEqual({
      'designated-city': 20,
      ward: 175,
      city: 772,
      'special-ward': 23,
      town: 743,
      village: 183,
    })
    expect(rows.find(({ code }) => code === '011011')).toMatchObject({
      name: '札幌市中央区',
      kana: 'さっぽろしちゅうおうく',
      parentCode: '011002',
    })
    expect(rows.every(({ kind, parentCode }) => (kind === 'ward') === (parentCode !== null))).toBe(true)
  })

  it('47の都道府県: 先頭の0の落ちた 10006 は 010006', async () => {
    const { rows, refusals } = await read(fixture('prefjp-utf8.csv'))
    expect(refusals).toEqual([])
    expect(rows.map(({ name }) => name)).toEqual(prefectureNames)
    expect(rows.map(({ code }) => code)).toEqual(rows.map(({ code }) => prefectureCode(code)))
    expect(rows[0]).toMatchObject({ code: '010006', kind: 'prefecture' })
  })
})

describe('五けたと、先頭の0の落ちたコード', () => {
  it.each([
    ['372013', ['372013']],
    ['37201', ['372013']],
    ['３７２０１', ['372013']],
    ['11002', ['110027', '011002']], // both readings have a right check digit
    ['1100', ['011002']],
    ['372014', []],
    ['482013', []],
    ['3720', ['037206']],
  ])('%s は %j', (cell, readings) => expect(codeReadings(cell)).toEqual(readings))

  it('二とおりに読めるときは、行の都道府県で決める', async () => {
    const five = list.replaceAll(',011002', ',11002').replaceAll(',372013', ',37201')
    const { rows, refusals } = await read(five)
    expect(refusals).toEqual([])
    expect(rows.filter(({ name }) => name === '札幌市' || name === '高松市').map(({ code }) => code)).toEqual(
      ['011002', '372013'],
    )
  })
})

describe('断る', () => {
  it.each([
    ['検査数字', ',372013', ',372014', 'cell.municipality-code'],
    ['ほかの都道府県のコード', ',372013', ',382019', 'cell.other-prefecture'],
    [
      '緯度と経度の逆',
      '37,香川県,37201,高松市,たかまつし,34.',
      '37,香川県,37201,高松市,たかまつし,134.',
      'cell.location',
    ],
    ['都道府県の番号と名前', '37,香川県,37201,', '38,香川県,37201,', 'cell.prefecture'],
  ])('%s', async (_, from, to, code) => {
    expect(list).toContain(from)
    const { refusals } = await read(list.replace(from, to))
    expect(refusals[0]).toMatchObject({ file: 'codes.csv', code })
    expect(refusals[0]?.remedy).toMatch(/[。）]$/u)
  })
})

describe('コードの変更', () => {
  const heading = '都道府県,コード,名称,区分,有効開始日,有効終了日,引継先コード,確からしさ'
  it('分かれた区は、引継先を二つ持つ', async () => {
    const { rows, refusals } = await read(
      `${heading}\n静岡県,22135,浜松市 北区,政令指定都市の区,,2023/12/31,221384 221392,記憶\n`,
    )
    expect(refusals).toEqual([])
    expect(rows[0]).toMatchObject({
      code: '221350',
      name: '浜松市北区',
      validFrom: null,
      validTo: '2023-12-31',
      successorCodes: ['221384', '221392'],
      confidence: 'recalled',
    })
  })

  it.each([
    ['静岡,221350,浜松市北区,政令指定都市の区,,,,', 'cell.prefecture'],
    ['静岡県,,浜松市北区,政令指定都市の区,,,,', 'cell.missing'],
    ['静岡県,221350,浜松市北区,,,,,', 'cell.kind'],
    ['静岡県,221350,浜松市北区,市,2024-01-01,2023-12-31,,', 'cell.end-before-begin'],
    ['静岡県,221350,浜松市北区,市,,,11002,', 'cell.municipality-code'],
    ['静岡県,221350,浜松市北区,市,,,,たぶん', 'cell.confidence'],
  ])('%s → %s', async (line, code) => {
    const { refusals } = await read(`${heading}\n${line}\n`)
    expect(refusals).toMatchObject([{ code }])
  })
})

import { describe, expect, it } from 'vitest'
import { type Candidate, PlaceFinder } from './places.ts'
import { townMapping } from './testing/table.ts'

const mapping = { ...townMapping(), level: 'municipality' as const, municipalityCode: null }
const city = (code: string, name: string, prefectureCode: string): Candidate => ({
  code,
  name,
  prefectureCode,
  isNew: true,
})
const finder = new PlaceFinder(
  [
    city('372013', '高松市', '370002'),
    city('132063', '府中市', '130001'),
    city('342084', '府中市', '340006'),
    city('033812', '金ケ崎町', '030007'),
  ],
  mapping,
)
const find = (placeCode: string | null, placeName: string | null, prefecture: string | null = null) => {
  const said = finder.find({ placeCode, placeName, prefecture })
  return 'place' in said ? said.place.code : said.code
}

describe('行がどの市区町村かを決める', () => {
  it.each([
    ['372013', null, null, '372013'],
    [null, '香川県高松市', null, '372013'],
    [null, '金ヶ崎町', null, '033812'],
    [null, '府中市', '広島県', '342084'],
    ['132063', '府中市', null, '132063'],
    [null, '府中市', null, 'place.ambiguous'],
    ['372013', '金ケ崎町', null, 'place.mismatch'],
    ['372021', '丸亀市', null, 'place.unknown'],
    [null, '高松市', '広島県', 'place.unknown'],
  ])('コード %s 名前 %s 都道府県 %s → %s', (code, name, prefecture, expected) => {
    expect(find(code, name, prefecture)).toBe(expected)
  })

  it('一覧がないうちは、どれとも決めず、先に何を読み込むかを言う', () => {
    const said = new PlaceFinder([], mapping).find({
      placeCode: null,
      placeName: '高松市',
      prefecture: null,
    })
    expect(said).toMatchObject({ code: 'place.none-known' })
    expect('remedy' in said && said.remedy).toContain('全国地方公共団体コード')
  })
})

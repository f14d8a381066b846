import { describe, expect, it } from 'vitest'
import { addressNotation, markDifferences, plainText } from './texts.ts'

describe('全角・半角・空白だけのちがい', () => {
  it.each([
    ['介護老人保健施設　さつき荘', '介護老人保健施設さつき荘'],
    ['香川県高松市下田井町６２８－１', '香川県高松市下田井町628-1'],
    ['綾歌郡綾川町山田下３６２０―１', '綾歌郡綾川町山田下3620－1'],
    ['高松市一宮町1556ー2', '高松市一宮町1556-2'],
  ])('%s と %s は同じ', (a, b) => expect(plainText(a)).toBe(plainText(b)))

  it('言葉の中の長音は残る', () => expect(plainText('デイケアセンター')).toBe('デイケアセンター'))
  it.each([
    ['太田病院', '大田病院'],
    ['高松市朝日町1-23', '高松市朝日町12-3'],
    ['デイケアA', 'デイケアB'],
  ])('%s と %s はちがう', (a, b) => expect(plainText(a)).not.toBe(plainText(b)))
})

describe('住所の書き方だけのちがい', () => {
  const same = (a: string, b: string, municipality = '高松市') =>
    expect(addressNotation(a, '香川県', municipality)).toBe(addressNotation(b, '香川県', municipality))

  it.each([
    ['香川県高松市番町三丁目３－１', '香川県高松市番町3丁目3-1'],
    ['高松市東ハゼ町８２４番地', '東ハゼ町824番地'],
    ['香川県高松市国分寺町新名2081-1', '高松市国分寺町新名2081番地1'],
  ])('%s と %s は同じ', (a, b) => same(a, b))
  it('郡があってもなくても同じ', () => {
    same('香川県小豆郡小豆島町片城甲24-6', '小豆郡小豆島町片城甲24-6', '小豆島町')
    same('小豆郡小豆島町片城甲24-6', '小豆島町片城甲24-6', '小豆郡小豆島町')
  })
  it.each([
    ['綾歌郡宇多津町浜五番丁53-11', '綾歌郡宇多津町浜5番丁53-1'],
    ['香川県高松市木太町4664番地', '高松市木太町4664番地高松協同病院'],
    ['香川県高松市伏石町1383番地5', '香川県高松市桜町1-6-18'],
  ])('%s と %s はちがう', (a, b) =>
    expect(addressNotation(a, '香川県', '宇多津町')).not.toBe(addressNotation(b, '香川県', '宇多津町')),
  )
})

it('ちがうところを示す', () => {
  expect(markDifferences(['高松市天神前5番5号', '高松市天神前5番6号'])).toEqual([
    ['高松市天神前5番', '5', '号'],
    ['高松市天神前5番', '6', '号'],
  ])
  expect(markDifferences(['さつき荘', '　さつき荘'])).toEqual([
    ['', '', 'さつき荘'],
    ['', '　', 'さつき荘'],
  ])
  expect(markDifferences(['あああ', 'ああ'])).toEqual([
    ['ああ', 'あ', ''],
    ['ああ', '', ''],
  ])
})

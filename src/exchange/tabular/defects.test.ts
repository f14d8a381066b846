import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import {
  beginsWithPrefecture,
  damagedCells,
  foldHeading,
  isTotalName,
  isUnitName,
  mapColumns,
  readCapacity,
  readCoordinates,
  readDay,
  readIdentifier,
  readLine,
  readLines,
  readMark,
  readMunicipalityCode,
  readNumber,
  readOfficeNumber,
  readPoint,
  readTabular,
  readTelephone,
  readTime,
  readYen,
  unpadded,
} from './index.ts'
import { refusalOf, rowsOf, textSource } from './testing.ts'

// Defects of real files by their number in the list of the domain sheet (標準 §9); those of whole files stand in reading.test.ts.
const value = <T>(it: T) => ({ state: 'value', value: it })
const gap = (why: string) => ({ state: 'missing', why })
const wrong = (code: string) => ({
  state: 'wrong',
  code,
  reason: expect.stringMatching(/。$/),
  remedy: expect.stringMatching(/。$/),
})

const rowsOfText = async (text: string) =>
  (await rowsOf(await readTabular(textSource(text)))).map(({ cells }) => cells)

describe('欠陥1・4・5・6・9・15: ファイルの形', () => {
  it('欠陥1: 見出しの前後の # の行は、引用符があってもなくても外れる', async () => {
    const plain = '#LINK,\n#license,x\n#property,a\n#object_type_xsd,string\n1,2\n'
    expect(await rowsOfText(plain)).toEqual([['1', '2']])
    expect(await rowsOfText(plain.replace(/[^,\n]+/g, '"$&"'))).toEqual([['1', '2']])
  })
  it('欠陥4: U+FFFD になった見出しは、番地を言って断る', async () => {
    expect(await refusalOf(textSource('\uFFFD\uFFFD,a\n1,2\n'))).toMatchObject({
      code: 'cell.damaged',
      cell: 'A1',
    })
  })
  it('欠陥5・6: コンマだけの行と末尾の空行は捨て、欄の中の改行は残し、改行の混在を読む', async () => {
    expect(await rowsOfText('a,b\r\n1,"二\n行"\n,,\r3,4\r\n,\n\n')).toEqual([
      ['1', '二\n行'],
      ['3', '4'],
    ])
  })
  it.each([
    ['欠陥9: BOM のない CP932', iconv.encode('№,名称\r\n1,髙﨑\r\n', 'cp932'), 'CP932'],
    ['欠陥9: BOM のない UTF-8', Buffer.from('№,名称\n1,髙﨑\n'), 'UTF-8'],
    ['欠陥9: BOM のある UTF-8', Buffer.from('\uFEFF№,名称\n1,髙﨑\n'), 'UTF-8+BOM'],
    ['欠陥15: UTF-16LE の CSV', Buffer.from('№,名称\n1,髙﨑\n', 'utf16le'), 'UTF-16LE'],
  ])('%s', async (_, bytes, encoding) => {
    const table = await readTabular({ name: 'a.csv', bytes })
    expect(table).toMatchObject({ encoding, header: ['№', '名称'] })
    expect(await rowsOf(table)).toEqual([{ rowNumber: 2, cells: ['1', '髙﨑'] }])
  })
  it('CP932 の外字は、番地を言って断る', async () => {
    const bytes = Buffer.concat([iconv.encode('氏名\n見本', 'cp932'), Buffer.from([0xf0, 0x40, 0x0a])])
    const table = await readTabular({ name: 'a.csv', bytes })
    const [row] = await rowsOf(table)
    expect(row && damagedCells(table, row)).toMatchObject([{ code: 'cell.user-defined', cell: 'A2' }])
  })
  it('長い CP932 のファイルの終わりが壊れていれば、そこまで読んでも断る', async () => {
    const bytes = Buffer.concat([
      iconv.encode(`氏名\n${'見本\n'.repeat(100_000)}`, 'cp932'),
      Buffer.from([0xfd, 0x0a]),
    ])
    expect(await refusalOf({ name: 'a.csv', bytes })).toMatchObject({ code: 'file.encoding' })
  })
})

describe('欠陥2: 緯度と経度が一つの欄、または二つの欄', () => {
  const takamatsu = { latitude: 34.33, longitude: 134.05 }
  it.each([
    '34.33,134.05',
    '34.33, 134.05',
    '34.33，134.05',
    '３４．３３、１３４．０５',
    '(34.33, 134.05)',
    '34.33 134.05',
  ])('「%s」を読む', (cell) => expect(readCoordinates(cell)).toEqual(value(takamatsu)))
  it('二つの欄を読み、15けたの小数もそのまま読む', () => {
    expect(readPoint('34.33', '134.05')).toEqual(value(takamatsu))
    expect(readPoint('43.112507300000000', '141.340000000000000')).toEqual(
      value({ latitude: 43.1125073, longitude: 141.34 }),
    )
  })
  it.each([
    ['134.05,34.33', 'cell.swapped-coordinates'],
    ['0,0', 'cell.outside-japan'],
    ['34.33', 'cell.not-coordinates'],
    ['34.33,134.05,12', 'cell.not-coordinates'],
    ['北緯34度,東経134度', 'cell.not-coordinates'],
  ])('「%s」は %s', (cell, code) => expect(readCoordinates(cell)).toEqual(wrong(code)))
  it('空は欠けで、片方だけなら断る', () => {
    expect(readCoordinates(' ')).toEqual(gap('blank'))
    expect(readPoint('', '')).toEqual(gap('blank'))
    expect(readPoint('34.33', '')).toEqual(wrong('cell.half-coordinates'))
  })
})

describe('欠陥3: 一つの発行元の中で書き方の違う日付', () => {
  it.each([
    ['3/1/2023', '2023-03-01'],
    ['10/1/2017', '2017-10-01'],
    ['2017.3.31', '2017-03-31'],
    ['46054', '2026-02-01'],
    ['1947/4/1', '1947-04-01'],
    ['2021-04-01', '2021-04-01'],
    ['令和5年4月1日', '2023-04-01'],
    ['R5.4.1', '2023-04-01'],
    ['Ｒ５．４．１', '2023-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日（火）', '2019-04-30'],
    ['昭15・4・1', '1940-04-01'],
  ])('「%s」は %s', (cell, day) => expect(readDay(cell)).toEqual(value(day)))
  it.each(['昭和65年4月1日', '平成31年5月1日', '令和5年', '5.4.1', '2023-02-29'])(
    '「%s」は、日を決められないので断る',
    (cell) => expect(readDay(cell)).toEqual(wrong('cell.not-a-date')),
  )
  it('元号の終わりを過ぎた年には、正しい年を示す', () => {
    expect(readDay('昭和65年4月1日')).toMatchObject({ reason: expect.stringContaining('平成2年') })
  })
})

describe('欠陥6: 欄の中の改行と円記号', () => {
  it.each([
    ['\\1,500', 1500],
    ['¥1,500', 1500],
    ['￥１，５００', 1500],
    ['1,500円', 1500],
    ['0', 0],
  ])('「%s」は %i 円', (cell, yen) => expect(readYen(cell)).toEqual(value(yen)))
  it('「無料」を 0 円と決めず、空は欠け', () => {
    expect(readYen('無料')).toEqual(wrong('cell.not-yen'))
    expect(readYen('')).toEqual(gap('blank'))
  })
  it('名前では改行を空白に、説明では改行のまま残す', () => {
    expect(readLine('見本\r\n会館　')).toBe('見本 会館')
    expect(readLines('一行目\r\n二行目　\r\n')).toBe('一行目\n二行目')
    expect(readLine('　')).toBeNull()
  })
})

describe('欠陥7: 時刻', () => {
  it.each([
    ['08:30', '08:30', null],
    ['8:30', '08:30', null],
    ['18：00', '18:00', null],
    ['16：00（受付）', '16:00', '受付'],
    ['8時30分', '08:30', null],
    ['17時', '17:00', null],
    ['9時半', '09:30', null],
    ['午後5時', '17:00', null],
    ['午後0:30', '12:30', null],
    ['24:00', '24:00', null],
    ['0.354166666666667', '08:30', null],
    ['17:00:00', '17:00', null],
    ['1899-12-30T08:30:00', '08:30', null],
  ])('「%s」は %s', (cell, time, note) => expect(readTime(cell)).toEqual(value({ time, note })))
  it.each([
    ['なし', 'none'],
    ['休診', 'none'],
    ['-', 'dash'],
    ['', 'blank'],
  ])('「%s」は欠け(%s)', (cell, why) => expect(readTime(cell)).toEqual(gap(why)))
  it.each(['25:00', '8:60', '24:30', '午後13時', '8:30-17:00', '昼'])('「%s」は時刻でない', (cell) =>
    expect(readTime(cell)).toEqual(wrong('cell.not-a-time')),
  )
})

describe('欠陥8: 電話番号', () => {
  it.each([
    ['(054)628-3359', '054-628-3359'],
    ['087-839-2811', '087-839-2811'],
    ['０８７（８３９）２８１１', '087-839-2811'],
    ['087ー839ー2811', '087-839-2811'],
    ['0878392811', '0878392811'],
    ['TEL:087-839-2811', '087-839-2811'],
    ['090-0000-0001', '090-0000-0001'],
    ['0120-000-000', '0120-000-000'],
    ['+81-87-839-2811', '087-839-2811'],
  ])('「%s」は %s', (cell, shown) =>
    expect(readTelephone(cell)).toEqual(
      value({ shown, digits: shown.replaceAll('-', ''), hasAreaCode: true, extension: null, note: null }),
    ),
  )
  it('市外局番のない番号は、そのまま読んで、ないと伝える', () => {
    expect(readTelephone('835-1412')).toMatchObject({
      state: 'value',
      value: { shown: '835-1412', hasAreaCode: false },
    })
  })
  it('内線と、かっこの中の言葉を分ける', () => {
    expect(readTelephone('087-839-2811 内線123')).toMatchObject({
      value: { shown: '087-839-2811', extension: '123' },
    })
    expect(readTelephone('087-839-2811（代表）')).toMatchObject({
      value: { shown: '087-839-2811', note: '代表' },
    })
  })
  it.each(['-', '－', ''])('「%s」は欠け', (cell) =>
    expect(readTelephone(cell)).toMatchObject({ state: 'missing' }),
  )
  it.each([
    ['878392811', 'cell.lost-zero'],
    ['9000000001', 'cell.lost-zero'],
    ['8.78E+08', 'cell.scientific'],
    ['087-839-28', 'cell.not-a-telephone'],
    ['市役所', 'cell.not-a-telephone'],
    ['087-839-2811、087-839-2812', 'cell.several-telephones'],
  ])('「%s」は %s', (cell, code) => expect(readTelephone(cell)).toEqual(wrong(code)))
})

describe('欠陥10・23: 5けたと6けたの市区町村コード、初めの 0 が失われたコード', () => {
  it.each([
    ['37201', '372013'],
    ['372013', '372013'],
    ['３７２０１', '372013'],
    ['011002', '011002'],
    ['01100', '011002'],
  ])('「%s」は %s', (cell, code) => expect(readMunicipalityCode(cell)).toEqual(value(code)))
  it('二通りに読めるコードは、一覧があればそれで決め、なければ決めない', () => {
    // 10006 is 010006 (北海道) without its zero, or 群馬県's 10006 without its check digit
    expect(readMunicipalityCode('10006')).toEqual(wrong('cell.municipality-code-ambiguous'))
    expect(readMunicipalityCode('10006', (code) => code === '010006')).toEqual(value('010006'))
    expect(readMunicipalityCode('10006', () => false)).toEqual(wrong('cell.municipality-code-ambiguous'))
  })
  it('検査数字が違うもの、都道府県のないもの、けたの違うものは断る', () => {
    for (const cell of ['372014', '990001', '3720', '3.72E+05'])
      expect(readMunicipalityCode(cell).state).toBe('wrong')
  })
})

describe('欠陥11: 定員の 0 と空', () => {
  it('どちらも「該当なし」で、0人ではない', () => {
    expect(readCapacity('0')).toEqual(gap('none'))
    expect(readCapacity('')).toEqual(gap('blank'))
    expect(readCapacity('18人')).toEqual(value(18))
    expect(readCapacity('１８')).toEqual(value(18))
    expect(readCapacity('-3')).toEqual(wrong('cell.negative'))
  })
})

describe('欠陥12: 合計の行、単位の行、間をあけた名前', () => {
  it('全角の空白を挟んだ名前を読む', () => expect(unpadded('全　 国')).toBe('全国'))
  it.each(['全　 国', '合　計', '総数', '香川県計'])('「%s」は合計の行', (cell) =>
    expect(isTotalName(cell)).toBe(true),
  )
  it.each(['高松市', '国分寺町', '計石町', '全国通り'])('「%s」は合計の行でない', (cell) =>
    expect(isTotalName(cell)).toBe(false),
  )
  it.each(['（人）', '(世帯)', '単位：人'])('「%s」は単位の行', (cell) => expect(isUnitName(cell)).toBe(true))
  it('町名は単位の行でない', () => expect(isUnitName('西町（一部）')).toBe(false))
})

describe('欠陥13: 指数表記になった番号', () => {
  it.each(['1.72E+11', '1.72e+11', '１．７２Ｅ＋１１', '2E+12'])('「%s」は断る', (cell) =>
    expect(readIdentifier(cell)).toEqual(wrong('cell.scientific')),
  )
  it('E を含むだけの番号は、番号のまま', () => {
    expect(readIdentifier('12E3')).toEqual(value('12E3'))
    expect(readIdentifier(' 0000000001 ')).toEqual(value('0000000001'))
  })
})

describe('欠陥14: 見出しの表記', () => {
  it('全角半角と空白の違いは同じ見出し、誤記は同義語で読む', () => {
    expect(foldHeading('建物名等（方書）')).toBe(foldHeading('建物名等(方書)'))
    expect(foldHeading('Ｎ Ｏ')).toBe('NO')
    expect(foldHeading('所在地_連結標記')).not.toBe(foldHeading('所在地_連結表記'))
  })
  it('列を見つけるときも、全角半角と空白の違いは問わない', async () => {
    const table = await readTabular(textSource('ＩＤ,建物名等（方書）,所在地_連結標記\n1,2,3\n'))
    const required = ['ID', '建物名等(方書)', '所在地_連結表記'] as const
    const { index, refusals } = mapColumns(table, {
      required,
      synonyms: { 所在地_連結標記: '所在地_連結表記' },
    })
    expect([refusals, ...required.map((name) => index.get(name))]).toEqual([[], 0, 1, 2])
  })
})

describe('欠陥16: 町字の欄に住所の全部', () => {
  it.each(['香川県高松市番町一丁目', '北海道札幌市', '神奈川県川崎市', '京都府京都市'])(
    '「%s」は全部の住所',
    (cell) => expect(beginsWithPrefecture(cell)).toBe(true),
  )
  it.each(['番町一丁目', '県町', '府中町'])('「%s」は町字', (cell) =>
    expect(beginsWithPrefecture(cell)).toBe(false),
  )
})

describe('欠陥17: 有無の印', () => {
  it.each(['○', '〇', '◯', '◎', '1', '１', '有', '対応', 'true'])('「%s」は有', (cell) =>
    expect(readMark(cell)).toEqual(value('yes')),
  )
  it.each(['×', '✕', '0', '無', 'なし'])('「%s」は無', (cell) => expect(readMark(cell)).toEqual(value('no')))
  it('△は有でも無でもない', () => expect(readMark('△')).toEqual(value('partly')))
  it('空は欠けで、無とも有とも決めない', () => {
    expect(readMark('')).toEqual(gap('blank'))
    expect(readMark('-')).toEqual(gap('dash'))
  })
  it.each(['2', '要予約', '?'])('「%s」は印でない', (cell) =>
    expect(readMark(cell)).toEqual(wrong('cell.not-a-mark')),
  )
})

describe('欠陥20: 検査数字の合わない事業所番号', () => {
  it('合わなくても断らず、合わないと伝える', () => {
    // 3·7·7·0·1·0·0·0·1 with weights 2,1 from the right, digits of the products added, modulus 10
    expect(readOfficeNumber('3770100018')).toEqual(value({ number: '3770100018', isCheckDigitRight: true }))
    expect(readOfficeNumber('3770100019')).toEqual(value({ number: '3770100019', isCheckDigitRight: false }))
  })
  it('3けた目の英字を読み、けたの足りない番号は断る', () => {
    expect(readOfficeNumber('37B0100011')).toMatchObject({ state: 'value', value: { number: '37B0100011' } })
    expect(readOfficeNumber('370100011')).toEqual(wrong('cell.lost-zero'))
    expect(readOfficeNumber('3.77E+09')).toEqual(wrong('cell.scientific'))
    expect(readOfficeNumber('377010001')).toEqual(wrong('cell.lost-zero'))
    expect(readOfficeNumber('事業所')).toEqual(wrong('cell.office-number'))
  })
})

describe('小数と負の数', () => {
  it.each([
    ['12.5', 12.5],
    ['△3', -3],
    ['-1,234.5', -1234.5],
    ['０', 0],
  ])('「%s」は %d', (cell, number) => expect(readNumber(cell)).toEqual(value(number)))
  it('指数表記は断り、*** は欠け', () => {
    expect(readNumber('1.72E+11')).toEqual(wrong('cell.scientific'))
    expect(readNumber('***')).toEqual(gap('masked'))
  })
})

import { csvSafe } from '../../platform/text/index.ts'
import { csvBytes } from '../tabular/index.ts'
import { type Facility, fieldLabels, type Mark } from './layout.ts'
import { readFacilities } from './read.ts'

type Source = (facility: Facility) => string | number | null

/** What could not be read goes back as it stood in the file it came from. */
const orAsWritten =
  (field: 'telephone' | 'opensAt' | 'closesAt' | 'capacity' | 'latitude' | 'longitude'): Source =>
  (facility) =>
    facility[field] ?? facility.asWritten[fieldLabels[field]] ?? null
const kept =
  (heading: string): Source =>
  ({ extras }) =>
    extras[heading] ?? null

/** 公共施設一覧 of 自治体標準オープンデータセット (standards.md §2.2: names seen in readers, order recalled). */
const standard: readonly [string, Source][] = [
  ['全国地方公共団体コード', ({ areaCode }) => areaCode],
  ['ID', ({ id }) => id],
  ['地方公共団体名', kept('地方公共団体名')],
  ['名称', ({ name }) => name],
  ['名称_カナ', ({ kana }) => kana],
  ['名称_英字', kept('名称_英字')],
  ['名称_通称', kept('名称_通称')],
  ['POIコード', kept('POIコード')],
  ['所在地_全国地方公共団体コード', kept('所在地_全国地方公共団体コード')],
  ['町字ID', kept('町字ID')],
  ['所在地_連結表記', ({ address }) => address],
  ['所在地_都道府県', kept('所在地_都道府県')],
  ['所在地_市区町村', kept('所在地_市区町村')],
  ['所在地_町字', kept('所在地_町字')],
  ['所在地_番地以下', kept('所在地_番地以下')],
  ['建物名等(方書)', ({ building }) => building],
  ['緯度', orAsWritten('latitude')],
  ['経度', orAsWritten('longitude')],
  ['高度の種別', kept('高度の種別')],
  ['高度の値', kept('高度の値')],
  ['電話番号', orAsWritten('telephone')],
  ['内線番号', ({ extension }) => extension],
  ['連絡先メールアドレス', kept('連絡先メールアドレス')],
  ['連絡先FormURL', kept('連絡先FormURL')],
  ['連絡先備考（その他、SNSなど）', kept('連絡先備考（その他、SNSなど）')],
  ['郵便番号', ({ postalCode }) => postalCode],
  ['法人番号', ({ corporateNumber }) => corporateNumber],
  ['団体名', ({ operator }) => operator],
  ['利用可能曜日', ({ openDays }) => openDays],
  ['開始時間', orAsWritten('opensAt')],
  ['終了時間', orAsWritten('closesAt')],
  ['利用可能日時特記事項', ({ hoursNote }) => hoursNote],
  ['説明', ({ description }) => description],
  ['バリアフリー情報', kept('バリアフリー情報')],
  ['URL', ({ url }) => url],
  ['画像', kept('画像')],
  ['画像_ライセンス', kept('画像_ライセンス')],
  ['備考', ({ note }) => note],
]
/** Columns that the standard lacks, behind it, when a place says something there. */
const further: readonly [string, Source][] = [
  ['実施サービス', ({ service }) => service],
  ['定員', orAsWritten('capacity')],
  ['FAX番号', ({ fax }) => fax],
  ['事業所番号', ({ officeNumber }) => officeNumber],
]

export const standardHeader: readonly string[] = standard.map(([heading]) => heading)

/** A column with its words for a standard file cannot be written so that reading it gives the same places. */
export class NotRoundTrip extends Error {
  override readonly name = 'NotRoundTrip'
}

/**
 * A list as a file of the national standard: UTF-8 with BOM, CRLF, quotes only where needed. What no column of the standard
 * is for stands behind it. The file is read again before it is given away.
 * @throws NotRoundTrip when a reader would not find the same places in it
 */
export async function facilityCsv(facilities: readonly Facility[]): Promise<Uint8Array> {
  const columns = columnsFor(facilities)
  const rows = facilities.map((facility) => columns.map(([, of]) => String(of(facility) ?? '')))
  const bytes = csvBytes([columns.map(([heading]) => heading), ...rows], { encoding: 'UTF-8+BOM' })
  await readAgain(bytes, facilities)
  return bytes
}

function columnsFor(facilities: readonly Facility[]): [string, Source][] {
  const isUsed = (of: Source) => facilities.some((facility) => of(facility) !== null)
  const named = new Set([...standardHeader, ...further.map(([heading]) => heading)])
  const labels = new Set(facilities.flatMap(({ extras }) => Object.keys(extras)))
  const marks = new Set(facilities.flatMap((facility) => Object.keys(facility.marks)))
  return [
    ...standard,
    ...further.filter(([, of]) => isUsed(of)),
    ...[...marks].map((label): [string, Source] => [
      markHeading(label),
      ({ marks: given }) => written(given[label]),
    ]),
    ...[...labels]
      .filter((label) => !named.has(label))
      .map((label): [string, Source] => [label, kept(label)]),
  ]
}

const HAZARD = /洪水|氾濫|崖崩れ|土砂|高潮|地震|津波|火事|火山/u

function markHeading(label: string): string {
  if (label === '指定避難所との重複') return label
  return HAZARD.test(label) ? `災害種別_${label}` : `${label}の有無`
}

const written = (mark: Mark | undefined): string | null =>
  mark === undefined ? null : { yes: '1', partly: '△', no: '0' }[mark]

const told = ({ areaCode, id, name, address, latitude, longitude, telephone }: Facility) =>
  JSON.stringify([
    areaCode,
    id,
    csvSafe(name),
    address === null ? null : csvSafe(address),
    latitude,
    longitude,
    telephone,
  ])

async function readAgain(bytes: Uint8Array, facilities: readonly Facility[]): Promise<void> {
  const { items } = await readFacilities({ name: '000000_public_facility.csv', bytes })
  const read: Facility[] = []
  for await (const item of items) {
    if (item.kind === 'refused')
      throw new NotRoundTrip(`${item.refusal.cell ?? item.refusal.row ?? ''} ${item.refusal.code}`)
    read.push(item.row)
  }
  const differs = facilities.findIndex((facility, at) => !read[at] || told(facility) !== told(read[at]))
  if (differs >= 0 || read.length !== facilities.length) throw new NotRoundTrip(`row ${differs + 2}`)
}

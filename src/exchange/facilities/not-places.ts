import { fileRefusal, type Refusal, type Table } from '../tabular/index.ts'
import { headingKey } from './layout.ts'

const others: readonly { headings: readonly string[]; what: string; remedy: string }[] = [
  {
    headings: ['eventName', 'イベント名'],
    what: 'イベントの一覧',
    remedy: 'この種類では読み込めません。催しではなく、会場となる施設の一覧を選んでください。',
  },
  {
    headings: ['dataName', 'データ名称'],
    what: 'オープンデータの目録',
    remedy: '目録に載っている、それぞれの施設のファイルを選んでください。',
  },
  {
    headings: ['regionName', '総人口', 'man1', '0-4歳の男性'],
    what: '町別人口の表',
    remedy: '種類を「地域・年齢別人口」に変えて、読み込んでください。',
  },
  {
    headings: ['numberOfPrimaryInsured', 'headCount', 'birthTotal', 'MoveInAndOthersMan'],
    what: '件数の表',
    remedy: '件数や人口の推計を読み込む種類に変えてください。',
  },
]

/** Known files that list no places, told by their columns. */
export function notPlaces(table: Table): Refusal | undefined {
  const folded = new Set(table.header.map(headingKey))
  const found = others.find(({ headings }) => headings.some((heading) => folded.has(headingKey(heading))))
  if (!found) return undefined
  return fileRefusal(
    table.file,
    'list.not-places',
    `${found.what}で、施設や場所の一覧ではありません。`,
    found.remedy,
  )
}

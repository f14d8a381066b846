import {
  type Item,
  type Refusal,
  RowCells,
  readDay,
  readLayout,
  type TabularSource,
} from '../../exchange/tabular/index.ts'
import { cleanLine, foldAddress } from '../../platform/text/index.ts'

export const TOWN_HEADINGS = ['町名', 'カナ', '圏域コード', 'センター', '開始日'] as const
type Heading = (typeof TOWN_HEADINGS)[number]

/** One row of the list of towns; what may be missing is null. */
export interface TownRow {
  name: string
  kana: string | null
  /** foldAddress(name) */
  fold: string
  areaCode: string
  /** name or short name, as typed */
  centre: string | null
  /** ISO day; null: from the day of reading */
  fromOn: string | null
  rowNumber: number
}

/** Reads the list of towns, everything wrong as an item. @param source a file of our own template, or the grid's rows */
export async function readTowns(
  source: TabularSource,
): Promise<AsyncIterable<{ kind: 'row'; row: TownRow } | { kind: 'refused'; refusal: Refusal }>> {
  const file = await readLayout<TownRow, Heading>(
    source,
    {
      required: ['町名', 'カナ', '圏域コード'],
      optional: ['センター', '開始日'],
      synonyms: { フリガナ: 'カナ' },
    },
    (table, index) => {
      const seen = new Map<string, number>()
      return (row) => {
        const cells = new RowCells<Heading>(table, row, index)
        const town = readTown(cells)
        const before = seen.get(town.name)
        if (before !== undefined && town.name !== '') {
          const reason = `同じ町が ${before} 行目にもあります。`
          cells.refuse('町名', 'town.twice', reason, 'どちらか一つの行にしてください。')
        }
        seen.set(town.name, before ?? town.rowNumber)
        return cells.refusals.length > 0
          ? cells.refusals.map((refusal): Item<TownRow> => ({ kind: 'refused', refusal }))
          : [{ kind: 'row', row: town }]
      }
    },
  )
  return file.items
}

function readTown(cells: RowCells<Heading>): TownRow {
  const name = cleanLine(cells.text('町名'))
  const kana = cleanLine(cells.text('カナ').normalize('NFKC'))
  const areaCode = cleanLine(cells.text('圏域コード').normalize('NFKC'))
  if (name === '') cells.refuse('町名', 'cell.missing', '町名が空です。', '町名を入れてください。')
  if (name.length > 60)
    cells.refuse('町名', 'cell.too-long', '町名が60文字を超えています。', '町名だけにしてください。')
  if (kana !== '' && !/^[\p{Script=Katakana}\p{Script=Hiragana}ー・\s0-9A-Za-z]+$/u.test(kana)) {
    cells.refuse('カナ', 'cell.kana', 'カナで読めない文字があります。', 'カタカナで入れてください。')
  }
  if (areaCode === '') {
    cells.refuse(
      '圏域コード',
      'cell.missing',
      '圏域コードが空です。',
      'この町の圏域のコードを入れてください。',
    )
  }
  return {
    name,
    kana: kana || null,
    fold: foldAddress(name),
    areaCode,
    centre: cleanLine(cells.text('センター')) || null,
    fromOn: cells.value('開始日', readDay),
    rowNumber: cells.rowNumber,
  }
}

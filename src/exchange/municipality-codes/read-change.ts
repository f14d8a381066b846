import { type RowCells, readDay } from '../tabular/index.ts'
import { codeReadings, readCode } from './code.ts'
import {
  type CHANGE_HEADINGS,
  CONFIDENCE_WORDS,
  KIND_WORDS,
  type MunicipalityKind,
  type MunicipalityRow,
} from './layout.ts'
import { prefectureNumber } from './prefectures.ts'

type Heading = (typeof CHANGE_HEADINGS.required)[number] | (typeof CHANGE_HEADINGS.optional)[number]
type Cells = RowCells<Heading>

/** 「コードの変更」: the days on which a code holds, and what followed it. */
export function readChange(cells: Cells): MunicipalityRow {
  const prefecture = prefectureNumber(cells.text('都道府県')) ?? ''
  if (prefecture === '')
    cells.refuse(
      '都道府県',
      'cell.prefecture',
      '都道府県の名前として読めません。',
      '「静岡県」のように入れてください。',
    )
  const name = cells.text('名称').replace(/[\s\u3000]+/gu, '')
  if (name === '')
    cells.refuse('名称', 'cell.missing', '名称がありません。', '市区町村の名前を入れてください。')
  return {
    layout: 'change',
    code: needCode(cells, prefecture),
    name,
    kana: cells.text('よみ').replace(/[\s\u3000]+/gu, ''),
    kind: readKind(cells, name),
    parentCode: cells.value('上位のコード', (cell) => readCode(cell, prefecture)),
    latitude: null,
    longitude: null,
    ...readPeriod(cells),
    successorCodes: readSuccessors(cells),
    note: cells.text('変更の内容'),
    source: cells.text('出典'),
    confidence: readConfidence(cells),
    rowNumber: cells.rowNumber,
  }
}

function needCode(cells: Cells, prefecture: string): string {
  const before = cells.refusals.length
  const code = cells.value('コード', (cell) => readCode(cell, prefecture))
  if (code === null && cells.refusals.length === before)
    cells.refuse('コード', 'cell.missing', 'コードがありません。', '全国地方公共団体コードを入れてください。')
  return code ?? ''
}

function readKind(cells: Cells, name: string): MunicipalityKind {
  const word = cells.text('区分')
  const kind = word === '' ? { 町: 'town', 村: 'village' }[name.at(-1) ?? ''] : KIND_WORDS[word]
  if (kind !== undefined) return kind as MunicipalityKind
  cells.refuse(
    '区分',
    'cell.kind',
    word === '' ? '名称からは区分が決まりません。' : 'この区分は知られていません。',
    `${Object.keys(KIND_WORDS).join('、')}のどれかを入れてください。`,
  )
  return 'city'
}

function readPeriod(cells: Cells): { validFrom: string | null; validTo: string | null } {
  const validFrom = cells.value('有効開始日', readDay)
  const validTo = cells.value('有効終了日', readDay)
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    cells.refuse(
      '有効終了日',
      'cell.end-before-begin',
      `終わりの日が始まりの日（${validFrom}）より前です。`,
      '二つの日を確かめてください。',
    )
  return { validFrom, validTo }
}

/** Codes divided by blanks or ・; they may lie in another prefecture, so both readings must not differ. */
function readSuccessors(cells: Cells): string[] {
  const words = cells
    .text('引継先コード')
    .split(/[\s、・/]+/u)
    .filter((word) => word !== '')
  return words.flatMap((word) => {
    const readings = codeReadings(word)
    const [only] = readings
    if (only !== undefined && readings.length === 1) return [only]
    cells.refuse(
      '引継先コード',
      'cell.municipality-code',
      `「${word}」は、全国地方公共団体コードとして一つに読めません。`,
      '6けたのコードを、空白で区切って入れてください。',
    )
    return []
  })
}

function readConfidence(cells: Cells) {
  const word = cells.text('確からしさ')
  if (word === '') return 'unverified'
  const confidence = CONFIDENCE_WORDS[word]
  if (confidence !== undefined) return confidence
  cells.refuse(
    '確からしさ',
    'cell.confidence',
    'この言葉は知られていません。',
    `${Object.keys(CONFIDENCE_WORDS).join('、')}のどれかを入れてください。`,
  )
  return 'unverified'
}

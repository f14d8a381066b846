import { localGovernmentCheckDigit } from '../../platform/text/index.ts'
import {
  type Item,
  type LayoutFile,
  type ReadOptions,
  RowCells,
  type RowReader,
  readCount,
  readDay,
  readLayout,
  type Table,
  type TabularSource,
} from '../tabular/index.ts'
import { bandHeadings, columnNames, type TownPopulation } from './layout.ts'
import { disagreements } from './sums.ts'

export interface PopulationOptions extends ReadOptions {
  /** days after this are refused; from the injected clock */
  notAfter?: string
}

/** Reads 町別人口; everything wrong comes as an item. */
export function readPopulationByTown(
  source: TabularSource,
  options: PopulationOptions = {},
): Promise<LayoutFile<TownPopulation>> {
  return readLayout(
    source,
    columnNames,
    (table, index) => townReader(table, index, options.notAfter),
    options,
  )
}

function townReader(
  table: Table,
  index: ReadonlyMap<string, number>,
  notAfter: string | undefined,
): RowReader<TownPopulation> {
  const seen = new Map<string, number>()
  return (row) => {
    const cells = new RowCells(table, row, index)
    const town = readTown(cells, notAfter)
    if (cells.refusals.length === 0) checkTown(cells, town, seen)
    return cells.refusals.length > 0
      ? cells.refusals.map((refusal): Item<TownPopulation> => ({ kind: 'refused', refusal }))
      : [{ kind: 'row', row: town }]
  }
}

function readTown(cells: RowCells, notAfter: string | undefined): TownPopulation {
  const townName = cells.text('regionName')
  if (townName === '')
    cells.refuse('regionName', 'cell.missing', '町名がありません。', '町名を入れてください。')
  if (/^(?:総数|総計|合計|小計|計)$/u.test(townName.replace(/\s/gu, ''))) {
    cells.refuse(
      'regionName',
      'row.total',
      '合計の行です。取り込むと二重に数えてしまいます。',
      'この行を消してください。',
    )
  }
  return {
    municipalityCode: readCode(cells),
    townName,
    surveyedOn: readSurveyDay(cells, notAfter),
    total: cells.value('totalPopulation', readCount),
    male: cells.value('male', readCount),
    female: cells.value('woman', readCount),
    bands: bandHeadings.map(({ heading, sex, band }) => ({
      sex,
      band,
      count: cells.value(heading, readCount),
    })),
    households: cells.value('numberOfHouseholds', readCount),
    ...readPlace(cells),
    note: cells.text('note'),
    rowNumber: cells.rowNumber,
  }
}

function readCode(cells: RowCells): string {
  const text = cells.text('prefCode').normalize('NFKC')
  const five = /^\d{5,6}$/.test(text) ? text.slice(0, 5) : undefined
  const code = five === undefined ? undefined : `${five}${localGovernmentCheckDigit(five)}`
  if (code !== undefined && (text.length === 5 || text === code)) return code
  cells.refuse(
    'prefCode',
    'cell.municipality-code',
    '市区町村コードが5けた、または検査数字の合う6けたの数字になっていません。',
    '全国地方公共団体コードを確かめてください（先頭の0が落ちていませんか）。',
  )
  return ''
}

function readSurveyDay(cells: RowCells, notAfter: string | undefined): string {
  const before = cells.refusals.length
  const day = cells.value('surveyDate', readDay)
  if (day !== null && (notAfter === undefined || day <= notAfter)) return day
  if (day !== null)
    cells.refuse('surveyDate', 'cell.future', `${day}は先の日付です。`, '調査日を確かめてください。')
  else if (cells.refusals.length === before) {
    cells.refuse('surveyDate', 'cell.missing', '調査日がありません。', '「2026-02-01」の形で入れてください。')
  }
  return ''
}

/** Two degrees in one cell, with or without a blank. Missing is allowed. */
function readPlace(cells: RowCells): { latitude?: number; longitude?: number } {
  const text = cells.text('location').normalize('NFKC')
  if (text === '' || text === '-') return {}
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d+)?),\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? []
  // a mistaken order puts a Japanese place outside these bounds
  if (latitude !== undefined && Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180) {
    return { latitude: Number(latitude), longitude: Number(longitude) }
  }
  cells.refuse(
    'location',
    'cell.location',
    '緯度と経度として読めません。',
    '「34.342286,134.055021」のように緯度、経度の順で入れてください。',
  )
  return {}
}

function checkTown(cells: RowCells, town: TownPopulation, seen: Map<string, number>): void {
  const key = `${town.municipalityCode} ${town.surveyedOn} ${town.townName}`
  const first = seen.get(key)
  if (first !== undefined) {
    cells.refuse(
      'regionName',
      'row.duplicate',
      `同じ町名と調査日の行が${first}行目にもあります。`,
      'どちらか正しい一行だけにしてください。',
    )
  } else seen.set(key, cells.rowNumber)
  for (const { heading, reason } of disagreements(town)) {
    cells.refuse(heading, 'row.sum', reason, '作成元の統計と照らし合わせ、まちがっている欄を直してください。')
  }
}

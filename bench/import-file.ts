import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { csvBytes } from '../src/exchange/tabular/index.ts'
import { localGovernmentCheckDigit } from '../src/platform/text/index.ts'

export const headings = [
  'ID',
  '全国地方公共団体コード',
  '名称',
  '名称_カナ',
  '所在地',
  '電話番号',
  '緯度',
  '経度',
  '種類コード',
  '有無',
  '開設日',
  '更新日',
  '開始時間',
  '終了時間',
  '定員',
  '男',
  '女',
  '金額',
  'URL',
  '備考',
] as const
export const serviceCodes = ['110', '120', '130', '140', '150', '155', '160', '170', '210', '220']
export const areaCodes = Array.from({ length: 40 }, (_, n) => {
  const five = `37${String(201 + n)}`
  return `${five}${localGovernmentCheckDigit(five)}`
})

const two = (n: number) => String(n).padStart(2, '0')
const of = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** Row n of an invented list: every column another kind of value, written in more than one way. */
export function rowOf(n: number): string[] {
  const id = String(n + 1).padStart(10, '0')
  return [
    id,
    of(areaCodes, n),
    `見本${n}館`,
    'ミホン',
    `架空町${1 + (n % 99)}番地`,
    `087-${String(n % 1000).padStart(3, '0')}-${String(n % 10_000).padStart(4, '0')}`,
    `34.${String(30_000 + (n % 9_000))}`,
    `134.${String(10_000 + (n % 9_000))}`,
    of(serviceCodes, n * 7),
    of(['○', '×', '△', '1'], n),
    `${1990 + (n % 30)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`,
    `令和${1 + (n % 7)}年${5 + (n % 8)}月${1 + (n % 28)}日`,
    `${two(8 + (n % 3))}:${of(['00', '30'], n)}`,
    `${17 + (n % 4)}:00`,
    String(n % 120),
    String(n % 900),
    String((n * 3) % 900),
    String((n % 50) * 100),
    `ex.jp/${n % 1000}`,
    of(['', '備考', '要予約'], n),
  ]
}

/** Writes the file once, in code page 932. @param wrongEvery every so many rows one cell is wrong; 0: none */
export function importFile(path: string, rows: number, wrongEvery = 0): number {
  if (existsSync(path)) return statSync(path).size
  mkdirSync(dirname(path), { recursive: true })
  const part = `${path}.part`
  const file = openSync(part, 'w')
  for (let from = 0; from < rows; from += 5_000) {
    const lines = Array.from({ length: Math.min(5_000, rows - from) }, (_, at) => {
      const row = rowOf(from + at)
      if (wrongEvery > 0 && (from + at) % wrongEvery === 0) row[14] = '十人'
      return row
    })
    writeSync(file, csvBytes(from === 0 ? [[...headings], ...lines] : lines, { encoding: 'CP932' }))
  }
  closeSync(file)
  renameSync(part, path)
  return statSync(path).size
}

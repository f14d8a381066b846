import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// node script/capacity.ts: writes the table of capacity in docs/operations.md from bench/results. After script/bench.

const root = join(import.meta.dirname, '..')
const PAGE = join(root, 'docs/operations.md')
const TABLE = /(<!-- capacity -->\n)[\s\S]*(<!-- end of capacity -->)/

interface Run {
  perSecond: number
  p99: number
  processorMilliseconds?: { node: number; database: number }
}
export interface Work {
  label: string
  /** how often one person does it in the busiest hour: our assumption */
  timesAnHour: number
  runs: Run[]
}

/** A screen asks for more than what is listed (counts, suggestions, drafts, notices): so many requests for one of these. */
const REQUESTS = 4

/** What of the processors may be at work in the busiest hour, so that the answer still comes at once. */
const SHARE = 0.3

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const costOf = ({ runs }: Work) =>
  median(runs.map(({ processorMilliseconds: one }) => (one ? one.node + one.database : Number.NaN)))

/** Processor milliseconds for one person's busiest hour, and how many people one core carries with them. */
export function capacity(works: readonly Work[]): { millisecondsAnHour: number; peopleACore: number } {
  const millisecondsAnHour = REQUESTS * works.reduce((sum, work) => sum + work.timesAnHour * costOf(work), 0)
  if (!(millisecondsAnHour > 0)) throw new Error('a result holds no processor time')
  return { millisecondsAnHour, peopleACore: (3_600_000 * SHARE) / millisecondsAnHour }
}

/** Rounded down to two digits: no more is known. */
const roughly = (value: number) => {
  const unit = 10 ** Math.max(Math.floor(Math.log10(value)) - 1, 0)
  return (Math.floor(value / unit) * unit).toLocaleString('en')
}

export function table(works: readonly Work[], machine: string, on: string): string {
  const { millisecondsAnHour, peopleACore } = capacity(works)
  const rows = works.map(
    (work) =>
      `| ${work.label} | ${work.timesAnHour} 回 | ${costOf(work).toFixed(2)} ミリ秒 | ${Math.round(median(work.runs.map(({ perSecond }) => perSecond)))} 回/秒、${Math.round(median(work.runs.map(({ p99 }) => p99)))} ミリ秒 |`,
  )
  return [
    `測った日と機械: ${on}、${machine}(\`bench/results/\` の中央の値)。`,
    '',
    '| すること | 一人が、いちばん忙しい1時間にする回数(仮定) | 1回の処理時間(Node + PostgreSQL) | この機械で測った速さと p99 |',
    '|---|---|---|---|',
    ...rows,
    '',
    `画面は、ここに並べた要求のほかにも要求を出すので、全体を ${REQUESTS} 倍とします(仮定)。一人の忙しい1時間は ${(millisecondsAnHour / 1000).toFixed(2)} 秒分の処理です。コアを平均で ${SHARE * 100} % まで使うとすると、` +
      `1 コアで同時に働く ${roughly(peopleACore)} 人、4 コアで ${roughly(peopleACore * 4)} 人が目安です(計算。この人数で測ったものではありません)。`,
    '',
  ].join('\n')
}

const result = (name: string) => JSON.parse(readFileSync(join(root, `bench/results/${name}.json`), 'utf8'))

/** The assumptions stand here: twice the work of a centre's ordinary day, which has about ten consultations a person. */
export function measuredWorks(): Work[] {
  return [
    { label: '「きょう」を開く', timesAnHour: 10, runs: runsOf(result('today').raw.staff) },
    { label: '人の一覧を出す', timesAnHour: 20, runs: runsOf(result('list').raw.product) },
    { label: '一人の記録を開く', timesAnHour: 30, runs: runsOf(result('sheet').raw.sixteen) },
    { label: '相談を保存する', timesAnHour: 15, runs: runsOf(result('create').raw.product) },
  ]
}
const runsOf = (raw: Run | Run[]): Run[] => [raw].flat()

if (import.meta.main) {
  const { machine, on } = result('list')
  const page = readFileSync(PAGE, 'utf8')
  if (!TABLE.test(page)) throw new Error('docs/operations.md has lost its marks <!-- capacity -->')
  const text = table(measuredWorks(), machine, on)
  writeFileSync(
    PAGE,
    page.replace(TABLE, (_, begin, end) => `${begin}${text}${end}`),
  )
  console.log(text)
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 Adds up .cache/mutation/report.json by area: node script/mutation/summary.js [--store]
   --store  keeps the counts of every file in bench/results/mutation.json
*/
const ROOT = join(import.meta.dirname, '..', '..')
const REPORT = join(ROOT, '.cache', 'mutation', 'report.json')
const STORED = join(ROOT, 'bench', 'results', 'mutation.json')
const NOTICED = new Set(['Killed', 'Timeout'])
const MISSED = new Set(['Survived', 'NoCoverage'])

if (!existsSync(REPORT)) {
  console.error('no report: run script/mutate first')
  process.exit(2)
}
const report = JSON.parse(readFileSync(REPORT, 'utf8'))
const files = Object.entries(report.files)
  .map(([file, { mutants }]) => ({
    file,
    noticed: mutants.filter(({ status }) => NOTICED.has(status)).length,
    survived: mutants.filter(({ status }) => status === 'Survived').length,
    notRun: mutants.filter(({ status }) => status === 'NoCoverage').length,
    ended: mutants.filter(({ status }) => !NOTICED.has(status) && !MISSED.has(status) && status !== 'Ignored')
      .length,
  }))
  .filter(({ noticed, survived, notRun }) => noticed + survived + notRun > 0)

const sum = (rows) =>
  rows.reduce(
    (all, one) => ({
      noticed: all.noticed + one.noticed,
      survived: all.survived + one.survived,
      notRun: all.notRun + one.notRun,
    }),
    { noticed: 0, survived: 0, notRun: 0 },
  )
const share = ({ noticed, survived, notRun }) =>
  `${((100 * noticed) / (noticed + survived + notRun)).toFixed(1)} %`
const line = (name, rows) => {
  const all = sum(rows)
  return `| ${name} | ${rows.length} | ${all.noticed} | ${all.survived} | ${all.notRun} | ${share(all)} |`
}
const areaOf = ({ file }) => file.split('/').slice(1, 3).join('/')
const areas = [...new Set(files.map(areaOf))].sort()
console.log(
  '| area | files | noticed | survived | run by no test of the rules | noticed |\n|---|---|---|---|---|---|',
)
for (const area of areas)
  console.log(
    line(
      area,
      files.filter((one) => areaOf(one) === area),
    ),
  )
console.log(
  line(
    '**`*.rule.ts` alone**',
    files.filter(({ file }) => file.endsWith('.rule.ts')),
  ),
)
console.log(line('**all**', files))
if (process.argv.includes('--store')) writeFileSync(STORED, `${JSON.stringify(files, null, 1)}\n`)

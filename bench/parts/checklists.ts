import {
  answerHeading,
  CODING_WORDS,
  headings,
  questionNumbers,
} from '../../src/exchange/checklists/index.ts'
import { csvBytes } from '../../src/exchange/tabular/index.ts'
import { havingRight, query, scaleOne, type User, usersOf } from '../data.ts'
import { spreadOf } from '../figures.ts'
import { type Line, type Part, range } from '../part.ts'
import { type Product, startProduct } from '../processes.ts'

const MARK = '（測定）'
const GRID = 100
const FILE = 1_000

/**
 * Sheets pasted into the grid, and sheets of a file with its preview and its storing, from the click to the stored answer.
 * Every run is of another day, so that each sheet is a new one.
 */
export const checklists: Part = {
  name: 'checklists',
  title: 'Checklists pasted and imported',
  async run({ runs, say }) {
    const product = await startProduct((await scaleOne()).dataDir)
    try {
      const users = await usersOf(product)
      const worker = (await havingRight(users, 'checklist.bulk')).find(
        ({ actor }) => actor.reach === 'centre',
      )
      const officer = (await havingRight(users, 'import.checklists')).at(0)
      if (!worker || !officer) throw new Error('the sample has no worker of a centre or no officer')
      const pasted = await insured(product, worker, GRID)
      const listed = await insured(product, officer, FILE)
      const grid: number[] = []
      const file: number[] = []
      await paste(product, worker, pasted, '2025-01-05') // the first one opens connections and plans
      for (let run = 0; run < runs; run++) {
        const day = `2025-02-${String(run + 1).padStart(2, '0')}`
        grid.push(await seconds(() => paste(product, worker, pasted, day)))
        file.push(await seconds(() => load(product, officer, listed, `2025-03-${day.slice(-2)}`)))
        say(`  ${run + 1} grid: ${grid.at(-1)} s, file: ${file.at(-1)} s`)
      }
      return {
        lines: [
          line(`${GRID} sheets pasted, judged and stored`, grid, 2),
          line(`${FILE.toLocaleString('en')} sheets of a CSV: sent, previewed, stored`, file, 5),
        ],
        raw: { grid, file },
      }
    } finally {
      await clear(product)
      await product.stop()
    }
  },
}

function line(what: string, taken: readonly number[], goal: number): Line {
  const spread = spreadOf(taken, 2)
  return {
    what,
    goal: `< ${goal} s`,
    measured: `${spread.median} s`,
    spread: range(spread, ' s'),
    isMet: spread.median < goal,
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return Math.round(performance.now() - begun) / 1000
}

interface Insured {
  number: string
  birthOn: string
}

/** People in the user's reach whom a paper could name. */
async function insured({ clients }: Product, { actor }: User, count: number): Promise<Insured[]> {
  const found = await query<Insured>(
    clients.superuser,
    `select insured_number as number, birth_on::text as "birthOn" from casework.person
     where insurer_id = $1 and insured_number is not null and birth_uncertainty = 'known' and birth_on < '1955-01-01'
       and died_on is null and merged_into is null and ($2 = 'insurer' or centre_id = any ($3::uuid[]))
     order by md5(id::text) limit $4`,
    [actor.insurerId, actor.reach, actor.centreIds, count],
  )
  if (found.length < count) throw new Error(`only ${found.length} people to answer`)
  return found
}

/** Answers that differ from sheet to sheet, about every fifth 1. */
const mark = (sheet: number, no: number) => ((sheet * 7 + no * 13) % 5 === 0 ? '1' : '0')

async function send(
  { port }: Product,
  { cookie }: User,
  path: string,
  body?: string | FormData,
): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie,
      'x-meguri-csrf': '1',
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
    body,
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`)
  return answer.json()
}

async function paste(
  product: Product,
  worker: User,
  people: readonly Insured[],
  answeredOn: string,
): Promise<void> {
  const rows = people.map(({ number, birthOn }, sheet) => ({
    insuredNumber: number,
    birthOn,
    height: '158.5',
    weight: '52.3',
    note: MARK,
    cells: Object.fromEntries(questionNumbers.map((no) => [no, mark(sheet, no)])),
  }))
  const body = {
    batchId: crypto.randomUUID(),
    coding: 'paperNumber',
    defaults: { answeredOn, method: 'mail' },
    rows,
  }
  const { stored } = (await send(product, worker, '/api/checklists/bulk', JSON.stringify(body))) as {
    stored: number
  }
  if (stored !== people.length) throw new Error(`${stored} sheets were stored`)
}

async function load(product: Product, officer: User, people: readonly Insured[], day: string): Promise<void> {
  const rows = people.map(({ number, birthOn }, sheet) => {
    const cells: Record<string, string> = {
      記入方式: CODING_WORDS.paperNumber,
      被保険者番号: number,
      生年月日: birthOn,
      実施日: day,
      実施方法: '郵送',
      '身長（cm）': '158.5',
      '体重（kg）': '52.3',
      備考: MARK,
      ...Object.fromEntries(questionNumbers.map((no) => [answerHeading(no), mark(sheet, no)])),
    }
    return headings.map((heading) => cells[heading] ?? '')
  })
  const form = new FormData()
  const bytes = csvBytes([[...headings], ...rows], { encoding: 'CP932' })
  form.append('files', new File([Uint8Array.from(bytes)], 'checklists.csv'))
  const { runId } = (await send(product, officer, '/api/imports/checklists', form)) as { runId: string }
  await reached(product, officer, runId, 'previewed')
  await send(product, officer, `/api/imports/runs/${runId}/apply`, '{}')
  await reached(product, officer, runId, 'applied')
}

async function reached(product: Product, officer: User, runId: string, state: string): Promise<void> {
  for (;;) {
    const run = (await send(product, officer, `/api/imports/runs/${runId}`)) as {
      state: string
      report: unknown
    }
    if (run.state === state) return
    if (run.state === 'refused') throw new Error(`refused: ${JSON.stringify(run.report).slice(0, 500)}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** Takes away what was stored, without triggers, so that the next run finds the sample as it was. The audit stays. */
async function clear({ clients }: Product): Promise<void> {
  await query(
    clients.superuser,
    `set session_replication_role = replica;
      create temporary table made as select insurer_id, id, batch_id from casework.checklist where note = '${MARK}';
      delete from platform.journal j using made where j.insurer_id = made.insurer_id and j.source_id = made.id;
      delete from platform.task t using made where t.insurer_id = made.insurer_id and t.source_id in (made.id, made.batch_id);
      delete from casework.checklist c using made where c.insurer_id = made.insurer_id and c.id = made.id;
      delete from platform.import_file where run_id in (select id from platform.import_run where kind = 'checklists');
      delete from platform.import_run where kind = 'checklists'`,
  )
  await query(clients.superuser, 'vacuum analyze casework.checklist, platform.journal, platform.task')
}

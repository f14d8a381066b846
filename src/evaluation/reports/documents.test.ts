import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import Excel from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { TOPICS } from '../../casework/consultations/codes.ts'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import {
  anActor,
  anInsurer,
  aPerson,
  asOwner,
  type TestInsurer,
  workOf,
} from '../../platform/testing/insurer.ts'
import { confirmReport } from './confirm.ts'
import { printedReport } from './edition.ts'
import { exportReport } from './export.ts'
import { paperOf, printReport } from './print.ts'
import { INSURER } from './reach.ts'
import { readReport } from './read.ts'
import { figureNumber } from './rules/figure-text.ts'
import type { ReportSection } from './schema.ts'

const MONTH = '2026-10'
const CALLERS = ['self', 'child', 'spouse', 'medical', 'government']

let database: TestDatabase
let insurer: TestInsurer
let manager: Actor
let officer: Actor

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  manager = await anActor(database, insurer, 'centreManager', 'a')
  officer = await anActor(database, insurer, 'officer')
  await fill()
})

/** Three months of work in two centres, with numbers of three digits, minutes left out, and work of other kinds. */
async function fill(): Promise<void> {
  const town = randomUUID()
  const people = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7].map(() => aPerson(database, insurer, insurer.centres.a)),
  )
  await asOwner(database, async (client) => {
    await client.query(
      `insert into registers.town (insurer_id, id, name, kana, fold) values ($1, $2, '見本町', 'ミホンチョウ', '見本町')`,
      [insurer.id, town],
    )
    await client.query('update casework.person set town_id = $2 where insurer_id = $1', [insurer.id, town])
    await client.query(
      `with c as (
         insert into casework.consultation (insurer_id, person_id, centre_id, recorded_centre_id, staff_id, profession, received_on,
           received_at, channel, continuity, caller, urgency, text, topics, responses, minutes)
         select $1, case when n % 9 > 0 then ($2::uuid[])[1 + n % 7] end, k, k, $3,
           case when n % 4 = 0 then 'publicHealthNurse' else 'socialWorker' end, day, day + time '00:30' + make_interval(mins => n % 700),
           case when n % 3 = 0 then 'phone' else 'visitor' end, 'continued', ($4::text[])[1 + n % 5], 'normal', '試験の相談',
           case when n % 11 = 0 then '{}' else array[($5::text[])[1 + n % 24], ($5::text[])[1 + n * 7 % 24]] end, '{advice}',
           case when n % 6 = 0 then null else n % 60 end
         from (select n, ($6::uuid[])[1 + n % 2] as k, date '2026-10-01' + n % 31 - case when n % 5 = 0 then 30 else 0 end as day
           from generate_series(1, 400) n) made
         returning *)
       insert into platform.journal (insurer_id, day, centre_id, staff_id, kind, person_id, minutes, unit, count, source_type, source_id)
       select $1, received_on, recorded_centre_id, staff_id, 'consultation', person_id, minutes, '件', 1, 'consultation', id from c`,
      [
        insurer.id,
        people,
        manager.staffId,
        CALLERS,
        TOPICS.map(({ code }) => code),
        [insurer.centres.a, insurer.centres.b],
      ],
    )
    await client.query(
      `insert into platform.journal (insurer_id, day, centre_id, staff_id, kind, minutes, unit, count, source_type, source_id)
       select $1, '2026-10-10', $2, $3, 'test-kind-' || n, n, ($4::text[])[1 + n % 4], n, 'test', gen_random_uuid()
       from generate_series(1, 24) n`,
      [insurer.id, insurer.centres.a, manager.staffId, ['件', '回', '人', '分']],
    )
  })
}

const work = (actor: Actor) => workOf(database, actor)
const unitOf = (actor: Actor) => actor.centreId ?? INSURER

/** Every figure of the screen: section, row, way of counting, and the number. */
const onScreen = (sections: readonly ReportSection[]) =>
  sections.flatMap(({ title, measures, rows }) =>
    rows.flatMap(({ label, cells }) =>
      cells.map((cell, n) => {
        const measure = measures[n]!
        return {
          at: `${title}/${label}/${measure.heading}（${measure.unit}）`,
          number: figureNumber(cell, measure),
          previous: figureNumber({ value: cell.previous ?? null }, measure),
        }
      }),
    ),
  )

async function inExcel(bytes: Uint8Array) {
  const book = new Excel.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  return book.worksheets.flatMap((sheet) => {
    const headings = (sheet.getRow(1).values as unknown[]).map(String)
    const found: { at: string; number: unknown; previous: unknown }[] = []
    if (headings[1] !== '項目') return found
    for (let r = 2; r <= sheet.rowCount; r++)
      for (let c = 2; c < headings.length - 1; c += 3) {
        const [number, previous] = [c, c + 1].map((at) => sheet.getRow(r).getCell(at).value)
        found.push({
          at: `${sheet.name}/${sheet.getRow(r).getCell(1).text}/${headings[c]}`,
          number,
          previous,
        })
      }
    return found
  })
}

function inCsv(text: string) {
  const number = (cell: string | undefined) => (cell === '' ? null : Number(cell))
  return text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(','))
    .map(([, , , title, label, heading, unit, value, , previous]) => ({
      at: `${title}/${label}/${heading}（${unit}）`,
      number: number(value),
      previous: number(previous),
    }))
}

const decoded = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes)

describe.each([
  ['センター', () => manager],
  ['市全体', () => officer],
] as const)('%sの月報: 画面・Excel・CSV・PDF は一つ一つの数まで同じ', (_, who) => {
  it('Excel', async () => {
    const screen = onScreen((await readReport(work(who()), unitOf(who()), MONTH)).sections)
    const file = await exportReport(work(who()), unitOf(who()), MONTH, { of: 'present', format: 'xlsx' })
    expect(screen.length).toBeGreaterThan(300)
    expect(await inExcel(file.bytes)).toEqual(screen)
  })

  it.each([
    ['csv', 'utf-8'],
    ['csv-cp932', 'shift_jis'],
  ] as const)('%s', async (format, encoding) => {
    const screen = onScreen((await readReport(work(who()), unitOf(who()), MONTH)).sections)
    const file = await exportReport(work(who()), unitOf(who()), MONTH, { of: 'present', format })
    expect([...file.bytes.slice(0, 3)].join() === '239,187,191').toBe(format === 'csv')
    expect(inCsv(decoded(file.bytes, encoding))).toEqual(screen)
  })

  it('PDF に渡す行は、画面の行のすべて', async () => {
    const report = await printedReport(work(who()), unitOf(who()), MONTH, 'present')
    const rows = (['form', 'annex'] as const).flatMap((part) =>
      paperOf(report, part).sections.flatMap((one) => one.rows),
    )
    expect(rows).toHaveLength(report.sections.flatMap((one) => one.rows).length)
  })

  it.runIf(hasPdftotext())('PDF に印字された数', async () => {
    const report = await printedReport(work(who()), unitOf(who()), MONTH, 'present')
    for (const part of ['form', 'annex'] as const) {
      const bytes = await printReport(work(who()), unitOf(who()), MONTH, { of: 'present', part })
      const text = textOf(bytes)
      const missing = paperOf(report, part)
        .sections.flatMap((one) => one.rows)
        .filter((row) => !text.includes(plain(row.join(''))))
      expect(missing).toEqual([])
      if (part === 'form') expect(pagesOf(bytes)).toBe(1)
      expect(text).toContain('下書き')
    }
  })
})

describe('確定した月報の書類', () => {
  it('確定した版の数を印字し、下書きとは書かず、あとの記録では変わらない', async () => {
    const before = onScreen((await readReport(work(manager), unitOf(manager), MONTH)).sections)
    const confirmed = await confirmReport(work(manager), unitOf(manager), MONTH, { version: 0 })
    expect(confirmed.closing.lastNumber).toBe(1)
    await asOwner(database, (client) =>
      client.query('update platform.journal set minutes = 600 where insurer_id = $1 and minutes = 10', [
        insurer.id,
      ]),
    )
    const file = await exportReport(work(manager), unitOf(manager), MONTH, { of: 1, format: 'xlsx' })
    expect(await inExcel(file.bytes)).toEqual(before)
    expect(file.name).toBe('月報_試験センターA_2026-10_確定第1版_2026-11-22.xlsx')
    const now = onScreen((await readReport(work(manager), unitOf(manager), MONTH)).sections)
    expect(now).not.toEqual(before)
    const report = await printedReport(work(manager), unitOf(manager), MONTH, 1)
    expect(report).toMatchObject({ isDraft: false, editionWords: '確定 第1版（令和8年11月22日 試験 職員）' })
    await expect(printedReport(work(manager), unitOf(manager), MONTH, 2)).rejects.toMatchObject({
      status: 404,
    })
  })
})

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
const textOf = (bytes: Buffer): string =>
  plain(
    execFileSync('pdftotext', ['-raw', '-', '-'], {
      input: bytes,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    }),
  )
const pagesOf = (bytes: Buffer): number =>
  execFileSync('pdftotext', ['-raw', '-', '-'], {
    input: bytes,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  }).split('\f').length - 1

function hasPdftotext(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  answerHeading,
  CODING_WORDS,
  headings,
  METHOD_WORDS,
  questionNumbers,
  RESPONDENT_WORDS,
} from '../../exchange/checklists/index.ts'
import { csvBytes, type TabularSource } from '../../exchange/tabular/index.ts'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { checksumsOf, type ImportRun, runImport } from '../../platform/import/index.ts'
import { anApi } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { storePerson } from '../people/factory.ts'
import { METHODS, RESPONDENTS } from './codes.ts'
import { exportChecklists } from './export.ts'
import { range } from './factory.ts'
import { imports } from './imports.ts'
import { routes } from './routes.ts'
import { ChecklistFilter } from './schema.ts'

let database: TestDatabase
let insurer: TestInsurer
let officer: Actor
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  insurer = await anInsurer(database)
  officer = await anActor(database, insurer, 'officer')
  await asOwner(database, async (client) => {
    for (const n of range(1, 4)) {
      await storePerson(client, insurer.id, {
        centreId: insurer.centres.a,
        insuredNumber: `900000000${n}`,
        residentNumber: `X${n}`,
        name: `架空 ${n}子`,
        kana: `カクウ ${'アイウエ'[n - 1]}コ`,
        birthOn: `1940-01-0${n}`,
      })
    }
  })
})

async function load(
  files: TabularSource[],
  { dryRun = false, by = officer.staffId } = {},
): Promise<ImportRun> {
  const work = workOf(database, officer)
  const context = {
    insurerId: insurer.id,
    checksums: await checksumsOf(files),
    loadedBy: by,
    now: work.clock.now(),
    today: work.today,
    attribution: null,
  }
  return work.bulk('tenant', async (client) => {
    const result = await runImport(client, imports[0]!, files, context, { dryRun })
    return { keep: result.applied, result }
  })
}

type Cells = Record<string, string>
const sheet = (n: number, more: Cells = {}, ones: readonly number[] = []): Cells => ({
  記入方式: CODING_WORDS.paperNumber,
  被保険者番号: `900000000${n}`,
  生年月日: `1940-01-0${n}`,
  実施日: '2026-11-10',
  実施方法: '郵送',
  '身長（cm）': '160',
  '体重（kg）': '50.0',
  ...Object.fromEntries(questionNumbers.map((no) => [answerHeading(no), ones.includes(no) ? '1' : '0'])),
  ...more,
})
function csv(
  rows: Cells[],
  encoding: 'UTF-8' | 'UTF-8+BOM' | 'CP932' = 'UTF-8',
  columns: readonly string[] = headings,
) {
  const lines = [[...columns], ...rows.map((row) => columns.map((heading) => row[heading] ?? ''))]
  const bytes = csvBytes(lines, { encoding: encoding === 'UTF-8' ? 'UTF-8+BOM' : encoding })
  return { name: 'checklists.csv', bytes: encoding === 'UTF-8' ? bytes.subarray(3) : bytes }
}
const counts = ({ read, added, changed, unchanged, refusedCount }: ImportRun) => [
  read,
  added,
  changed,
  unchanged,
  refusedCount,
]
const stored = () =>
  asOwner(database, async (client) => {
    const { rows } = await client.query(
      `select p.insured_number as number, c.coding, c.judgement, c.met, c.known_points as known, c.staff_id, c.source
       from casework.checklist c join casework.person p on p.insurer_id = c.insurer_id and p.id = c.person_id
       where c.insurer_id = $1 order by 1, c.answered_on`,
      [insurer.id],
    )
    return rows
  })
const everything = () =>
  asOwner(database, async (client) => {
    const { rows } = await client.query(
      `select (select json_agg(c order by c.id) from casework.checklist c where c.insurer_id = $1) as sheets,
         (select json_agg(j order by j.id) from platform.journal j where j.insurer_id = $1) as journal,
         (select json_agg(t order by t.id) from platform.task t where t.insurer_id = $1) as tasks,
         (select count(*) from platform.history h where h.insurer_id = $1) as history`,
      [insurer.id],
    )
    return JSON.stringify(rows)
  })

describe('CHK-01 本物のファイルから', () => {
  const REVERSED = [...range(1, 8), 16, 19]
  const FOUR = ['overall', 'motor', 'seclusion', 'cognition']
  it.each([
    ['CHK-01-a', 'paperNumber', [], ['notTarget', 0, []], ['target', 10, FOUR]],
    ['CHK-01-b', 'paperNumber', REVERSED, ['target', 10, FOUR], ['notTarget', 0, []]],
    ['CHK-01-c', 'yesNo', range(1, 7), ['target', 3, ['seclusion', 'cognition']], ['notTarget', 7, []]],
  ] as const)('%s', async (_, coding, ones, rightly, otherwise) => {
    const read = async (n: number, as: 'paperNumber' | 'yesNo') => {
      expect(await load([csv([sheet(n, { 記入方式: CODING_WORDS[as] }, ones)])])).toMatchObject({ added: 1 })
      const [found] = (await stored()).filter(({ number }) => number === `900000000${n}`)
      expect(found.coding).toBe(as)
      return [found.judgement, found.known, found.met]
    }
    expect(await read(1, coding)).toEqual(rightly)
    expect(await read(2, coding === 'yesNo' ? 'paperNumber' : 'yesNo')).toEqual(otherwise)
  })

  it.each([
    ['列がない', headings.slice(1), {}, 'file.coding-not-declared'],
    ['空欄', headings, { 記入方式: '' }, 'cell.coding-missing'],
    ['知らない語', headings, { 記入方式: '自動' }, 'cell.coding'],
  ])('記入方式の%sなら、一枚も読み込まない', async (_, columns, more, code) => {
    const before = await everything()
    const run = await load([csv([sheet(1, more)], 'UTF-8', columns)])
    expect([run.refused[0]?.code, run.applied, await everything()]).toEqual([code, false, before])
  })

  it('一つのファイルに二つの記入方式があれば、一枚も読み込まない', async () => {
    const run = await load([csv([sheet(1), sheet(2, { 記入方式: 'はい＝１' })])])
    expect(run).toMatchObject({ applied: false, refusedCount: 1 })
    expect(run.refused[0]).toMatchObject({
      row: 3,
      column: '記入方式',
      cell: 'A3',
      value: 'はい＝１',
      code: 'row.two-codings',
    })
    expect(await stored()).toEqual([])
  })
})

describe('読み込み', () => {
  it('見本のファイル（UTF-8・Shift_JIS・見出しの上の宣言）を読む', async () => {
    const folder = join(import.meta.dirname, '..', '..', 'exchange', 'checklists', 'fixtures')
    const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })
    const paper = await load([file('paper-number.csv')])
    expect([paper.refused, counts(paper)]).toEqual([[], [2, 2, 0, 0, 0]])
    const words = await load([file('words-cp932.csv')])
    expect([words.refused, counts(words)]).toEqual([[], [2, 2, 0, 0, 0]])
    expect((await stored()).map(({ judgement, known }) => [judgement, known])).toEqual([
      ['target', 1],
      ['notTarget', 0],
      ['target', 3],
      ['undetermined', 0],
    ])
  })

  it('同じファイルの二度目は、何も変えない', async () => {
    const files = [csv([sheet(1), sheet(2, {}, [16])], 'CP932')]
    expect(counts(await load(files))).toEqual([2, 2, 0, 0, 0])
    const before = await everything()
    expect(counts(await load(files))).toEqual([2, 0, 0, 2, 0])
    expect(await everything()).toBe(before)
  })

  it('試し読みは差分だけを見せ、何も保存しない', async () => {
    const before = await everything()
    const run = await load([csv([sheet(1, {}, [16])])], { dryRun: true })
    expect(run.differences).toMatchObject([
      {
        state: 'added',
        key: '架空 1子（R8.11.10）',
        after: { 判定案: '基準に該当', 合計点: 1, 記入方式: '用紙の数字' },
      },
    ])
    expect(await everything()).toBe(before)
  })

  it('直したファイルは、未確認の枚だけを直す。確認済みと手入力は断る', async () => {
    await load([csv([sheet(1), sheet(2)])])
    const changed = await load([csv([sheet(1, {}, [16])])])
    expect(counts(changed)).toEqual([1, 0, 1, 0, 0])
    expect(changed.differences[0]).toMatchObject({
      before: { 判定案: 'チェックリスト非該当', 合計点: 0 },
      after: { 判定案: '基準に該当', 合計点: 1, 変わった欄: 'No.16' },
    })
    await asOwner(database, (client) =>
      client.query(
        `update casework.checklist set confirmed_judgement = judgement, confirmed_by = $2, confirmed_at = now() where insurer_id = $1`,
        [insurer.id, officer.staffId],
      ),
    )
    const before = await everything()
    const refused = await load([csv([sheet(3), sheet(2, {}, [18])])])
    expect(refused.refused).toMatchObject([{ row: 3, code: 'row.stored-otherwise' }])
    expect(await everything()).toBe(before)
  })

  it('取り下げた枚は、同じファイルでは戻らない', async () => {
    await load([csv([sheet(1)])])
    await asOwner(database, (client) =>
      client.query(
        `update casework.checklist set withdrawn_at = now(), withdrawn_reason = '別の方' where insurer_id = $1`,
        [insurer.id],
      ),
    )
    expect(counts(await load([csv([sheet(1)])]))).toEqual([1, 0, 0, 1, 0])
    const file = await exportChecklists(workOf(database, officer), ChecklistFilter.parse({}), {
      format: 'csv',
      coding: 'paperNumber',
    })
    expect(new TextDecoder().decode(file.bytes).trim().split('\r\n')).toHaveLength(1)
  })

  it('断るところは、行・列・値・理由・直し方を示し、ファイルの全部を読み込まない', async () => {
    const before = await everything()
    const run = await load([
      csv([
        sheet(1),
        sheet(2, { 'No.3': '２', 'No.4': 'はい', 実施日: '令和8年2月30日' }),
        sheet(3, { 実施方法: '', '身長（cm）': '160cm' }),
        sheet(4, { 被保険者番号: '4', 備考: '123456789018' }),
      ]),
    ])
    expect(run.refused.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [3, '実施日', '令和8年2月30日', 'cell.not-a-date'],
      [3, 'No.3', '２', 'cell.answer'],
      [3, 'No.4', 'はい', 'cell.word-in-paper-number'],
      [4, '実施方法', '', 'cell.missing'],
      [4, '身長（cm）', '160cm', 'cell.measured'],
      [5, '備考', null, 'cell.individual-number'],
    ])
    expect(
      run.refused.every(({ reason, remedy, file }) => reason && remedy && file === 'checklists.csv'),
    ).toBe(true)
    expect(await everything()).toBe(before)
  })

  it('人違いと、同じ方の同じ日の二行を断る', async () => {
    const run = await load([
      csv([
        sheet(1),
        sheet(1, { 実施日: 'R8.11.10' }),
        sheet(2, { 生年月日: '1940-01-03' }),
        sheet(3, { 生年月日: '', フリガナ: 'カクウ アコ' }),
      ]),
    ])
    expect(run.refused.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, '生年月日', 'row.other-person'],
      [5, 'フリガナ', 'row.other-person'],
      [3, '実施日', 'row.twice'],
    ])
  })

  it('コマンドで読み込むときは、実施した職員の番号が要る', async () => {
    const without = await load([csv([sheet(1)])], { by: 'command' })
    expect(without.refused).toMatchObject([{ row: 2, column: '職員番号', code: 'row.worker-missing' }])
    const centreStaff = await anActor(database, insurer, 'centreStaff', 'a')
    const number = `t${centreStaff.staffId.slice(0, 13)}`
    expect(counts(await load([csv([sheet(1, { 職員番号: number })])], { by: 'command' }))).toEqual([
      1, 1, 0, 0, 0,
    ])
    expect((await stored())[0]?.staff_id).toBe(centreStaff.staffId)
  })

  it('業務記録は一枚ごと、確認の予定はファイルに一つ', async () => {
    await load([csv([sheet(1), sheet(2), sheet(3)])])
    const [found] = await asOwner(
      database,
      async (client) =>
        (
          await client.query(
            `select (select count(*)::int from platform.journal where insurer_id = $1 and kind = 'checklist') as journal,
               (select json_agg(title) from platform.task where insurer_id = $1) as tasks`,
            [insurer.id],
          )
        ).rows,
    )
    expect(found).toEqual({ journal: 3, tasks: ['チェックリストの判定案の確認（3枚）'] })
  })
})

describe('書き出しとひな形', () => {
  it('様式の語は、画面の一覧と同じである', () => {
    expect(METHODS.map(({ label }) => label)).toEqual([...METHOD_WORDS])
    expect(RESPONDENTS.map(({ label }) => label)).toEqual([...RESPONDENT_WORDS])
  })

  it.each([
    ['csv', 'paperNumber'],
    ['csv-cp932', 'yesNo'],
    ['xlsx', 'yesNo'],
    ['xlsx', 'paperNumber'],
  ] as const)(
    '書き出した%s（%s）は、記入方式を宣言していて、読み戻しても何も変わらない',
    async (format, coding) => {
      await load([
        csv([
          sheet(1, { 回答者: '家族', 'No.2': '回答拒否', 'No.5': '', '体重（kg）': '47.36' }, [16]),
          sheet(2),
        ]),
      ])
      await asOwner(database, (client) =>
        client.query(`update casework.checklist set coding = $2 where insurer_id = $1`, [insurer.id, coding]),
      )
      const before = await everything()
      const file = await exportChecklists(workOf(database, officer), ChecklistFilter.parse({}), {
        format,
        coding,
      })
      const run = await load([{ name: file.name, bytes: file.bytes }])
      expect([run.refused, counts(run)]).toEqual([[], [2, 0, 0, 2, 0]])
      expect(await everything()).toBe(before)
    },
  )

  it.each(['csv', 'csv-cp932', 'xlsx'] as const)(
    'ひな形（%s）は宣言つきで、書かなかった行は読まれない',
    async (format) => {
      const { checklistTemplate } = await import('./export.ts')
      const file = await checklistTemplate(workOf(database, officer), format, 'yesNo')
      expect(counts(await load([{ name: file.name, bytes: file.bytes }]))).toEqual([0, 0, 0, 0, 0])
    },
  )

  it('ひな形の経路は、宣言のないひな形を作らない', async () => {
    const call = anApi(database, [routes])
    const answer = await call(officer, 'GET', '/api/checklist-template?format=csv').catch(() => null)
    expect(answer?.status).toBe(422)
  })
})

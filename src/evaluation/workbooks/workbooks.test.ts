import { createHash, randomUUID } from 'node:crypto'
import Excel from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { aForm } from '../../exchange/workbook/factory.ts'
import { parseCell } from '../../exchange/workbook/index.ts'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { putPlaces, storeFacts } from '../statistics/index.ts'
import { readCarry } from './carry.ts'
import { fillFile } from './fill.ts'
import { uploadForm } from './forms.ts'
import { routes } from './routes.ts'
import type { Binding, BindingBody, Carry, Form, Line, Preview } from './schema.ts'

let database: TestDatabase
let call: Call
let insurer: TestInsurer
let officer: Actor
let code: string

beforeAll(async () => {
  database = await testDatabase()
  call = anApi(database, [routes])
  insurer = await anInsurer(database)
  officer = await anActor(database, insurer, 'officer')
  code = `99${String(insurer.id % 10_000).padStart(4, '0')}`
  await published()
})

/** Invented counts of the insurer at the end of FY2025; the second place is suppressed. */
async function published(): Promise<void> {
  await asOwner(database, async (client) => {
    await client.query(
      `insert into registers.member_municipality (insurer_id, municipality_code, name, valid_from) values ($1, $2, '試験市', '2020-04-01')`,
      [insurer.id, code],
    )
    await putPlaces(client, 'insurer', `test-${insurer.id}`, [{ code, name: '試験市', prefectureCode: null }])
    const { rows } = await client.query<{ id: string }>(
      `insert into platform.dataset_release (dataset, area_code, as_of, release, attribution, licence, file_name, file_sha256, row_count,
         loaded_at, loaded_by, attribution_from)
       values ('annual-report-insured', '000000', '2026-03-31', '確定', '試験統計（架空）', null, 'a.xlsx', $1, 1, now(), 'test', 'file') returning id`,
      [createHash('sha256').update(code).digest('hex')],
    )
    const facts = {
      dataset: 'annual-report-insured',
      level: 'insurer' as const,
      series: `test-${insurer.id}`,
      periodFrom: '2026-03-31',
      periodTo: '2026-03-31',
      release: '確定' as const,
      unit: '実人数' as const,
      releaseIds: [rows[0]!.id],
    }
    await storeFacts(client, { ...facts, measure: 'insured.65-74', byCode: new Map([[code, 61_234]]) })
    await storeFacts(client, {
      ...facts,
      measure: 'insured.75-84',
      byCode: new Map([[code, { missing: 'suppressed' as const }]]),
    })
  })
}

async function upload(bytes: Uint8Array<ArrayBuffer>, more: Record<string, string> = {}): Promise<string> {
  const form = new FormData()
  form.append('file', new File([bytes], '調査票.xlsx'))
  const fields = { name: `調査票 ${randomUUID()}`, ownerOffice: '見本県', fiscalYear: '2025', ...more }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return (await uploadForm(workOf(database, officer), form)).id
}
const post = async <T>(path: string, body: unknown, status = 200): Promise<T> => {
  const answer = await call(officer, 'POST', path, body)
  expect([answer.status, answer.body.errors ?? answer.body.detail]).toEqual([status, undefined])
  return answer.body
}
const at = (sheet: number, cell: string) => ({ sheet, ...parseCell(cell)! })
const fact = (measure: string) => ({
  source: 'published',
  ref: `${measure}|insurer|test-${insurer.id}|${code}`,
  span: 'day:03-31',
  yearOffset: 0,
})
const hand = { source: 'hand', ref: 'number', label: '窓口の件数', span: 'year', yearOffset: 0 }
const bind = (form: string, cell: ReturnType<typeof at>, figure: Partial<BindingBody>) =>
  post<Binding>(`/api/workbook-forms/${form}/bindings`, { ...cell, ...figure }, 201)
const sheetOf = async (fillId: string, name: string) => {
  const { bytes } = await fillFile(workOf(database, officer), fillId)
  const book = new Excel.Workbook()
  await book.xlsx.load(bytes.buffer)
  return book.getWorksheet(name)!
}
const line = (lines: readonly Line[], address: string) => lines.find((one) => one.address === address)!

describe('Excel 様式に数を対応づけて記入する', () => {
  it('公表された数、手で入力した数、決まった値を書き、欠けた数は 0 にせず、理由とともに残す', async () => {
    const id = await upload(await aForm())
    await bind(id, at(0, 'D5'), fact('insured.65-74'))
    await bind(id, at(0, 'D6'), fact('insured.75-84'))
    await bind(id, at(0, 'D7'), fact('insured.85over'))
    await bind(id, at(1, 'B4'), hand)
    await bind(id, at(1, 'B5'), { source: 'constant', ref: 'text:長寿福祉課', span: 'year', yearOffset: 0 })

    const blank = await post<Preview>(`/api/workbook-forms/${id}/preview`, {})
    expect(line(blank.lines, 'B4').reason).toBe('まだ入力していません。')
    const form = (await call(officer, 'GET', `/api/workbook-forms/${id}`)).body as Form
    const typed = { [form.bindings.find(({ source }) => source === 'hand')!.id]: '１，２３４' }
    const preview = await post<Preview>(`/api/workbook-forms/${id}/preview`, { typed })
    expect(preview).toMatchObject({ writtenCount: 3, unfilledCount: 2 })
    expect(line(preview.lines, 'D5')).toMatchObject({
      value: 61_234,
      unit: '人（実人数）',
      asOf: '令和8年3月31日',
      source: '出典: 試験統計（架空）（確定）',
      reason: null,
    })
    expect(line(preview.lines, 'D6')).toMatchObject({ value: null, reason: '元の統計で伏せられています。' })
    expect(line(preview.lines, 'D7').reason).toMatch(/取り込まれていません/)

    const wrong = await call(officer, 'POST', `/api/workbook-forms/${id}/fills`, {
      typed: {},
      digest: preview.digest,
    })
    expect([wrong.status, wrong.body.code]).toEqual([409, 'workbook.changed-since-preview'])
    const fill = await post<{ id: string }>(
      `/api/workbook-forms/${id}/fills`,
      { typed, digest: preview.digest },
      201,
    )
    const sheet = await sheetOf(fill.id, '様式1')
    expect([sheet.getCell('D5').value, sheet.getCell('D6').value, sheet.getCell('D7').value]).toEqual([
      61_234,
      null,
      null,
    ])
    expect(sheet.getCell('D8').formula).toBe('SUM(D5:D7)')
    const second = await sheetOf(fill.id, '様式2')
    expect([second.getCell('B4').value, second.getCell('B5').value]).toEqual([1234, '長寿福祉課'])
    const kept = (await call(officer, 'GET', `/api/workbook-fills/${fill.id}`)).body
    expect(kept).toMatchObject({ writtenCount: 3, unfilledCount: 2, formId: id })
    const { bytes } = await fillFile(workOf(database, officer), fill.id)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept.sha256)
  })

  it('数式、見出し、保護されたセル、対応づけ済みのセルには対応づけられない', async () => {
    const id = await upload(await aForm())
    const refused = async (cell: string, sheet = 0) =>
      (await call(officer, 'POST', `/api/workbook-forms/${id}/bindings`, { ...at(sheet, cell), ...hand }))
        .body.errors?.[0].code
    expect([await refused('D8'), await refused('A5'), await refused('B7', 1)]).toEqual([
      'formula',
      'holds-words',
      'locked',
    ])
    await bind(id, at(0, 'D5'), hand)
    expect(await refused('D5')).toBe('bound')
  })

  it('先に変えた人がいれば、両方を見せる', async () => {
    const id = await upload(await aForm())
    const binding = await bind(id, at(0, 'D5'), hand)
    const path = `/api/workbook-forms/${id}/bindings/${binding.id}`
    const body = { ...hand, label: '別の名', version: 1 }
    expect((await call(officer, 'PUT', path, body)).body).toMatchObject({ version: 2, label: '別の名' })
    expect((await call(officer, 'PUT', path, body)).body).toMatchObject({
      code: 'conflict',
      stored: { version: 2 },
    })
    expect((await call(officer, 'DELETE', `${path}?version=1`)).status).toBe(409)
    expect((await call(officer, 'DELETE', `${path}?version=2`)).status).toBe(200)
  })

  it('探す言葉から、自分の保険者の統計と月報が出る', async () => {
    const found = await post<{ items: { source: string; label: string; usualSpan: string | null }[] }>(
      '/api/workbook-figures/search',
      { words: '試験市　65〜74歳' },
    )
    expect(found.items).toEqual([
      expect.objectContaining({
        source: 'published',
        label: '試験市 第1号被保険者数 65〜74歳',
        usualSpan: 'day:03-31',
      }),
    ])
    const months = await post<{ items: { label: string }[] }>('/api/workbook-figures/search', {
      words: '市全体 総合相談の合計 延べ件数',
    })
    expect(months.items[0]).toMatchObject({ label: '市全体 月報 総合相談の合計 総合相談 延べ件数' })
  })

  it('月報は確定した月だけ。確定していない月があれば、年度の数にしない', async () => {
    const id = await upload(await aForm())
    const figure = {
      source: 'monthly-report',
      ref: 'insurer|summary/all/contacts',
      span: 'year',
      yearOffset: 0,
    }
    const reading = await post<{ value: number | null; missing: string }>(
      `/api/workbook-forms/${id}/figure`,
      figure,
    )
    expect(reading.value).toBeNull()
    expect(reading.missing).toMatch(
      /^12か月分（令和7年4月、令和7年5月、令和7年6月ほか）の月報が確定していません。$/,
    )
  })

  it('同じ年度の同じファイルは二度預からない。ほかの保険者の様式は、ないものと同じ', async () => {
    const bytes = await aForm()
    const id = await upload(bytes, { name: '同じ様式' })
    const { family } = (await call(officer, 'GET', `/api/workbook-forms/${id}`)).body as Form
    await expect(upload(bytes, { familyId: family.id })).rejects.toMatchObject({
      errors: [{ code: 'same-file' }],
    })
    await expect(upload(bytes, { name: '同じ様式' })).rejects.toMatchObject({ errors: [{ code: 'taken' }] })
    const stranger = await anActor(database, await anInsurer(database), 'officer')
    expect((await call(stranger, 'GET', `/api/workbook-forms/${id}`)).status).toBe(404)
    expect((await call(stranger, 'GET', '/api/workbook-families')).body.items).toEqual([])
    const worker = await anActor(database, insurer, 'centreStaff', 'a')
    expect((await call(worker, 'GET', `/api/workbook-forms/${id}`)).status).toBe(403)
  })

  it('預けたファイルと記入した控えは、データベースが変えさせない', async () => {
    const id = await upload(await aForm())
    const { digest } = await post<Preview>(`/api/workbook-forms/${id}/preview`, {})
    const fill = await post<{ id: string }>(`/api/workbook-forms/${id}/fills`, { digest }, 201)
    const work = workOf(database, officer)
    const values = [insurer.id, fill.id]
    await expect(
      work.write((tx) =>
        tx.query('update evaluation.workbook_fill set lines = $3 where insurer_id = $1 and id = $2', [
          ...values,
          '[]',
        ]),
      ),
    ).rejects.toThrow(/never change/)
    await expect(
      workOf(database, officer).write((tx) =>
        tx.query(
          `update evaluation.workbook_form set file_name = 'x.xlsx' where insurer_id = $1 and id = $2`,
          [insurer.id, id],
        ),
      ),
    ).rejects.toThrow(/never change/)
  })
})

describe('翌年の様式への引き継ぎ', () => {
  it('同じ、動いた、言葉が変わった、なくなった、新しい欄を見せ、決めたものだけを引き継ぐ', async () => {
    const id = await upload(await aForm())
    for (const cell of ['D5', 'D7', 'D9', 'F5'])
      await bind(id, at(0, cell), { ...hand, label: `件数 ${cell}` })
    const next = await upload(await aForm({ fiscalYear: 2026, change: 'next-year' }), {
      fiscalYear: '2026',
      carriedFrom: id,
    })
    const carry = await readCarry(workOf(database, officer), next)
    const outcome = (address: string) => carry.items.find(({ binding }) => binding.address === address)!
    expect([outcome('D5').outcome, outcome('D7').outcome, outcome('D9').outcome]).toEqual([
      'same',
      'changed',
      'moved',
    ])
    expect(['vanished', 'changed']).toContain(outcome('F5').outcome)
    expect(outcome('D9').candidates[0]).toMatchObject({ address: 'D10', sheet: '様式１' })
    expect(carry.newCells.map(({ address }) => address)).toContain('D8')
    expect(((await call(officer, 'GET', `/api/workbook-forms/${next}`)).body as Form).bindings).toEqual([])

    const take = (address: string) => {
      const { sheetIndex, row, column } = outcome(address).candidates[0]!
      return { bindingId: outcome(address).binding.id, take: { sheet: sheetIndex, row, column } }
    }
    const decisions = [take('D5'), take('D9'), { bindingId: outcome('F5').binding.id, take: null }]
    const after = await post<Carry>(`/api/workbook-forms/${next}/carry`, { decisions })
    expect(after.items.map(({ binding }) => binding.address)).toEqual(['D7'])
    expect(after.decided.map(({ from, to }) => [from, to])).toEqual(
      expect.arrayContaining([
        ['様式1 D9', '様式１ D10'],
        ['様式1 F5', null],
      ]),
    )
    const form = (await call(officer, 'GET', `/api/workbook-forms/${next}`)).body as Form
    expect(form.bindings.map(({ address, label }) => [address, label])).toEqual([
      ['D5', '件数 D5'],
      ['D10', '件数 D9'],
    ])
    expect(form.carriedFrom).toMatchObject({ id, waitingCount: 1 })
    const again = await call(officer, 'POST', `/api/workbook-forms/${next}/carry`, {
      decisions: [decisions[2]],
    })
    expect(again.status).toBe(409)
  })
})

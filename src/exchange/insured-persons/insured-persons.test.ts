import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectItems, UnencodableCharacter } from '../tabular/index.ts'
import { anInsuredPerson, sampleDiff, sampleFull } from './factory.ts'
import {
  type BirthDate,
  changeReasons,
  columns,
  type InsuredPersonRecord,
  insuredPersonsFileName,
  parseFileName,
  readInsuredPersons,
  writeInsuredPersons,
} from './index.ts'

const name = '999995_hihokensha_full_20261122.csv'
const read = async (bytes: Uint8Array | string, fileName = name) => {
  const file = await readInsuredPersons({ name: fileName, bytes: Buffer.from(bytes) })
  return { ...file, ...(await collectItems(file)) }
}
const bytesOf = (records: InsuredPersonRecord[], encoding: 'UTF-8+BOM' | 'CP932' = 'UTF-8+BOM') =>
  Buffer.concat([...writeInsuredPersons(records, encoding)])
/** One valid row with one cell changed, as text. */
const withCell = (column: (typeof columns)[number], value: string, record = anInsuredPerson()) => {
  const [head = '', line = ''] = bytesOf([record]).toString().split('\r\n')
  const cells = line.slice(1, -1).split('","')
  cells[columns.indexOf(column)] = value
  return `${head}\r\n"${cells.join('","')}"\r\n`
}
const withoutRowNumber = ({ rowNumber: _, ...record }: InsuredPersonRecord & { rowNumber: number }) => record

describe('被保険者の一覧と差分', () => {
  it.each([
    [name, sampleFull, 'full'],
    ['999995_hihokensha_diff_20261122.csv', sampleDiff, 'diff'],
  ] as const)('見本 %s は、書き出しと一致し、読めば同じ人になる', async (fileName, records, kind) => {
    const bytes = readFileSync(join(import.meta.dirname, 'fixtures', fileName))
    expect(bytesOf([...records]).equals(bytes)).toBe(true)
    const result = await read(bytes, fileName)
    expect(result.about).toEqual({ insurerNumber: '999995', kind, createdOn: '2026-11-22' })
    expect(result.refusals).toEqual([])
    expect(result.rows).toEqual(records.map((record, i) => ({ ...record, rowNumber: i + 2 })))
  })

  it('書き出して読めば、同じ記録に戻る', async () => {
    const text = fc
      .string({
        unit: fc.constantFrom('架', '空', '髙', 'ｶ', 'ー', ',', '"', '=', ' ', '　', '1', '-'),
        maxLength: 9,
      })
      .map((s) => s.trim())
      .filter((s) => !/\d[\d\-\s　ー]{10}/u.test(s))
    const optional = text.map((s) => s || null)
    const day = fc
      .integer({ min: 0, max: 54_000 })
      .map((n) => Temporal.PlainDate.from('1879-01-01').add({ days: n }).toString())
    const birth = fc.oneof(
      day.map((date): BirthDate => ({ state: 'known', date })),
      fc.record({
        state: fc.constant('day-unknown' as const),
        year: fc.integer({ min: 1880, max: 2026 }),
        month: fc.integer({ min: 1, max: 12 }),
      }),
      fc.record({ state: fc.constant('month-unknown' as const), year: fc.integer({ min: 1880, max: 2026 }) }),
      fc.constant<BirthDate>({ state: 'year-unknown' }),
    )
    const digits = (length: number) =>
      fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(length, '0'))
    const record = fc.record({
      residentNumber: digits(15),
      historyNumber: fc.nat(999_999_999),
      householdNumber: fc.option(digits(15)),
      insuredNumber: fc.option(
        fc.oneof(
          digits(10),
          digits(9).map((s) => `H${s}`),
        ),
      ),
      name: text.map((s) => `架${s}空`),
      nameKana: optional,
      birth,
      sex: fc.constantFrom('unknown', 'male', 'female', 'other'),
      relationship: optional,
      postalCode: fc.option(digits(7)),
      town: optional,
      lot: optional,
      building: optional,
      phone: fc.option(fc.constantFrom('000-0000-0001', '（000）000-0001')),
      changeReason: fc.option(fc.constantFrom(...changeReasons)),
      changedOn: fc.option(day),
      qualifiedOn: fc.option(day),
      disqualifiedOn: fc.constant(null),
      isResidentException: fc.boolean(),
      isProtected: fc.boolean(),
      isDeleted: fc.boolean(),
      updatedAt: day.map((d) => `${d}T23:59:59`),
    } satisfies { [K in keyof InsuredPersonRecord]: fc.Arbitrary<InsuredPersonRecord[K]> })
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { maxLength: 5 }),
        fc.constantFrom('UTF-8+BOM', 'CP932'),
        async (records, encoding) => {
          const result = await read(bytesOf(records, encoding), '999995_hihokensha_diff_20280101.csv')
          expect(result.refusals).toEqual([])
          expect(result.rows.map(withoutRowNumber)).toEqual(records)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('Shift_JIS にない字は、場所を言って書き出しを止める', () => {
    expect(() => bytesOf(sampleFull, 'CP932')).toThrow(UnencodableCharacter)
    expect(() => bytesOf(sampleFull, 'CP932')).toThrow('E3 の「𠮷」')
  })

  it('氏名の異体字は変えずに受け取る', async () => {
    const person = anInsuredPerson({ name: '葛\u{E0100}城　架空' })
    expect((await read(bytesOf([person]))).rows[0]?.name).toBe('葛\u{E0100}城　架空')
  })
})

describe('ファイル名', () => {
  it('保険者番号、種類、作成日を読む', () => {
    const value = { insurerNumber: '999995', kind: 'diff' as const, createdOn: '2026-11-22' }
    expect(insuredPersonsFileName(value)).toBe('999995_hihokensha_diff_20261122.csv')
    expect(parseFileName(`/in/${insuredPersonsFileName(value)}`)).toEqual({ ok: true, value })
  })

  it.each([
    ['被保険者.csv', 'file.name'],
    ['999995_hihokensha_all_20261122.csv', 'file.name'],
    ['999995_hihokensha_full_20261131.csv', 'file.name-date'],
    ['999994_hihokensha_full_20261122.csv', 'file.name-insurer'],
  ])('%s は %s として、中を読まずに断る', async (fileName, code) => {
    expect(await read(bytesOf(sampleFull), fileName)).toMatchObject({
      encoding: null,
      rows: [],
      refusals: [{ code }],
    })
  })
})

describe('個人番号を受け取らない', () => {
  // 123456789018 is the textbook pattern of PRV-02, nobody's number
  it('個人番号の列があれば、ファイル全体を断る', async () => {
    const text = bytesOf([anInsuredPerson()]).toString().replace('"世帯番号"', '"個人番号"')
    const { rows, refusals } = await read(text)
    expect(rows).toEqual([])
    expect(refusals).toMatchObject([{ code: 'header.individual-number', cell: 'C1', value: null }])
  })

  it.each(['宛名番号', '世帯番号', '方書', '電話番号'] as const)(
    '「%s」の値に見えるものがあれば断り、数字を出さない',
    async (column) => {
      const { rows, refusals } = await read(withCell(column, '1234-5678-9018'))
      expect(rows).toEqual([])
      expect(refusals).toMatchObject([{ code: 'cell.individual-number', column, row: 2 }])
      expect(JSON.stringify(refusals)).not.toContain('9018')
    },
  )
})

describe('断る行', () => {
  it('支援措置の対象者でも、個人番号の検査をする', async () => {
    const { rows, refusals } = await read(
      withCell('方書', '123456789018', anInsuredPerson({ isProtected: true })),
    )
    expect(rows).toEqual([])
    expect(refusals).toMatchObject([{ code: 'cell.individual-number', column: '方書', value: null }])
  })

  it.each([
    ['宛名番号', '', 'cell.missing', 'A2'],
    ['宛名番号', 'あ1', 'cell.key', 'A2'],
    ['履歴番号', 'x', 'cell.history-number', 'B2'],
    ['被保険者番号', '12345', 'cell.insured-number', 'D2'],
    ['氏名', '　', 'cell.missing', 'E2'],
    ['生年月日', '1940-02-30', 'cell.not-a-date', 'G2'],
    ['生年月日', '', 'cell.birth', 'G2'],
    ['生年月日', '2026-11-23', 'cell.future', 'G2'],
    ['生年月日不詳区分', '4', 'cell.birth-uncertainty', 'G2'],
    ['性別', '3', 'cell.sex', 'I2'],
    ['郵便番号', '123456', 'cell.postal-code', 'K2'],
    ['異動事由', 'ひっこし', 'cell.change-reason', 'P2'],
    ['資格喪失日', '2005-03-02', 'row.dates', 'S2'], // the day before 資格取得日
    ['支援措置対象者区分', '', 'cell.missing', 'U2'],
    ['削除区分', '2', 'cell.flag', 'V2'],
    ['最終更新日時', '2026-11-21T24:00:00', 'cell.timestamp', 'W2'],
  ] as const)('「%s」が「%s」なら %s（%s）', async (column, value, code, cell) => {
    const { rows, refusals } = await read(withCell(column, value))
    expect(rows).toEqual([])
    expect(refusals).toMatchObject([{ file: name, row: 2, code, cell }])
  })

  it('支援措置の対象者か、はっきりしない人の値は、断りに出さない', async () => {
    const plain = await read(withCell('郵便番号', '123456'))
    expect(plain.refusals[0]?.value).toBe('123456')
    const hidden = await read(withCell('郵便番号', '123456', anInsuredPerson({ isProtected: true })))
    expect(hidden.refusals[0]).toMatchObject({ code: 'cell.postal-code', value: null })
  })

  it('見出しのないファイルは、先頭の人を見せずに断る', async () => {
    const text = bytesOf([anInsuredPerson()]).toString().split('\r\n').slice(1).join('\r\n')
    const { refusals } = await read(text)
    expect(refusals).toMatchObject([{ code: 'header.absent', value: null }])
    expect(JSON.stringify(refusals)).not.toContain('架空')
  })

  it('足りない列は、見出しを言って断る', async () => {
    const { refusals } = await read(bytesOf(sampleFull).toString().replace('"続柄"', '"つづきがら"'))
    expect(refusals.map((r) => r.code)).toEqual(['header.unknown', 'header.missing'])
  })
})

describe('読める書き方', () => {
  it.each([
    ['生年月日', '昭和15年3月4日', { birth: { state: 'known', date: '1940-03-04' } }],
    ['生年月日', '19400304', { birth: { state: 'known', date: '1940-03-04' } }],
    ['郵便番号', '〒999-9999', { postalCode: '9999999' }],
    ['被保険者番号', 'h000000003', { insuredNumber: 'H000000003' }],
    ['資格喪失日', '99999999', { disqualifiedOn: null }],
    ['最終更新日時', '2026/11/21 3:00', { updatedAt: '2026-11-21T03:00:00' }],
  ] as const)('「%s」の「%s」', async (column, value, expected) => {
    expect((await read(withCell(column, value))).rows[0]).toMatchObject(expected)
  })
})
